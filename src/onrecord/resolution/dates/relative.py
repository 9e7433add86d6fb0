"""Rules for dates that are told from another: on Monday, last year, two weeks ago, the following month, Christmas."""

from onrecord.resolution.dates import calendar
from onrecord.resolution.dates.calendar import Unit
from onrecord.resolution.dates.holidays import HOLIDAYS
from onrecord.resolution.dates.lengths import length
from onrecord.resolution.dates.lexicon import UNITS, WEEKDAYS
from onrecord.resolution.dates.meanings import (
    Checked,
    Cyclic,
    DayOfWeek,
    Fixed,
    FromHere,
    FromPublication,
    InYear,
    LatestQuarter,
    Meaning,
    Plain,
    QuarterOfYear,
    Scene,
    Turn,
    WeekdayFromHere,
    WeekOf,
    YearBefore,
)
from onrecord.resolution.dates.rules import Parts, rules

_TURNS: dict[str, Turn] = {"last": "last", "past": "last", "next": "next", "coming": "next", "upcoming": "next", "this": "this",
                           "current": "this", "previous": "last", "following": "next"}  # fmt: skip
_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "that": 0, "same": 0,
          "latest": 0, "next": 1, "coming": 1, "upcoming": 1, "following": 1, "ensuing": 1, "subsequent": 1, "succeeding": 1}  # fmt: skip
# How finely `three years ago` is told: by the unit itself.
_GRAINS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1), "night": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1),
    "quarter": ("quarter", 1), "year": ("year", 1), "yr": ("year", 1), "decade": ("year", 10), "century": ("year", 100),
    "centuries": ("year", 100), "weekend": ("weekend", 1),
}  # fmt: skip


def grain(word: str) -> tuple[Unit, int] | None:
    """The unit in which a shift by a length is told, and how many of it there are in one."""
    return _GRAINS.get(word) or _GRAINS.get(word.removesuffix("s"))


_OVER = frozenset("for over in within during".split())
_LEADING = frozenset("of for in during over since through throughout until till this".split())


def _turn(parts: Parts) -> Turn:
    return _TURNS.get(parts.word("turn"), "")


def _weekday(parts: Parts) -> Meaning | None:
    word = parts.word("weekday")
    abbreviated = word not in WEEKDAYS or len(word) < 6
    if abbreviated and parts.before() not in ("on", "last", "next", "this", "since", "until", "by"):
        return None
    return Cyclic("weekday", WEEKDAYS[word], turn=_turn(parts))


def _weekday_from_here(parts: Parts) -> Meaning | None:
    """The previous Friday."""
    return WeekdayFromHere(WEEKDAYS[parts.word("weekday")], _STEPS[parts.word("turn")] < 0)


def _weekday_of_week(parts: Parts) -> Meaning | None:
    """Monday of next week, Friday last week."""
    return DayOfWeek(WEEKDAYS[parts.word("weekday")], _STEPS[parts.word("turn")])


def _month(parts: Parts) -> Meaning | None:
    """Last May, this September, next March."""
    return Cyclic("month", parts.month(), turn=_turn(parts))


def _month_day(parts: Parts) -> Meaning | None:
    """Last Oct. 23."""
    return Cyclic("monthday", parts.month(), int(parts.word("day")), turn=_turn(parts))


def _month_of_year(parts: Parts) -> Meaning | None:
    """March of last year, October this year."""
    return InYear(Cyclic("month", parts.month()), _year(parts))


def _year(parts: Parts) -> Meaning:
    """Last year, this year, next year; the previous year, that year."""
    word = parts.word("turn")
    if word in ("last", "this", "next", "current", "coming", "past", "latest"):
        return FromPublication("year", _STEPS[word])
    return FromHere("year", _STEPS.get(word, 0))


def _season(parts: Parts) -> Meaning | None:
    return Cyclic("season", parts.season(), turn=_turn(parts))


def _season_in(parts: Parts) -> Meaning | None:
    """In the summer; spring and fall are verbs too, and need the article."""
    if parts.season() in (2, 4) and not parts.has("the") and parts.word("season") in ("spring", "fall"):
        return None
    return Cyclic("season", parts.season())


def _unit(parts: Parts) -> Meaning | None:
    """This week, last month, the next day, the following year."""
    turn, word = parts.word("turn"), parts.word("unit")
    unit, step = UNITS[word], _STEPS[turn]
    if unit == "quarter":
        return _quarter_unit(parts, turn, step)
    if unit == "half" or (turn == "last" and parts.has("the") and parts.after() == "of"):
        return None
    told_from_here = turn in (
        "previous",
        "preceding",
        "prior",
        "following",
        "ensuing",
        "subsequent",
        "succeeding",
    )
    if told_from_here or (parts.has("the") and turn == "next" and unit in ("day", "week", "month")):
        return FromHere(unit, step)
    if unit == "day" and turn != "this":
        return None
    if turn == "last" and parts.has("the") and unit in ("week", "month") and parts.before() in _OVER:
        return Plain("DURATION", f"P1{unit[0].upper()}")
    if unit == "year" and turn in ("past", "next", "coming") and parts.has("the"):
        return FromPublication("year", step)  # over the past year: told as the one before, in TimeBank too
    if turn == "past" or (parts.has("the") and turn in ("next", "coming")):
        return (
            Plain(
                "DURATION",
                {"week": "P1W", "month": "P1M", "year": "P1Y", "decade": "P10Y", "century": "P100Y"}[unit],
            )
            if unit in ("week", "month", "year", "decade", "century")
            else FromPublication(unit, step)
        )
    return FromPublication(unit, step)


