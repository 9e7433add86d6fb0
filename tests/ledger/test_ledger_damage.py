"""A full disk, a file that may not be written, a file cut short: told plainly, and what was stored stays."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import protest, vote

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.ledger.migrate import latest
from onrecord.model import Accept, Coder, Note

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN = Coder(name="Ann")
BRIDGE = vote().statements[0].id
PAGE = 4096


def fill(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        run = ledger.start_run(model_hash="m0", options={}, at=NOW)
        for reading in (vote(), protest()):
            ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])
        ledger.decide(ANN, BRIDGE, Accept(), now=NOW)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A ledger with two articles and one decision."""
    path = tmp_path / "debate.db"
    fill(path)
    return path


def is_as_it_was(path: Path) -> bool:
    """Whether the ledger is whole, and holds its decision and no other."""
    with Ledger.open(path) as ledger:
        decided = [logged.decision.change for logged in ledger.log()]
        return (ledger.check(), decided, len(list(ledger.records()))) == ([], [Accept()], 4)


def note_until_refused(ledger: Ledger) -> tuple[int, LedgerError]:
    """How many notes were confirmed, and the error that ended it."""
    for number in range(1_000):
        try:
            ledger.decide(ANN, BRIDGE, Note(text=f"{number} " + "very long " * 2_000), now=NOW)
        except LedgerError as error:
            return number, error
    raise AssertionError("nothing was refused")


def notes(path: Path) -> int:
    with Ledger.open(path) as ledger:
        assert ledger.check() == []
        return sum(isinstance(logged.decision.change, Note) for logged in ledger.log())


