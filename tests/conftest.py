"""This file makes `tests/` importable, so that test files can use `building.py`: values made by hand.

The fixtures here are those of more than one folder.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from building import NOON, Keep

from onrecord.ledger import Ledger
from onrecord.model import Reading


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A new ledger."""
    with Ledger.open(tmp_path / "debate.db", create=True) as made:
        yield made


@pytest.fixture
def keep(ledger: Ledger) -> Keep:
    """Stores readings in the new ledger, each as a source of its own."""
    run = ledger.start_run(model_hash="m0", options={}, at=NOON)

    def stored(*readings: Reading) -> None:
        for reading in readings:
            ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])

    return stored
