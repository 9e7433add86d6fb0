"""Migrations: each once, each whole or not at all."""

import gzip
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from building import Keep, protest, sql, vote

from onrecord.ledger import Ledger, migrate
from onrecord.model import Reading, Review


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch):
    """Gives this OnRecord one more migration."""
    known = dict(migrate._files())

    def added(script: str) -> None:
        monkeypatch.setattr(migrate, "_files", lambda: known | {len(known) + 1: script})

    return added


def test_a_ledger_of_an_older_version_is_brought_up_and_keeps_its_rows(
    ledger: Ledger, keep: Keep, later
) -> None:
    keep(vote())
    ledger.close()
    later("CREATE TABLE notes (note TEXT) STRICT;\n-- the end; of it\n")
    for _ in range(2):
        with Ledger.open(ledger.path) as opened:
            assert list(opened.readings()) == [vote()]
            assert opened.check() == []
    assert sql(ledger, "PRAGMA user_version") == [(migrate.latest(),)]
    assert sql(ledger, "SELECT * FROM notes") == []


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(ledger: Ledger, keep: Keep, later) -> None:
    keep(vote())
    ledger.close()
    later("CREATE TABLE notes (note TEXT) STRICT;\nDELETE FROM articles;\nINSERT INTO nowhere VALUES (1);\n")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        Ledger.open(ledger.path)
    assert sql(ledger, "SELECT name FROM sqlite_schema WHERE name = 'notes'") == []
    assert sql(ledger, "SELECT count(*) FROM articles") == [(1,)]


def test_a_migration_that_fails_makes_no_half_ledger(tmp_path: Path, later) -> None:
    later("INSERT INTO nowhere VALUES (1);\n")
    with pytest.raises(sqlite3.OperationalError):
        Ledger.open(tmp_path / "new.db", create=True)


@pytest.mark.parametrize(
    "released", sorted((Path(__file__).parent / "released").glob("*.db.gz")), ids=lambda p: p.name
)
def test_a_ledger_of_every_released_version_is_brought_up(tmp_path: Path, released: Path) -> None:
    # Each was made by that version itself, with the readings of tests/building.py.
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress(released.read_bytes()))
    with Ledger.open(old) as opened:
        assert list(opened.readings()) == [without_acts(vote()), without_acts(protest())]
        assert [skipped.code for skipped in opened.skipped()] == ["empty"]
        assert next(hit.article.title for hit in opened.search("leap dark")) == vote().article.title
        assert opened.check() == []
        assert {record.review for record in opened.records()} == {Review()}


def without_acts(reading: Reading) -> Reading:
    """The reading as a version had it that did not know acts yet: everything is speech."""
    return replace(reading, statements=tuple(replace(one, act="speech") for one in reading.statements))


def test_migrations_are_numbered_from_1_without_a_gap() -> None:
    assert list(migrate._files()) == list(range(1, migrate.latest() + 1))


def test_the_words_of_a_statement_can_be_read_with_plain_sqlite(ledger: Ledger, keep: Keep) -> None:
    keep(vote(), protest())
    rows = sql(ledger, "SELECT id, article_id, source, cue, words FROM statement_list ORDER BY id")
    records = [*vote().records(), *protest().records()]
    expected = [(r.statement.id, r.article.id, r.source_words, r.cue_words, r.words) for r in records]
    assert rows == sorted(expected)