def test_a_full_ledger_says_so_and_keeps_what_was_confirmed(made: Path) -> None:
    with Ledger.open(made) as ledger:
        pages = ledger._database.value("PRAGMA page_count")
        assert isinstance(pages, int)
        ledger._database.change(f"PRAGMA max_page_count = {pages + 30}")
        confirmed, error = note_until_refused(ledger)
        assert error.code == "disk-full"
        assert "make room" in str(error)
        assert "what was stored stays" in str(error)
        assert ledger.record(BRIDGE).review.state == "accepted"  # it can still be read
    assert 0 < confirmed == notes(made)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_told_and_nothing_confirmed_is_lost(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "debate.db"
    fill(path)
    with Ledger.open(path) as ledger:
        confirmed, error = note_until_refused(ledger)
    assert error.code == "disk-full"
    assert confirmed > 0
    rescued = tmp_path / "rescued"
    shutil.copytree(small_disk, rescued)
    assert notes(rescued / path.name) == confirmed


def test_a_ledger_is_not_made_by_half_on_a_full_disk(small_disk: Path) -> None:
    (small_disk / "other").write_bytes(bytes(900_000))
    with pytest.raises(LedgerError) as caught:
        Ledger.open(small_disk / "debate.db", create=True)
    assert caught.value.code == "disk-full"
    (small_disk / "other").unlink()
    with Ledger.open(small_disk / "debate.db", create=True) as ledger:
        assert ledger.check() == []


def test_a_ledger_on_a_disk_that_is_full_already_says_so_and_so_does_a_copy_to_it(
    small_disk: Path, made: Path
) -> None:
    path = small_disk / "debate.db"
    shutil.copy(made, path)
    room = shutil.disk_usage(small_disk).free
    (small_disk / "other").write_bytes(bytes(room))
    with pytest.raises(LedgerError, match="make room") as caught, Ledger.open(path) as ledger:
        list(ledger.records())
    assert caught.value.code == "disk-full"
    with Ledger.open(made) as ledger, pytest.raises(LedgerError) as refused:
        ledger.backup(small_disk / "kept.db")
    assert refused.value.code == "disk-full"
    assert str(refused.value).startswith(f"{small_disk / 'kept.db'}: the disk is full")
    (small_disk / "other").unlink()
    assert is_as_it_was(path)


REFUSED = """
import resource, sys
sys.path[:0] = [{tests!r}]
from datetime import UTC, datetime
from pathlib import Path
from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.model import Coder, Note

resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
confirmed = 0
with Ledger.open(Path({path!r})) as ledger:
    try:
        while True:
            text = "very long " * 2_000 + str(confirmed)
            ledger.decide(Coder(name="Ann"), {subject!r}, Note(text=text), now=datetime.now(UTC))
            confirmed += 1
    except LedgerError as error:
        print(confirmed, error.code, error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit on files")
def test_a_disk_that_refuses_to_write_is_told_and_nothing_confirmed_is_lost(made: Path) -> None:
    size = made.stat().st_size + 20 * PAGE
    script = REFUSED.format(tests=str(Path(__file__).parents[1]), size=size, path=str(made), subject=BRIDGE)
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    confirmed, code, message = told.split(" ", 2)
    assert code in ("disk", "disk-full")
    assert str(made) in message
    assert 0 < int(confirmed) == notes(made)


def test_a_ledger_that_may_only_be_read_refuses_a_decision_and_stays_as_it_is(made: Path) -> None:
    before = made.read_bytes()
    with Ledger.open(made) as ledger:
        # As root nothing is read-only by its permissions; SQLite itself can be told so.
        ledger._database.change("PRAGMA query_only = ON")
        for act in (
            lambda: ledger.decide(ANN, BRIDGE, Note(text="well"), now=NOW),
            lambda: ledger.undo(ANN, now=NOW),
            lambda: ledger.start_run(model_hash="m", options={}, at=NOW),
        ):
            with pytest.raises(LedgerError, match="may not be written to") as caught:
                act()
            assert caught.value.code == "read-only"
        assert len(list(ledger.records())) == 4
    assert made.read_bytes() == before
    assert is_as_it_was(made)


def test_a_ledger_on_a_disk_that_may_only_be_read_is_read_checked_and_copied(
    small_disk: Path, made: Path, tmp_path: Path
) -> None:
    path = small_disk / "debate.db"
    shutil.copy(made, path)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with Ledger.open(path) as ledger:
        assert ledger.check() == []
        assert len(list(ledger.records())) == 4
        with pytest.raises(LedgerError, match="may not be written to"):
            ledger.decide(ANN, BRIDGE, Note(text="well"), now=NOW)
        ledger.backup(tmp_path / "kept.db")
    assert is_as_it_was(tmp_path / "kept.db")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_ledger_without_the_permission_to_write_is_read_and_refuses_decisions(made: Path) -> None:
    made.chmod(0o400)
    made.parent.chmod(0o500)
    try:
        with Ledger.open(made) as ledger:
            assert len(list(ledger.records())) == 4
            with pytest.raises(LedgerError) as caught:
                ledger.decide(ANN, BRIDGE, Note(text="well"), now=NOW)
        assert caught.value.code in ("read-only", "cannot-open")
    finally:
        made.parent.chmod(0o700)
        made.chmod(0o600)
    assert is_as_it_was(made)


def use(path: Path) -> None:
    """Open it, read it, search it, decide in it."""
    with Ledger.open(path) as ledger:
        list(ledger.records())
        ledger.search("bridge")
        for statement in (BRIDGE, protest().statements[0].id):
            ledger.decide(ANN, statement, Note(text="well"), now=NOW)


@pytest.mark.parametrize("left", [0.25, 0.5, 0.9])
def test_a_ledger_cut_short_says_that_it_is_damaged_and_is_not_touched(made: Path, left: float) -> None:
    whole = made.read_bytes()
    cut = whole[: int(len(whole) * left)]
    made.write_bytes(cut)
    with pytest.raises(LedgerError, match="go on with a backup") as caught:
        use(made)
    assert caught.value.code == "damaged"
    assert made.read_bytes()[: len(cut)] == cut


def test_check_finds_what_a_cut_took(made: Path) -> None:
    whole = made.read_bytes()
    made.write_bytes(whole[: len(whole) - 3 * PAGE])
    try:
        with Ledger.open(made) as ledger:
            found = {problem.code for problem in ledger.check()}
    except LedgerError as error:
        found = {error.code}
    assert "damaged" in found


def test_a_schema_that_turns_newer_while_a_ledger_is_open_is_refused_by_the_next_to_open(made: Path) -> None:
    with Ledger.open(made) as ledger:
        with closing(sqlite3.connect(made, isolation_level=None)) as other:
            other.execute(f"PRAGMA user_version = {latest() + 1}")
        assert len(list(ledger.records())) == 4
        with pytest.raises(LedgerError, match="update OnRecord") as caught:
            Ledger.open(made)
        assert caught.value.code == "newer-ledger"
