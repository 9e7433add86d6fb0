"""Files of JSON Lines as rows: a line that is none is refused with its number, and the next is read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.ledger.taking.given import GivenRow, Refused

_BEYOND = 1 << 63
_DIGITS = len(str(-_BEYOND))


def json_rows(name: str, lines: Iterable[bytes]) -> Iterator[GivenRow | Refused]:
    """The rows of a file known as `name`, blank lines left out; places are `name, line 3`."""
    for number, raw in enumerate(lines, 1):
        place = f"{name}, line {number}"
        if not raw.strip():
            continue
        try:
            words = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            value = json.loads(words, parse_constant=_refuse, parse_int=_whole)
        except (ValueError, RecursionError) as error:
            yield Refused(place=place, reason=f"this is no line of JSON: {error}")
            continue
        if isinstance(value, dict):
            yield GivenRow(place=place, value=value)
        else:
            yield Refused(place=place, reason='this is no object: a row looks like {"doc": ..., "id": ...}')


def _whole(digits: str) -> int:
    """A whole number that a ledger can hold: 64 bits."""
    if len(digits) > _DIGITS or not -_BEYOND <= int(digits) < _BEYOND:
        raise ValueError(f"{digits[:_DIGITS]}{'...' * (len(digits) > _DIGITS)} is beyond 64 bits")
    return int(digits)


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number of JSON")
