"""Those through whom a statement may have come, and what is known of the statements looked at so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import Span, Statement, StatementId
from onrecord.resolution.speakers.entities import Entity

Features = dict[str, float]
"""Named signs for and against somebody."""

Chain = Sequence[tuple[Entity, float]]
"""Those through whom a statement came, and how likely each is."""


def place_of(statement: Statement) -> Span:
    """Where a statement is attributed: at its cue, or else its source, or its content."""
    return (statement.cue or statement.source or statement.content)[0]


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody through whom a statement may have come; `rank` orders a chain: lower is further out.

    `passing` is whoever reports it; `outermost` where nobody does, as far as the article shows.
    """

    entity: Entity
    rank: int
    features: Features

    @property
    def passing(self) -> bool:
        """Whether this is whoever reports the statement."""
        return "outer" in self.features

    @property
    def outermost(self) -> bool:
        """Whether the statement stands in no other's."""
        return not any(name in self.features for name in ("outer", "chained", "within:near"))

    @property
    def grounded(self) -> bool:
        """Whether words beside the cue say that this outlet was told, had it in print, or quotes."""
        return any(self.features.get(name) for name in _GROUNDS)


_GROUNDS = (
    "rule",
    "open:told:like",
    "open:talk:like",
    "open:piece:like",
    "open:print:like",
    "open:cited:like",
    "open:people",
)


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A place where those stand through whom words came, whose words, and who made the statements since."""

    at: int
    carriers: tuple[Entity, ...]
    speakers: tuple[Entity, ...]
    since: list[Entity | None]
    loose: bool = False


@dataclass(slots=True)
class Chained:
    """The chains of the statements looked at so far, and whose statements came last."""

    of: dict[StatementId, Chain] = field(default_factory=dict)
    last: dict[StatementId | None, Statement] = field(default_factory=dict)
    by: dict[tuple[int, StatementId | None], Statement] = field(default_factory=dict)
    label: Statement | None = None
    grounds: list[Ground] = field(default_factory=list)
    passed: int = 0
