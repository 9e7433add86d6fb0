"""What is known at a place of an article, and what a date expression becomes there.

Where the scene does not say enough, a value stays underspecified, as TIMEX3 writes it (`XXXX-WXX-1`).
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from onrecord.model import DateType
from onrecord.resolution.dates import calendar
from onrecord.resolution.dates.calendar import Point, Unit

OPEN: dict[Unit, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


@dataclass(slots=True)
class Scene:
    """What is known at a place of the article.

    `published` is the day of publication; `here` the date last spoken of, `opened` whether that opened its sentence;
    `near` the last that was no longer than a quarter; `quarter` the quarter last reported on; `direction` where the
    clause looks from the day it is told on: -1 back, 1 ahead, 0 not said; `telling` whether this is a history, in
    which dates follow from each other and not from the day of publication.
    """

    published: date | None
    here: Point | None = None
    near: Point | None = None
    quarter: Point | None = None
    direction: int = 0
    opened: bool = False
    telling: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether a bare month belongs to the year last spoken of."""
        return self.telling and self.here is not None and self.here.unit not in ("decade", "century")

    @property
    def anchor(self) -> date | None:
        """The day from which a bare weekday or month is counted: never from a year that is named in passing."""
        if self.near and (self.telling or self.published is None):
            return self.near.first
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


def left_open(value: str, time: str = "") -> Read:
    """An underspecified value, with a time of day perhaps."""
    return Read("TIME" if time else "DATE", value + time)
