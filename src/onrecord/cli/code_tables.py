"""Tables of codes (CSV) as the rows that `onrecord import` takes."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.cli.codebooks.valuing import amount
from onrecord.errors import OnRecordError
from onrecord.ledger.taking import GivenRow, Refused
from onrecord.model import Codebook
from onrecord.publishing.csv_table import COLUMNS, freed

_NAMES = (
    "statement",
    "id",
    "article",
    "doc",
    "start",
    "end",
    "text",
    "concept",
    "stance",
    "coder",
    "coder_kind",
)
_NUMBERS = ("start", "end")
_DELIMITERS = ",;\t"


def table_rows(path: Path, codebook: Codebook | None) -> Iterator[GivenRow | Refused]:
    """The rows of a CSV file with a header: a code each.

    A statement is named by `statement` (or `id`), or by `article` or `doc` with `start` and `end`; `text` is compared
    with its words; then `concept`, `stance` and `coder`.  Every other column is a variable: one of the codebook, where
    the ledger has one, else any that no export of OnRecord has.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        yield Refused(place=str(path), reason=error.strerror or "it cannot be read")
        return
    except UnicodeDecodeError:
        yield Refused(place=str(path), reason="it is no UTF-8: save it as CSV UTF-8")
        return
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [name.strip() for name in next(reader, [])]
        if problem := _unfit(header):
            yield Refused(place=f"{path}, line 1", reason=problem)
            return
        variables = _variables(header, codebook)
        for cells in reader:
            place = f"{path}, line {reader.line_num}"
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                yield Refused(place=place, reason=f"it has {len(cells)} cells, and the header {len(header)}")
                continue
            try:
                yield GivenRow(place=place, value=_row(header, cells, variables, codebook))
            except (OnRecordError, ValueError) as error:
                yield Refused(place=place, reason=str(error))
    except csv.Error as error:
        yield Refused(place=f"{path}, line {reader.line_num}", reason=f"this is no CSV: {error}")


def _unfit(header: Sequence[str]) -> str | None:
    if "concept" not in header and 2 * len(set(COLUMNS) & set(header)) > len(COLUMNS):
        return (
            "this is what `export --format csv` writes, which does not come in again: `export --format jsonl` does; "
            "as a table of codes it needs a column concept, and may have stance and coder"
        )
    if "concept" not in header:
        return "no column is called concept: the first line names the columns, statement, concept, stance ..."
    if not {"statement", "id"} & set(header) and not ({"article", "doc"} & set(header) and "start" in header):
        return "no column names statements: give statement (s-...), or article (a-...) with start and end"
    twice = next((name for name in header if name and header.count(name) > 1), None)
    return f"two columns are called {twice}" if twice else None


def _variables(header: Sequence[str], codebook: Codebook | None) -> list[str]:
    known = [each.name for each in codebook.variables] if codebook else None
    return [
        name
        for name in header
        if name and name not in _NAMES and (name not in COLUMNS if known is None else name in known)
    ]


def _row(
    header: Sequence[str], cells: Sequence[str], variables: Sequence[str], codebook: Codebook | None
) -> dict[str, Any]:
    given = {name: freed(cell) for name, cell in zip(header, cells, strict=False)}
    row: dict[str, Any] = {name: given[name] for name in _NAMES if given.get(name, "").strip()}
    for name in _NUMBERS:
        if name in row:
            if not row[name].strip().isdecimal():
                raise ValueError(f"{name} is {row[name]!r}, which is no whole number")
            row[name] = int(row[name])
    row.setdefault("concept", "")
    values = {}
    for name in variables:
        if given.get(name, "").strip():
            kind = codebook.variable(name) if codebook else None
            values[name] = amount(given[name].strip(), kind.type if kind else None, name)
    return row | {"values": values}
