"""What stands in a cell of a .dna file's tables: whole numbers, texts, colours, days."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from onrecord.reading.dna.values import Colour

_EPOCH = datetime(1970, 1, 1)  # DNA's dates are naive local times, counted as if they were UTC


class Wrong(Exception):  # noqa: N818 - never leaves this folder
    """A row that cannot be: what is said of it."""


def date_of(document: object, value: object) -> datetime:
    """The date in a cell, which has seconds, of a document by its number."""
    try:
        return _EPOCH + timedelta(seconds=whole_number(value))
    except OverflowError as error:
        raise Wrong(f"document {document} has the date {value}, beyond all years") from error


def colour_of(parts: Sequence[object]) -> Colour | None:
    """Red, green and blue, each cut to 0 to 255; None where one is not there."""
    if any(part is None for part in parts):
        return None
    red, green, blue = (min(255, max(0, whole_number(part))) for part in parts)
    return red, green, blue


def whole_number(value: object) -> int:
    """A whole number; Wrong where something else stands there."""
    if isinstance(value, int):
        return value
    raise Wrong(f"{value!r} stands where a whole number must")


def text_of(value: object) -> str:
    """The text in a cell, empty where nothing stands there."""
    return "" if value is None else str(value)
