"""Migrations: each once, each whole or not at all."""

import gzip
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import Keep, protest, sql, vote

from onrecord.ledger import Filter, Ledger, migrate
from onrecord.model import Coder, Reading, Review


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
        assert [reading.article for reading in opened.readings()] == [vote().article, protest().article]
        assert [skipped.code for skipped in opened.skipped()] == ["empty"]
        assert next(hit.article.title for hit in opened.search("leap dark")) == vote().article.title
        assert opened.check() == []
        assert list(opened.records(Filter(source="spokesman"))) == []
        found = {record.statement.id for record in opened.records(Filter(source="ines orlo"))}
        assert found == {vote().statements[0].id}


def brought_up(folder: Path, version: str) -> Ledger:
    """The ledger of a released version, as this one opens it."""
    old = folder / "old.db"
    old.write_bytes(gzip.decompress((Path(__file__).parent / "released" / f"{version}.db.gz").read_bytes()))
    return Ledger.open(old)


def test_what_0_1_0_found_is_as_it_was(tmp_path: Path) -> None:
    with brought_up(tmp_path, "0.1.0") as opened:
        assert list(opened.readings()) == [without_acts(vote()), without_acts(protest())]
        assert {record.review for record in opened.records()} == {Review()}


def test_what_people_decided_in_0_2_0_is_as_it_was(tmp_path: Path) -> None:
    bridge, leap = vote().statements
    with brought_up(tmp_path, "0.2.0-schema-3") as opened:
        decided, other = opened.record(bridge.id), opened.record(leap.id)
        assert decided.statement.speaker is not None
        assert (decided.statement.speaker.name, decided.statement.speaker.role) == ("Ines Orlo", "mayor")
        assert decided.review == Review(state="accepted", corrected=True)
        assert (other.statement, other.codes) == (leap, ())
        said = [each.statement.id for each in opened.records(Filter(said_since="2023-06-03"))]
        assert said == [bridge.id]
        assert list(opened.records(Filter(said_since="2023-06-04"))) == []
        assert [each.undone for each in opened.log()] == [False, True, False, False, False, False]
        opened.redo(Coder(name="Ann"), now=datetime(2024, 3, 9, tzinfo=UTC))
        assert [code.stance for code in opened.record(leap.id).codes] == ["disagree"]
        assert opened.check() == []


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
