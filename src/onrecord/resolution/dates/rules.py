"""What a rule of the grammar is: a pattern over the classes of tokens, and what it means where it is found."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.resolution.dates import numbers
from onrecord.resolution.dates.calendar import Unit
from onrecord.resolution.dates.lexicon import HOURS, MONTHS, PARTS, SEASONS, WEEKDAYS
from onrecord.resolution.dates.meanings import FromHere, FromPublication
from onrecord.resolution.dates.patterns import Pattern, compiled
from onrecord.resolution.dates.scene import Meaning
from onrecord.resolution.dates.tokens import Tokens

MACROS = {
    "WEEKDAY": "weekday | weekabbr dot?",
    "MONTH": "month | monthabbr dot? | maymonth",
    "SPELLED": "number ( hyphen? and? number )*",
    "NTH": "nth | ordinal | second | number hyphen ordinal",
    "NUMBER": "dayno | digits | fullyear | mixed | SPELLED",
    "EDGE": "( early | late | earlier | later | mid ) ( hyphen | in )? the? | the? ( end | begin | mid ) of the?",
    "PART": "part | noon",
    "UNIT": "day | week | year | unit | century | quarter | small | second | weekend",
    "SPAN": "day | week | unit | century | year",
    "UNITS": "units | smalls | weekends",
    "YEAR": "fullyear | short | SPELLED",
    "ZONE": "local? ( zone | local time? )",
    "HOUR": "( clock | dayno | number | digits ) ( meridiem | oclock ) | clock",
}


_STEPS = (
    dict.fromkeys("last past previous preceding prior".split(), -1)
    | dict.fromkeys("this current that same latest".split(), 0)
    | dict.fromkeys("next coming upcoming following ensuing subsequent succeeding".split(), 1)
)
_FIFTY = 50


@dataclass(slots=True)
class Parts:
    """A place where a pattern was found: the labelled parts of it, by their tokens."""

    tokens: Tokens
    start: int
    end: int
    labels: dict[str, tuple[int, int]]

    def has(self, label: str) -> bool:
        """Whether the pattern's part of that label is there."""
        return label in self.labels

    def words(self, label: str) -> list[str]:
        """The tokens of a part, in small letters; none where it is missing."""
        return self.tokens.words(*self.labels[label]) if label in self.labels else []

    def word(self, label: str) -> str:
        """The first token of a part, or nothing."""
        return self.tokens.word(self.labels[label][0]) if label in self.labels else ""

    def before(self, back: int = 1) -> str:
        """The token that stands so far before, in small letters, or nothing."""
        at = self.start - back
        return self.tokens.word(at) if at >= 0 else ""

    def shown(self) -> str:
        """The last token of the place, as it stands."""
        return self.tokens.shown(self.end - 1)

    def shown_before(self) -> str:
        """The token right before, as it stands, or nothing."""
        return self.tokens.shown(self.start - 1) if self.start else ""

    def after(self, ahead: int = 0) -> str:
        """The token that follows, in small letters, or nothing."""
        at = self.end + ahead
        return self.tokens.word(at) if at < len(self.tokens.starts) else ""

    def is_named(self, label: str = "") -> bool:
        """Whether this (or its part of that label) begins with a capital and so does the word that follows: a name
        (Easter Island)."""
        text, starts = self.tokens.text, self.tokens.starts
        begin = self.labels[label][0] if label else self.start
        follows = self.end < len(starts) and text[starts[self.end]].isupper()
        return follows and text[starts[begin]].isupper()

    def ends_name(self) -> bool:
        """Whether this is a word with a capital right after another, which opens no sentence: Vallis Daily."""
        text, starts, at = self.tokens.text, self.tokens.starts, self.start
        if at == 0 or not text[starts[at]].isupper() or not text[starts[at - 1]].isupper():
            return False
        gap = text[self.tokens.ends[at - 1] : starts[at]]
        return gap.isspace() and "\n" not in gap and text[starts[at - 1] : self.tokens.ends[at - 1]].istitle()

    def sign_before(self) -> str:
        """The character that stands right before, or nothing."""
        at = self.tokens.starts[self.start]
        return self.tokens.text[at - 1 : at]

    def number(self, label: str) -> float | None:
        """The number that a part spells."""
        return numbers.number(self.words(label)) if label in self.labels else None

    def nth(self, label: str) -> int | None:
        """The number that a part counts with: 3 for `third`."""
        words = self.words(label)
        return 2 if words == ["second"] else numbers.ordinal(words) if words else None

    def month(self, label: str = "month") -> int:
        """The month that a part names."""
        return MONTHS[self.word(label)]

    def weekday(self, label: str = "weekday") -> int | None:
        """The weekday that a part names, from 0, if it is there."""
        return WEEKDAYS[self.word(label)] if label in self.labels else None

    def text(self, label: str) -> str:
        """The words of a part as they stand, in small letters, one blank between them."""
        first, end = self.labels[label]
        return " ".join(
            self.tokens.text[self.tokens.starts[first] : self.tokens.ends[end - 1]].lower().split()
        )

    def year(self) -> int | None:
        """The year that a part names: four figures, two after an apostrophe, or words."""
        words = self.words("year")
        if words and words[0][0] in "'’":
            return century_of(int(words[0][1:]))
        return (
            int(words[0]) if words and words[0].isdigit() else numbers.spelled_year(words) if words else None
        )

    def step(self) -> int:
        """How many units on the part `turn` leads: -1 for `last`."""
        return _STEPS[self.word("turn")]

    def from_publication(self, unit: Unit) -> Meaning:
        """That unit, so many on from the day of publication."""
        return FromPublication(unit, self.step())

    def told_year(self) -> Meaning:
        """Last year, this year, next year; the previous year, that year."""
        here = self.word("turn") in ("previous", "following", "that", "same")
        return FromHere("year", self.step()) if here else self.from_publication("year")

    def season(self, label: str = "season") -> int:
        """The season that a part names, winter being 1."""
        return SEASONS[self.word(label)]

    def time(self, label: str = "part") -> str:
        """The time of day that a part names, as TIMEX3 writes it, or nothing."""
        word = self.word(label)
        return PARTS.get(word) or HOURS.get(word) or ""


def century_of(two: int) -> int:
    """The year that two figures mean: 1950 to 2049."""
    return two + (1900 if two >= _FIFTY else 2000)


Reader = Callable[[Parts], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and its reader, which gives None where the words are no date after all."""

    pattern: Pattern
    reader: Reader

    def match(self, tokens: Tokens, start: int, end: int | None = None) -> Parts | None:
        """The rule at a token, in the tokens up to `end`."""
        codes = tokens.codes if end is None else tokens.codes[:end]
        found = self.pattern.match(codes, start)
        if found is None:
            return None
        labels = {name: found.span(name) for name, text in found.groupdict().items() if text}
        return Parts(tokens, start, found.end(), labels)


def rules(*table: tuple[str, Reader]) -> tuple[Rule, ...]:
    """Rules from their patterns and readers."""
    return tuple(Rule(compiled(pattern, MACROS), reader) for pattern, reader in table)
