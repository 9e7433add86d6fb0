"""Days that have a name: fixed ones, the nth weekday of a month, and those that follow Easter."""

from collections.abc import Callable
from datetime import date, timedelta

Holiday = Callable[[int], date]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm that Meeus prints, Astronomical Algorithms, chapter 8)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    skipped, leaps = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quads, rest = divmod(of_century, 4)
    to_sunday = (32 + 2 * leaps + 2 * quads - moon - rest) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Holiday:
    return lambda year: date(year, month, day)


def _nth(weekday: int, nth: int, month: int) -> Holiday:
    """The nth (from 1) such weekday of a month."""
    return lambda year: date(year, month, 1 + (weekday - date(year, month, 1).weekday()) % 7 + 7 * (nth - 1))


def _last(weekday: int, month: int) -> Holiday:
    def of(year: int) -> date:
        end = date(year, month, 31)
        return end - timedelta(days=(end.weekday() - weekday) % 7)

    return of


def _after_easter(days: int) -> Holiday:
    return lambda year: easter(year) + timedelta(days=days)


def _election(year: int) -> date:
    """The Tuesday after the first Monday in November (2 U.S.C. 7)."""
    return _nth(0, 1, 11)(year) + timedelta(days=1)


# Those of the United States where a name is used in several countries.
HOLIDAYS: dict[str, Holiday] = {
    "christmas": _fixed(12, 25), "christmas day": _fixed(12, 25), "christmas eve": _fixed(12, 24),
    "xmas": _fixed(12, 25), "boxing day": _fixed(12, 26), "new year's day": _fixed(1, 1), "new year": _fixed(1, 1),
    "new year's": _fixed(1, 1), "new year's eve": _fixed(12, 31), "halloween": _fixed(10, 31),
    "valentine's day": _fixed(2, 14), "independence day": _fixed(7, 4), "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11), "bastille day": _fixed(7, 14), "groundhog day": _fixed(2, 2),
    "may day": _fixed(5, 1), "labor day": _nth(0, 1, 9), "labour day": _nth(0, 1, 9), "memorial day": _last(0, 5),
    "columbus day": _nth(0, 2, 10), "presidents day": _nth(0, 3, 2), "presidents' day": _nth(0, 3, 2),
    "thanksgiving": _nth(3, 4, 11), "thanksgiving day": _nth(3, 4, 11), "election day": _election,
    "easter": easter, "easter sunday": easter, "easter monday": _after_easter(1), "good friday": _after_easter(-2),
}  # fmt: skip
