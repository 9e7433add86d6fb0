"""Who decided what when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from onrecord.errors import UsageError
from onrecord.ledger import finding
from onrecord.ledger.database import Database, Value
from onrecord.ledger.deciding import events
from onrecord.model import CODEBOOK, Decision, action_of
from onrecord.model.storable import storable

_AT_ONCE = 200  # decisions looked up together: memory stays flat, and the first ones are seen at once


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Conditions on decisions, all of which must hold; None is no condition.

    subject: the id of a statement, an article (with all its statements), an actor or a decision, or its beginning; or
        `c-codebook`.
    coder: the coder's whole name.
    since: a time or a day, ISO 8601 in UTC; until: the same, up to its end.
    """

    subject: str | None = None
    coder: str | None = None
    action: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """A decision, and whether an undo has taken it back since.

    `redo`: it is the undo of an undo, which brings a decision back.
    """

    decision: Decision
    undone: bool
    redo: bool = False

    @property
    def word(self) -> str:
        """The word for what was done."""
        return "redo" if self.redo else action_of(self.decision.change)


def log(database: Database, selection: LogFilter) -> Iterator[Logged]:
    """The decisions that fulfil the conditions, the latest first."""
    chosen = list(_conditions(database, selection))
    terms = " AND ".join(term for term, _ in chosen) or "TRUE"
    found = events.log(database, terms, [value for _, value in chosen])
    while some := list(islice(found, _AT_ONCE)):
        undone = events.taken_back(database, [decision.id for decision in some])
        for each in some:
            redo = events.brings_back(database, each)
            yield Logged(decision=each, undone=each.id in undone, redo=redo)


def _conditions(database: Database, selection: LogFilter) -> Iterator[tuple[str, Value]]:
    if selection.subject is not None:
        yield _subject(database, selection.subject)
    if selection.coder is not None:
        yield "c.name = ?", storable(selection.coder)
    if selection.action is not None:
        yield "d.action = ?", selection.action
    if selection.since is not None:
        yield "d.at >= ?", _time(selection.since)
    if selection.until is not None:
        # Sorts after every continuation of the time that was given: `2024-03` takes in all of March.
        yield "d.at <= ?", _time(selection.until) + "~"


def _subject(database: Database, subject: str) -> tuple[str, Value]:
    if subject.startswith("a-"):
        return "d.article = ?", finding.find(database, "articles", subject)
    if subject.startswith("c-"):
        return "d.subject = ?", CODEBOOK
    if subject.startswith("d-"):
        return "?1 IN (d.id, d.subject)", finding.whole_id(database, "decisions", subject)
    table: finding.Table = "actors" if subject.startswith("p-") else "statements"
    return "d.subject = ?", finding.whole_id(database, table, subject)


def _time(given: str) -> str:
    """A time as decisions have it, or its beginning: a year, a month, a day, a minute; UTC where no zone is named."""
    try:
        at = datetime.fromisoformat(
            given + "-01-01"[len(given) - len("2024") :] if len(given) < _DAY else given
        )
    except ValueError as error:
        raise UsageError(
            f"{given!r} is no time: write 2024, 2024-03, 2024-03-01 or 2024-03-01T09:30 (UTC)", code="date"
        ) from error
    if len(given) <= _DAY:
        return at.date().isoformat()[: len(given)]
    at = at.astimezone(UTC) if at.tzinfo else at
    minutes = len(given) < len("2024-03-01T09:30:00")
    return at.replace(tzinfo=None).isoformat(timespec="minutes" if minutes else "seconds")


_DAY = len("2024-03-01")
