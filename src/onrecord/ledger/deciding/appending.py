"""Stores decisions that were made elsewhere, each once."""

from collections.abc import Iterable
from functools import cached_property

from onrecord.ledger import actors, tombstones
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.people import named, tells_of
from onrecord.model import Decision, DecisionId, Undo


class Appending:
    """Stores decisions, but those that name an actor who was removed from this ledger, and what took them back.

    `other` is the ledger that they come from, which may still know the names of those who were removed here: notes and
    values with such a name stay out too.
    """

    def __init__(self, database: Database, other: Database | None = None) -> None:
        self._database, self._other = database, other

    def append(self, decisions: Iterable[Decision], article: int | None) -> list[Decision]:
        """Store those that are not here, in a transaction; which.  Undos must come after what they take back."""
        came: list[Decision] = []
        for each in decisions:
            if self._is_out(each):
                continue
            if events.append(self._database, each, article):
                came.append(each)
                if isinstance(each.change, Undo):
                    events.note_effect(self._database, each)
        return came

    def _is_out(self, decision: Decision) -> bool:
        change = decision.change
        if isinstance(change, Undo):
            return events.load(self._database, DecisionId(decision.subject)) is None
        if self.is_removed(decision.subject) or named(change) & self._removed:
            return True
        return any(tells_of(change, one, known) for one, known in self._known.items())

    def is_removed(self, subject: str) -> bool:
        """Whether that is the id of an actor who was removed."""
        return subject in self._removed

    @cached_property
    def _known(self) -> dict[str, list[str]]:
        """The actors who were removed, each with the names that the other ledger knows."""
        if self._other is None:
            return {one: [] for one in self._removed}
        return {one: actors.names_of(self._other, one) for one in self._removed}

    @cached_property
    def _removed(self) -> frozenset[str]:
        return tombstones.actors(self._database)
