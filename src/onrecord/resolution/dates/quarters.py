"""Rules for quarters and halves, which companies report by: the third quarter of 1984, the latest period."""

from typing import Literal

from onrecord.resolution.dates import calendar
from onrecord.resolution.dates.cyclic import Cyclic, InYear
from onrecord.resolution.dates.meanings import Fixed, LatestQuarter, QuarterOfYear, YearBefore
from onrecord.resolution.dates.rules import Parts, rules
from onrecord.resolution.dates.scene import Meaning

_PER_YEAR = {"quarter": 4, "half": 2}


def _cycle(parts: Parts) -> Literal["quarter", "half"]:
    return "half" if parts.has("half") else "quarter"


def _nth(parts: Parts) -> Meaning | None:
    """The third quarter of 1984, first-half profit, Q3, H1 2022, the 1988 third quarter."""
    cycle = _cycle(parts)
    nth = parts.nth("nth") if parts.has("nth") else int(parts.word("short")[1])
    if not nth or nth > _PER_YEAR[cycle]:
        return None
    if not parts.has("year"):
        return Cyclic(cycle, nth)
    year = parts.year()
    return Fixed(calendar.within(cycle, year, nth)) if year else None


def _nth_of_year(parts: Parts) -> Meaning | None:
    """This year's third quarter, the first half of last year."""
    cycle, nth = _cycle(parts), parts.nth("nth")
    if not nth or nth > _PER_YEAR[cycle]:
        return None
    return InYear(Cyclic(cycle, nth), parts.told_year())


def _reported(parts: Parts) -> Meaning | None:
    """The quarter, the latest quarter; a period only where a quarter was spoken of."""
    if parts.after() == "-":
        return None
    return LatestQuarter(spoken_of=parts.has("period") and not parts.has("latest"))


def _next_to(parts: Parts) -> Meaning | None:
    """The previous quarter, the following quarter."""
    return LatestQuarter(parts.step())


def _this(parts: Parts) -> Meaning | None:
    """This quarter, last quarter, next quarter: told from the day of publication."""
    return parts.from_publication("quarter")


def _year_ago(_: Parts) -> Meaning | None:
    """The year-ago quarter, the year-earlier period, a year-earlier loss."""
    return YearBefore(from_publication=True)


def _of_last_year(_: Parts) -> Meaning | None:
    """Last year's quarter: the one reported on, a year before."""
    return YearBefore(from_publication=True, quarter_only=True)


def _of_year(parts: Parts) -> Meaning | None:
    """The 1988 period: of that year, the quarter reported on."""
    return QuarterOfYear(int(parts.word("year")))


_OF_YEAR = "( ( of | in )? fiscal? year:YEAR )?"
_TOLD = "the? turn:( last | this | next | current | previous ) fiscal? year"
RULES = rules(
    (
        "EDGE? ( the | a | its )? latest? fiscal? hyphen? nth:NTH hyphen? fiscal? ( quarter | period ) "
        + _OF_YEAR,
        _nth,
    ),
    ("EDGE? ( the | its )? fiscal? nth:( nth | ordinal | second ) hyphen? half:half " + _OF_YEAR, _nth),
    ("short:quarterno " + _OF_YEAR, _nth),
    ("half:( short:halfno ) " + _OF_YEAR, _nth),
    ("the? year:fullyear nth:NTH hyphen? quarter", _nth),
    (
        "turn:( last | this | next ) year possessive fiscal? nth:NTH hyphen? ( quarter | half:half )",
        _nth_of_year,
    ),
    ("EDGE? the? fiscal? nth:NTH hyphen? ( quarter | half:half ) ( of | in )? " + _TOLD, _nth_of_year),
    (
        "EDGE? ( the | that same? ) same? latest:latest? ( full | fiscal )? ( quarter | period:period )",
        _reported,
    ),
    ("that quarter", _reported),
    ("EDGE? ( the | its )? turn:( previous | following ) ( full | fiscal )? quarter", _next_to),
    ("EDGE? ( the | its )? turn:( last | next | this | coming | past | current ) fiscal? quarter", _this),
    (
        "( the | a )? comparable? year hyphen? ( ago | earlier ) hyphen? fiscal? ( NTH hyphen? )? ( quarter | period )",
        _year_ago,
    ),
    ("the comparable ( quarter | period ) ( of? last year | a year ( ago | earlier ) )?", _year_ago),
    ("year hyphen ( ago | earlier )", _year_ago),
    ("last year possessive ( quarter | period )", _of_last_year),
    ("the year:fullyear ( quarter | period )", _of_year),
)
