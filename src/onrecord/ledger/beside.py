"""Those beside the speaker of a statement, through whom it came and to whom it was said: rows in, values out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

from onrecord.ledger.database import Database, Row, Value
from onrecord.model import Addressee, Carrier, Statement

One = TypeVar("One", Carrier, Addressee)
"""Somebody beside the speaker, who stays what they are."""

PARTS = {"carriers": "via", "addressees": "to"}
"""The tables that hold them, each with the same columns, and what the part of a statement is called that it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The chain of a statement, the outermost first, and its addressees in the order of the text."""

    via: tuple[Carrier, ...] = ()
    to: tuple[Addressee, ...] = ()


NOBODY = Beside()


def insert(database: Database, number: int, statement: Statement) -> None:
    """Store those of a statement that has none yet, by its number; inside a transaction."""
    parts: tuple[Sequence[Carrier | Addressee], ...] = (statement.via, statement.to)
    for table, some in zip(PARTS, parts, strict=True):
        database.change_all(
            f"INSERT INTO {table} (statement, ordinal, name, type, actor) VALUES (?, ?, ?, ?, ?)",  # noqa: S608 - ours
            (
                (number, ordinal, one.name, one.type, actor_number(database, one.actor))
                for ordinal, one in enumerate(some)
            ),
        )


def rewrite(database: Database, number: int, statement: Statement) -> None:
    """Make those of a statement what it says; who stays keeps the actor that linking found."""
    held = _held(database, "SELECT ?", (number,), "actor").get(number, NOBODY)
    if (held.via, held.to) != (statement.via, statement.to):
        for table in PARTS:
            database.change(f"DELETE FROM {table} WHERE statement = ?", (number,))  # noqa: S608 - ours
        insert(database, number, statement)


def of_statements(
    database: Database, one_of: str, values: Sequence[Value], *, linked: bool
) -> dict[int, Beside]:
    """Those of the statements whose numbers a query gives; statements without any are left out.

    They have the actors that people gave them, or those that such were merged into; with `linked` the others those
    of the registry.
    """
    return _held(database, one_of, values, "known_as" if linked else "actor")


def actor_number(database: Database, actor: str | None) -> Value:
    """The number in this file of the actor with that id; None for None, and where it is not here."""
    return None if actor is None else database.value("SELECT actor FROM actors WHERE id = ?", (actor,))


def _held(database: Database, one_of: str, values: Sequence[Value], who: str) -> dict[int, Beside]:
    carriers, addressees = (_rows(database, table, one_of, values, who) for table in PARTS)
    return {
        number: Beside(
            via=tuple(Carrier(**_facts(row)) for row in carriers.get(number, ())),
            to=tuple(Addressee(**_facts(row)) for row in addressees.get(number, ())),
        )
        for number in carriers.keys() | addressees.keys()
    }


def _rows(
    database: Database, table: str, one_of: str, values: Sequence[Value], who: str
) -> dict[int, list[Row]]:
    query = f"""
        SELECT statement, b.name, b.type, coalesce(roots.id, actors.id) AS id FROM {table} AS b
        LEFT JOIN actors ON actors.actor = b.{who} LEFT JOIN actors AS roots ON roots.actor = actors.root
        WHERE statement IN ({one_of}) ORDER BY statement, b.ordinal
    """  # noqa: S608 - our words
    return {
        number: list(rows) for number, rows in groupby(database.rows(query, values), itemgetter("statement"))
    }


def _facts(row: Row) -> dict[str, Any]:
    return {"name": row["name"], "type": row["type"], "actor": row["id"]}
