"""Copies of a ledger: one to keep, and one that goes back to a past moment."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.database import Database
from onrecord.ledger.deciding.rewinding import moment, rewind
from onrecord.ledger.migrate import migrate


def copy(database: Database, path: Path, progress: Callable[[int, int], None] | None = None) -> None:
    """A copy under a name that no file has; LedgerError where one has it, or where it cannot be written."""
    if path.exists():
        raise LedgerError(f"{path} is there already: name a file that is not", code="exists")
    if not path.parent.is_dir():
        raise LedgerError(f"{path} cannot be made: there is no folder {path.parent}", code="no-folder")
    partial = path.with_name(f".{path.name}.part")
    partial.unlink(missing_ok=True)
    try:
        database.copy_to(partial, progress, named=path)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def as_of(database: Database, at: str) -> Iterator[Database]:
    """The database as it was at a moment, in a temporary file."""
    when = moment(at)
    with copied(database) as past:
        migrate(past)
        rewind(past, when)
        yield past


@contextmanager
def copied(database: Database) -> Iterator[Database]:
    """A copy in the temporary folder, gone at the end of the `with`."""
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        path = Path(folder) / "copy.db"
        copy(database, path)
        made = Database(path)
        try:
            yield made
        finally:
            made.close()
