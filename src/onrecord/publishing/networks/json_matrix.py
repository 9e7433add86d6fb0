"""JSON: {"rows": [...], "columns": [...], "matrix": [[...]], "settings": {...}}.

A series is {"networks": [...], "settings": {...}}, each network with rows, columns, matrix and its period; events are
{"events": [...], "settings": {...}}.  Where it was asked how sure ties are there are matrices low, high, code_low,
code_high and survival too, null where a window has too few articles for an interval.  It is written a row at a time,
for a matrix can be large.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from math import isnan
from typing import TYPE_CHECKING, Any

from onrecord.model.network import Event, Network
from onrecord.model.storable import storable
from onrecord.publishing.networks.number import number

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def lines(network: Network) -> Iterator[str]:
    """One network."""
    yield "{"
    yield from _matrix(network)
    yield f', "settings": {_text(network.settings)}}}\n'


def series(networks: Iterable[Network], settings: Mapping[str, object]) -> Iterator[str]:
    """A series."""
    yield '{"networks": ['
    for at, network in enumerate(networks):
        yield ",\n{" if at else "\n{"
        if network.period is not None:
            period = network.period
            named = {"start": period.start, "middle": period.middle, "stop": period.stop}
            yield f'"period": {_text(named)}, '
        yield from _matrix(network)
        yield "}"
    yield f'], "settings": {_text(settings)}}}\n'


def events(found: Iterable[Event], settings: Mapping[str, object]) -> Iterator[str]:
    """An event list."""
    yield '{"events": ['
    for at, event in enumerate(found):
        yield ",\n" if at else "\n"
        yield _text(
            {
                "statement": event.statement,
                "time": event.time,
                **{"values": event.values, "start": event.start, "stop": event.stop, "text": event.text},
                "document": event.document,
                "facts": event.facts,
            }
        )
    yield f'], "settings": {_text(settings)}}}\n'


def _matrix(network: Network) -> Iterator[str]:
    yield f'"rows": {_text([node.name for node in network.rows])}, '
    yield f'"columns": {_text([node.name for node in network.columns])}, "matrix": ['
    yield from _rows(network.matrix)
    yield f'], "statements": {network.statements}'
    sure = {} if network.sureness is None else network.sureness.matrices()
    for name, matrix in sure.items():
        yield f', "{name}": ['
        yield from _rows(matrix)
        yield "]"


def _rows(matrix: "NDArray[np.float64]") -> Iterator[str]:
    for at, row in enumerate(matrix):
        yield (",\n[" if at else "\n[") + ", ".join(map(_entry, row.tolist())) + "]"


def _entry(value: float) -> str:
    return "null" if isnan(value) else number(value)


def _text(value: Any) -> str:
    # The escape of a lone surrogate is spelled alike in Python and in JSON.
    return storable(json.dumps(value, ensure_ascii=False))
