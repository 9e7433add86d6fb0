"""The rows of the files that `onrecord import` is given."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import UsageError
from onrecord.ledger import is_ledger
from onrecord.ledger.taking import Refused, brat_rows, json_rows

if TYPE_CHECKING:
    from onrecord.ledger.taking import GivenRow

_NOT_TAKEN = (".csv", ".parquet", ".jsonld", ".txt", ".html")


def refuse_unfit(files: Sequence[str]) -> None:
    """Raise UsageError where a file is not there, or is of a kind that nothing can be taken in from."""
    for name in files:
        path = Path(name)
        if name == "-":
            continue
        if not path.exists():
            raise UsageError(f"{name}: there is no file or folder of that name", code="not-found")
        if path.is_dir() and not _annotations(path):
            raise UsageError(f"{name}: no .ann file is in this folder", code="usage")
        if is_ledger(path):
            raise UsageError(
                f"{name} is a ledger: `onrecord add {name} --ledger LEDGER` joins it", code="usage"
            )
        if path.suffix.lower() in _NOT_TAKEN:
            raise UsageError(
                f"{name}: JSON Lines and brat's .ann come in, {path.suffix} does not", code="usage"
            )


def rows_of(files: Sequence[str]) -> "Iterator[GivenRow | Refused]":
    """The rows of all the files, and what could not be read of them."""
    for name in files:
        path = Path(name)
        if name == "-":
            yield from json_rows("standard input", sys.stdin.buffer)
        elif path.is_dir():
            for each in _annotations(path):
                yield from brat_rows(each)
        elif path.suffix.lower() == ".ann":
            yield from brat_rows(path)
        else:
            yield from _lines_of(path)


def _lines_of(path: Path) -> "Iterator[GivenRow | Refused]":
    try:
        with path.open("rb") as file:
            yield from json_rows(str(path), file)
    except OSError as error:
        yield Refused(place=str(path), reason=error.strerror or "it cannot be read")


def _annotations(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.ann"))