def _quarter_unit(parts: Parts, turn: str, step: int) -> Meaning | None:
    if parts.word("unit") == "period" and turn not in ("latest", "last"):
        return None
    if turn == "latest":
        return _reported(parts)
    return (
        LatestQuarter(step)
        if turn in ("previous", "preceding", "prior", "following")
        else FromPublication("quarter", step)
    )


def _reported(parts: Parts) -> Meaning | None:
    """The quarter, the latest quarter; a period only where a quarter was spoken of."""
    if parts.word("unit") == "period":
        return LatestQuarter(spoken_of=parts.word("turn") != "latest")
    return LatestQuarter()


def _that_unit(parts: Parts) -> Meaning | None:
    """That day, the same year, that quarter."""
    unit = UNITS[parts.word("unit")]
    if unit == "half":
        return None
    return LatestQuarter() if unit == "quarter" else FromHere(unit, 0)


def _the_unit(parts: Parts) -> Meaning | None:
    """Later in the day, the end of the month, for the year: the one that the report is in."""
    word = parts.word("unit")
    unit = UNITS[word]
    led = parts.has("edge") or parts.before() in _LEADING
    if parts.after() in ("-", "two", "after", "before") or not (led or unit == "quarter"):
        return None
    if unit == "day" and not parts.has("edge"):
        return None
    if parts.after() in ("ended", "ending") and unit in ("year", "month", "week"):
        return Plain("DURATION", f"P1{unit[0].upper()}")
    if unit == "quarter":
        return _reported(parts)
    if unit == "day":
        return FromHere("day", 0)
    told = Checked(lambda scene: scene.telling, FromHere(unit, 0), FromPublication(unit, 0))
    return told if unit in ("year", "month", "week", "century", "decade") else None


def _the_unit_before(parts: Parts) -> Meaning | None:
    """The year before, the day after: told from the date last spoken of, where nothing follows that it is before."""
    unit = UNITS[parts.word("unit")]
    if parts.after()[:1].isalnum() or unit in ("half", "quarter"):
        return None
    return FromHere(unit, -1 if parts.word("way") == "before" else 1)


def _weekend(parts: Parts) -> Meaning | None:
    """The weekend: the last one, or the next where the clause looks ahead."""
    turn = parts.word("turn")
    if turn in ("last", "past", "previous"):
        return FromPublication("weekend", -1)
    if turn in ("next", "coming", "this", "upcoming"):
        return Checked(
            lambda scene: turn == "this" and scene.direction < 0 and _early_in_week(scene),
            FromPublication("weekend", -1),
            FromPublication("weekend", 1 if turn == "next" else 0),
        )
    return Checked(
        lambda scene: scene.direction > 0 or not _early_in_week(scene),
        FromPublication("weekend", 0),
        FromPublication("weekend", -1),
    )


def _early_in_week(scene: Scene) -> bool:
    return scene.published is not None and scene.published.weekday() < 5


def _ago(parts: Parts) -> Meaning | None:
    """Two weeks ago, a year earlier, three days later."""
    word = parts.words("unit")[-1] if parts.has("unit") else ""
    unit = grain(word)
    if unit is None:  # an hour later: a length, as the day is not another
        value = length(_count(parts), word)
        return Plain("DURATION", value) if value else None
    back = parts.word("way") in ("ago", "earlier", "before", "previously")
    count = _count(parts)
    if count is None:
        return Plain("DATE", "PAST_REF" if back else "FUTURE_REF")
    by = round(count * unit[1]) * (-1 if back else 1)
    if unit == ("year", 1) and by == -1 and parts.word("way") in ("ago", "earlier"):
        return YearBefore(from_publication=parts.word("way") == "ago")
    return (FromPublication if parts.word("way") == "ago" else FromHere)(unit[0], by)


def _count(parts: Parts) -> float | None:
    if parts.has("a"):
        return 1.0
    if parts.has("couple"):
        return 2.0
    return parts.number("count") if parts.has("count") else None


def _year_before(parts: Parts) -> Meaning | None:
    """The year-ago quarter, the year-earlier period, a year-earlier loss."""
    return YearBefore(from_publication=True)


def _nth_of_year(parts: Parts) -> Meaning | None:
    """This year's third quarter, the first half of last year."""
    cycle = "half" if parts.has("half") else "quarter"
    nth = parts.nth("nth")
    if not nth or nth > (2 if cycle == "half" else 4):
        return None
    return InYear(Cyclic(cycle, nth), _year(parts))  # type: ignore[arg-type]


def _quarter_of_last_year(parts: Parts) -> Meaning | None:
    """Last year's quarter: the one reported on, a year before."""
    return YearBefore(from_publication=True, quarter_only=True)


