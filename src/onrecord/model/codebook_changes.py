"""What can be decided of a codebook: each class is one kind of decision and says all that was decided."""

from dataclasses import dataclass

from onrecord.model.codebook import Concept, Variable
from onrecord.model.ids import StatementId


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTitle:
    """What the codebook is called."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetConcept:
    """A concept of the codebook, new or with other words; `place` is its place from 0, None for the one it has."""

    concept: Concept
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DropConcept:
    """The codebook has this concept no longer; codes that name it stay."""

    concept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetVariable:
    """A variable of the codebook, new or with another label; `place` as for concepts."""

    variable: Variable
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DropVariable:
    """The codebook has this variable no longer; values of it stay."""

    variable: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameConcept:
    """The concept is called otherwise, and every code made so far bears the new name."""

    concept: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeConcept:
    """The concept is the same as `into`, and every code made on it so far is one on that."""

    concept: str
    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The codes on a statement go to that concept, as one is split."""

    statement: StatementId
    concept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitConcept:
    """The concept becomes several.

    The codes made so far on the statements in `moved` are on the concept named there; the others on `rest`, or on none
    of the new ones, None: they stay on the old name until somebody codes them anew.
    """

    concept: str
    into: tuple[Concept, ...]
    moved: tuple[Moved, ...] = ()
    rest: str | None = None


CodebookChange = (
    SetTitle
    | SetConcept
    | DropConcept
    | SetVariable
    | DropVariable
    | RenameConcept
    | MergeConcept
    | SplitConcept
)
"""Any of them."""
"""Any of them."""

CODEBOOK = "c-codebook"
"""The subject of every decision on a ledger's codebook: it has one."""

CODEBOOK_CHANGES: tuple[type[CodebookChange], ...] = (
    SetTitle,
    SetConcept,
    DropConcept,
    SetVariable,
    DropVariable,
    RenameConcept,
    MergeConcept,
    SplitConcept,
)
