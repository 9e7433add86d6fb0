"""What date words mean before it is known when they were written: each resolves itself against a scene."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.model import DateType
from onrecord.resolution.dates import calendar
from onrecord.resolution.dates.calendar import Point, Unit
from onrecord.resolution.dates.scene import OPEN, Meaning, Read, Scene, left_open, read


@dataclass(frozen=True, slots=True)
class Plain:
    """A value that needs no scene: a length, a repetition, something vague."""

    type: DateType
    value: str

    def resolve(self, scene: Scene) -> Read:  # noqa: ARG002 - as every meaning does
        """As it is."""
        return Read(self.type, self.value)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch of the calendar that the words name in full."""

    point: Point

    def resolve(self, scene: Scene) -> Read:  # noqa: ARG002 - as every meaning does
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
            return left_open(OPEN[self.unit], self.time)
        return read(calendar.around(self.unit, scene.published).shifted(self.by).at(self.time))


_FINE: frozenset[Unit] = frozenset({"day", "week", "weekend"})


@dataclass(frozen=True, slots=True)
class FromHere:
    """So many units from the date last spoken of: two days later, the following year, that day."""

    unit: Unit
    by: int
    time: str = ""

    def resolve(self, scene: Scene) -> Read:
        """Counted from the date last spoken of, or else the day of publication."""
        here = scene.here
        if here and self.unit in _FINE and here.unit not in _FINE and scene.published and not scene.telling:
            if here.unit == "month" and scene.opened and here.last < scene.published:
                # "Two days later" after "in August": some day of it, as far as anybody can tell.
                some = f"{here.value}-XX" if self.unit == "day" else f"{here.year}{OPEN[self.unit][4:]}"
                return left_open(some, self.time)
            here = None  # "the next day" in a report that last spoke of a year: the day of the report counts
        from_day = here.first if here else scene.published
        if from_day is None:
            return left_open(OPEN[self.unit], self.time)
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
class QuarterOfYear:
    """The 1988 period: of that year, the quarter that the report speaks of."""

    year: int

    def resolve(self, scene: Scene) -> Read:
        """By the quarter last reported on; else the year."""
        if scene.quarter is None:
            return read(calendar.year(self.year))
        return read(calendar.shift_years(scene.quarter, self.year - scene.quarter.year))


@dataclass(frozen=True, slots=True)
class Checked:
    """A meaning that holds only where something is true of the scene; otherwise another."""

    test: Callable[[Scene], bool]
    then: Meaning
    otherwise: Meaning

    def resolve(self, scene: Scene) -> Read:
        """By the test."""
        return (self.then if self.test(scene) else self.otherwise).resolve(scene)
