"""What a source may be, and which of its words stand for people."""

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Span
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon.roles import PEOPLE, ROLE_MODIFIERS, ROLES

Shape = Literal[
    "none",
    "male",
    "female",
    "neuter",
    "plural",
    "first",
    "we",
    "second",
    "relative",
    "named",
    "described",
    "label",
]


_FORMED = re.compile(r".{3,}ist|.{2,}ician|.{3,}man")
"""How words for people are formed: "philanthropist", "cyclist", "politician", "assemblywoman"."""
_NOT_PEOPLE = frozenset(
    (
        *"assist coexist consist desist enlist insist persist preexist resist subsist untwist schist".split(),
        *(
            f"{of}list"
            for of in "back black check grey hit long play price short track wait watch white wish".split()
        ),
        *"inhuman nonhuman superhuman caiman ottoman talisman".split(),
        *"abdoman acuman regiman speciman".split(),  # as if "specimen" were a plural
    )
)
"""Words that are formed so and name nobody."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a source.

    `entity` is whom its name means; `head` the word that a description turns on, `content` its words that count,
    folded; `own` its words as they would name an unnamed source, and where they stand.  `definite` where it speaks of
    somebody known ("the minister", "its director", and "minister" in a headline).  An `epithet` says what
    anybody may be, as a pronoun does: "the 31-year-old", "the Swede".
    """

    shape: Shape
    span: Span | None = None
    entity: Entity | None = None
    others: tuple[Entity, ...] = ()
    head: str = ""
    content: frozenset[str] = frozenset()
    own: str = ""
    definite: bool = False
    plural: bool = False
    few: bool = False
    owned: bool = False
    whole: bool = True
    epithet: bool = False


def singular(low: str) -> str:
    """A plural without its ending, where it has one."""
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("men"):
        return low[:-3] + "man"
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return {"people": "person", "children": "child"}.get(low, low)


def is_person_word(head: str) -> bool:
    """Whether a description's head is a word for a person, by the lists or by how it is formed."""
    formed = head not in _NOT_PEOPLE and _FORMED.fullmatch(head) is not None
    return formed or head in ROLES or head in PEOPLE or head in ROLE_MODIFIERS
