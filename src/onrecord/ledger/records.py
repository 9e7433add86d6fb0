"""Statements with their articles, streamed: one article is in memory at a time."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from onrecord.ledger import articles, finding, statements
from onrecord.ledger.database import Database
from onrecord.ledger.selection import Filter, conditions
from onrecord.model import Code, Reading, Record


def select(database: Database, selection: Filter) -> Iterator[Record]:
    """The statements that fulfil the conditions, by date (undated last), article and place."""
    article = None if selection.article is None else finding.find(database, "articles", selection.article)
    chosen = list(conditions(selection, article))
    terms = " AND ".join(term for term, _ in chosen) or "TRUE"
    # Numbers only: what has to be sorted stays small, and the texts come one article at a time.
    query = f"""
        SELECT s.article, s.statement FROM statements AS s JOIN articles AS a ON a.article = s.article
        WHERE {terms} ORDER BY {articles.ORDER}, s.ordinal
    """  # noqa: S608 - our words, their values as parameters
    rows = database.rows(query, [value for _, values in chosen for value in values])
    for number, of_one in groupby(rows, itemgetter("article")):
        found = of_article(database, number)
        wanted = {row["statement"] for row in of_one}
        yield from (record for each, record in found.items() if each in wanted)


def load(database: Database, statement_id: str) -> Record:
    """The statement with that id (or its beginning); NotFoundError where there is none, or more than one."""
    number = finding.find(database, "statements", statement_id)
    article = database.value("SELECT article FROM statements WHERE statement = ?", (number,))
    assert isinstance(article, int)  # noqa: S101 - each statement has one
    return of_article(database, article)[number]


def of_article(database: Database, article: int) -> dict[int, Record]:
    """The statements of an article by their number in this file, with what people made of them, in order."""
    whole, decided = articles.load(database, article), _codes(database, article)
    return {
        number: Record(
            article=whole, statement=statement, review=review, codes=tuple(decided.get(number, ()))
        )
        for number, statement, review in statements.with_review(database, article)
    }


def _codes(database: Database, article: int) -> dict[int, list[Code]]:
    query = """
        SELECT codes.statement, concept, stance, name FROM codes JOIN coders USING (coder)
        JOIN statements USING (statement) WHERE article = ? ORDER BY codes.statement, concept, name
    """
    found: dict[int, list[Code]] = {}
    for row in database.rows(query, (article,)):
        code = Code(concept=row["concept"], stance=row["stance"], coder=row["name"])
        found.setdefault(row["statement"], []).append(code)
    return found


def reading(database: Database, article: int) -> Reading:
    """An article, by its number in this file, with its statements."""
    return Reading(
        article=articles.load(database, article),
        statements=tuple(statements.of_article(database, article).values()),
    )
