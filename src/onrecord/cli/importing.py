"""The rows of the files that `onrecord import` is given."""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from onrecord.errors import UsageError
from onrecord.ledger import is_ledger
from onrecord.ledger.taking import Refuse, Refused, Taken, brat_rows, is_code, json_rows
from onrecord.model import Coder

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.ledger.taking import GivenRow

Kind = Literal["rows", "table", "dna"]

_NOT_TAKEN = (".parquet", ".jsonld", ".txt", ".html")


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
        if path.suffix.lower() == ".toml":
            raise UsageError(
                f"{name}: `onrecord codebook import LEDGER {name}` takes a codebook in", code="usage"
            )
        if path.suffix.lower() in _NOT_TAKEN:
            raise UsageError(
                f"{name}: JSON Lines, CSV with codes, .dna and brat's .ann come in, {path.suffix} does not",
                code="usage",
            )


def take_files(
    ledger: "Ledger", files: Sequence[str], coder: Coder, refuse: Refuse, *, now: datetime
) -> Taken:
    """Take all the files in, one after the other; what came."""
    taken = Taken()
    rows = [name for name in files if kind_of(name) == "rows"]
    if rows:
        codes: list[GivenRow | Refused] = []
        taken = taken.plus(ledger.take(_but_codes(rows_of(rows), codes), coder, refuse, now=now))
        taken = taken.plus(ledger.take_codes(codes, coder, refuse, now=now))
    for name in files:
        if kind_of(name) == "dna":
            from onrecord.reading.dna import read_dna  # noqa: PLC0415 - for such a file alone

            taken = taken.plus(ledger.take_dna(read_dna(Path(name)), name, coder, refuse, now=now))
    for name in files:
        if kind_of(name) == "table":
            from onrecord.cli.code_tables import table_rows  # noqa: PLC0415 - as above

            table = table_rows(Path(name), ledger.codebook())
            taken = taken.plus(ledger.take_codes(table, coder, refuse, now=now))
    return taken


def _but_codes(
    rows: "Iterator[GivenRow | Refused]", codes: "list[GivenRow | Refused]"
) -> "Iterator[GivenRow | Refused]":
    """The rows without those that are codes, which wait in `codes` until all statements are in."""
    for row in rows:
        if isinstance(row, Refused) or not is_code(row):
            yield row
        else:
            codes.append(row)


def kind_of(name: str) -> Kind:
    """What a file holds: a study of DNA, a table of codes, or rows."""
    path = Path(name)
    if name == "-" or path.is_dir():
        return "rows"
    if path.suffix.lower() in (".csv", ".tsv"):
        return "table"
    return "dna" if path.suffix.lower() == ".dna" or _is_sqlite(path) else "rows"


def _is_sqlite(path: Path) -> bool:
    if not path.is_file():  # what a pipe gives is gone once it is looked at
        return False
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


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
