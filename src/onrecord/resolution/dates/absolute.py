"""Rules for dates that name a place in the calendar: Nov. 2, 1989; the third quarter; winter of 1994; the 1980s."""

import re
from datetime import date

from onrecord.resolution.dates import calendar, numbers
from onrecord.resolution.dates.cyclic import Cyclic
from onrecord.resolution.dates.meanings import Fixed, Plain
from onrecord.resolution.dates.rules import Parts, century_of, rules
from onrecord.resolution.dates.scene import Meaning

_DAY_PRECEDES = frozenset(
    "on in of by since until from to through before after during last next this late early mid and or between till "
    "each every for".split()
)
_NOT_YEARS = re.compile(
    r"people|men|women|soldiers|troops|dollars|euros|pounds|percent|per|points|miles|kilomet\w+|meters|metres|feet|tons"
    r"|tonnes|shares|jobs|workers|employees|votes|copies|homes|houses|cases|deaths|members|students|barrels|acres|units"
    r"|words|cars|others|a|yen|francs|marks|pieces|times|bc|calories|steps|hectares|volts|watts|hp|rpm|hours|days|years"
    r"|months|weeks|minutes|seconds|yards|inches|kg|km|cm|mm|mb|gb|lbs|men|more|square|cubic|children|refugees|rebels"
)
_YEAR_AFTER = frozenset(
    "in since until till by from to through before after during between and of the late early mid circa around about "
    "fiscal summer winter spring autumn fall election campaign year years his her its their or for ( , - – — a this "
    "that post pre throughout both on".split()
)
_ATTACHED = frozenset("/:=#~.\\+")
_FIGURES = len("1989")
_LIKELY = range(1900, 2060)
_POSSIBLE = range(1000, 2101)


