"""A SQLite connection that speaks our errors: the only file that calls `sqlite3`."""

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from onrecord.errors import LedgerError

_PAGES_AT_ONCE = 4096
"""Of a copy: 16 MB, after which others may write and progress is told."""

_CACHE = 65_536
"""KiB of the file kept in memory: the inner pages of all indexes of a million statements."""

Value = str | int | float | None
Row = sqlite3.Row

BUSY_SECONDS = 30.0
"""How long a writer waits for another: a transaction is one source, and the largest takes seconds."""


class Database:
    """One connection: rows out, changes in, each change inside `transaction()`.

    Every method raises LedgerError where the file is locked, full, read-only or damaged; any other sqlite3
    error is a fault of ours and comes through as it is.
    """

    def __init__(self, path: Path, *, frozen: bool = False) -> None:
        """Open the database file at `path`, made empty where there is none; nobody can write to a `frozen` one."""
        self.path = path
        self.decided: tuple[datetime, str] | None = None
        """The moment at which this connection decided last, and the time that the decision has."""
        with self._errors_told():
            # Absolute, so that a file named ":memory:" is a file.
            place = f"{path.absolute().as_uri()}?immutable=1" if frozen else str(path.absolute())
            self._connection = sqlite3.connect(place, timeout=BUSY_SECONDS, isolation_level=None, uri=frozen)
            self._connection.row_factory = sqlite3.Row
            try:
                self._connection.execute("PRAGMA foreign_keys = ON")
                self._connection.execute(f"PRAGMA cache_size = {-_CACHE}")
            except BaseException:  # it reads the file already
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the connection; an unfinished transaction is rolled back."""
        self._connection.close()

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows of a query, fetched as they are asked for; all of them see one state of the file."""
        with self._errors_told():
            # Not `yield from`: it closes the cursor of an abandoned iterator, after the database perhaps.
            for row in self._connection.execute(sql, parameters):  # noqa: UP028 - as said
                yield row

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, or None."""
        with self._errors_told():
            row: Row | None = self._connection.execute(sql, parameters).fetchone()
        return row

    def value(self, sql: str, parameters: Sequence[Value] = ()) -> Value:
        """The first column of the first row, or None."""
        row = self.row(sql, parameters)
        value: Value = row[0] if row else None
        return value

    def change(self, sql: str, parameters: Sequence[Value] = ()) -> int:
        """Execute one statement that changes something; the number of the row that it inserted last."""
        with self._errors_told():
            return self._connection.execute(sql, parameters).lastrowid or 0

    def change_all(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Execute one statement for each row of parameters."""
        with self._errors_told():
            self._connection.executemany(sql, rows)

    def copy_to(
        self, path: Path, progress: Callable[[int, int], None] | None = None, *, named: Path | None = None
    ) -> None:
        """Write a copy of the database to `path` while others go on writing to this one (SQLite's online backup).

        `progress` is told how many pages are left, and of how many; errors of the copy say `named`, the name that it is
        to have.
        """
        with self._errors_told(writing=named or path), closing(sqlite3.connect(path)) as copy:
            self._connection.backup(
                copy,
                pages=_PAGES_AT_ONCE,
                progress=lambda _status, left, total: progress(left, total) if progress else None,
            )
            # The copy is a file by itself, without a log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is changed inside stays, or nothing of it does.

        The right to write is taken at the start, so that two writers wait for each other instead of failing
        half way.
        """
        self.change("BEGIN IMMEDIATE")
        try:
            yield
            self.change("COMMIT")
        finally:
            # COMMIT itself can fail (a full disk); SQLite may have rolled back already.
            if self._connection.in_transaction:
                self._connection.rollback()

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Inside a transaction, which goes on either way: all that is changed inside stays, or nothing of it does."""
        self.change("SAVEPOINT part")
        try:
            yield
        except BaseException:
            # A full disk may have ended the whole transaction already.
            if self._connection.in_transaction:
                self.change("ROLLBACK TO part")
                self.change("RELEASE part")
            raise
        self.change("RELEASE part")

    @contextmanager
    def _errors_told(self, *, writing: Path | None = None) -> Iterator[None]:
        """`writing` is the file that is written to, where it is another one."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            told = _told(error, self.path, writing or self.path)
            if told is None:
                raise
            raise told from error


def complete(sql: str) -> bool:
    """Whether `sql` ends at the end of a statement: what a migration file is cut by."""
    return sqlite3.complete_statement(sql)


# By primary result code: our code, and what happened and what to do.
_TOLD = {
    sqlite3.SQLITE_BUSY: ("busy", "another process is writing to it; try again when that one is done"),
    sqlite3.SQLITE_LOCKED: ("busy", "another process is writing to it; try again when that one is done"),
    sqlite3.SQLITE_FULL: (
        "disk-full",
        "the disk is full; make room and run the command again: what was stored stays",
    ),
    sqlite3.SQLITE_READONLY: (
        "read-only",
        "it may not be written to; change its permissions or copy it elsewhere",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "cannot-open",
        "it cannot be opened; look at the permissions of the file and its folder",
    ),
    sqlite3.SQLITE_IOERR: ("disk", "the disk gave an error; copy the file to another disk and try there"),
    sqlite3.SQLITE_CORRUPT: ("damaged", "the file is damaged; keep it, and go on with a backup"),
    sqlite3.SQLITE_NOTADB: ("damaged", "the file is damaged; keep it, and go on with a backup"),
}


def _told(error: sqlite3.DatabaseError, path: Path, written: Path) -> LedgerError | None:
    number = getattr(error, "sqlite_errorcode", None)  # absent where Python itself raised
    if number is None or number & 0xFF not in _TOLD:
        return None
    primary = number & 0xFF
    # What a full disk refuses is no page of the file, but the log's index beside it, before anything is read.
    if primary == sqlite3.SQLITE_IOERR and _is_full(written):
        primary = sqlite3.SQLITE_FULL
    code, what = _TOLD[primary]
    return LedgerError(f"{written if code == 'disk-full' else path}: {what} (SQLite: {error})", code=code)


def _is_full(path: Path) -> bool:
    """Whether the disk of a file has no room for the least that SQLite writes."""
    try:
        return shutil.disk_usage(path.absolute().parent).free < _LEAST
    except OSError:
        return False


_LEAST = 65_536  # the index of a log, and a page
