"""Rules for lengths and repetitions: two years, a minute and a half, the past three months, every Friday, daily."""

from onrecord.resolution.dates import numbers
from onrecord.resolution.dates.calendar import SEASONS as SEASON_NAMES
from onrecord.resolution.dates.lexicon import FREQUENCIES, LENGTHS, PARTS, SEASONS, WEEKDAYS
from onrecord.resolution.dates.meanings import Plain
from onrecord.resolution.dates.rules import Parts, rules
from onrecord.resolution.dates.scene import Meaning

_PARTS_OF = {
    "Y": (12, "M"),
    "D": (24, "TH"),
    "TH": (60, "TM"),
    "TM": (60, "TS"),
    "W": (7, "D"),
    "E": (10, "Y"),
    "C": (100, "Y"),
}
"""What the fraction of a unit is told in: half a year is six months."""


_YEARLIKE = 1000


def length(count: float | None, word: str) -> str | None:
    """`P2Y` for 2 and `years`, `PXM` for None and `months`, `PT1M30S` for 1.5 and `minute`."""
    letter = LENGTHS.get(word) or LENGTHS.get(word.removesuffix("s"))
    if letter is None:
        return None
    if letter == "WE":
        return f"P{'X' if count is None else int(count)}WE"
    prefix, letter = ("PT", letter[1]) if letter[0] == "T" else ("P", letter)
    if word.startswith("fortnight"):
        count = None if count is None else count * 2
    if count is None:
        return f"{prefix}X{letter}"
    if count == int(count):
        return f"{prefix}{int(count)}{letter}"
    return _with_fraction(count, prefix.removeprefix("P") + letter)


def _with_fraction(count: float, letter: str) -> str:
    whole = int(count)
    if letter not in _PARTS_OF:
        return f"P{letter[:-1]}{count:g}{letter[-1]}"
    per, smaller = _PARTS_OF[letter]
    rest = round((count - whole) * per)
    first = f"{whole}{letter.removeprefix('T')}" if whole else ""
    time = "T" if smaller[0] == "T" else ""
    middle = "" if letter[0] == "T" and whole else time
    head = "PT" if letter[0] == "T" and whole else "P"
    return f"{head}{first}{middle}{rest}{smaller.removeprefix('T')}"


def _counted(parts: Parts) -> Meaning | None:
    """Two years, a five-year plan, 2 1/2 hours; but no age (52 years old, a 52-year-old man)."""
    word = parts.words("unit")[-1]
    count = parts.number("count")
    if count is None or (
        word.startswith("quarter") and count in (1, 3) and (parts.has("hyphen") or parts.after() == "of")
    ):
        return None
    if count >= _YEARLIKE and not word.endswith("s"):
        return None
    if parts.has("old") and LENGTHS.get(word.removesuffix("s")) == "Y":
        return None
    if word == "second" and count != 1 and not parts.has("hyphen"):
        return None  # the twenty second: an ordinal
    if parts.words("count")[0].isdigit() and parts.sign_before() in ("$", "£", "€", "#"):
        return None
    value = length(count + (0.5 if parts.has("half") else 0), word)
    return Plain("DURATION", value) if value else None


def _one(parts: Parts) -> Meaning | None:
    """A year, an hour, a minute and a half; `a year` after a number is how often."""
    word = parts.word("unit")
    if (
        parts.after() in ("old", "-")
        or word == "quarter"
        or (word in ("second", "weekend") and not parts.has("half"))
    ):
        return None
    value = length(1.5 if parts.has("half") else 1, word)
    if value and not parts.has("half") and _is_rate(parts):
        return Plain("SET", value)
    return Plain("DURATION", value) if value else None


def _is_rate(parts: Parts) -> bool:
    """Whether `a year` follows what is counted: $33 million a year, twice a week, 50,000 copies a year."""
    before = [parts.before(back) for back in range(1, 5)]
    if before[0] in (
        "once",
        "twice",
        "times",
        "%",
        "percent",
        "cents",
        "million",
        "billion",
        "thousand",
        "hundred",
    ):
        return True
    if before[0][:1].isdigit():
        return True
    counted = any(
        numbers.number([word]) is not None for word in before[1:] if word and word not in ("a", "an", "-")
    )
    return counted and before[0].endswith("s") and before[0].isalpha()


def _rate(parts: Parts) -> Meaning | None:
    value = length(1, parts.word("unit"))
    return Plain("SET", value) if value else None


def _half_unit(parts: Parts) -> Meaning | None:
    """Half an hour, half a century."""
    value = length(0.5, parts.word("unit"))
    return Plain("DURATION", value) if value else None