def _month_day(parts: Parts) -> Meaning | None:
    """Nov. 2; Friday, November 2nd, 1989; the 2nd of November."""
    words = parts.words("day")
    day = int(words[0]) if words[0].isdigit() else parts.nth("day")
    month, year, weekday = parts.month(), parts.year(), parts.weekday()
    if not day or day > 31:
        return None
    if parts.has("year"):
        try:
            return Fixed(calendar.day(date(year or 0, month, day)))
        except ValueError:
            return None
    if day > (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    return Cyclic("monthday", month, day, weekday=weekday)


def _month_year(parts: Parts) -> Meaning | None:
    year = parts.year()
    return Fixed(calendar.month(year, parts.month())) if year else None


def _month(parts: Parts) -> Meaning | None:
    """A month alone; `May` and `March` are verbs and names too, so that they need a word that goes with dates."""
    word = parts.word("month")
    if len(word) <= 4 and word not in ("may", "june", "july") and "." not in parts.words("month"):
        return None
    if word in ("may", "march") and parts.before() not in _DAY_PRECEDES and not parts.has("edge"):
        return None
    if (
        parts.after() in ("'s", "’s")
        and parts.before() not in (*_DAY_PRECEDES, "'s")
        and word in ("april", "june", "august", "may")
    ):
        return None
    return Cyclic("month", parts.month())


def _bare_year(parts: Parts) -> Meaning | None:
    """Four figures that stand where a year stands: 1,500 people were never 1500 people."""
    number = parts.year()
    if number is None or number not in _POSSIBLE or parts.sign_before() in _ATTACHED:
        return None
    if parts.before() == "-" and parts.before(2).isdigit() and len(parts.before(2)) != _FIGURES:
        return None  # a telephone number
    after, before = parts.after(), parts.before()
    if (
        _NOT_YEARS.fullmatch(after)
        or after in ("%", "/")
        or (after in ("-", "–") and parts.after(1).isdigit() and len(parts.after(1)) != _FIGURES)
    ):
        return None
    if number in _LIKELY or parts.has("edge") or parts.has("the"):
        return Fixed(calendar.year(number))
    led = before in _YEAR_AFTER or (not before[:1].isalnum() and not after[:1].isalnum())
    return Fixed(calendar.year(number)) if led or after in (")", "–", "-", ",") else None


def _spelled_year(parts: Parts) -> Meaning | None:
    """In nineteen ninety-six, the year two thousand; not two thousand men."""
    year = numbers.spelled_year(parts.words("year"))
    after = parts.after()
    if year is None or _NOT_YEARS.fullmatch(after) or after in ("dollar", "-"):
        return None
    return (
        Fixed(calendar.year(year))
        if parts.has("the") or year % 100 or parts.before() in _YEAR_AFTER
        else None
    )


def _era(parts: Parts) -> Meaning | None:
    """44 BC, AD 476; there was no year 0."""
    number = parts.number("n")
    if not number or number != int(number) or number >= calendar.YEARS.stop:
        return None
    if parts.word("era").startswith("b"):
        return Plain("DATE", f"BC{int(number):04}")
    return Fixed(calendar.year(int(number)))


def _iso(parts: Parts) -> Meaning | None:
    day, _, time = parts.word("iso").upper().partition("T")
    try:
        return Fixed(calendar.day(date.fromisoformat(day)).at(f"T{time.rstrip('Z')}" if time else ""))
    except ValueError:
        return None


def _slashed(parts: Parts) -> Meaning | None:
    """11/02/89: the month first, as in the United States, unless only the other way is a date; 14.9.2022."""
    words = parts.word("slashed")
    first, second, last = (int(number) for number in re.split(r"[/.-]", words))
    year = last if len(re.split(r"[/.-]", words)[2]) == 4 else century_of(last)
    pairs = [(second, first), (first, second)] if "." in words else [(first, second), (second, first)]
    for month, day in pairs:
        try:
            return Fixed(calendar.day(date(year, month, day)))
        except ValueError:
            continue
    return None


def _season(parts: Parts) -> Meaning | None:
    year = parts.year()
    season = Cyclic("season", parts.season())
    return Fixed(calendar.within("season", year, parts.season())) if year else season


def _decade(parts: Parts) -> Meaning | None:
    """1980s, '80s, the eighties."""
    word = parts.word("decade")
    if (tens := numbers.decade_word(word)) is not None:
        return Fixed(calendar.Point("decade", 190 + tens)) if tens >= 2 else None
    digits = re.sub(r"[^0-9]", "", word)
    if len(digits) == 4:
        index = int(digits) // 10
        return Fixed(calendar.Point("decade", index)) if int(digits) in range(1000, 2100) else None
    if word[0] in "'’" or parts.before() in ("the", "early", "late", "mid", "-") or parts.has("edge"):
        return Fixed(calendar.Point("decade", 190 + int(digits) // 10))
    return None


def _century(parts: Parts) -> Meaning | None:
    nth = parts.nth("nth")
    return Fixed(calendar.Point("century", nth - 1)) if nth and 1 < nth < 40 else None


def _fiscal(parts: Parts) -> Meaning | None:
    year = parts.year()
    return Fixed(calendar.year(year)) if year else None


def _span_first(parts: Parts) -> Meaning | None:
    """The first year of 1994-95."""
    return Fixed(calendar.year(int(parts.word("span")[:4])))


RULES = rules(
    ("iso:iso", _iso),
    ("slashed:slashed", _slashed),
    ("EDGE? ( ( this | last | next )? ( coming | past )? weekday:WEEKDAY comma? )? month:MONTH the? "
     "day:( dayno | nth | ordinal | second | number hyphen? ordinal ) ( comma? year:YEAR )?", _month_day),
    ("EDGE? ( weekday:WEEKDAY comma? )? the? day:( dayno | nth | ordinal | second ) ( hyphen | of )? month:MONTH "
     "( ( comma | hyphen | in )? year:YEAR )?", _month_day),
    ("EDGE? month:MONTH ( comma | of | hyphen )? year:YEAR", _month_year),
    ("edge:EDGE? month:MONTH", _month),
    ("edge:EDGE? the:( the year )? year:fullyear", _bare_year),
    ("the:( the year )? year:( number number ( hyphen? number )? )", _spelled_year),
    ("n:( dayno | digits | fullyear ) era:era", _era),
    ("era:era n:( dayno | digits | fullyear )", _era),
    ("EDGE? ( the | this | last )? season:season of? the? year:YEAR", _season),
    ("edge:EDGE? the? decade:( decade | decadeword )", _decade),
    ("EDGE? the? nth:( nth | ordinal | number hyphen ordinal ) hyphen? century", _century),
    ("EDGE? fiscal year? year:YEAR", _fiscal),
    ("span:span", _span_first),
)  # fmt: skip
