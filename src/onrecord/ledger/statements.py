"""Statements, their spans and their chains: rows in, the same values out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Literal, get_args

from onrecord.ledger import beside, source_texts
from onrecord.ledger.database import Database, Value
from onrecord.ledger.runs import RunId
from onrecord.ledger.statement_rows import FACTS, facts_of, review_of, statement_of
from onrecord.model import Review, Span, Statement

Part = Literal["content", "cue", "source"]
PARTS: tuple[Part, ...] = get_args(Part)


# Numbers of statements: all of an article, or those of a list in JSON.
_OF_ARTICLE = "SELECT statement FROM statements WHERE article = ?"
_ONE_OF = "SELECT value FROM json_each(?)"

_QUERY = """
    SELECT s.*, parents.id AS parent_id, coalesce(roots.id, actors.id) AS actor_id
    FROM statements AS s
    LEFT JOIN statements AS parents ON parents.statement = s.parent
    LEFT JOIN actors ON actors.actor = {who}
    LEFT JOIN actors AS roots ON roots.actor = actors.root
"""


def insert_all(database: Database, run: RunId, article: int, statements: Sequence[Statement]) -> None:
    """Store the statements of an article that has none yet, and put their words into the indexes."""
    numbers = {
        statement.id: insert(database, run, article, ordinal, statement)
        for ordinal, statement in enumerate(statements)
    }
    database.change_all(
        "UPDATE statements SET parent = ? WHERE statement = ?",
        ((numbers[each.parent], numbers[each.id]) for each in statements if each.parent is not None),
    )
    index(database, "article", article)


def insert(database: Database, run: RunId, article: int, ordinal: int, statement: Statement) -> int:
    """Store one statement without its parent and outside the indexes; its number in this file."""
    names = ", ".join(FACTS)
    places = ", ".join("?" for _ in FACTS)
    number = database.change(
        f"INSERT INTO statements (id, article, ordinal, run, {names}) VALUES (?, ?, ?, ?, {places})",  # noqa: S608
        (statement.id, article, ordinal, run, *facts_of(database, statement)),
    )
    _insert_spans(database, number, statement)
    beside.insert(database, number, statement)
    return number


def rewrite(database: Database, number: int, statement: Statement) -> None:
    """Make the row of that number say what `statement` says, its id, parent and run aside; inside a transaction."""
    # Who spoke is decided oftener than where: the search indexes are left alone where the words are the same.
    elsewhere = _spans(database, _ONE_OF, (json.dumps([number]),)).get(number, {}) != _parts(statement)
    if elsewhere:
        unindex(database, number)
    facts = ", ".join(f"{name} = ?" for name in FACTS)
    database.change(
        f"UPDATE statements SET {facts} WHERE statement = ?",  # noqa: S608 - our names
        (*facts_of(database, statement), number),
    )
    beside.rewrite(database, number, statement)
    if elsewhere:
        database.change("DELETE FROM spans WHERE statement = ?", (number,))
        _insert_spans(database, number, statement)
        index(database, "statement", number)


def _parts(statement: Statement) -> dict[str, tuple[Span, ...]]:
    return {part: spans for part in PARTS if (spans := getattr(statement, part))}


def index(database: Database, of: Literal["article", "statement"], number: int) -> None:
    """Put the words of the statements of an article, or of one statement, into the search indexes.

    Through the views, so that an index holds exactly what a rebuild of it would put in, and a deletion takes out.
    """
    database.change(
        "INSERT INTO statement_index (rowid, words) "  # noqa: S608 - our names
        f"SELECT statement, words FROM statement_words WHERE {of} = ?",
        (number,),
    )
    source_texts.note(database, of, number)


def unindex(database: Database, number: int) -> None:
    """Take the words of a statement out of the search indexes, before they change."""
    database.change(
        "INSERT INTO statement_index (statement_index, rowid, words) "
        "SELECT 'delete', statement, words FROM statement_words WHERE statement = ?",
        (number,),
    )
    source_texts.drop(database, number)


def of_article(database: Database, article: int) -> dict[int, Statement]:
    """The statements of an article by their number in this file, in the order of the text."""
    return {number: statement for number, statement, _ in with_review(database, article)}


def load(database: Database, article: int, number: int) -> Statement:
    """The statement of that number, of that article, as it stands."""
    ((_, statement, _),) = with_review(database, article, [number])
    return statement


def with_review(
    database: Database, article: int, wanted: Sequence[int] | None = None, *, linked: bool = False
) -> list[tuple[int, Statement, Review]]:
    """Statements of an article as they stand, with their number in this file, in the order of the text.

    Those with the numbers in `wanted`, or all.  Speakers and those beside them have the actors that people gave
    them; with `linked` the others those of the registry.
    """
    if wanted is None:
        found = _loaded(database, _OF_ARTICLE, (article,), linked=linked)
    else:
        found = _loaded(database, _ONE_OF, (json.dumps(wanted),), linked=linked)
    return _in_order(database, article, found)


def of_articles(
    database: Database, wanted: Mapping[int, Sequence[int]], *, linked: bool = False
) -> dict[int, list[tuple[int, Statement, Review]]]:
    """`with_review` for several articles at once: by the article's number, those with the numbers that are wanted."""
    numbers = [number for some in wanted.values() for number in some]
    loaded = {one[0]: one for one in _loaded(database, _ONE_OF, (json.dumps(numbers),), linked=linked)}
    return {
        article: _in_order(database, article, [loaded[number] for number in some])
        for article, some in wanted.items()
    }


