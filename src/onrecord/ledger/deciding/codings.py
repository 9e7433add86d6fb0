"""The variables of codes: rows in, the same values out."""

import json
from collections.abc import Sequence

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
        SELECT coding, codings.statement, concept, name, entry, stance, scheme
        FROM codings JOIN coders USING (coder)
        WHERE codings.statement IN (SELECT value FROM json_each(?))
        ORDER BY codings.statement, concept, name, entry
    """
    found: dict[int, list[CodeValues]] = {}
    for row in list(database.rows(query, (json.dumps(numbers),))):
        values = database.rows(
            "SELECT variable, type, value FROM code_values WHERE coding = ? ORDER BY variable",
            (row["coding"],),
        )
        made = CodeValues(
            concept=row["concept"],
            coder=row["name"],
            entry=row["entry"],
            stance=row["stance"],
            scheme=row["scheme"],
            values=tuple(map(_valued, values)),
        )
        found.setdefault(row["statement"], []).append(made)
    return found


def _valued(row: Row) -> Valued:
    return Valued(
        variable=row["variable"], value=bool(row["value"]) if row["type"] == "boolean" else row["value"]
    )
