"""The little language in which the grammar's patterns are written, and its translation to `re`.

    month dot? label:dayno        classes of tokens one after the other; `?` may be missing, `*` up to seven times
    ( a | b )                     one of several
    label:a, label:( a | b )      what the reading of the pattern asks for

A pattern is matched on the string of classes (see `tokens`).  None repeats without a bound, so that matching takes time
that grows with the text alone.
"""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.resolution.dates.tokens import CODES

_MOST = 7
_PIECE = re.compile(
    r"(?:(?P<label>[a-z_]+):)?(?P<body>[a-z]+|\()(?P<suffix>[?*]?)|(?P<bar>\|)|(?P<close>\)(?P<after>[?*]?))"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a pattern: its regular expression, whether it can be empty, and the classes it can begin with."""

    regex: str
    nullable: bool
    first: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern translated: its regular expression, and the characters of the classes it can begin with.

    Most patterns are never met in an article, and compiling all takes half a second: each is, when it is first asked.
    """

    regex: str
    first: frozenset[str]

    def match(self, codes: str, at: int) -> re.Match[str] | None:
        """The pattern at a place of a string of classes."""
        return _ready(self.regex).match(codes, at)

    @property
    def unlabelled(self) -> str:
        """The same without labels, to be put beside others."""
        return re.sub(r"\?P<[a-z_]+>", "?:", self.regex)


@cache
def _ready(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


def compiled(source: str, macros: dict[str, str]) -> Pattern:
    """Translate a pattern; words in capitals stand for the patterns in `macros`.

    Raises ValueError where it is none: a slip of ours, found at import.
    """
    while found := re.search(r"\b[A-Z][A-Z_]*\b", source):
        source = source[: found.start()] + f"( {macros[found[0]]} )" + source[found.end() :]
    pieces = list(_PIECE.finditer(source))
    part, rest = _choice(pieces, 0)
    if rest != len(pieces) or part.nullable:
        raise ValueError(f"not a pattern: {source}")
    return Pattern(part.regex, part.first)


def _choice(pieces: list[re.Match[str]], at: int) -> tuple[_Part, int]:
    parts: list[_Part] = []
    while True:
        part, at = _sequence(pieces, at)
        parts.append(part)
        if at == len(pieces) or not pieces[at]["bar"]:
            break
        at += 1
    first = frozenset().union(*(each.first for each in parts))
    return _Part("|".join(each.regex for each in parts), any(each.nullable for each in parts), first), at


def _sequence(pieces: list[re.Match[str]], at: int) -> tuple[_Part, int]:
    regex, nullable, first = "", True, frozenset[str]()
    while at < len(pieces) and not pieces[at]["bar"] and not pieces[at]["close"]:
        part, at = _element(pieces, at)
        first |= part.first if nullable else frozenset()
        nullable = nullable and part.nullable
        regex += part.regex
    return _Part(regex, nullable, first), at


def _element(pieces: list[re.Match[str]], at: int) -> tuple[_Part, int]:
    piece = pieces[at]
    suffix = piece["suffix"]
    if piece["body"] == "(":
        part, at = _choice(pieces, at + 1)
        suffix = pieces[at]["after"]
    else:
        code = CODES[piece["body"]]
        part = _Part(re.escape(code), False, frozenset(code))
    group = f"(?P<{piece['label']}>" if piece["label"] else "(?:"
    regex = f"{group}{part.regex})" + (f"{{0,{_MOST}}}+" if suffix == "*" else suffix)
    return _Part(regex, part.nullable or bool(suffix), part.first), at + 1
