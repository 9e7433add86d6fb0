"""The first 100 bytes of a file: enough to tell a ledger from any other file without SQLite."""

from dataclasses import dataclass
from pathlib import Path

APPLICATION_ID = 0x4F6E5265  # "OnRe": SQLite keeps it at byte 68 of the file

# The database file format, section 1.3, https://www.sqlite.org/fileformat2.html
_MAGIC = b"SQLite format 3\0"
_LENGTH = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a ledger's file says of itself: the number of the last migration that its schema has had."""

    version: int


def read_header(path: Path) -> Header | None:
    """The header of the ledger at `path`, or None where the file there is something else.

    Raises OSError where the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(_LENGTH)
    if len(head) < _LENGTH or not head.startswith(_MAGIC):
        return None
    if int.from_bytes(head[_APPLICATION_ID], "big") != APPLICATION_ID:
        return None
    return Header(version=int.from_bytes(head[_USER_VERSION], "big"))


def is_ledger(path: Path) -> bool:
    """Whether the file at `path` is a ledger, whole or not, of whatever version; False where none is."""
    try:
        return path.is_file() and read_header(path) is not None
    except OSError:
        return False
