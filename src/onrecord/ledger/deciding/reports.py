"""Brings an article's own facts and the roles of its blocks to what the decisions in effect make of them."""

from typing import cast

from onrecord.ledger import articles
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.runs import RunId
from onrecord.model import FACTS, Article, ArticleId, Role, SetFact, SetRole
from onrecord.model.storable import storable


def article_as_decided(database: Database, subject: ArticleId, number: int) -> None:
    """Make the rows of an article follow from the decisions in effect; inside a transaction."""
    _restore(database, number)
    decisions = events.in_effect(database, events.of_subjects(database, [subject]))
    facts = {each.change.fact: each.change.value for each in decisions if isinstance(each.change, SetFact)}
    roles = {each.change.start: each.change.role for each in decisions if isinstance(each.change, SetRole)}
    for fact, value in facts.items():
        _set_fact(database, number, fact, value)
    for start, role in roles.items():
        _set_role(database, number, start, role)


def as_first_read(database: Database, number: int, article: Article, run: RunId) -> None:
    """Make the rows of an article those of a reading that was earlier than the first one here; inside a transaction.

    `article_as_decided` has to follow.  What read it last stays that.
    """
    _restore(database, number)
    before = database.value("SELECT doc FROM articles WHERE article = ?", (number,))
    articles.rewrite(database, number, article)
    database.change("UPDATE OR REPLACE skipped SET doc = ? WHERE doc = ?", (storable(article.doc), before))
    database.change(
        "UPDATE articles SET read_by = coalesce(read_by, run), run = ? WHERE article = ?", (run, number)
    )


def _restore(database: Database, number: int) -> None:
    """As the source had it."""
    for row in list(database.rows("SELECT fact, value FROM articles_as_read WHERE article = ?", (number,))):
        fact = _column(row["fact"])
        database.change(f"UPDATE articles SET {fact} = ? WHERE article = ?", (row["value"], number))  # noqa: S608
    database.change(
        "UPDATE blocks SET role = read.role FROM blocks_as_read AS read "
        "WHERE read.article = blocks.article AND read.ordinal = blocks.ordinal AND blocks.article = ?",
        (number,),
    )
    database.change("DELETE FROM articles_as_read WHERE article = ?", (number,))
    database.change("DELETE FROM blocks_as_read WHERE article = ?", (number,))


def _set_fact(database: Database, number: int, fact: str, value: str | None) -> None:
    column = _column(fact)
    database.change(
        f"INSERT INTO articles_as_read (article, fact, value) SELECT article, ?, {column} FROM articles "  # noqa: S608
        "WHERE article = ?",
        (fact, number),
    )
    database.change(f"UPDATE articles SET {column} = ? WHERE article = ?", (value, number))  # noqa: S608 - our names


def _set_role(database: Database, number: int, start: int, role: Role) -> None:
    database.change(
        "INSERT INTO blocks_as_read (article, ordinal, role) "
        "SELECT article, ordinal, role FROM blocks WHERE article = ? AND start = ?",
        (number, start),
    )
    database.change("UPDATE blocks SET role = ? WHERE article = ? AND start = ?", (role, number, start))


def outlet_as_read(database: Database, number: int) -> str | None:
    """The outlet that the source had: what the article's id was made of."""
    row = database.row("SELECT value FROM articles_as_read WHERE article = ? AND fact = 'outlet'", (number,))
    row = row or database.row("SELECT outlet AS value FROM articles WHERE article = ?", (number,))
    return cast("str | None", row["value"]) if row else None


def _column(fact: str) -> str:
    assert fact in FACTS  # noqa: S101 - goes into SQL, and comes out of our own table
    return fact
