"""What comes round: a weekday, a month, a day of a month, a quarter, a season, a holiday.  Which one is meant?

The nearest to the day it is told on, on the side where the clause looks; the words themselves may say which (last May,
the previous Friday, March of last year).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from onrecord.resolution.dates import calendar
from onrecord.resolution.dates.calendar import SEASONS, Point
from onrecord.resolution.dates.holidays import HOLIDAYS
from onrecord.resolution.dates.scene import OPEN, Meaning, Read, Scene, left_open, read

Turn = Literal["", "last", "this", "next"]
Cycle = Literal["weekday", "month", "monthday", "quarter", "half", "season", "holiday"]


@dataclass(frozen=True, slots=True)
class Cyclic:
    """What comes round: a weekday, month, day of a month, quarter, half, season or holiday.

    `number` counts from 0 (weekdays) or 1; `day` is the day of a month; `name` that of a holiday; `weekday` one that
    stands beside a day of a month.  `turn` is which one the words ask for.
    """

    cycle: Cycle
    number: int
    day: int = 0
    turn: Turn = ""
    time: str = ""
    weekday: int | None = None
    name: str = ""

    def resolve(self, scene: Scene) -> Read:
        """The one nearest to where the clause looks."""
        anchor = scene.anchor
        if anchor is None:
            return left_open(self._underspecified(), self.time)
        if scene.goes_on and scene.here and self.cycle != "weekday" and not self.turn:
            told = list(self.in_year(scene.here.year))
            return read(told[0].at(self.time)) if told else left_open(self._underspecified(), self.time)
        if self.cycle == "weekday":
            return read(self._weekday(anchor, scene.direction).at(self.time))
        leap = self.cycle == "monthday" and (self.number, self.day) == (2, 29)
        # The winter after the one that December begins is of the year after next.
        candidates = self._candidates(anchor.year, 8 if leap else 2 if self.cycle == "season" else 1)
        if self.weekday is not None:
            candidates = [
                point for point in candidates if point.first.weekday() == self.weekday
            ] or candidates
        if not candidates:
            return left_open(self._underspecified(), self.time)
        chosen = _choose(candidates, anchor, self.turn, scene.direction, quarters=self.cycle == "quarter")
        return read(chosen.at(self.time))

    def _candidates(self, year: int, reach: int) -> list[Point]:
        return [point for one in range(year - reach, year + reach + 1) for point in self.in_year(one)]

    def in_year(self, year: int) -> Iterable[Point]:
        """The one of that year, if there is one (29 February is not in every year)."""
        if year not in calendar.YEARS:
            return ()
        if self.cycle == "month":
            return (calendar.month(year, self.number),)
        if self.cycle in ("quarter", "half", "season"):
            return (calendar.within(self.cycle, year, self.number),)
        try:
            of = HOLIDAYS[self.name](year) if self.cycle == "holiday" else date(year, self.number, self.day)
        except ValueError:
            return ()
        return (calendar.day(of),)

    def _weekday(self, anchor: date, direction: int) -> Point:
        back = (anchor.weekday() - self.number) % 7
        ahead = (self.number - anchor.weekday()) % 7
        if self.turn == "last":
            by = -(back or 7)
        elif self.turn == "next":
            by = 7 - anchor.weekday() + self.number
        elif self.turn == "this":
            by = -back if direction < 0 else ahead
        else:
            by = ahead if direction > 0 else -back
        return calendar.day(anchor + timedelta(days=by))

    def _underspecified(self) -> str:
        if self.cycle == "weekday":
            return f"XXXX-WXX-{self.number + 1}"
        if self.cycle == "month":
            return f"XXXX-{self.number:02}"
        if self.cycle == "monthday":
            return f"XXXX-{self.number:02}-{self.day:02}"
        if self.cycle == "season":
            return f"XXXX-{SEASONS[self.number - 1]}"
        return "XXXX-XX-XX" if self.cycle == "holiday" else f"XXXX-{self.cycle[0].upper()}{self.number}"


_AGAINST = 270
"""Days that a date must be nearer to be taken against the tense."""
_LEAN = 60
"""The same where no verb says: reports tell more of what was than of what will be."""
_OFTEN = 400
"""Days within which all come round but leap days."""
_REPORTED = 200
"""Days for which a quarter that has ended is the one that a company reports on."""


def _choose(candidates: list[Point], anchor: date, turn: Turn, direction: int, *, quarters: bool) -> Point:
    """The candidate that is meant; they are in order of time."""
    begun = [point for point in candidates if point.first <= anchor] or candidates[:1]
    to_come = [point for point in candidates if point.last >= anchor] or candidates[-1:]
    if turn == "last":
        return ([point for point in candidates if point.last < anchor] or begun)[-1]
    if turn == "next":
        return ([point for point in candidates if point.first > anchor] or to_come)[0]
    if turn == "this":
        return min(candidates, key=lambda point: (not _touches(point, anchor.year), _distance(point, anchor)))
    if quarters and (direction <= 0 or (anchor - begun[-1].last).days < _REPORTED):
        return begun[-1]
    back, ahead = _distance(begun[-1], anchor), _distance(to_come[0], anchor)
    if direction and back + ahead > _OFTEN:  # the 29th of February
        return begun[-1] if direction < 0 else to_come[0]
    against = _AGAINST * direction or -_LEAN
    return begun[-1] if back + max(against, 0) <= ahead - min(against, 0) else to_come[0]


def _touches(point: Point, year: int) -> bool:
    """Whether a day of that year lies in it: a winter has days of two years ("this winter" is the nearer)."""
    return year in (point.first.year, point.last.year)


def _distance(point: Point, anchor: date) -> int:
    if point.first <= anchor <= point.last:
        return 0
    return min(abs((point.first - anchor).days), abs((point.last - anchor).days))


@dataclass(frozen=True, slots=True)
class InYear:
    """A month, quarter, half, season or holiday of a year that other words name: the third quarter of last year."""

    what: Cyclic
    year: Meaning

    def resolve(self, scene: Scene) -> Read:
        """In that year."""
        of = self.year.resolve(scene)
        points = list(self.what.in_year(of.point.year)) if of.point else []
        return read(points[0].at(self.what.time)) if points else replace(self.what, turn="").resolve(scene)


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A weekday (from 0) of the week so many after that of publication: Monday of next week."""

    weekday: int
    weeks: int

    def resolve(self, scene: Scene) -> Read:
        """In that week."""
        if scene.published is None:
            return left_open(f"XXXX-WXX-{self.weekday + 1}")
        week = calendar.around("week", scene.published).shifted(self.weeks)
        return read(calendar.day(week.first + timedelta(days=self.weekday)))


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month that other words name: the 12th of this month."""

    day: int
    month: Meaning

    def resolve(self, scene: Scene) -> Read:
        """In that month.  Raises ValueError where it has no such day."""
        point = self.month.resolve(scene).point
        if point is None:
            return left_open(f"XXXX-XX-{self.day:02}")
        return read(calendar.day(point.first.replace(day=self.day)))


@dataclass(frozen=True, slots=True)
class WeekdayFromHere:
    """The weekday (from 0) before or after the date last spoken of: the previous Friday."""

    weekday: int
    back: bool

    def resolve(self, scene: Scene) -> Read:
        """From that date, or else the day of publication."""
        here = scene.here if scene.here and scene.here.unit == "day" else None
        from_day = here.first if here else scene.published
        if from_day is None:
            return left_open(f"XXXX-WXX-{self.weekday + 1}")
        apart = from_day.weekday() - self.weekday if self.back else self.weekday - from_day.weekday()
        by = apart % 7 or 7
        return read(calendar.day(from_day + timedelta(days=-by if self.back else by)))


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week in which a day lies."""

    day: Meaning

    def resolve(self, scene: Scene) -> Read:
        """By that day."""
        found = self.day.resolve(scene).point
        return read(calendar.around("week", found.first)) if found else left_open(OPEN["week"])
