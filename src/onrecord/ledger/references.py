"""References that name their column, in ledgers from before migration 9: only the words of the schema change."""

import re
from collections.abc import Mapping

from onrecord.errors import LedgerError
from onrecord.ledger.database import Database, Value

_UNNAMED = re.compile(r"\bREFERENCES (\w+)\b(?! *\()")

_Shape = list[tuple[Value, ...]]


def name_references(database: Database) -> None:
    """Write `REFERENCES runs(run)` where the schema says `REFERENCES runs`, inside the transaction that is open.

    Without a column a reference means the primary key, so no row is touched and nothing means anything else.  Nothing
    is done where nothing is to be done, or where SQLite was built to refuse it (SQLITE_DBCONFIG_DEFENSIVE, as on some
    Macs): such a ledger works as well as before.  LedgerError where the tables would not be what they were.
    """
    renewed = dict(_renewed(database))
    if not renewed:
        return
    before = _shape(database)
    # The way of https://www.sqlite.org/lang_altertable.html, section 8, for changes that leave the rows as they are.
    database.change("PRAGMA writable_schema = ON")
    if not database.value("PRAGMA writable_schema"):
        return
    for name, sql in renewed.items():
        database.change("UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?", (sql, name))
    cookie = database.value("PRAGMA schema_version")
    assert isinstance(cookie, int)  # noqa: S101 - SQLite keeps it as one
    database.change(
        f"PRAGMA schema_version = {cookie + 1}"
    )  # whoever has the file open reads the schema again
    database.change("PRAGMA writable_schema = RESET")
    if _shape(database) != before:
        raise LedgerError(
            f"{database.path}: its tables are not those that OnRecord made, so the schema is left as it is; "
            "run `onrecord check` of the version before, and go on with a backup",
            code="damaged",
        )


def _renewed(database: Database) -> list[tuple[str, str]]:
    """The tables with a reference that names no column, and their SQL as it should be."""
    keys = _keys(database)
    tables = database.rows(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%REFERENCES%'"
    )
    found = [(str(row["name"]), str(row["sql"])) for row in tables]

    def named(one: re.Match[str]) -> str:
        try:
            return f"{one[0]}({keys[one[1]]})"
        except KeyError:  # a table that somebody else made, and that refers to none of ours
            return one[0]

    renewed = [(name, _UNNAMED.sub(named, sql)) for name, sql in found]
    return [pair for pair in renewed if pair not in found]


def _keys(database: Database) -> Mapping[str, str]:
    """The column that a reference to each table means; none of tables with a key of several columns."""
    rows = database.rows("""
        SELECT t.name AS "table", max(k.name) AS "key" FROM sqlite_schema AS t, pragma_table_info(t.name) AS k
        WHERE t.type = 'table' AND k.pk > 0 GROUP BY t.name HAVING count(*) = 1
    """)
    return {str(row["table"]): str(row["key"]) for row in rows}


def _shape(database: Database) -> _Shape:
    """Every column of every table, every index, and every link with the column that it means."""
    columns = """
        SELECT t.name, c.cid, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
        FROM sqlite_schema AS t, pragma_table_xinfo(t.name) AS c WHERE t.type = 'table' ORDER BY 1, 2
    """
    indexes = """
        SELECT t.name, i.name, i."unique", i.origin, i.partial
        FROM sqlite_schema AS t, pragma_index_list(t.name) AS i WHERE t.type = 'table' ORDER BY 1, 2
    """
    links = """
        SELECT t.name, f."from", f."table",
            coalesce(f."to", (SELECT k.name FROM pragma_table_info(f."table") AS k WHERE k.pk = 1)),
            f.on_update, f.on_delete
        FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f WHERE t.type = 'table' ORDER BY 1, 2
    """
    return [tuple(row) for query in (columns, indexes, links) for row in database.rows(query)]
