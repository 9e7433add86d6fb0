"""Which files are opened, made, refused; and none is harmed."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, is_ledger
from onrecord.ledger.database import Database
from onrecord.ledger.migrate import latest


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "debate.db"
    Ledger.open(path, create=True).close()
    return path


def another_database(folder: Path) -> Path:
    path = folder / "photos.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE photos (name TEXT)")
    connection.close()
    return path


def text_file(folder: Path) -> Path:
    path = folder / "notes.db"
    path.write_text("SQLite format 3 is what this note is about. " * 10, encoding="utf-8")
    return path


def truncated(folder: Path) -> Path:
    path = folder / "short.db"
    path.write_bytes(b"SQLite format 3\0" + bytes(20))
    return path


@pytest.mark.parametrize("file", [another_database, text_file, truncated])
@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_ledger_is_refused_and_left_as_it_was(file, create: bool, tmp_path: Path) -> None:
    path = file(tmp_path)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="is not a ledger") as caught:
        Ledger.open(path, create=create)
    assert caught.value.code == "not-a-ledger"
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert not is_ledger(path)


def test_a_missing_ledger_is_not_made_by_chance(tmp_path: Path) -> None:
    path = tmp_path / "typo.db"
    with pytest.raises(LedgerError, match="onrecord add") as caught:
        Ledger.open(path)
    assert caught.value.code == "no-ledger"
    assert not path.exists()
    assert not is_ledger(path)


def test_a_ledger_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no folder"):
        Ledger.open(tmp_path / "nowhere" / "debate.db", create=True)


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be read"):
        Ledger.open(tmp_path)
    assert not is_ledger(tmp_path)


def test_an_empty_file_becomes_a_ledger_only_where_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(LedgerError, match="is not a ledger"):
        Ledger.open(path)
    with Ledger.open(path, create=True) as ledger:
        assert ledger.check() == []


def test_a_new_ledger_is_whole_and_known_by_its_header(made: Path) -> None:
    assert is_ledger(made)
    with Ledger.open(made) as ledger:
        assert ledger.path == made
        assert ledger.check() == []


def test_a_ledger_of_a_newer_version_is_refused_and_left_as_it_was(made: Path) -> None:
    connection = sqlite3.connect(made)
    connection.execute(f"PRAGMA user_version = {latest() + 1}")
    connection.close()
    before = made.read_bytes()
    for create in (True, False):
        with pytest.raises(LedgerError, match="update OnRecord") as caught:
            Ledger.open(made, create=create)
        assert caught.value.code == "newer-ledger"
    assert made.read_bytes() == before
    assert is_ledger(made)


def test_a_newer_version_is_seen_while_its_header_is_still_in_the_log(made: Path) -> None:
    other = sqlite3.connect(
        made, isolation_level=None
    )  # stays open: nothing is copied from the log to the file
    other.execute("PRAGMA wal_autocheckpoint = 0")
    other.execute(f"PRAGMA user_version = {latest() + 1}")
    with pytest.raises(LedgerError, match="update OnRecord"):
        Ledger.open(made)
    other.close()


def test_opening_again_changes_nothing(made: Path) -> None:
    before = made.read_bytes()
    Ledger.open(made, create=True).close()
    assert made.read_bytes() == before


def test_two_that_make_the_same_ledger_at_once_make_one(tmp_path: Path) -> None:
    path = tmp_path / "debate.db"
    errors: list[Exception] = []

    def make() -> None:
        try:
            Ledger.open(path, create=True).close()
        except Exception as error:  # noqa: BLE001 - a thread must not keep it to itself
            errors.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with Ledger.open(path) as ledger:
        assert ledger.check() == []


def test_a_database_named_like_the_one_in_memory_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.name == "nt":
        pytest.skip("Windows allows no colon in a name")
    monkeypatch.chdir(tmp_path)
    Ledger.open(Path(":memory:"), create=True).close()
    assert is_ledger(tmp_path / ":memory:")


def test_a_ledger_that_nobody_can_write_to_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "old debate#1.db"
    with Ledger.open(path, create=True):
        pass
    frozen = Database(path, frozen=True)
    assert frozen.value("SELECT count(*) FROM articles") == 0
    with pytest.raises(LedgerError):
        frozen.change("DELETE FROM articles")
    frozen.close()
