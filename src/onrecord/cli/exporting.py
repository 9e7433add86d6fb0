"""Writing an export: each format to where it can go, a file or folder appearing when it is whole."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.running import counted, say
from onrecord.cli.writing import to_file, to_standard_output
from onrecord.errors import UsageError
from onrecord.ledger import is_ledger
from onrecord.publishing import brat, carrying, csv_table, jsonl, parquet, schema_org, w3c

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.model import Record

_NEED_A_PLACE = {"parquet": "--out FILE", "brat": "--out FOLDER", "dna": "--out FILE.dna"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What to write, and where: `out` is None for standard output.

    Of dna, `password` is what coders log in with, and `everything` says that articles without a code are written too.
    """

    form: str
    out: Path | None
    overwrite: bool
    texts: bool
    password: str = ""
    everything: bool = True

    def refuse_impossible(self) -> None:
        """Raise UsageError where it cannot be done, before anything is read."""
        if self.form == "parquet":
            parquet.require()
        if self.out is None:
            if self.form in _NEED_A_PLACE:
                raise UsageError(f"{self.form} needs a place: give {_NEED_A_PLACE[self.form]}", code="usage")
            return
        if is_ledger(self.out):
            raise UsageError(f"{self.out} is a ledger, which no export replaces: name another file")
        if self.form == "brat" and self.out.exists() and not self.out.is_dir():
            raise UsageError(f"{self.out} is a file: brat needs a folder", code="usage")
        if self.form != "brat" and self.out.is_dir():
            raise UsageError(f"{self.out} is a folder: name a file in it", code="usage")
        empty = self.out.is_dir() and not any(self.out.iterdir())
        if self.out.exists() and not self.overwrite and not empty:
            raise UsageError(f"{self.out} is there already: give --overwrite, or another name", code="exists")


def write(ledger: "Ledger", records: "Iterable[Record]", target: Target) -> str | None:
    """Write the records of the ledger; UsageError where the place cannot be written to.

    What was written, in words, where that is something else than the statements.
    """
    if target.form in _LINES:
        lines = _LINES[target.form](ledger, records, target.texts)
        if target.out is None:
            to_standard_output(lines)
        else:
            to_file(target.out, lines, overwrite=target.overwrite)
        return None
    assert target.out is not None  # noqa: S101 - as refused above
    written = None
    part = target.out.with_name(f".{target.out.name}.{os.getpid()}.part")
    try:
        if target.form == "brat":
            _to_folder(records, part)
            _move_into(part, target.out)
        elif target.form == "dna":
            written = _to_dna(ledger, records, part, target)
            part.replace(target.out)
        else:
            parquet.write(records, part)
            part.replace(target.out)
    except OSError as error:
        raise UsageError(f"{target.out} cannot be written: {error.strerror}", code="cannot-write") from error
    finally:
        with suppress(FileNotFoundError):
            shutil.rmtree(part) if part.is_dir() else part.unlink()
    return written


def _jsonl(ledger: "Ledger", records: "Iterable[Record]", texts: bool) -> Iterator[str]:
    return map(jsonl.line, carrying.whole_rows(ledger, records, texts=texts))


_LINES: "dict[str, Callable[[Ledger, Iterable[Record], bool], Iterator[str]]]" = {
    "csv": lambda _ledger, records, _texts: csv_table.lines(records),
    "jsonl": _jsonl,
    "w3c": lambda _ledger, records, _texts: w3c.lines(records),
    "schema": lambda _ledger, records, _texts: schema_org.lines(records),
}


def _to_dna(ledger: "Ledger", records: "Iterable[Record]", path: Path, target: Target) -> str:
    """Write a study of DNA's, and say what was changed or left out for it; what is in it, in words."""
    from datetime import UTC, datetime  # noqa: PLC0415 - for this format alone

    from onrecord.publishing.dna.file import write_dna  # noqa: PLC0415 - as above
    from onrecord.publishing.dna.study import study  # noqa: PLC0415 - as above

    today = datetime.now(UTC).date().isoformat()
    made = study(ledger, records, everything=target.everything, made_on=today)
    write_dna(made.file, path, password=target.password)
    for remark, count in made.remarks.items():
        if count:
            say(f"{remark}: {count}")
    statements = counted(len(made.file.statements), "coded statement")
    return f"{statements} in {counted(len(made.file.documents), 'document')}"


def _to_folder(records: "Iterable[Record]", folder: Path) -> None:
    folder.mkdir()
    for name, config in (("annotation.conf", brat.ANNOTATION_CONF), ("visual.conf", brat.VISUAL_CONF)):
        (folder / name).write_bytes(config.encode("utf-8"))
    for article, of_one in groupby(records, key=lambda record: record.article):
        rows = [jsonl.row(record, full=True) for record in of_one]
        name = brat.name_of(article)
        (folder / f"{name}.txt").write_bytes(article.text.encode("utf-8"))
        (folder / f"{name}.ann").write_bytes(brat.standoff(rows, article.text).encode("utf-8"))


def _move_into(made: Path, folder: Path) -> None:
    """The files into the folder, whose other files stay."""
    folder.mkdir(exist_ok=True)
    for path in sorted(made.iterdir()):
        path.replace(folder / path.name)
