"""Statements with their articles, streamed: a few articles are in memory at a time."""

import json
from collections.abc import Iterator, Mapping, Sequence

from onrecord.ledger import articles, finding, statements
from onrecord.ledger.conditions import conditions
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import codings
from onrecord.ledger.planning import Chosen, choose
from onrecord.ledger.selection import Filter
from onrecord.model import Article, Code, CodeValues, Reading, Record, Review, Statement


def select(database: Database, selection: Filter) -> Iterator[Record]:
    """The statements that fulfil the conditions, by date (undated last), article and place."""
    article = None if selection.article is None else finding.find(database, "articles", selection.article)
    for some in _batches(choose(database, list(conditions(selection, article)))):
        yield from _of_articles(database, some)


_TOGETHER = 25
"""Statements that are read at once: a page from all over a ledger takes few queries, and memory stays flat."""


def _batches(found: Chosen) -> Iterator[dict[int, Sequence[int]]]:
    """Whole articles, of so many statements together."""
    some: dict[int, Sequence[int]] = {}
    held = 0
    for number, chosen in found:
        some[number], held = chosen, held + len(chosen)
        if held >= _TOGETHER:
            yield some
            some, held = {}, 0
    if some:
        yield some


def _of_articles(database: Database, wanted: Mapping[int, Sequence[int]]) -> Iterator[Record]:
    found = statements.of_articles(database, wanted, linked=True)
    numbers = [number for some in wanted.values() for number in some]
    whole = articles.load_all(database, list(wanted))
    codes, values = _codes(database, numbers), codings.of_statements(database, numbers)
    for article, some in found.items():
        for number, statement, review in some:
            yield _record(whole[article], statement, review, codes.get(number), values.get(number))


def _record(
    article: Article,
    statement: Statement,
    review: Review,
    codes: Sequence[Code] | None,
    values: Sequence[CodeValues] | None,
) -> Record:
    return Record(
        article=article,
        statement=statement,
        review=review,
        codes=tuple(codes or ()),
        values=tuple(values or ()),
    )


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
        number: _record(whole, statement, review, decided.get(number), values.get(number))
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
