"""A study of DNA taken into a ledger and out of it, as a person does on the command line."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from onrecord.cli import group
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    Coder,
    Record,
)

NOON = datetime(2031, 4, 1, 12, 0, tzinfo=UTC)
EVE = Coder(name="Eve")


def call(*arguments: object) -> Result:
    result = CliRunner().invoke(group, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def taken_in(folder: Path, study: Path) -> Path:
    path = folder / "pier.db"
    assert call("import", path, study, "--coder", "Eve").exit_code == 1  # one statement holds no words
    return path


def exported(ledger: Path, *options: str) -> Path:
    path = ledger.with_name("out.dna")
    path.unlink(missing_ok=True)
    result = call("export", ledger, "--format", "dna", "--out", path, "--review", "standing", *options)
    assert result.exit_code == 0, result.output
    return path


def records(path: Path) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    with Ledger.open(path) as ledger:
        for record in ledger.records(Filter()):
            found.setdefault(record.words, []).append(record)
    return found


def scalar(path: Path, query: str) -> Any:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchone()[0]
