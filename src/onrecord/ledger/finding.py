"""Rows by the beginning of their ids, as people type and paste them."""

import re
from typing import Literal

from onrecord.errors import NotFoundError
from onrecord.ledger.database import Database
from onrecord.model.storable import storable

Table = Literal["articles", "statements", "actors", "decisions"]

_LETTERS: dict[Table, str] = {"articles": "a", "statements": "s", "actors": "p", "decisions": "d"}
_ID = re.compile(r"[aspd]-[a-z2-7]{4,13}")
_SHOWN = 5  # candidates in a message: enough to see which is meant, short enough for a line

_AFTER = "{"  # sorts right after "z", so after every id with the same beginning


def find(database: Database, table: Table, beginning: str) -> int:
    """The number of the one row of `table` whose id begins so; at least four characters after the hyphen.

    An article may be given by its file too: see `_of_file`.  Raises NotFoundError (``not-found``, or ``ambiguous`` with
    candidates).
    """
    what = table.removesuffix("s")
    what_one, letter = f"an {what}" if what[0] == "a" else f"a {what}", _LETTERS[table]
    if not _ID.fullmatch(beginning) or beginning[0] != letter:
        if table == "articles" and (of_file := _of_file(database, beginning)) is not None:
            return of_file
        file = ", nor a file that one was read from" if table == "articles" else ""
        raise NotFoundError(
            f"{beginning!r} is not the id of {what_one}{file}: one looks like {letter}-… with at least four "
            "characters after the hyphen"
        )
    rows = list(
        database.rows(
            f"SELECT {what} AS number, id FROM {table} WHERE id >= ? AND id < ? LIMIT ?",  # noqa: S608 - our names
            (beginning, beginning + _AFTER, _SHOWN + 1),
        )
    )
    if not rows:
        raise NotFoundError(f"{database.path} has no {what} {beginning}")
    if len(rows) > 1:
        raise NotFoundError(_ambiguous(beginning, [row["id"] for row in rows]), code="ambiguous")
    number: int = rows[0]["number"]
    return number


def _of_file(database: Database, given: str) -> int | None:
    """The number of the one article that was read from a file of that path, or of a path that ends so; None for none.

    Raises NotFoundError (``ambiguous``) where there are more; one of the very path goes before those that end so.
    """
    path = storable(given.replace("\\", "/").removeprefix("./"))
    query = """
        SELECT article, id, doc, doc IN (?1, './' || ?1) AS whole FROM articles
        WHERE whole OR (length(?1) AND substr(doc, -length(?1) - 1) = '/' || ?1) ORDER BY whole DESC LIMIT ?2
    """
    rows = list(database.rows(query, (path, _SHOWN + 1)))
    meant = [row for row in rows if row["whole"]] or rows
    if len(meant) > 1:
        raise NotFoundError(
            _ambiguous(given, [f"{row['id']} ({row['doc']})" for row in meant]), code="ambiguous"
        )
    return meant[0]["article"] if meant else None


def whole_id(database: Database, table: Table, beginning: str) -> str:
    """The whole id of the one row of `table` whose id begins so; raises as `find` does."""
    number = find(database, table, beginning)
    found = database.value(f"SELECT id FROM {table} WHERE {table.removesuffix('s')} = ?", (number,))  # noqa: S608
    assert isinstance(found, str)  # noqa: S101 - the number came out of the same file
    return found


def _ambiguous(beginning: str, ids: list[str]) -> str:
    more = " and more" if len(ids) > _SHOWN else ""
    return f"{beginning} may be {', '.join(ids[:_SHOWN])}{more}: give more of it"
