"""Statements with their articles, streamed: one article is in memory at a time."""

import json
from collections.abc import Iterator, Sequence

from onrecord.ledger import articles, finding, statements
from onrecord.ledger.conditions import conditions
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import codings
from onrecord.ledger.planning import choose
from onrecord.ledger.selection import Filter
from onrecord.model import Code, Reading, Record


def select(database: Database, selection: Filter) -> Iterator[Record]:
    """The statements that fulfil the conditions, by date (undated last), article and place."""
    article = None if selection.article is None else finding.find(database, "articles", selection.article)
    for number, chosen in choose(database, list(conditions(selection, article))):
        yield from of_article(database, number, chosen).values()


def load(database: Database, statement_id: str) -> Record:
    """The statement with that id (or its beginning); NotFoundError where there is none, or more than one."""
    number = finding.find(database, "statements", statement_id)
    article = database.value("SELECT article FROM statements WHERE statement = ?", (number,))
    assert isinstance(article, int)  # noqa: S101 - each statement has one
    return of_article(database, article, [number])[number]


def of_article(
    database: Database, article: int, wanted: Sequence[int] | None = None, *, linked: bool = True
) -> dict[int, Record]:
    """Statements of an article by their number in this file, with what people made of them, in order.

    Those with the numbers in `wanted`, or all; their speakers as in `statements.with_review`.
    """
    found = statements.with_review(database, article, wanted, linked=linked)
    numbers = [number for number, _, _ in found]
    whole, decided = articles.load(database, article), _codes(database, numbers)
    values = codings.of_statements(database, numbers)
    return {
        number: Record(
            article=whole,
            statement=statement,
            review=review,
            codes=tuple(decided.get(number, ())),
            values=tuple(values.get(number, ())),
        )
        for number, statement, review in found
    }


def _codes(database: Database, numbers: Sequence[int]) -> dict[int, list[Code]]:
    query = """
        SELECT codes.statement, concept, stance, name FROM codes JOIN coders USING (coder)
        WHERE codes.statement IN (SELECT value FROM json_each(?)) ORDER BY codes.statement, concept, name
    """
    found: dict[int, list[Code]] = {}
    for row in database.rows(query, (json.dumps(numbers),)):
        code = Code(concept=row["concept"], stance=row["stance"], coder=row["name"])
        found.setdefault(row["statement"], []).append(code)
    return found


def reading(database: Database, article: int, *, rejected: bool = False) -> Reading:
    """An article, by its number in this file, with its statements that stand; with those too that were rejected."""
    found = statements.with_review(database, article, linked=True)
    return Reading(
        article=articles.load(database, article),
        statements=tuple(one for _, one, review in found if rejected or review.state != "rejected"),
    )
