"""What the tests of interchange share: ledgers made and filled, rows out and in."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord.ledger import Filter, Ledger
from onrecord.ledger.taking import GivenRow, Refused, Taken
from onrecord.model import Coder, Reading
from onrecord.publishing.carrying import whole_rows
from onrecord.publishing.jsonl import line

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
EVE = Coder(name="Eve")


def made(path: Path, *readings: Reading) -> Ledger:
    """A ledger that holds the readings."""
    ledger = Ledger.open(path, create=True)
    if readings:
        run = ledger.start_run(model_hash="m0", options={"model": "x"}, at=NOW)
        for reading in readings:
            ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])
    return ledger


def exported(ledger: Ledger, *, texts: bool = True, review: Any = "all") -> str:
    """What `export --format jsonl` writes."""
    return "".join(map(line, whole_rows(ledger, ledger.records(Filter(review=review)), texts=texts)))


def objects(text: str) -> list[dict[str, Any]]:
    """The rows of an export as objects."""
    return [json.loads(each) for each in text.splitlines()]


def take(ledger: Ledger, rows: str | list[dict[str, Any]], coder: Coder = EVE) -> tuple[Taken, list[Refused]]:
    """Take rows in; what came, and what was refused."""
    refused: list[Refused] = []
    return ledger.take(_given(rows), coder, refused.append, now=NOW), refused


def _given(rows: str | list[dict[str, Any]]) -> Iterator[GivenRow]:
    for number, value in enumerate(objects(rows) if isinstance(rows, str) else rows, 1):
        yield GivenRow(place=f"line {number}", value=value)
