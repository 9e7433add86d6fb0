"""Rules for what comes round: on Monday, last May, this summer, the previous Friday, March of last year, Christmas."""

from onrecord.resolution.dates import calendar
from onrecord.resolution.dates.cyclic import (
    Cyclic,
    DayOfMonth,
    DayOfWeek,
    InYear,
    Turn,
    WeekdayFromHere,
    WeekOf,
)
from onrecord.resolution.dates.holidays import HOLIDAYS
from onrecord.resolution.dates.lexicon import WEEKDAYS
from onrecord.resolution.dates.meanings import Fixed
from onrecord.resolution.dates.rules import Parts, rules
from onrecord.resolution.dates.scene import Meaning
from onrecord.resolution.dates.titles import is_named_after_day

_TURNS: dict[str, Turn] = {
    "last": "last",
    "past": "last",
    "next": "next",
    "coming": "next",
    "upcoming": "next",
    "this": "this",
}
_SHORT_AFTER = frozenset("on last next this since until by".split())
"""Before which `Tues` is a weekday; alone, Sun and Mon are names too."""
_FULL = len("friday")
_LONGEST = 31
_TO_SEASONS = frozenset("in by until till since".split())
_VERBS_TOO = frozenset(("spring", "fall"))


def _turn(parts: Parts) -> Turn:
    return _TURNS.get(parts.word("turn"), "")


def _weekday(parts: Parts) -> Meaning | None:
    word = parts.word("weekday")
    if (len(word) < _FULL and parts.before() not in _SHORT_AFTER) or is_named_after_day(parts):
        return None
    return Cyclic("weekday", WEEKDAYS[word], turn=_turn(parts))


def _weekday_from_here(parts: Parts) -> Meaning | None:
    """The previous Friday."""
    return WeekdayFromHere(WEEKDAYS[parts.word("weekday")], parts.step() < 0)


def _weekday_beside(parts: Parts) -> Meaning | None:
    """The Monday after, the Friday before: where no words follow that say before what."""
    if parts.after()[:1].isalnum():
        return None
    return WeekdayFromHere(WEEKDAYS[parts.word("weekday")], parts.word("way") == "before")


def _weekday_of_week(parts: Parts) -> Meaning | None:
    """Monday of next week, Friday last week."""
    return DayOfWeek(WEEKDAYS[parts.word("weekday")], parts.step())


def _month(parts: Parts) -> Meaning | None:
    """Last May, this September, next March."""
    return Cyclic("month", parts.month(), turn=_turn(parts))


def _month_day(parts: Parts) -> Meaning | None:
    """Last Oct. 23."""
    return Cyclic("monthday", parts.month(), int(parts.word("day")), turn=_turn(parts))


def _day_of_month(parts: Parts) -> Meaning | None:
    """The 12th of this month; not the first of this month's meetings."""
    if parts.word("unit") != "month" or parts.after() in ("'s", "’s"):
        return None
    day = parts.nth("day")
    return DayOfMonth(day, parts.from_publication("month")) if day and day <= _LONGEST else None


def _month_of_year(parts: Parts) -> Meaning | None:
    """March of last year, October this year, June of that year."""
    return InYear(Cyclic("month", parts.month()), parts.told_year())


def _season(parts: Parts) -> Meaning | None:
    """This summer, last fall, in winter, by spring; spring and fall are verbs too, and lead no other word then."""
    before, word = parts.before(), parts.word("season")
    led = parts.has("the") or parts.has("turn")
    if parts.is_named("season") and not parts.has("turn") and before != "in":
        return None  # the Winter Palace
    if not led and (before not in _TO_SEASONS or (word in _VERBS_TOO and parts.after()[:1].isalnum())):
        return None
    return Cyclic("season", parts.season(), turn=_turn(parts))


def _holiday(parts: Parts) -> Meaning | None:
    """Christmas, Labor Day 1998; no Easter Island."""
    name = parts.text("name").replace("’", "'")
    name = name if name in HOLIDAYS else name.removesuffix(" day")
    if name not in HOLIDAYS or (" " not in name and parts.is_named()):
        return None
    holiday = Cyclic("holiday", 0, name=name, turn=_turn(parts))
    return InYear(holiday, Fixed(calendar.year(int(parts.word("year"))))) if parts.has("year") else holiday


def _week_of(parts: Parts) -> Meaning | None:
    """The week of March 6, 2000."""
    day, year = Cyclic("monthday", parts.month(), int(parts.word("day"))), parts.year()
    return WeekOf(InYear(day, Fixed(calendar.year(year))) if year else day)


_TURN = "turn:( last | next | this | coming | past )"
_NAMES = (
    "holiday ( day | eve | weekday )? | hol possessive? day | maymonth day | good weekday "
    "| new year ( possessive ( day | eve )? )?"
)
RULES = rules(
    (f"EDGE? ( this ( coming | past ) )? ( the? {_TURN} )? weekday:WEEKDAY", _weekday),
    ("EDGE? the? turn:( previous | following ) weekday:weekday", _weekday_from_here),
    ("EDGE? the weekday:weekday way:( before | after )", _weekday_beside),
    ("weekday:weekday ( of | in )? turn:( last | next | this ) week", _weekday_of_week),
    (f"EDGE? ( this ( past | coming ) )? {_TURN} month:MONTH", _month),
    (f"{_TURN} month:MONTH day:dayno", _month_day),
    ("EDGE? the day:( NTH ) of turn:( this | last | next ) unit:unit", _day_of_month),
    ("EDGE? month:MONTH ( of | in )? turn:( last | next | this ) year", _month_of_year),
    (
        "EDGE? month:MONTH of the? turn:( previous | following | that | same | current ) same? year",
        _month_of_year,
    ),
    (f"EDGE? this? {_TURN} season:season", _season),
    ("EDGE? the:the season:season", _season),
    ("season:season", _season),
    (f"EDGE? ( {_TURN} )? name:( {_NAMES} ) ( comma? year:fullyear )?", _holiday),
    ("the week of month:MONTH day:dayno ( comma? year:YEAR )?", _week_of),
    ("year hyphen? end", lambda _: Cyclic("monthday", 12, 31)),
)
