"""Runs: when the ledger was written to, by which version, with which model and options."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NewType

from onrecord.ledger.database import Database, Value
from onrecord.version import __version__

RunId = NewType("RunId", int)

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def start(
    database: Database, *, model_hash: str, options: Mapping[str, str], at: datetime, stage: str = "reading"
) -> RunId:
    """A new run; ValueError where `at` has no time zone."""
    if at.tzinfo is None:
        raise ValueError("a run needs a time with its time zone")
    when = seconds(at)
    with database.transaction():
        number = database.change(
            "INSERT INTO runs (at, version, model_hash, options, stage) VALUES (?, ?, ?, ?, ?)",
            (when, __version__, model_hash, json.dumps(dict(options), sort_keys=True), stage),
        )
    return RunId(number)


def same(database: Database, facts: Sequence[Value]) -> RunId:
    """The run with that time, version, model, options and stage, made where there is none; inside a transaction."""
    names = ("at", "version", "model_hash", "options", "stage")
    terms = " AND ".join(f"{name} = ?" for name in names)
    number = database.value(f"SELECT run FROM runs WHERE {terms}", facts)  # noqa: S608 - our names
    if isinstance(number, int):
        return RunId(number)
    places = ", ".join("?" for _ in names)
    return RunId(database.change(f"INSERT INTO runs ({', '.join(names)}) VALUES ({places})", facts))  # noqa: S608


def seconds(at: datetime) -> str:
    """A time as runs have it: UTC, to the second."""
    return at.astimezone(UTC).strftime(_FORM)


def of_import(database: Database, at: str) -> RunId:
    """The run of what came in from elsewhere at that time, as runs or decisions have it; inside a transaction."""
    return same(database, (at[: len("2024-03-01T09:30:00")] + "Z", __version__, "", "{}", "import"))


def of_review(database: Database) -> RunId:
    """The run that rows made by people belong to, one for each version of OnRecord; inside a transaction."""
    number = database.value("SELECT run FROM runs WHERE stage = 'review' AND version = ?", (__version__,))
    if isinstance(number, int):
        return RunId(number)
    return RunId(
        database.change(
            "INSERT INTO runs (at, version, model_hash, options, stage) VALUES (?, ?, '', '{}', 'review')",
            (seconds(datetime.now(UTC)), __version__),
        )
    )
