"""Dates as the head and foot of a report write them: which day it was published.

Dates inside sentences are another stage's matter; here a whole line is a date, or a byline ends in one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Standing = Literal["published", "plain", "updated"]

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAYS = ("mon monday", "tue tues tuesday", "wed weds wednesday", "thu thur thurs thursday", "fri friday",
         "sat saturday", "sun sunday")  # fmt: skip
WEEKDAYS = {name: number for number, names in enumerate(_DAYS) for name in names.split()}

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:\b(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?,?\s{0,2})?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        r"(?<![\d/.-])(?P<year>(?:1[89]|20)\d\d)[-/.](?P<month_number>[01]\d)[-/.](?P<day>[0-3]\d)(?!\d)",
        rf"(?<!\d){_DAY}\s{{0,2}}(?:of\s|-)?{_MONTH}[\s,-]{{1,3}}{_YEAR}",
        rf"\b{_MONTH}\s{{0,2}}{_DAY}(?!\d)[\s,]{{1,3}}{_YEAR}",
        rf"(?<![\d.]){_DAY}\.\s?(?P<month_number>[01]?\d)\.\s?{_YEAR}",
        rf"(?<![\d/-])(?P<first>[0-3]?\d)[/-](?P<second>[0-3]?\d)[/-]{_YEAR}",
    )
)

_PUBLISHED = re.compile(
    r"\b(?:first |originally )?(?:published|posted|created|issued|publication date)\b", re.I
)
_UPDATED = re.compile(r"\b(?:updated?|modified|revised)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound:
    """A date at a place of a line: `days` holds one day, or two where 03/04/2023 can be read either way."""

    start: int
    end: int
    days: tuple[date, ...]
    standing: Standing


def dates_in(line: str) -> list[DateFound]:
    """The full dates (with a year) in a short line, in order."""
    found: list[DateFound] = []
    for form in _FORMS:
        for match in form.finditer(line):
            if any(other.start < match.end() and match.start() < other.end for other in found):
                continue
            if days := _days(match.groupdict()):
                standing = _standing(line[: match.start()])
                found.append(DateFound(start=match.start(), end=match.end(), days=days, standing=standing))
    return sorted(found, key=lambda one: one.start)


def publication_day(found: Iterable[DateFound]) -> date | None:
    """The day of publication among the dates of a report's head and foot.

    A date that is called published comes before a bare one, and that before one that is called updated.  A date that
    can be read two ways counts only where another of the dates is one of its readings; a weekday has already decided
    it where one stands beside it.
    """
    dates = list(found)
    certain = {one.days[0] for one in dates if len(one.days) == 1}
    for standing in ("published", "plain", "updated"):
        for one in dates:
            agreeing = [day for day in one.days if day in certain]
            if one.standing == standing and agreeing:
                return agreeing[0]
    return None


def _days(parts: dict[str, str | None]) -> tuple[date, ...]:
    year = int(parts["year"] or 0)
    if first := parts.get("first"):
        pairs = [(int(first), int(parts["second"] or 0)), (int(parts["second"] or 0), int(first))]
    elif month := parts.get("month"):
        pairs = [(int(parts["day"] or 0), MONTHS[month.lower()])]
    else:
        pairs = [(int(parts["day"] or 0), int(parts["month_number"] or 0))]
    days = tuple(dict.fromkeys(day for pair in pairs if (day := _day(year, pair[1], pair[0]))))
    weekday = WEEKDAYS.get((parts.get("weekday") or "").lower())
    fitting = tuple(day for day in days if day.weekday() == weekday)
    return fitting if len(days) > 1 and len(fitting) == 1 else days


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _standing(before: str) -> Standing:
    """What the words before a date call it; the nearest word decides."""
    published = max((match.end() for match in _PUBLISHED.finditer(before)), default=-1)
    updated = max((match.end() for match in _UPDATED.finditer(before)), default=-1)
    if published < 0 and updated < 0:
        return "plain"
    return "published" if published > updated else "updated"


def day_from_parts(parts: Sequence[int] | None) -> str | None:
    """The day of a `time.struct_time`, as `2023-06-07`, or None."""
    day = _day(parts[0], parts[1], parts[2]) if parts else None
    return day.isoformat() if day else None
