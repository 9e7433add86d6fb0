"""The event list: the statements themselves, in order, with all their values (Leifeld 2017)."""

from collections.abc import Callable, Iterator

import numpy as np

from onrecord.analysis.networks.filtering import chosen
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Table
from onrecord.model.network import Event

_NAMED_APART = ("coder", "words")


def events(table: Table, settings: Settings, words: Callable[[int], str] | None = None) -> Iterator[Event]:
    """The statements that the settings choose; `words` gives the text of a row of the table."""
    for row in chosen(table, settings).tolist():
        facts = {name: column.at(row) for name, column in table.facts.items() if name not in _NAMED_APART}
        yield Event(
            statement=str(table.ids[row]),
            time=None if np.isnat(table.times[row]) else str(table.times[row]),
            values={name: column.at(row) for name, column in table.variables.items()},
            start=int(table.starts[row]),
            stop=int(table.stops[row]),
            text="" if words is None else words(row),
            coder=table.facts["coder"].at(row) if "coder" in table.facts else "",
            document=str(table.documents[row]),
            facts=facts,
        )
