"""Days as people write them, and the marks of a time axis."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
Unit = Literal["day", "week", "month", "year"]

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """So many days, weeks, months or years: the distance of two ticks, or the width of a column."""

    unit: Unit
    count: int


STEPS = (
    Step(unit="day", count=1),
    Step(unit="day", count=2),
    Step(unit="week", count=1),
    Step(unit="week", count=2),
    Step(unit="month", count=1),
    Step(unit="month", count=3),
    Step(unit="month", count=6),
    *(Step(unit="year", count=count) for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
)


def day(published: str | None) -> date | None:
    """The day that an ISO 8601 date (or date and time) begins with; None where it names no whole day."""
    found = _ISO_DAY.match(published or "")
    if found is None:
        return None
    try:
        return date(*(int(number) for number in found.groups()))
    except ValueError:
        return None


def written(when: date, *, short: bool = False) -> str:
    """A day as people write it: `7 June 2023`, or `7 Jun 2023`."""
    month = MONTHS[when.month - 1]
    return f"{when.day} {month[:3] if short else month} {when.year}"


def floor(when: date, step: Step) -> date:
    """The first day of the step that holds `when`: weeks from Monday, months and years from their first day."""
    if step.unit == "day":
        return date.fromordinal(when.toordinal() // step.count * step.count or 1)
    if step.unit == "week":
        week = (when.toordinal() - 1) // 7 // step.count * step.count
        return date.fromordinal(week * 7 + 1)
    if step.unit == "month":
        return date(when.year, (when.month - 1) // step.count * step.count + 1, 1)
    return date(max(when.year // step.count * step.count, 1), 1, 1)


def following(start: date, step: Step) -> date:
    """The first day of the step after the one that `start` begins; the last day there is where there is none."""
    try:
        if step.unit in ("day", "week"):
            return start + timedelta(days=step.count * (7 if step.unit == "week" else 1))
        month = start.month - 1 + step.count * (12 if step.unit == "year" else 1)
        return date(start.year + month // 12, month % 12 + 1, 1)
    except (OverflowError, ValueError):
        return date.max


def steps(first: date, last: date, step: Step) -> Iterator[date]:
    """The first days of all steps from the one that holds `first` to the one that holds `last`."""
    at = floor(first, step)
    while at <= last:
        yield at
        after = following(at, step)
        if after <= at:
            return
        at = after


def step_for(first: date, last: date, most: int) -> Step:
    """The finest step that cuts the days from `first` to `last` into at most `most`."""
    for step in STEPS:
        days = step.count * {"day": 1, "week": 7, "month": 30, "year": 365}[step.unit]
        if (last - first).days < days * (most - 1):
            return step
    return STEPS[-1]


def tick_label(when: date, step: Step, *, with_year: bool) -> str:
    """What stands under a tick: `7 Jun`, `Jun`, and the year where it is new."""
    if step.unit == "year":
        return str(when.year)
    name = MONTHS[when.month - 1][:3]
    words = name if step.unit == "month" else f"{when.day} {name}"
    return f"{words} {when.year}" if with_year else words


def step_label(start: date, step: Step) -> str:
    """A step in words: `7 June 2023`, `the week of 5 June 2023`, `June 2023`, `2023`, `2020 to 2029`."""
    if step.unit == "year":
        return str(start.year) if step.count == 1 else f"{start.year} to {start.year + step.count - 1}"
    if step.unit == "month" and step.count == 1:
        return f"{MONTHS[start.month - 1]} {start.year}"
    if step == Step(unit="day", count=1):
        return written(start)
    return f"from {written(start)}" if step.unit != "week" or step.count > 1 else f"week of {written(start)}"