def _loaded(
    database: Database, one_of: str, values: Sequence[Value], *, linked: bool
) -> list[tuple[int, Statement, Review]]:
    query = _QUERY.format(who="s.said_by" if linked else "s.speaker")
    spans = _spans(database, one_of, values)
    others = beside.of_statements(database, one_of, values, linked=linked)
    return [
        (
            row["statement"],
            statement_of(row, spans.get(row["statement"], {}), others.get(row["statement"], beside.NOBODY)),
            review_of(row),
        )
        for row in database.rows(f"{query} WHERE s.statement IN ({one_of}) ORDER BY s.ordinal", values)
    ]


def _in_order(
    database: Database, article: int, found: list[tuple[int, Statement, Review]]
) -> list[tuple[int, Statement, Review]]:
    # A person may have added or moved some; those that nobody touched are in order already.
    if len(found) > 1 and _touched(database, article):
        found.sort(key=lambda one: (one[1].content, one[0]))
    return found


def has_any(database: Database, article: int) -> bool:
    """Whether the article has a statement."""
    return database.row("SELECT 1 FROM statements WHERE article = ? LIMIT 1", (article,)) is not None


def next_ordinal(database: Database, article: int) -> int:
    """A place behind all statements of an article."""
    last = database.value("SELECT max(ordinal) FROM statements WHERE article = ?", (article,))
    return last + 1 if isinstance(last, int) else 0


def put_in_order(database: Database, article: int) -> None:
    """Number the statements of an article in the order of its text; inside a transaction."""
    ordered = sorted(of_article(database, article).items(), key=lambda one: (one[1].content, one[0]))
    # Two steps, since no two statements of an article may have one place, for a moment either.
    database.change("UPDATE statements SET ordinal = -1 - statement WHERE article = ?", (article,))
    database.change_all(
        "UPDATE statements SET ordinal = ? WHERE statement = ?",
        ((ordinal, each) for ordinal, (each, _) in enumerate(ordered)),
    )


def _touched(database: Database, article: int) -> bool:
    query = "SELECT 1 FROM statements WHERE article = ? AND (added OR corrected OR needs_look) LIMIT 1"
    return database.row(query, (article,)) is not None


def _insert_spans(database: Database, number: int, statement: Statement) -> None:
    database.change_all(
        "INSERT INTO spans (statement, part, ordinal, start, end) VALUES (?, ?, ?, ?, ?)",
        _span_rows(number, statement),
    )


def _span_rows(number: int, statement: Statement) -> Iterator[tuple[Value, ...]]:
    for part in PARTS:
        spans: tuple[Span, ...] = getattr(statement, part)
        for ordinal, span in enumerate(spans):
            yield number, part, ordinal, span.start, span.end


def _spans(
    database: Database, one_of: str, values: Sequence[Value]
) -> dict[int, dict[str, tuple[Span, ...]]]:
    query = f"""
        SELECT statement, part, start, end FROM spans WHERE statement IN ({one_of})
        ORDER BY statement, part, spans.ordinal
    """  # noqa: S608 - our words
    found: dict[int, dict[str, tuple[Span, ...]]] = {}
    for (statement, part), rows in groupby(database.rows(query, values), itemgetter("statement", "part")):
        found.setdefault(statement, {})[part] = tuple(Span(row["start"], row["end"]) for row in rows)
    return found
