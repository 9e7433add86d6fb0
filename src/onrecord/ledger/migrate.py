"""The numbered `.sql` files of `migrations/`, each applied once, in one transaction."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.database import Database, complete
from onrecord.ledger.header import APPLICATION_ID
from onrecord.ledger.references import name_references

# What a migration does that SQL alone cannot say, after its file and in the same transaction.
_STEPS: dict[int, Callable[[Database], None]] = {9: name_references}


@cache
def _files() -> dict[int, str]:
    """Number and SQL of each migration, in order; the number stands before the first underscore of the
    name.
    """
    folder = resources.files("onrecord.ledger") / "migrations"
    files = {int(file.name.split("_")[0]): file for file in folder.iterdir() if file.name.endswith(".sql")}
    return {number: files[number].read_text(encoding="utf-8") for number in sorted(files)}


def latest() -> int:
    """The version of the schema that this OnRecord writes."""
    return max(_files())


def version(database: Database) -> int:
    """The number of the last migration that the file has had; 0 for an empty file."""
    number = database.value("PRAGMA user_version")
    assert isinstance(number, int)  # noqa: S101 - SQLite keeps it as one
    return number


def migrate(database: Database) -> None:
    """Bring the file to the latest version; LedgerError where it is beyond that, and nothing is changed."""
    if version(database) > latest():
        raise newer(database.path, version(database))
    for number, sql in _files().items():
        if number > version(database):
            _apply(database, number, sql)


def newer(path: Path, found: int) -> LedgerError:
    """The error for a ledger with a version of the schema that this OnRecord does not know."""
    return LedgerError(
        f"{path} was written by a newer OnRecord (schema {found}, this one knows {latest()}): "
        "update OnRecord; the file is left as it is",
        code="newer-ledger",
    )


def _apply(database: Database, number: int, sql: str) -> None:
    with database.transaction():
        if version(database) >= number:  # another process was faster
            return
        for statement in _statements(sql):
            database.change(statement)
        if number in _STEPS:
            _STEPS[number](database)
        database.change(f"PRAGMA application_id = {APPLICATION_ID}")
        database.change(f"PRAGMA user_version = {number}")


def _statements(sql: str) -> Iterator[str]:
    """The statements of a script, triggers whole; `executescript` would commit the transaction before it
    begins.
    """
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if complete(statement):
            yield statement
            statement = ""
