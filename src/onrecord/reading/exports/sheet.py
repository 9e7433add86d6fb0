"""What a document of an export says of itself, however its database writes the fields."""

import re
from dataclasses import dataclass, replace

from onrecord.model import Role
from onrecord.reading.layout.names import authors, joined
from onrecord.reading.layout.pieces import Piece
from onrecord.reading.published import dates_in, publication_day

_LONGEST_FIELD = 300
_PLACE = re.compile(r"\s*(?:\([^()]{2,40}\)|--\s*[A-Z][a-z]+)\s*$")
"""Where a paper comes out, as databases add it to its name: "The Coast Herald (Adeln)"; or in which language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document's lines, those of its fields with their roles and those of its text without one, and what they say."""

    pieces: tuple[Piece, ...]
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None


def named(role: Role, piece: Piece) -> Piece:
    """A piece with its role."""
    return replace(piece, role=role)


def parted(text: str, piece: Piece, value: int, role: Role | None) -> list[Piece]:
    """A line's label, up to the place `value` in the text, and what it says, which gets the role."""
    label = text[piece.start : value].rstrip()
    before = replace(piece, end=piece.start + len(label), shown=label, role="boilerplate")
    words = text[value : piece.end]
    return [before, Piece(start=value, end=piece.end, shown=" ".join(words.split()), gap=1, role=role)]


def as_title(lines: list[Piece]) -> Piece:
    """The lines of a title as one heading."""
    shown = " ".join(line.shown for line in lines)
    return replace(lines[0], end=lines[-1].end, shown=shown, role="heading")


def as_byline(value: str) -> str | None:
    """The authors that a field names, or what it says in full where that is no name ("Staff and agencies")."""
    bare = " ".join(value.split())
    names = authors(bare) if bare.lower().startswith("by ") else authors(f"By {bare}")
    return joined(names) or bare[:_LONGEST_FIELD].removeprefix("By ") or None


def as_outlet(value: str) -> str | None:
    """An outlet's name without the place that the database adds to it."""
    bare = " ".join(value.split())
    return _PLACE.sub("", bare) or bare or None


def as_day(value: str) -> str | None:
    """The day that a field gives."""
    day = publication_day(dates_in(value[:_LONGEST_FIELD]))
    return day.isoformat() if day else None
