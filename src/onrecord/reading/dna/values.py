"""What a .dna file holds, as plain values with the file's own ids and names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

VariableType = Literal["short text", "long text", "integer", "boolean"]

VARIABLE_TYPES: tuple[VariableType, ...] = get_args(VariableType)

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DnaCoder:
    """Who coded.

    `password` is the hash that guards the log-in of DNA's window, and nothing else; `settings` are the columns of the
    window's settings and of the coder's rights, by their names in the file.
    """

    id: int
    name: str
    colour: Colour
    password: str = ""
    settings: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DnaRelation:
    """What a coder may do with another one's work: see and edit statements, see and edit documents (0, 1)."""

    coder: int
    other: int
    rights: tuple[int, int, int, int] = (1, 1, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DnaRegex:
    """A pattern whose places DNA's window highlights."""

    label: str
    colour: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class DnaVariable:
    """One thing that is coded of every statement of a type; `attributes` name what is told of each of its values."""

    id: int
    name: str
    type: VariableType
    attributes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DnaType:
    """A kind of statement, with its variables in the order of the file."""

    id: int
    label: str
    colour: Colour
    variables: tuple[DnaVariable, ...]

    def variable(self, name: str) -> DnaVariable | None:
        """The variable of that name, or None."""
        return next((each for each in self.variables if each.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DnaEntity:
    """A value of a short-text variable: an actor, an organisation, a concept.

    `colour` is None where the file has none; `parent` is the entity that it is grouped under.
    """

    id: int
    variable: int
    value: str
    colour: Colour | None
    parent: int | None
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DnaDocument:
    """An article; `date` is the naive local time that the coder gave."""

    id: int
    title: str
    author: str
    source: str
    section: str
    type: str
    date: datetime
    notes: str
    text: str
    coder: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DnaStatement:
    """A coded stretch of a document: `start` to `stop`, half open, as the file has them.

    `values` are those of the type's variables, in their order: words for texts, a number for integer and boolean (0,
    1), None where the file has no row for it.
    """

    id: int
    type: int
    document: int
    coder: int | None
    start: int
    stop: int
    values: Sequence[str | int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DnaFile:
    """All of a file: documents by their id, statements in its order.

    `settings` are the file's own (version, date); `links` pairs of variables, which no DNA uses.
    """

    version: str
    types: tuple[DnaType, ...]
    entities: tuple[DnaEntity, ...]
    documents: Mapping[int, DnaDocument]
    statements: tuple[DnaStatement, ...]
    coders: tuple[DnaCoder, ...]
    settings: Mapping[str, str] = field(default_factory=dict)
    relations: tuple[DnaRelation, ...] = ()
    regexes: tuple[DnaRegex, ...] = ()
    links: tuple[tuple[int, int], ...] = ()
