"""From a path to an open database, or a refusal that leaves the file as it was."""

import os
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.database import Database
from onrecord.ledger.header import read_header
from onrecord.ledger.migrate import latest, migrate, newer


def open_database(path: Path, *, create: bool) -> Database:
    """The ledger's database at `path`, of the latest schema; made where there is none and `create` says so.

    Raises LedgerError where there is no ledger, another kind of file, or a ledger of a newer OnRecord.
    """
    _refuse(path, create=create)
    if not create and _frozen(path):
        return Database(path, frozen=True)
    database = Database(path)
    try:
        migrate(database)
        # After the first migration, so that the file's own header, not the log beside it, says what it is.
        database.change("PRAGMA journal_mode = WAL")
    except BaseException:
        database.close()
        raise
    return database


def _frozen(path: Path) -> bool:
    """Whether a ledger of this version lies where nobody can write: an archive to be looked at as it is.

    One with a log beside it is not taken for frozen: what the log holds would not be seen.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return False
    header, log = read_header(path), path.with_name(f"{path.name}-wal")
    return header is not None and header.version == latest() and not log.exists()


def _refuse(path: Path, *, create: bool) -> None:
    """Raise LedgerError where the ledger can be neither opened nor made."""
    try:
        size = path.stat().st_size
        header = read_header(path)
    except FileNotFoundError as error:
        _refuse_missing(path, create, error)
        return
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}", code="cannot-open") from error
    if size == 0 and create:  # an empty file is an empty database, as SQLite sees it
        return
    if header is None:
        raise LedgerError(
            f"{path} is not a ledger of OnRecord, so it is left as it is: name another file",
            code="not-a-ledger",
        )
    if header.version > latest():
        raise newer(path, header.version)


def _refuse_missing(path: Path, create: bool, error: FileNotFoundError) -> None:
    if not create:
        raise LedgerError(
            f"there is no ledger at {path}: make one with `onrecord add ARTICLES --ledger {path}`",
            code="no-ledger",
        ) from error
    if not path.parent.is_dir():
        raise LedgerError(
            f"{path} cannot be made: there is no folder {path.parent}", code="no-folder"
        ) from error