def _year_nth(parts: Parts) -> Meaning | None:
    """The 1988 third quarter."""
    nth = parts.nth("nth")
    if not nth or nth > 4:
        return None
    return Fixed(calendar.within("quarter", int(parts.word("year")), nth))


def _year_period(parts: Parts) -> Meaning | None:
    """The 1988 period, the 1988 quarter: that of the quarter reported on."""
    year = int(parts.word("year"))
    return QuarterOfYear(year)


def _deictic(parts: Parts) -> Meaning | None:
    return FromPublication("day", {"yesterday": -1, "tomorrow": 1}.get(parts.word("day"), 0))


def _day_before(parts: Parts) -> Meaning | None:
    """The day before yesterday, the day after tomorrow."""
    return FromPublication("day", -2 if parts.word("day") == "yesterday" else 2)


def _holiday(parts: Parts) -> Meaning | None:
    name = parts.tokens.text[
        parts.tokens.starts[parts.labels["name"][0]] : parts.tokens.ends[parts.labels["name"][1] - 1]
    ]
    name = " ".join(name.lower().replace("’", "'").split())
    name = name if name in HOLIDAYS else name.removesuffix(" day")
    if name not in HOLIDAYS or (" " not in name and parts.is_named()):
        return None
    holiday = Cyclic("holiday", 0, name=name, turn=_turn(parts))
    return InYear(holiday, Fixed(calendar.year(int(parts.word("year"))))) if parts.has("year") else holiday


def _week_of(parts: Parts) -> Meaning | None:
    """The week of March 6."""
    day = int(parts.word("day"))
    return WeekOf(Cyclic("monthday", parts.month(), day)) if day <= 31 else None


_TURN = "turn:( last | next | this | coming | past )"
_AGO = "way:( ago | earlier | later )"
RULES = rules(
    (f"EDGE? ( this coming | this past )? ( the? {_TURN} )? weekday:WEEKDAY", _weekday),
    ("EDGE? the? turn:( previous | following ) weekday:weekday", _weekday_from_here),
    ("weekday:weekday ( of | in )? turn:( last | next | this ) week", _weekday_of_week),
    (f"EDGE? ( this past | this coming )? {_TURN} month:MONTH", _month),
    (f"{_TURN} month:MONTH day:dayno", _month_day),
    ("EDGE? month:MONTH ( of | in )? turn:( last | next | this ) year", _month_of_year),
    ("EDGE? month:MONTH of the? turn:( previous | following | that | same | current ) same? year", _month_of_year),
    (f"EDGE? this? {_TURN} season:season", _season),
    ("EDGE? the:the season:season", _season_in),
    ("in season:season", _season_in),
    ("EDGE? the:( the | its )? fiscal? turn:( last | next | this | coming | past | previous | following | latest | current ) "
     "( full | fiscal | calendar )? unit:SPAN", _unit),
    ("EDGE? ( the | that ) same unit:SPAN", _that_unit),
    ("EDGE? that unit:SPAN", _that_unit),
    ("the unit:SPAN way:( before | after )", _the_unit_before),
    ("edge:EDGE unit:SPAN", _the_unit),
    ("the ( full | fiscal )? unit:( year | quarter | period | week )", _the_unit),
    ("that same? weekend", lambda _: FromHere("weekend", 0)),
    ("EDGE? ( the | this )? ( turn:( last | next | this | coming | past | previous ) )? weekend", _weekend),
    (f"( a:a | count:( NUMBER ) | few:( a? few ) | couple:( a? couple of? ) )? more? hyphen? unit:( UNIT | UNITS ) hyphen? {_AGO}", _ago),
    ("( the | a )? comparable? year hyphen? ( ago | earlier ) hyphen? fiscal? ( NTH hyphen? )? ( quarter | period )", _year_before),
    ("the comparable ( quarter | period ) ( last year | of last year | a year ( ago | earlier ) )?", _year_before),
    ("year hyphen ( ago | earlier )", _year_before),
    ("( turn:( last | this | next ) ) year possessive fiscal? nth:NTH hyphen? ( quarter | half:half )", _nth_of_year),
    ("EDGE? the? fiscal? nth:NTH hyphen? ( quarter | half:half ) ( of | in )? ( the? turn:( last | this | next | current | previous ) ) fiscal? year", _nth_of_year),
    ("last year possessive ( quarter | period )", _quarter_of_last_year),
    ("the? year:fullyear nth:NTH hyphen? quarter", _year_nth),
    ("the year:fullyear ( quarter | period )", _year_period),
    ("EDGE? day:( today | deictic )", _deictic),
    ("the? day ( before | after ) day:deictic", _day_before),
    (f"EDGE? ( {_TURN} )? name:( holiday ( day | eve | weekday )? | hol possessive? day | maymonth day | new year ( possessive ( day | eve )? )  | good weekday ) ( comma? year:fullyear )?", _holiday),
    ("the week of month:MONTH day:dayno", _week_of),
    ("year hyphen? end", lambda _: Cyclic("monthday", 12, 31)),
)  # fmt: skip
