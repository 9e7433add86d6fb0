"""Stretches of the calendar as numbers: a unit and how many of them have passed, so that shifting is adding.

Weeks are those of ISO 8601, from Monday.  Quarters and halves are those of the calendar.  A winter belongs to the
year that it ends in, as news and TIMEX3 (`1994-WI`) count it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Unit = Literal["century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day"]

YEARS = range(1, 10_000)
SEASONS = ("WI", "SP", "SU", "FA")
_MONTHS = 12
_EDTF_SEASONS = ("", "21", "22", "23")
"""Those of EDTF, but for winter: `2032-24` does not say whether that begins or ends in 2032; its months do."""
_PER_YEAR: dict[Unit, int] = {"year": 1, "half": 2, "quarter": 4, "season": 4, "month": _MONTHS}
_TO_THE_END: frozenset[Unit] = frozenset({"day", "month", "quarter", "half", "year"})
"""Those that end with 9999-12-31 where they are the last of their kind."""
_YEARS_IN: dict[Unit, int] = {"decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar: the `index`th of its unit, counted from the year 0 (days and weeks from 0001-01-01).

    `time` is what TIMEX3 writes after the day: `TMO`, `TNI`, `T17:00`; empty where nothing is said.
    """

    unit: Unit
    index: int
    time: str = ""

    def shifted(self, by: int) -> "Point":
        """So many of the unit later (or earlier)."""
        return replace(self, index=self.index + by)

    def at(self, time: str) -> "Point":
        """The same with a time of day."""
        return replace(self, time=time)

    @property
    def first(self) -> date:
        """Its first day.  Raises ValueError or OverflowError outside the years 1 to 9999."""
        if self.unit == "day":
            return date.fromordinal(self.index)
        if self.unit in ("week", "weekend"):
            return date.fromordinal(self.index * 7 + (6 if self.unit == "weekend" else 1))
        if self.unit in _YEARS_IN:
            return date(max(self.index * _YEARS_IN[self.unit], 1), 1, 1)
        months = _MONTHS // _PER_YEAR[self.unit]
        month = self.index * months - (1 if self.unit == "season" else 0)
        return date(month // _MONTHS, month % _MONTHS + 1, 1)

    @property
    def last(self) -> date:
        """Its last day.  Raises ValueError or OverflowError outside the years 1 to 9999."""
        if self.unit == "weekend":
            return self.first + timedelta(days=1)
        try:
            following = self.shifted(1).first
        except (ValueError, OverflowError):
            if self.first.year == YEARS.stop - 1 and self.unit in _TO_THE_END:
                return date.max
            raise
        return following - timedelta(days=1)

    @property
    def year(self) -> int:
        """The year it is counted in (for a week, that of ISO 8601)."""
        if self.unit in _YEARS_IN:
            return self.index * _YEARS_IN[self.unit]
        if self.unit in ("day", "week", "weekend"):
            return self.first.isocalendar().year if self.unit != "day" else self.first.year
        return self.index // _PER_YEAR[self.unit]

    @property
    def value(self) -> str:
        """As TIMEX3 writes it."""
        return _VALUES[self.unit](self) + self.time

    @property
    def edtf(self) -> str:
        """As EDTF writes it: level 1, with intervals of days for what has no form of its own."""
        if self.unit in ("day", "month", "year"):
            return _VALUES[self.unit](self)
        if self.unit == "season":
            season = _EDTF_SEASONS[self.index % 4]
            return (
                f"{self.year:04}-{season}"
                if season
                else f"{self.first.isoformat()[:7]}/{self.last.isoformat()[:7]}"
            )
        if self.unit in _YEARS_IN:
            return _VALUES[self.unit](self) + "X" * (2 if self.unit == "century" else 1)
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def _week(point: Point) -> str:
    year, week, _ = point.first.isocalendar()
    return f"{year:04}-W{week:02}"


def _of_year(letter: str) -> Callable[[Point], str]:
    return lambda point: f"{point.year:04}-{letter}{point.index % _PER_YEAR[point.unit] + 1}"


_VALUES: dict[Unit, Callable[[Point], str]] = {
    "century": lambda point: f"{point.index:02}",
    "decade": lambda point: f"{point.index:03}",
    "year": lambda point: f"{point.index:04}",
    "half": _of_year("H"),
    "quarter": _of_year("Q"),
    "season": lambda point: f"{point.year:04}-{SEASONS[point.index % 4]}",
    "month": lambda point: f"{point.year:04}-{point.index % _MONTHS + 1:02}",
    "week": _week,
    "weekend": lambda point: f"{_week(point)}-WE",
    "day": lambda point: point.first.isoformat(),
}


def day(of: date) -> Point:
    """A day."""
    return Point("day", of.toordinal())


def year(number: int) -> Point:
    """A year."""
    return Point("year", number)


def month(of_year: int, number: int) -> Point:
    """The `number`th month (from 1) of a year."""
    return Point("month", of_year * _MONTHS + number - 1)


def within(unit: Unit, of_year: int, number: int) -> Point:
    """The `number`th (from 1) quarter, half or season of a year; the first season is winter."""
    return Point(unit, of_year * _PER_YEAR[unit] + number - 1)


def around(unit: Unit, of: date) -> Point:
    """The stretch of that unit in which a day lies."""
    if unit == "day":
        return day(of)
    if unit in ("week", "weekend"):
        return Point(unit, (of.toordinal() - 1) // 7)
    if unit in _YEARS_IN:
        return Point(unit, of.year // _YEARS_IN[unit])
    months = of.year * _MONTHS + of.month - 1 + (1 if unit == "season" else 0)
    return Point(unit, months * _PER_YEAR[unit] // _MONTHS)


def shift_years(point: Point, by: int) -> Point:
    """The same stretch so many years later: the same quarter, month or day (29 February becomes the 28th)."""
    if point.unit in _YEARS_IN:
        return point
    if point.unit in _PER_YEAR:
        return point.shifted(by * _PER_YEAR[point.unit])
    first = point.first
    if point.unit != "day":
        return around(point.unit, first + timedelta(weeks=52 * by))
    last = 28 if (first.month, first.day) == (2, 29) else first.day
    return replace(day(date(first.year + by, first.month, last)), time=point.time)