def _vague(parts: Parts) -> Meaning | None:
    """Several years, a few days, a couple of months."""
    word = parts.words("unit")[-1]
    value = length(2 if parts.has("couple") else 12 if parts.has("dozen") else None, word)
    return Plain("DURATION", value) if value else None


def _running(parts: Parts) -> Meaning | None:
    """The past two months, the first nine months, the next few years."""
    word = parts.words("unit")[-1]
    count = parts.number("count") if parts.has("count") else 2 if parts.has("couple") else None
    value = length(count, word)
    return Plain("DURATION", value) if value else None


def _bare(parts: Parts) -> Meaning | None:
    """For weeks, decades of war, months before: an unknown number of them."""
    if not parts.has("recent") and (parts.before() not in _MANY_AFTER and parts.after() not in _MANY_BEFORE):
        return None
    if parts.after() == "old" or (parts.word("unit") == "quarters" and not parts.has("recent")):
        return None
    value = length(None, parts.word("unit"))
    return Plain("DURATION", value) if value else None


def _every(parts: Parts) -> Meaning | None:
    """Every Friday, each July, every two weeks, every morning."""
    word = parts.words("unit")[-1]
    if word in WEEKDAYS:
        return Plain("SET", f"XXXX-WXX-{WEEKDAYS[word] + 1}{parts.time()}")
    if word in SEASONS:
        return Plain("SET", f"XXXX-{SEASON_NAMES[SEASONS[word] - 1]}")
    if word in PARTS:
        return Plain("SET", f"XXXX-XX-XX{PARTS[word]}")
    count = 2.0 if parts.has("other") else parts.number("count") if parts.has("count") else 1.0
    value = length(count, word)
    return Plain("SET", value) if value else None


def _every_month(parts: Parts) -> Meaning | None:
    """Each July."""
    return Plain("SET", f"XXXX-{parts.month():02}")


def _weekdays(parts: Parts) -> Meaning | None:
    return Plain("SET", f"XXXX-WXX-{WEEKDAYS[parts.word('weekday')] + 1}{parts.time()}")


def _frequency(parts: Parts) -> Meaning | None:
    if parts.is_named() or parts.ends_name():
        return None  # the Daily Mail, Vallis Daily
    if parts.word("frequency") == "quarterly" and parts.after()[:1].isalpha():
        return None  # a quarterly loss: an adjective that says which, not how often
    return Plain("SET", FREQUENCIES[parts.word("frequency")])


_MANY_AFTER = frozenset("for of in over after within with took takes take spent through".split())
_MANY_BEFORE = frozenset("before after of ahead later earlier -".split())
_RUN = "( last | past | next | coming | previous | following | ordinal | latest )"
_FEW = "few:( a? few ) | couple:( a? couple of? )"
RULES = rules(
    ("count:NUMBER ( to NUMBER )? more? hyphen:hyphen? full? unit:( UNIT | UNITS ) "
     "( hyphen? old:old | hyphen long )?", _counted),
    ("count:( dayno | number ) half:( and a half ) unit:( UNIT | UNITS )", _counted),
    ("a more? full? unit:( UNIT ) half:( and a half )?", _one),
    ("per unit:UNIT", _rate),
    ("half ( a | hyphen )? unit:UNIT", _half_unit),
    ("a half hyphen? unit:UNIT", _half_unit),
    (f"( {_FEW} ) ( more | past )? hyphen? unit:( UNIT | UNITS )", _vague),
    ("( a | few )? dozen:dozen more? hyphen? unit:UNITS", _vague),
    (f"( the | these | those | its )? {_RUN} ( count:NUMBER ( to NUMBER )? | {_FEW} )? more? ( fiscal | full )? "
     "unit:( UNITS | season )", _running),
    ("( the | these ) ( year hyphen ( ago | earlier ) )? count:NUMBER unit:UNITS", _running),
    (f"every of ( the | its )? {_RUN} count:NUMBER unit:UNITS", _running),
    ("the? recent:recent unit:( units | smalls )", _bare),
    ("unit:units ( hyphen ( old | long ) )?", _bare),
    ("every ( other:other | count:NUMBER )? unit:( UNIT | UNITS )", _every),
    ("every unit:( weekday | season | part )", _every),
    ("every other? unit:weekday part:PART?", _every),
    ("every month:MONTH", _every_month),
    ("weekday:weekdays part:parts?", _weekdays),
    ("weekday:weekday part:parts", _weekdays),
    ("on? ( a | its )? frequency:frequency", _frequency),
)  # fmt: skip
