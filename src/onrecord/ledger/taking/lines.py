"""Files of JSON Lines as rows: a line that is none is refused with its number, and the next is read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.ledger.taking.given import GivenRow, Refused


def json_rows(name: str, lines: Iterable[bytes]) -> Iterator[GivenRow | Refused]:
    """The rows of a file known as `name`, blank lines left out; places are `name, line 3`."""
    for number, raw in enumerate(lines, 1):
        place = f"{name}, line {number}"
        if not raw.strip():
            continue
        try:
            value = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"), parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            yield Refused(place=place, reason=f"this is no line of JSON: {error}")
            continue
        if isinstance(value, dict):
            yield GivenRow(place=place, value=value)
        else:
            yield Refused(place=place, reason='this is no object: a row looks like {"doc": ..., "id": ...}')


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number of JSON")
