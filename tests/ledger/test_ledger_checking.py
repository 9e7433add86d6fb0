"""`check` finds each kind of harm, and says which row has it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from building import Keep, protest, sql, vote

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger

HARMS = {
    "text-hash": "UPDATE articles SET text = replace(text, 'snow', 'rain')",
    "article-id": "UPDATE articles SET outlet = 'Someone Else' WHERE article = 1",
    "statement-id": "UPDATE spans SET end = end - 1 WHERE part = 'content'",
    "span-outside": "UPDATE spans SET end = 99999 WHERE part = 'cue'",
    "link": "DELETE FROM runs",
    "source": "DELETE FROM appearances",
    "blocks": "DELETE FROM blocks WHERE ordinal = 1",
    "index": "DELETE FROM article_index_data WHERE id > 10",
    "application-id": "PRAGMA application_id = 7",
    "damaged": "UPDATE statements SET confidence = 3.0",
}


@pytest.mark.parametrize("code", HARMS)
def test_each_harm_is_found(ledger: Ledger, keep: Keep, code: str) -> None:
    keep(vote(), protest())
    assert ledger.check() == []
    harm(ledger, HARMS[code])
    assert code in {problem.code for problem in ledger.check()}


def harm(ledger: Ledger, change: str) -> None:
    """Change the file behind the ledger's back, as a program that knows nothing of it might."""
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(change)


def test_a_problem_names_the_article(ledger: Ledger, keep: Keep) -> None:
    keep(vote(), protest())
    harm(ledger, HARMS["text-hash"])
    (problem,) = (each for each in ledger.check() if each.code == "text-hash")
    assert vote().article.id in problem.detail


def test_a_span_that_is_none_is_a_problem_and_not_a_crash(ledger: Ledger, keep: Keep) -> None:
    keep(vote())
    harm(ledger, "UPDATE spans SET end = start")
    assert "damaged" in {problem.code for problem in ledger.check()}


def test_a_truncated_ledger_is_refused_or_told_damaged(ledger: Ledger, keep: Keep) -> None:
    keep(vote(), protest())
    sql(ledger, "SELECT 1")  # everything is in the file now, nothing in its log
    whole = ledger.path.read_bytes()
    for size in range(4096, len(whole), 3 * 4096):
        path = cut(ledger.path, whole[:size])
        try:
            with Ledger.open(path) as opened:
                assert opened.check() != []
        except LedgerError as error:
            assert error.code == "damaged"  # noqa: PT017 - either way is right


def cut(path: Path, content: bytes) -> Path:
    shorter = path.with_name("cut.db")
    shorter.write_bytes(content)
    return shorter


def test_a_ledger_of_which_a_page_is_overwritten_is_told_damaged(ledger: Ledger, keep: Keep) -> None:
    keep(vote(), protest())
    ((page,),) = sql(ledger, "SELECT rootpage FROM sqlite_schema WHERE name = 'spans'")
    content = bytearray(ledger.path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    with Ledger.open(cut(ledger.path, bytes(content))) as opened:
        assert "damaged" in {problem.code for problem in opened.check()}
        with pytest.raises(LedgerError, match="backup"):
            list(opened.records())
