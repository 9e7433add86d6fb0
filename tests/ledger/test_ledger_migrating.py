"""Migrations: each once, each whole or not at all."""

import gzip
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import Keep, protest, sql, vote

from onrecord.errors import LedgerError
from onrecord.ledger import Filter, Ledger, migrate, references
from onrecord.ledger.database import Database, Value
from onrecord.model import Accept, Coder, Reading, Review


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


RELEASED = sorted((Path(__file__).parent / "released").glob("*.db.gz"))


@pytest.mark.parametrize("released", RELEASED, ids=lambda p: p.name)
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


@pytest.mark.parametrize("released", RELEASED, ids=lambda p: p.name)
def test_a_ledger_of_every_released_version_ends_with_the_schema_of_a_new_one(
    ledger: Ledger, tmp_path: Path, released: Path
) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress(released.read_bytes()))
    with Ledger.open(old) as opened:
        pass
    query = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    assert sql(opened, query) == sql(ledger, query)
    assert sql(opened, "PRAGMA integrity_check") == [("ok",)]
    assert sql(opened, "PRAGMA foreign_key_check") == []


LINKS = """
    SELECT t.name, f."from", f."table", f."to", (SELECT k.name FROM pragma_table_info(f."table") AS k WHERE k.pk = 1)
    FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f WHERE t.type = 'table'
"""


def test_every_reference_names_its_column(ledger: Ledger) -> None:
    # datasette 0.65 answers 500 for a table with a reference that does not.
    links = sql(ledger, LINKS)
    assert ("statements", "parent", "statements", "statement", "statement") in links
    assert [link for link in links if link[3] != link[4]] == []


def test_who_has_the_file_open_while_the_references_are_named_goes_on(tmp_path: Path) -> None:
    old = unpacked(tmp_path, "0.2.0-schema-8")
    with closing(sqlite3.connect(old)) as other:
        before = other.execute("SELECT count(*) FROM statements").fetchone()
        assert other.execute("PRAGMA foreign_key_list(spans)").fetchone()[4] is None
        Ledger.open(old).close()
        assert other.execute("SELECT count(*) FROM statements").fetchone() == before
        assert other.execute("PRAGMA foreign_key_list(spans)").fetchone()[4] == "statement"


def test_where_sqlite_lets_nobody_write_the_schema_a_ledger_works_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As where SQLite was built with SQLITE_DBCONFIG_DEFENSIVE: the pragma that is to be set stays off.
    change = Database.change

    def refused(database: Database, statement: str, parameters: Sequence[Value] = ()) -> int:
        return 0 if statement == "PRAGMA writable_schema = ON" else change(database, statement, parameters)

    monkeypatch.setattr(Database, "change", refused)
    with brought_up(tmp_path, "0.2.0-schema-8") as opened:
        opened.decide(
            Coder(name="Ann"), vote().statements[1].id, Accept(), now=datetime(2024, 3, 9, tzinfo=UTC)
        )
        assert opened.check() == []
    assert sql(opened, "PRAGMA user_version") == [(migrate.latest(),)]
    assert None in [link[3] for link in sql(opened, LINKS)]


def test_a_reference_to_a_key_of_several_columns_is_left_as_it_is(tmp_path: Path) -> None:
    old = unpacked(tmp_path, "0.2.0-schema-8")
    with closing(sqlite3.connect(old)) as other:
        other.execute("CREATE TABLE pairs (a, b, PRIMARY KEY (a, b))")
        other.execute("CREATE TABLE notes (x, y, FOREIGN KEY (x, y) REFERENCES pairs)")
    with Ledger.open(old) as opened:
        assert opened.check() == []
    assert "REFERENCES pairs)" in str(sql(opened, "SELECT sql FROM sqlite_schema WHERE name = 'notes'"))


def test_tables_that_somebody_else_changed_are_left_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = unpacked(tmp_path, "0.2.0-schema-8")
    # A key that is not the one which a reference without a column means.
    monkeypatch.setattr(references, "_keys", lambda _: defaultdict(lambda: "id"))
    with pytest.raises(LedgerError, match="left as it is"):
        Ledger.open(old)
    with closing(sqlite3.connect(old)) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (8,)
        assert other.execute("PRAGMA foreign_key_list(spans)").fetchone()[4] is None
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def unpacked(folder: Path, version: str) -> Path:
    """The ledger of a released version."""
    old = folder / "old.db"
    old.write_bytes(gzip.decompress((Path(__file__).parent / "released" / f"{version}.db.gz").read_bytes()))
    return old


def brought_up(folder: Path, version: str) -> Ledger:
    """The ledger of a released version, as this one opens it."""
    return Ledger.open(unpacked(folder, version))


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


def test_what_people_decided_in_schema_8_is_as_it_was(tmp_path: Path) -> None:
    bridge, leap = vote().statements
    with brought_up(tmp_path, "0.2.0-schema-8") as opened:
        decided = opened.record(bridge.id)
        assert decided.statement.speaker is not None
        assert (decided.statement.speaker.name, decided.statement.speaker.role) == ("Ines Orlo", "mayor")
        assert [carrier.name for carrier in decided.statement.via] == ["The Quay"]
        assert decided.review == Review(state="accepted", corrected=True)
        assert [code.stance for code in opened.record(leap.id).codes] == ["disagree"]
        assert [each.undone for each in opened.log()] == [False, True, False, False, False, False, False]


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
