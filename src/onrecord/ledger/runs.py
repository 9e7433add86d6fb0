"""Runs: when the ledger was written to, by which version, with which model and options."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NewType

from onrecord.ledger.database import Database
from onrecord.version import __version__

RunId = NewType("RunId", int)


def start(database: Database, *, model_hash: str, options: Mapping[str, str], at: datetime) -> RunId:
    """A new run; ValueError where `at` has no time zone."""
    if at.tzinfo is None:
        raise ValueError("a run needs a time with its time zone")
    when = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with database.transaction():
        number = database.change(
            "INSERT INTO runs (at, version, model_hash, options) VALUES (?, ?, ?, ?)",
            (when, __version__, model_hash, json.dumps(dict(options), sort_keys=True)),
        )
    return RunId(number)
