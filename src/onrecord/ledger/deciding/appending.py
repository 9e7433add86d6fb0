"""Stores decisions that were made elsewhere, each once."""

from collections.abc import Iterable
from functools import cached_property

from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.people import named
from onrecord.model import Decision, Undo


class Appending:
    """Stores decisions, but those that name an actor who was removed from this ledger."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, decisions: Iterable[Decision], article: int | None) -> list[Decision]:
        """Store those that are not here, in a transaction; which.  Undos must come after what they take back."""
        came: list[Decision] = []
        for each in decisions:
            if self.is_removed(each.subject) or named(each.change) & self._removed:
                continue
            if events.append(self._database, each, article):
                came.append(each)
                if isinstance(each.change, Undo):
                    events.note_effect(self._database, each)
        return came

    def is_removed(self, subject: str) -> bool:
        """Whether that is the id of an actor who was removed."""
        return subject in self._removed

    @cached_property
    def _removed(self) -> set[str]:
        return {row["id"] for row in self._database.rows("SELECT id FROM tombstones WHERE id LIKE 'p-%'")}
