"""Statements and their spans: rows in, the same values out."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Literal, get_args

from onrecord.ledger.database import Database, Row, Value
from onrecord.ledger.runs import RunId
from onrecord.model import Span, Statement

Part = Literal["content", "cue", "source"]
PARTS: tuple[Part, ...] = get_args(Part)


def insert_all(database: Database, run: RunId, article: int, statements: Sequence[Statement]) -> None:
    """Store the statements of an article that has none yet, and put their words into the indexes."""
    numbers = {
        statement.id: _insert(database, run, article, ordinal, statement)
        for ordinal, statement in enumerate(statements)
    }
    database.change_all(
        "UPDATE statements SET parent = ? WHERE statement = ?",
        ((numbers[each.parent], numbers[each.id]) for each in statements if each.parent is not None),
    )
    # Through the views, so that an index holds exactly what a rebuild of it would put in, and a deletion
    # takes out.
    database.change(
        "INSERT INTO statement_index (rowid, words) "
        "SELECT statement, words FROM statement_words WHERE article = ?",
        (article,),
    )
    database.change(
        "INSERT INTO source_index (rowid, source) "
        "SELECT statement, source FROM statement_sources WHERE article = ?",
        (article,),
    )


def of_article(database: Database, article: int) -> dict[int, Statement]:
    """The statements of an article by their number in this file, in the order of the text."""
    spans = _spans_by_statement(database, article)
    query = """
        SELECT s.statement, s.id, s.kind, s.confidence, parents.id AS parent
        FROM statements AS s LEFT JOIN statements AS parents ON parents.statement = s.parent
        WHERE s.article = ? ORDER BY s.ordinal
    """
    return {
        row["statement"]: _statement(row, spans.get(row["statement"], {}))
        for row in database.rows(query, (article,))
    }


def has_any(database: Database, article: int) -> bool:
    """Whether the article has a statement."""
    return database.row("SELECT 1 FROM statements WHERE article = ? LIMIT 1", (article,)) is not None


def _insert(database: Database, run: RunId, article: int, ordinal: int, statement: Statement) -> int:
    number = database.change(
        "INSERT INTO statements (id, article, ordinal, kind, confidence, run) VALUES (?, ?, ?, ?, ?, ?)",
        (statement.id, article, ordinal, statement.kind, statement.confidence, run),
    )
    database.change_all(
        "INSERT INTO spans (statement, part, ordinal, start, end) VALUES (?, ?, ?, ?, ?)",
        _span_rows(number, statement),
    )
    return number


def _span_rows(number: int, statement: Statement) -> Iterator[tuple[Value, ...]]:
    for part in PARTS:
        spans: tuple[Span, ...] = getattr(statement, part)
        for ordinal, span in enumerate(spans):
            yield number, part, ordinal, span.start, span.end


def _spans_by_statement(database: Database, article: int) -> dict[int, dict[str, tuple[Span, ...]]]:
    query = """
        SELECT statement, part, start, end FROM spans
        WHERE statement IN (SELECT statement FROM statements WHERE article = ?)
        ORDER BY statement, part, spans.ordinal
    """
    found: dict[int, dict[str, tuple[Span, ...]]] = {}
    for (statement, part), rows in groupby(database.rows(query, (article,)), itemgetter("statement", "part")):
        found.setdefault(statement, {})[part] = tuple(Span(row["start"], row["end"]) for row in rows)
    return found


def _statement(row: Row, spans: dict[str, tuple[Span, ...]]) -> Statement:
    return Statement(
        id=row["id"],
        kind=row["kind"],
        content=spans.get("content", ()),
        cue=spans.get("cue", ()),
        source=spans.get("source", ()),
        confidence=row["confidence"],
        parent=row["parent"],
    )
