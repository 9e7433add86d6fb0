"""Lines to standard output or into a file: UTF-8, whatever the terminal's own encoding is."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from onrecord.errors import UsageError


def to_standard_output(lines: Iterable[str | bytes]) -> None:
    """Write lines as they are, so that a pipe gets the same bytes on every system."""
    stream = sys.stdout.buffer
    for line in lines:
        stream.write(_bytes(line))
    stream.flush()


def to_file(path: Path, lines: Iterable[str | bytes], *, overwrite: bool) -> None:
    """Write lines into a file that appears when it is whole: nobody finds half of one.

    Raises UsageError where there is such a file already (unless `overwrite`), where it is a ledger, which nothing
    replaces, or where it cannot be written.
    """
    from onrecord.ledger import is_ledger  # noqa: PLC0415 - keeps `--help` quick

    if is_ledger(path):
        raise UsageError(f"{path} is a ledger, which nothing replaces: name another file", code="exists")
    if path.exists() and not overwrite:
        raise UsageError(f"{path} is there already: give --overwrite, or another name", code="exists")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            for line in lines:
                file.write(_bytes(line))
        part.replace(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}", code="cannot-write") from error
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def _bytes(line: str | bytes) -> bytes:
    return line if isinstance(line, bytes) else line.encode("utf-8", "backslashreplace")
