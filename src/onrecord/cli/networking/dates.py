"""Dates as `onrecord network` takes them."""

import re
from calendar import monthrange
from datetime import datetime, time

from onrecord.errors import UsageError

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]", re.ASCII)  # of ISO's forms: not 20230607, not 2023-W23


def first_moment(given: str) -> datetime:
    """The first moment of a year, a month or a day, or the very moment (2023-06-07T09:30)."""
    return _moment(given, last=False)


def last_moment(given: str) -> datetime:
    """The last second of it."""
    return _moment(given, last=True)


def _moment(given: str, *, last: bool) -> datetime:
    found = _DATE.fullmatch(given)
    try:
        if found is None:
            moment = datetime.fromisoformat(given)
            if moment.tzinfo is not None or not _MOMENT.match(given):
                raise ValueError  # noqa: TRY301 - said below, as for every other thing that is no date here
            return moment.replace(microsecond=0)
        year, month = int(found[1]), int(found[2] or (12 if last else 1))
        day = int(found[3] or (monthrange(year, month)[1] if last else 1))
        return datetime.combine(datetime(year, month, day), time(23, 59, 59) if last else time())
    except ValueError as error:
        raise UsageError(
            f"{given!r} is no date: write 2023, 2023-06, 2023-06-07 or 2023-06-07T09:30", code="date"
        ) from error
