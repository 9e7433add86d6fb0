"""What date words mean before it is known when they were written: each resolves itself against a scene.

A scene is what a reader knows at that place of the article: the day of publication, the date last spoken of, the tense
of the clause.  Where the scene does not say enough, the value stays underspecified, as TIMEX3 writes it (`XXXX-WXX-1`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, Protocol

from onrecord.model import DateType
from onrecord.resolution.dates import calendar
from onrecord.resolution.dates.calendar import SEASONS, Point, Unit
from onrecord.resolution.dates.holidays import HOLIDAYS

Turn = Literal["", "last", "this", "next"]
Cycle = Literal["weekday", "month", "monthday", "quarter", "half", "season", "holiday"]

OPEN: dict[Unit, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


@dataclass(slots=True)
class Scene:
    """What is known at a place of the article.

    `published` is the day of publication; `here` the date last spoken of; `quarter` the quarter last reported on;
    `direction` where the clause looks from the day it is told on: -1 back, 1 ahead, 0 not said; `telling` whether this
    is a history, in which dates follow from each other and not from the day of publication.
    """

    published: date | None
    here: Point | None = None
    quarter: Point | None = None
    direction: int = 0
    telling: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether a bare month belongs to the year last spoken of."""
        return self.telling and self.here is not None and self.here.unit not in ("decade", "century")

    @property
    def anchor(self) -> date | None:
        """The day from which a bare weekday or month is counted."""
        if self.here and (self.telling or self.published is None):
            return self.here.first
        return self.published


@dataclass(frozen=True, slots=True)
class Read:
    """A resolved expression: TIMEX3 type and value, and the place in the calendar if it has one."""

    type: DateType
    value: str
    point: Point | None = None


class Meaning(Protocol):
    """What words mean."""

    def resolve(self, scene: Scene) -> Read:
        """In that scene.  Raises ValueError or OverflowError where it lies outside the calendar."""
        ...


def read(point: Point) -> Read:
    """A stretch of the calendar as a resolved expression."""
    if point.first.year not in calendar.YEARS or point.last.year not in calendar.YEARS:
        raise ValueError(f"outside the calendar: {point}")
    return Read("TIME" if point.time else "DATE", point.value, point)


def _open(value: str, time: str) -> Read:
    return Read("TIME" if time else "DATE", value + time)


@dataclass(frozen=True, slots=True)
class Plain:
    """A value that needs no scene: a length, a repetition, something vague."""

    type: DateType
    value: str

    def resolve(self, scene: Scene) -> Read:
        """As it is."""
        return Read(self.type, self.value)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch of the calendar that the words name in full."""

    point: Point

    def resolve(self, scene: Scene) -> Read:
        """As it is."""
        return read(self.point)


@dataclass(frozen=True, slots=True)
class FromPublication:
    """So many units from the day of publication: today, last year, five months ago."""

    unit: Unit
    by: int
    time: str = ""

    def resolve(self, scene: Scene) -> Read:
        """Counted from the day of publication."""
        if scene.published is None:
            return _open(OPEN[self.unit], self.time)
        return read(calendar.around(self.unit, scene.published).shifted(self.by).at(self.time))


@dataclass(frozen=True, slots=True)
class FromHere:
    """So many units from the date last spoken of: two days later, the following year, that day."""

    unit: Unit
    by: int
    time: str = ""

    def resolve(self, scene: Scene) -> Read:
        """Counted from the date last spoken of, or else the day of publication."""
        here = scene.here
        fine = ("day", "week", "weekend")
        if here and self.unit in fine and here.unit not in fine and scene.published and not scene.telling:
            here = None  # "the next day" in a report that last spoke of a year: the day of the report counts
        from_day = here.first if here else scene.published
        if from_day is None:
            return _open(OPEN[self.unit], self.time)
        return read(calendar.around(self.unit, from_day).shifted(self.by).at(self.time))


@dataclass(frozen=True, slots=True)
class YearBefore:
    """A year ago, a year earlier: the same quarter of the year before where a report speaks of quarters."""

    from_publication: bool
    quarter_only: bool = False

    def resolve(self, scene: Scene) -> Read:
        """By the quarter last reported on, else by year."""
        if scene.quarter:
            return read(calendar.shift_years(scene.quarter, -1))
        if self.quarter_only:
            return FromPublication("year", -1).resolve(scene)
        return (FromPublication if self.from_publication else FromHere)("year", -1).resolve(scene)


@dataclass(frozen=True, slots=True)
class LatestQuarter:
    """The quarter: the one last reported on, else the last that had ended by the day of publication."""

    by: int = 0
    spoken_of: bool = False

    def resolve(self, scene: Scene) -> Read:
        """By what was reported.  Raises ValueError where nothing was and `spoken_of` asks for it."""
        if scene.quarter:
            return read(scene.quarter.shifted(self.by))
        if self.spoken_of:
            raise ValueError("no quarter was spoken of")
        return FromPublication("quarter", self.by - 1).resolve(scene)


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
            return _open(self._underspecified(), self.time)
        if scene.goes_on and scene.here and self.cycle != "weekday" and not self.turn:
            told = list(self.in_year(scene.here.year))
            return read(told[0].at(self.time)) if told else _open(self._underspecified(), self.time)
        if self.cycle == "weekday":
            return read(self._weekday(anchor, scene.direction).at(self.time))
        candidates = self._candidates(anchor.year, 1) or self._candidates(anchor.year, 8)
        if self.weekday is not None:
            candidates = [
                point for point in candidates if point.first.weekday() == self.weekday
            ] or candidates
        if not candidates:
            return _open(self._underspecified(), self.time)
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
            return (calendar.within(self.cycle, year, self.number),)  # type: ignore[arg-type]
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
"""Days that a date must be nearer to be taken against the tense: the last month of the year, told of in the one before."""
_LEAN = 60
"""The same where no verb says: reports tell more of what was than of what will be."""
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
        return min(candidates, key=lambda point: (point.year != anchor.year, _distance(point, anchor)))
    if quarters and (direction <= 0 or (anchor - begun[-1].last).days < _REPORTED):
        return begun[-1]
    back, ahead = _distance(begun[-1], anchor), _distance(to_come[0], anchor)
    against = _AGAINST * direction or -_LEAN
    return begun[-1] if back + max(against, 0) <= ahead - min(against, 0) else to_come[0]


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
class Checked:
    """A meaning that holds only where something is true of the scene; otherwise another."""

    test: Callable[[Scene], bool]
    then: Meaning
    otherwise: Meaning

    def resolve(self, scene: Scene) -> Read:
        """By the test."""
        return (self.then if self.test(scene) else self.otherwise).resolve(scene)


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A weekday (from 0) of the week so many after that of publication: Monday of next week."""

    weekday: int
    weeks: int

    def resolve(self, scene: Scene) -> Read:
        """In that week."""
        if scene.published is None:
            return _open(f"XXXX-WXX-{self.weekday + 1}", "")
        week = calendar.around("week", scene.published).shifted(self.weeks)
        return read(calendar.day(week.first + timedelta(days=self.weekday)))


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
            return _open(f"XXXX-WXX-{self.weekday + 1}", "")
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
        return read(calendar.around("week", found.first)) if found else _open(OPEN["week"], "")


@dataclass(frozen=True, slots=True)
class QuarterOfYear:
    """The 1988 period: of that year, the quarter that the report speaks of."""

    year: int

    def resolve(self, scene: Scene) -> Read:
        """By the quarter last reported on; else the year."""
        if scene.quarter is None:
            return read(calendar.year(self.year))
        return read(calendar.shift_years(scene.quarter, self.year - scene.quarter.year))
