"""Those whom an article speaks of, each with every name, role and mention that it gives them."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from onrecord.model import ActorType, Span
from onrecord.resolution.speakers.lexicon.roles import RELATIONS

Kind = Literal["person", "organisation", "outlet", "place", "group", "unnamed", "unknown"]

Key = tuple[str, ...]
"""A name's words, folded: without capitals and accents."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where somebody is named, or called by a role.  `opens` where it begins its sentence's subject."""

    span: Span
    sentence: int
    opens: bool
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A role as the article gives it, and where it does."""

    words: str
    head: str
    at: int


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that the article names, or a source that it leaves without a name.

    `male`, `female` and `many` are evidence, one for each sign.  `mark` tells somebody from a namesake in the
    same article: a title ("Sir"), or a role in brackets ("(plumber)").
    """

    number: int
    kind: Kind
    keys: set[Key] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Known] = field(default_factory=list)
    male: float = 0.0
    female: float = 0.0
    many: float = 0.0
    mark: str = ""

    @property
    def name(self) -> str:
        """The fullest form that the article gives: most words, then not in capitals, then the commonest, then first;
        of two namesakes with what marks them.
        """
        name = max(self.forms, key=lambda form: (len(fold(form)), not form.isupper(), self.forms[form]))
        return f"{name} {self.mark}" if self.mark.startswith("(") else f"{self.mark} {name}".lstrip()

    @property
    def type(self) -> ActorType:
        """As a speaker's type: what is a place or not known speaks as an organisation or a person."""
        if self.kind == "place":
            return "organisation"
        return "person" if self.kind == "unknown" else self.kind

    @property
    def role(self) -> str | None:
        """The first role that the article gives: an office before whose relation somebody is, a fuller one before a
        shorter; *predecessor* alone is none.
        """
        told = [
            known
            for known in self.roles
            if not (known.head in _SEQUENCE and known.words.lower() == known.head)
        ]
        return max(told, key=_fullness).words if told else None

    @property
    def sex(self) -> Literal["male", "female"] | None:
        """The sex that the evidence speaks for, if it speaks clearly."""
        if abs(self.male - self.female) < 1:
            return None
        return "male" if self.male > self.female else "female"


_SEQUENCE = frozenset(("predecessor", "successor"))


def _fullness(known: Known) -> tuple[bool, int, int]:
    return known.head not in RELATIONS, min(len(known.words.split()), 3), -known.at


@lru_cache(maxsize=4096)
def fold(name: str) -> Key:
    """The words of a name without capitals, accents and stops: "B. Karaosman" and "KARAOSMAN" fold alike."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    plain = plain.casefold().replace("ı", "i").replace("ø", "o").replace("ł", "l")
    return tuple(part for part in (piece.strip(".,'’\"“”()*_") for piece in plain.split()) if part)
