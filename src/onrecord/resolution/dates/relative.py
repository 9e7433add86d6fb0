"""Rules for stretches told from another: yesterday, last year, two weeks ago, the following month."""

from onrecord.resolution.dates.calendar import Unit
from onrecord.resolution.dates.lengths import length
from onrecord.resolution.dates.lexicon import FUTURE, PAST, UNITS
from onrecord.resolution.dates.meanings import Checked, FromHere, FromPublication, Plain, YearBefore
from onrecord.resolution.dates.rules import Parts, rules
from onrecord.resolution.dates.scene import Meaning, Scene
from onrecord.resolution.dates.titles import is_programme

# The unit that a shift by a length is told in, and how many of it are in one: three decades ago is a year.
_GRAINS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1), "night": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1),
    "quarter": ("quarter", 1), "year": ("year", 1), "yr": ("year", 1), "decade": ("year", 10), "century": ("year", 100),
    "centuries": ("year", 100), "weekend": ("weekend", 1),
}  # fmt: skip
_WHOLE: dict[Unit, str] = {"week": "P1W", "month": "P1M", "year": "P1Y", "decade": "P10Y", "century": "P100Y"}
_FROM_HERE = frozenset("previous preceding prior following ensuing subsequent succeeding".split())
_OVER = frozenset("for over in within during".split())
_LEADING = frozenset("of for in during over since through throughout until till this".split())
_SATURDAY = 5


def _unit(parts: Parts) -> Meaning | None:
    """This week, last month, the following year; the past month and the next decade are lengths."""
    turn, unit, the = parts.word("turn"), UNITS[parts.word("unit")], parts.has("the")
    if turn in _FROM_HERE or (the and turn == "next" and unit in ("day", "week", "month")):
        return FromHere(unit, parts.step())
    if (unit == "day" and turn != "this") or (turn == "last" and the and parts.after() == "of"):
        return None
    if unit == "year" and the:
        return FromPublication(unit, parts.step())  # over the past year: TimeBank's value is the year before
    over = turn == "last" and the and unit in ("week", "month") and parts.before() in _OVER
    if unit in _WHOLE and (over or turn == "past" or (the and turn in ("next", "coming"))):
        return Plain("DURATION", _WHOLE[unit])
    return FromPublication(unit, parts.step())


def _that_unit(parts: Parts) -> Meaning | None:
    """That day, the same year."""
    return FromHere(UNITS[parts.word("unit")], 0)


def _the_unit(parts: Parts) -> Meaning | None:
    """Later in the day, the end of the month, for the year: the one that the report is in."""
    unit, edge = UNITS[parts.word("unit")], parts.has("edge")
    if parts.after() in ("-", "two", "after", "before") or not (edge or parts.before() in _LEADING):
        return None
    if unit == "day":
        return FromHere("day", 0) if edge else None
    if parts.after() in ("ended", "ending") and unit in _WHOLE:
        return Plain("DURATION", _WHOLE[unit])
    return Checked(lambda scene: scene.telling, FromHere(unit, 0), FromPublication(unit, 0))


def _the_unit_before(parts: Parts) -> Meaning | None:
    """The year before, the day after: where no words follow that say before what."""
    if parts.after()[:1].isalnum():
        return None
    return FromHere(UNITS[parts.word("unit")], -1 if parts.word("way") == "before" else 1)


def _weekend(parts: Parts) -> Meaning | None:
    """The weekend: the last one, or the next where the clause looks ahead."""
    turn = parts.word("turn")
    if turn in ("last", "past", "previous"):
        return FromPublication("weekend", -1)
    if turn in ("next", "coming", "upcoming"):
        return FromPublication("weekend", 1 if turn == "next" else 0)
    ahead = FromPublication("weekend", 0)
    this = turn or parts.has("this")
    return Checked(_looks_back_this_week if this else _looks_back, FromPublication("weekend", -1), ahead)


def _looks_back(scene: Scene) -> bool:
    return scene.direction <= 0 and scene.published is not None and scene.published.weekday() < _SATURDAY


def _looks_back_this_week(scene: Scene) -> bool:
    return scene.direction < 0 and _looks_back(scene)


def _shift(parts: Parts) -> Meaning | None:
    """Two weeks ago, a year earlier, three days later; an hour later is a length, as the day is the same."""
    word, way = parts.words("unit")[-1], parts.word("way")
    count = 1.0 if parts.has("a") else 2.0 if parts.has("couple") else parts.number("count")
    grain = _GRAINS.get(word) or _GRAINS.get(word.removesuffix("s"))
    if grain is None:
        value = length(count, word)
        return Plain("DURATION", value) if value else None
    if count is None:
        return Plain("DATE", FUTURE if way == "later" else PAST)
    by = round(count * grain[1]) * (1 if way == "later" else -1)
    if grain == ("year", 1) and by == -1:
        return YearBefore(from_publication=way == "ago")
    return FromPublication(grain[0], by) if way == "ago" else FromHere(grain[0], by)


def _deictic(parts: Parts) -> Meaning | None:
    """Today, yesterday, tomorrow; not the Today programme."""
    if is_programme(parts):
        return None
    return FromPublication("day", {"yesterday": -1, "tomorrow": 1}.get(parts.word("day"), 0))


def _day_beside(parts: Parts) -> Meaning | None:
    """The day before yesterday, the day after tomorrow."""
    return FromPublication("day", -2 if parts.word("day") == "yesterday" else 2)


_TURN = "turn:( last | next | this | coming | past | previous | following | latest | current )"
_COUNT = "a:a | count:( NUMBER ) | few | a few | couple:( a? couple of? )"
RULES = rules(
    (f"EDGE? the:( the | its )? fiscal? {_TURN} ( full | fiscal | calendar )? unit:SPAN", _unit),
    ("EDGE? ( that same? | the same ) unit:SPAN", _that_unit),
    ("the unit:SPAN way:( before | after )", _the_unit_before),
    ("edge:EDGE unit:SPAN", _the_unit),
    ("the ( full | fiscal )? unit:( year | week )", _the_unit),
    ("that same? weekend", lambda _: FromHere("weekend", 0)),
    (
        "EDGE? ( the | this:this )? ( turn:( last | next | this | coming | past | previous ) )? weekend",
        _weekend,
    ),
    (f"( {_COUNT} )? more? hyphen? unit:( UNIT | UNITS ) hyphen? way:( ago | earlier | later )", _shift),
    ("EDGE? day:( today | deictic )", _deictic),
    ("the? day ( before | after ) day:deictic", _day_beside),
)
