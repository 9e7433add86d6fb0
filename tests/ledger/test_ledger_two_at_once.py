"""Two that write at once wait for each other; readers see one state."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import Keep, protest, vote

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, database

NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)

WRITER = """
import sys
sys.path[:0] = [{tests!r}]
from datetime import UTC, datetime
from pathlib import Path
from building import vote
from onrecord.ledger import Ledger

with Ledger.open(Path({path!r}), create=True) as ledger:
    run = ledger.start_run(model_hash="m", options={{}}, at=datetime.now(UTC))
    for n in range(20):
        reading = vote(outlet={name!r} + str(n), source_hash={name!r} + str(n))
        ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])
        {after}
"""


def writer(path: Path, name: str, after: str = "") -> "subprocess.Popen[bytes]":
    tests = str(Path(__file__).parents[1])
    script = WRITER.format(tests=tests, path=str(path), name=name, after=after)
    return subprocess.Popen([sys.executable, "-c", script])


def test_two_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "debate.db"
    processes = [writer(path, name) for name in ("A", "B")]
    assert [process.wait(timeout=60) for process in processes] == [0, 0]
    with Ledger.open(path) as ledger:
        assert (ledger.counts().articles, ledger.counts().runs) == (40, 2)
        assert ledger.check() == []


def test_a_writer_that_is_killed_leaves_whole_sources(tmp_path: Path) -> None:
    path = tmp_path / "debate.db"
    kill = "import os, signal; n == 7 and os.kill(os.getpid(), signal.SIGKILL)"
    assert writer(path, "A", kill).wait(timeout=60) != 0
    with Ledger.open(path) as ledger:
        assert (ledger.counts().articles, ledger.counts().statements) == (8, 16)
        assert ledger.check() == []


def test_a_ledger_that_stays_locked_is_told(
    ledger: Ledger, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(vote())
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Ledger.open(ledger.path) as second:
            assert [each.article for each in second.readings()] == [vote().article]  # reading goes on
            with pytest.raises(LedgerError, match="another process is writing") as caught:
                second.rebuild_search()
            assert caught.value.code == "busy"


def test_a_stream_sees_the_state_in_which_it_began(ledger: Ledger, keep: Keep) -> None:
    keep(vote())
    stream = ledger.records()
    first = next(stream)
    with Ledger.open(ledger.path) as other:
        run = other.start_run(model_hash="m", options={}, at=NOON)
        other.store_source(run, "late.txt", "l" * 64, [protest(doc="late.txt")], [])
    assert [first, *stream] == vote().records()
    assert len(list(ledger.records())) == 4
