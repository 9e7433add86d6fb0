"""States of a debate as JSON, {"moments": [...], "distances": [[...]], "settings": {...}}, or CSV, a window a line."""

import json
from collections.abc import Iterator

from onrecord.model.states import States
from onrecord.publishing.csv_table import one_row
from onrecord.publishing.networks.number import number
from onrecord.publishing.pictures.styles import letter


def json_lines(of: States) -> Iterator[str]:
    """The moments with their windows, the distances between them, and how well the states set them apart."""
    yield '{"moments": ['
    for at, each in enumerate(of.moments):
        period = {"start": each.period.start, "middle": each.period.middle, "stop": each.period.stop}
        named = {"period": period, "state": letter(each.state) or None, "x": each.x, "y": each.y}
        yield (",\n" if at else "\n") + json.dumps(named | {"statements": each.statements})
    yield '], "distances": ['
    for at, row in enumerate(of.distances):
        yield (",\n[" if at else "\n[") + ", ".join(map(number, row.tolist())) + "]"
    facts = {"states": of.count, "modularity": of.modularity, "chance": of.chance}
    yield "], " + json.dumps(facts)[1:-1]
    yield f', "settings": {json.dumps(dict(of.settings), ensure_ascii=False)}}}\n'


def csv_lines(of: States) -> Iterator[str]:
    """One row a moment; a window without ties is in no state."""
    yield one_row(["start", "middle", "stop", "state", "x", "y", "statements", "rules"])
    for each in of.moments:
        period = each.period
        place = ["", ""] if each.state is None else [number(each.x), number(each.y)]
        cells = [period.start, period.middle, period.stop, letter(each.state), *place, str(each.statements)]
        yield one_row([*cells, str(of.settings["rules"])])
