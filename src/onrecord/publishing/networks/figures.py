"""What is read off a network as rows of figures, JSON or CSV: bars, centrality, coalitions, backbones ..."""

import json
from collections.abc import Iterator, Mapping, Sequence

from onrecord.publishing.csv_table import guarded, one_row
from onrecord.publishing.networks.number import number

Cell = str | float | None
Rows = Sequence[Mapping[str, Cell]]


def json_lines(
    name: str, rows: Rows, facts: Mapping[str, object], settings: Mapping[str, object]
) -> Iterator[str]:
    """{name: [...], facts ..., "settings": {...}}."""
    yield f"{{{json.dumps(name)}: ["
    for at, row in enumerate(rows):
        yield (",\n" if at else "\n") + json.dumps(dict(row), ensure_ascii=False)
    yield "]"
    for key, value in facts.items():
        yield f", {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
    yield f', "settings": {json.dumps(dict(settings), ensure_ascii=False)}}}\n'


def csv_lines(rows: Rows, settings: Mapping[str, object]) -> Iterator[str]:
    """The rows under their names; what has no value is empty."""
    for at, row in enumerate(rows):
        if not at:
            yield one_row([*row, "rules"])
        yield one_row([*map(_cell, row.values()), str(settings["rules"])])


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else number(value)
