"""The dates that an article tells, as days on which something may have been said."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.model import Article, DateExpression, Role, Span, StatementId
from onrecord.resolution.sayings.values import day_of, ends, since, values
from onrecord.resolution.speakers.words import Words

_CLOCK = re.compile(
    r"(?:(?:about|around|shortly|just|before|after|at|half|past|a|quarter|to|noon|midnight|midday|\d{1,2}(?:[.:]\d\d)?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[ap]\.?m\.?|o[’']clock|gmt|local|time)\s*)+",
    re.IGNORECASE,
)
"""A time of day alone: which day it was stands elsewhere."""
_SPOKEN = re.compile(
    r"today|tonight|yesterday|tomorrow|(?:right )?now|currently|at the moment|last night"
    r"|this (?:morning|afternoon|evening)",
    re.IGNORECASE,
)
"""What a day is called by whoever speaks on it or beside it: in somebody's words it tells no day to anybody else."""
_MOST_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A date expression: where it stands, and the days it means (`first` to `last`, `value` in EDTF without marks).

    `about` where the words do not tell the day exactly ("three weeks ago"); `back` where a day to come was read one
    turn back, since nothing is said in the future; `within` the statements in whose contents it stands; `spoken` where
    the day is told as seen from the day of speaking ("yesterday").
    """

    span: Span
    value: str
    first: date
    last: date
    unit: str
    about: bool
    back: bool
    sentence: int
    block: int
    role: Role
    prep: str
    spoken: bool
    within: tuple[StatementId, ...]


@dataclass(frozen=True)
class Dates:
    """The told dates of an article in the order of the text."""

    listed: tuple[Told, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.span.start for one in self.listed]

    def between(self, start: int, end: int) -> Sequence[Told]:
        """Those that begin between two code points."""
        return self.listed[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, start: int, most: int) -> Sequence[Told]:
        """Those that begin before a code point, the last ones."""
        stop = bisect_left(self._starts, start)
        return self.listed[max(stop - most, 0) : stop]

    def after(self, start: int, most: int) -> Sequence[Told]:
        """Those that begin at a code point or later, the first ones."""
        begin = bisect_left(self._starts, start)
        return self.listed[begin : begin + most]


def told(
    article: Article,
    words: Words,
    dates: Sequence[DateExpression],
    within: dict[int, tuple[StatementId, ...]],
) -> Iterator[Told]:
    """The dates of an article that can be a day on which something was said."""
    published = day_of(article.published)
    roles = _datelines(article, dates)
    for one in dates:
        if one.edtf is None or not words.words:
            continue
        sentence = words.sentence_at(one.span.start)
        held = words.sentences[sentence]
        start, end = words.words[held.begin].start, words.words[held.end - 1].end
        role = held.role if start <= one.span.start < end else roles.get(one.span.start)
        if role is None:
            continue
        prep = _prep(article.text, one.span.start)
        meant = list(values(one, article.text, published))
        if prep == "since" and published is not None:
            meant += [(since(value, published), about, back) for value, about, back in meant]
        for value, about, back in meant:
            first, last = ends(value)
            yield Told(
                span=one.span,
                value=value,
                first=first,
                last=last,
                unit="clock" if _CLOCK.fullmatch(one.span.of(article.text)) else _unit(value),
                about=about,
                back=back,
                sentence=sentence,
                block=held.block,
                role=role,
                prep=prep,
                spoken=_SPOKEN.fullmatch(one.span.of(article.text)) is not None,
                within=within.get(one.span.start, ()),
            )


def _datelines(article: Article, dates: Sequence[DateExpression]) -> dict[int, Role]:
    """The dates of datelines, by where they begin: no sentences stand there."""
    lines = [block.span for block in article.blocks if block.role == "dateline"][:_MOST_LINES]
    return {
        one.span.start: "dateline"
        for line in lines
        for one in dates
        if line.start <= one.span.start < line.end
    }


def _unit(value: str) -> str:
    return "interval" if "/" in value else {10: "day", 7: "month", 4: "year"}.get(len(value), "other")


_WORD_BEFORE = re.compile(r"([\w’']+)[\s,]*(?:the\s+)?$")
_PREPS = frozenset("on in at by since until till for of from before after during between as from".split())


def _prep(text: str, start: int) -> str:
    found = _WORD_BEFORE.search(text, max(start - 20, 0), start)
    low = found[1].lower() if found else ""
    return low if low in _PREPS else ""
