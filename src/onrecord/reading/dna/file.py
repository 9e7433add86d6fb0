"""A .dna file opened and read: SQLite, read only, and nothing of it trusted.

The schema is that of DNA 3.0 and 3.1, which is the same.  The file is opened as immutable, so that not even a lock or a
journal is made beside it: it may lie in an archive that nobody can write to.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from onrecord.errors import InputError
from onrecord.reading.dna import rows
from onrecord.reading.dna.rows import Tables
from onrecord.reading.dna.values import DnaFile

_MAGIC = b"SQLite format 3\0"
_WRITTEN_BY_WAL = 2  # byte 18 of the header, https://www.sqlite.org/fileformat2.html section 1.3.3

_NEEDED = (
    "CODERS", "DOCUMENTS", "STATEMENTTYPES", "VARIABLES", "STATEMENTS", "ENTITIES", "DATASHORTTEXT", "DATALONGTEXT",
    "DATAINTEGER", "DATABOOLEAN", "ATTRIBUTEVARIABLES", "ATTRIBUTEVALUES",
)  # fmt: skip


def read_dna(path: Path) -> DnaFile:
    """All that the .dna file at `path` holds; its password is not needed, since it hides nothing.

    Raises InputError: ``no-file``, ``cannot-open``, ``not-dna`` (another kind of file), ``dna-version`` (not DNA 3),
    ``locked`` (another program is writing to it), ``damaged``.  The file stays as it is in every case.
    """
    _refuse_other_files(path)
    try:
        _refuse_locked(path)
        with closing(_connect(path, "immutable=1")) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            version = _version(connection, path)
            _refuse_damaged(connection, path)
            return rows.whole(_Reader(connection), version, path)
    except sqlite3.Error as error:
        raise damaged(path, str(error)) from error


def damaged(path: Path, detail: str) -> InputError:
    """The error for a file that is no whole .dna file."""
    return InputError(
        f"{path} is damaged ({detail}), so nothing of it is used: take a backup, or open it in DNA and save it as a "
        "new file",
        code="damaged",
    )


class _Reader(Tables):
    """The tables of an open file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def select(self, query: str) -> Iterator[Sequence[object]]:
        return iter(self._connection.execute(query))


def _connect(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro&{how}", uri=True, timeout=0)
    # A byte that is no UTF-8 is kept as it is, where SQLite's own reader would give up.
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    return connection


def _refuse_other_files(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise InputError(f"there is no file {path}: check its name", code="no-file") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", code="cannot-open") from error
    if not head.startswith(_MAGIC):
        raise InputError(
            f"{path} is not a file of the Discourse Network Analyzer (those are SQLite databases): name another file",
            code="not-dna",
        )


def _refuse_locked(path: Path) -> None:
    """Raise where somebody is in the middle of writing: what is on the disk then is not the whole of it."""
    beside = (path.with_name(path.name + end) for end in ("-journal", "-wal"))
    if any(each.exists() and each.stat().st_size for each in beside):
        raise _locked(path)
    with path.open("rb") as file:
        header = file.read(20)
    if header[18:19] == bytes([_WRITTEN_BY_WAL]):  # to ask would make files beside it
        return
    try:
        with closing(_connect(path, "cache=private")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise _locked(path) from error
        raise


def _locked(path: Path) -> InputError:
    return InputError(
        f"{path} is being written to by another program, or one broke off while it did: close DNA, open the file "
        "there once more and close it, then try again",
        code="locked",
    )


def _version(connection: sqlite3.Connection, path: Path) -> str:
    names = {
        name for (name,) in connection.execute("SELECT upper(name) FROM sqlite_master WHERE type = 'table'")
    }
    if "SETTINGS" not in names:
        raise InputError(
            f"{path} is an SQLite file, but not one of the Discourse Network Analyzer: it has no table SETTINGS",
            code="not-dna",
        )
    row = connection.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'").fetchone()
    if row is None:
        raise InputError(
            f"{path} does not say which version of DNA made it, so it is not read: open it in DNA 3 and save it",
            code="dna-version",
        )
    version = str(row[0])
    if not version.startswith("3."):
        raise InputError(
            f"{path} was made by DNA {version}, and only files of DNA 3 are read: import it into a new file with DNA 3",
            code="dna-version",
        )
    if missing := [name for name in _NEEDED if name not in names]:
        raise damaged(path, f"it lacks the table {', '.join(missing)}")
    return version


def _refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise damaged(path, " ".join(str(found).split()))
