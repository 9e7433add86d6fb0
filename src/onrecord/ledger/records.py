"""Statements with their articles, streamed: one article is in memory at a time."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from onrecord.ledger import articles, finding, statements
from onrecord.ledger.database import Database
from onrecord.ledger.selection import Filter, conditions
from onrecord.model import Reading, Record


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
    rows = database.rows(query, [value for _, value in chosen])
    for number, of_one in groupby(rows, itemgetter("article")):
        whole = articles.load(database, number)
        found = statements.of_article(database, number)
        for row in of_one:
            yield Record(article=whole, statement=found[row["statement"]])


def load(database: Database, statement_id: str) -> Record:
    """The statement with that id (or its beginning); NotFoundError where there is none, or more than one."""
    number = finding.find(database, "statements", statement_id)
    article = database.value("SELECT article FROM statements WHERE statement = ?", (number,))
    assert isinstance(article, int)  # noqa: S101 - each statement has one
    return Record(
        article=articles.load(database, article), statement=statements.of_article(database, article)[number]
    )


def reading(database: Database, article: int) -> Reading:
    """An article, by its number in this file, with its statements."""
    return Reading(
        article=articles.load(database, article),
        statements=tuple(statements.of_article(database, article).values()),
    )
