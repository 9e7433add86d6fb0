"""Rules for dates that name a place in the calendar: Nov. 2, 1989; the third quarter; winter of 1994; the 1980s."""

import re
from datetime import date
from typing import Literal

from onrecord.resolution.dates import calendar, numbers
from onrecord.resolution.dates.meanings import Cyclic, Fixed, Meaning, Plain
from onrecord.resolution.dates.rules import Parts, rules

_DAY_PRECEDES = ("on", "in", "of", "by", "since", "until", "from", "to", "through", "before", "after", "during", "last",
                 "next", "this", "late", "early", "mid", "and", "or", "between", "till", "each", "every", "for")  # fmt: skip
_NOT_YEARS = re.compile(
    r"people|men|women|soldiers|troops|dollars|euros|pounds|percent|per|points|miles|kilomet\w+|meters|metres|feet|tons"
    r"|tonnes|shares|jobs|workers|employees|votes|copies|homes|houses|cases|deaths|members|students|barrels|acres|units"
    r"|words|cars|others|a|yen|francs|marks|pieces|times|bc|calories|steps|hectares|volts|watts|hp|rpm|hours|days|years"
    r"|months|weeks|minutes|seconds|yards|inches|kg|km|cm|mm|mb|gb|lbs|men|more|square|cubic|children|refugees|rebels"
)
_YEAR_AFTER = frozenset(
    "in since until till by from to through before after during between and of the late early mid circa around about fiscal "
    "summer winter spring autumn fall election campaign year years his her its their or for ( , - – — a this that post pre "
    "throughout both on".split()
)  # fmt: skip
_ATTACHED = frozenset("/:=#~.\\+")
_FIGURES = len("1989")
_LIKELY = range(1900, 2060)
_POSSIBLE = range(1000, 2101)


def _year(parts: Parts, label: str = "year") -> int | None:
    """A year of four figures, of two after an apostrophe, or in words."""
    words = parts.words(label)
    if not words:
        return None
    if words[0][0] in "'’":
        return _century_of(int(words[0][1:]))
    return int(words[0]) if words[0].isdigit() else numbers.spelled_year(words)


def _century_of(two: int) -> int:
    """The year that two figures mean: 1950 to 2049."""
    return two + (1900 if two >= 50 else 2000)


def _month_day(parts: Parts) -> Meaning | None:
    """Nov. 2; Friday, November 2nd, 1989; the 2nd of November."""
    words = parts.words("day")
    day = int(words[0]) if words[0].isdigit() else parts.nth("day")
    month, year, weekday = parts.month(), _year(parts), parts.weekday()
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
    year = _year(parts)
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
    number = _year(parts)
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
    year = numbers.spelled_year(parts.words("year"))
    if year is None or _NOT_YEARS.fullmatch(parts.after()) or parts.after() in ("dollar", "men", "-"):
        return None
    return Fixed(calendar.year(year))


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
    """11/02/89: the month first, as in the United States, unless only the other way is a date; 14.9.2022 the day first."""
    words = parts.word("slashed")
    first, second, last = (int(number) for number in re.split(r"[/.-]", words))
    year = last if len(re.split(r"[/.-]", words)[2]) == 4 else _century_of(last)
    pairs = [(second, first), (first, second)] if "." in words else [(first, second), (second, first)]
    for month, day in pairs:
        try:
            return Fixed(calendar.day(date(year, month, day)))
        except ValueError:
            continue
    return None


def _season(parts: Parts) -> Meaning | None:
    year = _year(parts)
    season = Cyclic("season", parts.season())
    return Fixed(calendar.within("season", year, parts.season())) if year else season


def _quarter(parts: Parts) -> Meaning | None:
    nth = parts.nth("nth")
    if not nth or nth > 4:
        return None
    year = _year(parts)
    return Fixed(calendar.within("quarter", year, nth)) if year else Cyclic("quarter", nth)


def _numbered(parts: Parts) -> Meaning | None:
    """Q3, H1 2022."""
    cycle: Literal["quarter", "half"] = "quarter" if parts.has("quarter") else "half"
    year, nth = _year(parts), int(parts.word(cycle)[1])
    return Fixed(calendar.within(cycle, year, nth)) if year else Cyclic(cycle, nth)


def _half(parts: Parts) -> Meaning | None:
    nth = parts.nth("nth")
    if nth not in (1, 2):
        return None
    year = _year(parts)
    return Fixed(calendar.within("half", year, nth)) if year else Cyclic("half", nth)


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
    year = _year(parts)
    return Fixed(calendar.year(year)) if year else None


def _span_first(parts: Parts) -> Meaning | None:
    """The first year of 1994-95."""
    return Fixed(calendar.year(int(parts.word("span")[:4])))


_YEAR_LABEL = "year:( fullyear | short | SPELLED )"
RULES = rules(
    ("iso:iso", _iso),
    ("slashed:slashed", _slashed),
    (f"EDGE? ( ( this | last | next )? ( coming | past )? weekday:WEEKDAY comma? )? month:MONTH the? "
     f"day:( dayno | nth | ordinal | second | number hyphen? ordinal ) ( comma? {_YEAR_LABEL} )?", _month_day),
    (f"EDGE? ( weekday:WEEKDAY comma? )? the? day:( dayno | nth | ordinal | second ) ( hyphen | of )? month:MONTH "
     f"( ( comma | hyphen | in )? {_YEAR_LABEL} )?", _month_day),
    (f"EDGE? month:MONTH ( comma | of | hyphen )? {_YEAR_LABEL}", _month_year),
    ("edge:EDGE? month:MONTH", _month),
    ("edge:EDGE? the:( the year )? year:fullyear", _bare_year),
    ("( the year )? year:( number number ( hyphen? number )? )", _spelled_year),
    ("( in | of | since | from | and ) year:( number number ( hyphen? number )? )", _spelled_year),
    ("n:( dayno | digits | fullyear ) era:era", _era),
    ("era:era n:( dayno | digits | fullyear )", _era),
    ("EDGE? ( the | this | last )? season:season of? the? year:( fullyear | short | SPELLED )", _season),
    (f"EDGE? ( the | a | its )? latest? fiscal? hyphen? nth:NTH hyphen? fiscal? ( quarter | period ) ( ( of | in )? fiscal? {_YEAR_LABEL} )?", _quarter),
    (f"quarter:quarterno ( ( of | in )? fiscal? {_YEAR_LABEL} )?", _numbered),
    (f"half:halfno ( ( of | in )? fiscal? {_YEAR_LABEL} )?", _numbered),
    (f"EDGE? ( the | its )? fiscal? nth:( nth | ordinal | second ) hyphen? half ( ( of | in )? fiscal? {_YEAR_LABEL} )?", _half),
    ("edge:EDGE? the? decade:( decade | decadeword )", _decade),
    ("EDGE? the? nth:( nth | ordinal | number hyphen ordinal ) hyphen? century", _century),
    (f"EDGE? fiscal year? {_YEAR_LABEL}", _fiscal),
    ("span:span", _span_first),
)  # fmt: skip
