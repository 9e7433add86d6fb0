"""Polarization in time as JSON, {"points": [...], "settings": {...}}, or as CSV, a window a line."""

import json
from collections.abc import Iterator

from onrecord.model.polarization import Polarization, Polarized
from onrecord.publishing.csv_table import one_row
from onrecord.publishing.networks.number import number

_NAMES = (
    *("start", "middle", "stop", "polarization", "low", "high", "share", "chance"),
    *("statements", "rows", "camps"),
)


def json_lines(of: Polarization) -> Iterator[str]:
    """The points with their windows."""
    yield '{"points": ['
    for at, point in enumerate(of.points):
        yield (",\n" if at else "\n") + json.dumps(_named(point))
    yield f'], "settings": {json.dumps(dict(of.settings), ensure_ascii=False)}}}\n'


def csv_lines(of: Polarization) -> Iterator[str]:
    """One row a point; what it has no value for is empty."""
    yield one_row([*_NAMES, "rules"])
    for point in of.points:
        cells = [
            *(point.period.start, point.period.middle, point.period.stop),
            *(_cell(each) for each in (point.value, point.low, point.high, point.share, point.chance)),
            *(str(point.statements), str(point.rows), " ".join(map(str, point.camps))),
        ]
        yield one_row([*cells, str(of.settings["rules"])])


def _named(point: Polarized) -> dict[str, object]:
    period = point.period
    return {
        "period": {"start": period.start, "middle": period.middle, "stop": period.stop},
        "polarization": point.value,
        "low": point.low,
        "high": point.high,
        "share": point.share,
        "chance": point.chance,
        "statements": point.statements,
        "rows": point.rows,
        "camps": list(point.camps),
    }


def _cell(value: float | None) -> str:
    return "" if value is None else number(value)
