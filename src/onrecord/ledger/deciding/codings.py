"""The variables of codes: rows in, the same values out."""

import json
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from onrecord.ledger.database import Database, Row
from onrecord.model import Amount, CodeValues, Valued, VariableType


def type_of(value: Amount) -> VariableType:
    """The type that a value is of."""
    if isinstance(value, bool):
        return "boolean"
    return "integer" if isinstance(value, int) else "short text"


def rewrite(database: Database, number: int, values: Sequence[CodeValues]) -> None:
    """Put these in place of what a statement, by its number in this file, had; inside a transaction."""
    database.change("DELETE FROM codings WHERE statement = ?", (number,))
    for each in values:
        coding = database.change(
            "INSERT INTO codings (statement, concept, coder, entry, stance, scheme) "
            "SELECT ?, ?, coder, ?, ?, ? FROM coders WHERE name = ?",
            (number, each.concept, each.entry, each.stance, each.scheme, each.coder),
        )
        database.change_all(
            "INSERT INTO code_values (coding, variable, type, value) VALUES (?, ?, ?, ?)",
            (
                (coding, one.variable, type_of(one.value), one.value)
                for one in each.values
                if one.value is not None
            ),
        )


def of_statements(database: Database, numbers: Sequence[int]) -> dict[int, list[CodeValues]]:
    """The variables of the codes of statements, by the statement's number; by concept, coder and entry."""
    query = """
        SELECT codings.statement, concept, name, entry, stance, scheme, variable, type, value
        FROM codings JOIN coders USING (coder) LEFT JOIN code_values USING (coding)
        WHERE codings.statement IN (SELECT value FROM json_each(?))
        ORDER BY codings.statement, concept, name, entry, variable
    """
    found: dict[int, list[CodeValues]] = {}
    key = itemgetter("statement", "concept", "name", "entry", "stance", "scheme")
    for (statement, concept, coder, entry, stance, scheme), rows in groupby(
        database.rows(query, (json.dumps(numbers),)), key
    ):
        made = CodeValues(
            concept=concept,
            coder=coder,
            entry=entry,
            stance=stance,
            scheme=scheme,
            values=tuple(_valued(row) for row in rows if row["variable"] is not None),
        )
        found.setdefault(statement, []).append(made)
    return found


def _valued(row: Row) -> Valued:
    return Valued(
        variable=row["variable"], value=bool(row["value"]) if row["type"] == "boolean" else row["value"]
    )
