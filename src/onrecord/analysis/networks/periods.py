"""Weeks, months and years: which of them a time is in, and the time so many of them later.

onrecord: a week is that of ISO 8601 (it begins on Monday) and a month that of its year, so that January 2024 and
January 2025 are two.  dna: the number of the week or month alone, as DNA 3.1 compares them, and weeks that begin on
Sunday, the first being the one with 1 January: what Java takes in American English, since DNA goes by the machine's
language.
"""

from calendar import monthrange
from datetime import datetime, timedelta

import numpy as np

from onrecord.analysis.networks.table import Ints, Times
from onrecord.model.network import Rules, Unit

_MONDAY, _SUNDAY = 3, 4  # days to add so that whole weeks since 1 January 1970, a Thursday, begin then


def period_of(times: Times, unit: str, rules: Rules) -> Ints:
    """A number for each time, the same for times in one week, month or year by these rules; times are dated."""
    if unit == "year":
        return times.astype("datetime64[Y]").astype(np.int64)
    if unit == "month":
        months = times.astype("datetime64[M]").astype(np.int64)
        return months % 12 if rules == "dna" else months
    days = times.astype("datetime64[D]").astype(np.int64)
    return _american_week(days) if rules == "dna" else (days + _MONDAY) // 7


def _american_week(days: Ints) -> Ints:
    """The number of the week in the year that its Saturday is in."""
    week = (days + _SUNDAY) // 7
    saturday = (week * 7 - _SUNDAY + 6).astype("datetime64[D]")
    first = saturday.astype("datetime64[Y]").astype("datetime64[D]").astype(np.int64)
    return week - (first + _SUNDAY) // 7 + 1


def later(time: datetime, count: int, unit: Unit) -> datetime:
    """The time `count` units later, or earlier if below 0; 31 January and one month is the last day of February."""
    if unit in ("days", "weeks"):
        return time + timedelta(days=count * (7 if unit == "weeks" else 1))
    months = time.year * 12 + time.month - 1 + count * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    return time.replace(year=year, month=month + 1, day=min(time.day, monthrange(year, month + 1)[1]))


def whole_units(start: datetime, stop: datetime, unit: Unit) -> int:
    """How many whole units lie between two times, below 0 where `stop` is the earlier."""
    if start > stop:
        return -whole_units(stop, start, unit)
    if unit in ("days", "weeks"):
        return (stop - start).days // (7 if unit == "weeks" else 1)
    months = (stop.year - start.year) * 12 + stop.month - start.month
    # Not yet whole where the day or the time of day of the month has not come.
    months -= (stop.day, stop.time()) < (start.day, start.time())
    return months // (12 if unit == "years" else 1)
