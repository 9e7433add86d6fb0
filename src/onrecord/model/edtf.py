"""The part of EDTF (ISO 8601-2, levels 0 and 1) in which a ledger and the corpus say when something was said."""

import re
from calendar import monthrange

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?", re.ASCII)


def is_edtf(value: str) -> bool:
    """Whether a value is a day, a month, a year, each perhaps with `~`, `?` or `%`, or an interval of two."""
    ends = value.split("/")
    return len(ends) <= 2 and all(map(_is_date, ends)) and first_day(ends[0]) <= first_day(ends[-1])


def first_day(value: str) -> str:
    """The first day that a value can mean, as an ISO date."""
    return (value.partition("/")[0].rstrip("~?%") + "-01-01")[: len("2031-03-04")]


def last_day(value: str) -> str:
    """The last day that a value can mean, as an ISO date."""
    year, *parts = value.rpartition("/")[2].rstrip("~?%").split("-")
    month = int(parts[0]) if parts else 12
    day = int(parts[1]) if len(parts) > 1 else monthrange(int(year), month)[1]
    return f"{year}-{month:02d}-{day:02d}"


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if match is None:
        return False
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
