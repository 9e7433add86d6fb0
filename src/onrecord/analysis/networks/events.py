"""The event list: the statements themselves, in order, with all their values (Leifeld 2017)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from onrecord.analysis.networks.filtering import chosen
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Table
from onrecord.model.network import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a table does not hold of a row: the ids of statement and article as its source has them, and the words."""

    statement: str
    document: str
    text: str


def events(table: Table, settings: Settings, said: Callable[[int], Said]) -> Iterator[Event]:
    """The statements that the settings choose; `said` gives what the table does not hold of a row."""
    for row in chosen(table, settings).tolist():
        known = said(row)
        yield Event(
            statement=known.statement,
            time=None if np.isnat(table.times[row]) else str(table.times[row]),
            values={name: column.at(row) for name, column in table.variables.items()},
            start=int(table.starts[row]),
            stop=int(table.stops[row]),
            text=known.text,
            document=known.document,
            facts={name: column.at(row) for name, column in table.facts.items()},
        )
