"""Rows by the beginning of their ids, as people type and paste them."""

import re
from typing import Literal

from onrecord.errors import NotFoundError
from onrecord.ledger.database import Database

Table = Literal["articles", "statements", "actors", "decisions"]

_LETTERS: dict[Table, str] = {"articles": "a", "statements": "s", "actors": "p", "decisions": "d"}
_ID = re.compile(r"[aspd]-[a-z2-7]{4,13}")
_SHOWN = 5  # candidates in a message: enough to see which is meant, short enough for a line

_AFTER = "{"  # sorts right after "z", so after every id with the same beginning


def find(database: Database, table: Table, beginning: str) -> int:
    """The number of the one row of `table` whose id begins so; at least four characters after the hyphen.

    Raises NotFoundError (``not-found``, or ``ambiguous`` with candidates).
    """
    what = table.removesuffix("s")
    what_one, letter = f"an {what}" if what[0] == "a" else f"a {what}", _LETTERS[table]
    if not _ID.fullmatch(beginning) or beginning[0] != letter:
        raise NotFoundError(
            f"{beginning!r} is not the id of {what_one}: one looks like {letter}-… with at least four "
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


def whole_id(database: Database, table: Table, beginning: str) -> str:
    """The whole id of the one row of `table` whose id begins so; raises as `find` does."""
    number = find(database, table, beginning)
    found = database.value(f"SELECT id FROM {table} WHERE {table.removesuffix('s')} = ?", (number,))  # noqa: S608
    assert isinstance(found, str)  # noqa: S101 - the number came out of the same file
    return found


def _ambiguous(beginning: str, ids: list[str]) -> str:
    more = " and more" if len(ids) > _SHOWN else ""
    return f"{beginning} may be {', '.join(ids[:_SHOWN])}{more}: give more of the id"
