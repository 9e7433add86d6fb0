"""Those through whom a statement may have come, and what is known of the statements looked at so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import Statement, StatementId
from onrecord.resolution.speakers.carrier_signs import Features
from onrecord.resolution.speakers.entities import Entity

Chain = Sequence[tuple[Entity, float]]
"""Those through whom a statement came, and how likely each is."""


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


@dataclass(slots=True)
class Chained:
    """The chains of the statements looked at so far, and whose statements came last."""

    of: dict[StatementId, Chain] = field(default_factory=dict)
    last: dict[StatementId | None, Statement] = field(default_factory=dict)
    by: dict[tuple[int, StatementId | None], Statement] = field(default_factory=dict)
    label: Statement | None = None
