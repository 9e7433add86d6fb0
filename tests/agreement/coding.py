"""A ledger of two short reports, and coders who decide on them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from building import protest, statement, vote

from onrecord.ledger import Ledger
from onrecord.model import Change, Coder, Decision, Reading, Span
from onrecord.review.agreement import Row, agreement

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN, BEN, CLEO = (Coder(name=name) for name in ("Ann", "Ben", "Cleo"))
BRIDGE, LEAP = vote().statements
OUTER, INNER = protest().statements
CRITICS = statement(vote().article, "not convinced", cue="are", source="Critics", kind="indirect")
"""What the machine does not find."""


@contextmanager
def reports(folder: Path) -> Iterator[Ledger]:
    """A ledger that holds both reports."""
    with Ledger.open(folder / "debate.db", create=True) as ledger:
        keep(ledger, vote(), protest())
        yield ledger


def keep(ledger: Ledger, *readings: Reading) -> None:
    """Store readings, each as a source of its own."""
    run = ledger.start_run(model_hash="m0", options={}, at=datetime(2024, 3, 1, 12, 0, tzinfo=UTC))
    for reading in readings:
        ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])


def decide(
    ledger: Ledger, coder: Coder, subject: str, *changes: Change, settles: bool = False
) -> list[Decision]:
    """Decide one thing after the other."""
    return [ledger.decide(coder, subject, change, now=NOW, settles=settles) for change in changes]


def rows(ledger: Ledger, *coders: str) -> dict[str, Row]:
    """How far they agree, by variable."""
    return {row.variable: row for row in agreement(ledger, coders, draws=50).rows}


def shorter(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same places without the last word's last letters."""
    *others, last = spans
    return (*others, Span(last.start, last.end - 3))
