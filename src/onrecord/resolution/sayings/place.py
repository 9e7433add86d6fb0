"""A statement beside the dates and statements around it."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from onrecord.model import Article, Span, Statement, StatementId
from onrecord.resolution.sayings.scenes import Scenes
from onrecord.resolution.sayings.tense import Tense
from onrecord.resolution.sayings.told import Dates, Told
from onrecord.resolution.speakers.words import Words

Features = dict[str, float]

INFERRED = "inferred"
OPEN = "open"
"""What a statement is dated by that has no candidate of the text: the day before to that of publication, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What an earlier statement was given: a value, INFERRED or OPEN; where, and who spoke (0 where nobody knows)."""

    value: str
    span: Span | None
    who: int
    block: int
    sentence: int
    level: StatementId | None


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """The article, its words, its dates, whose words each place stands in, and who made each statement."""

    article: Article
    words: Words
    dates: Dates
    within: Mapping[int, tuple[StatementId, ...]]
    who: Mapping[StatementId, int]
    published: date | None
    cues: tuple[int, ...]
    scenes: Scenes
    interview: float

    @cached_property
    def last_day(self) -> str:
        """How old the last day is that the article tells, at its publication."""
        if self.published is None:
            return "unknown"
        days = [(self.published - one.last).days for one in self.dates.listed if one.unit == "day"]
        age = min((one for one in days if one >= 0), default=99)
        return str(age) if age < 3 else "week" if age < 8 else "older"

    @cached_property
    def recent(self) -> list[tuple[list[Told], Features]]:
        """The days shortly before publication of which the article itself speaks: the places of each, and how.

        None where the day of publication is not known: a day in the middle of the text may be any.
        """
        found: dict[str, list[Told]] = {}
        for one in self.dates.listed:
            near = self.published is not None and (self.published - one.last).days <= _RECENT
            if near and one.unit == "day" and not one.within and one.role != "heading":
                found.setdefault(one.value, []).append(one)
        lines = {one.value for one in self.dates.listed if one.role == "dateline"}
        total = sum(map(len, found.values()))
        most = max(map(len, found.values()), default=1)
        talks = [[self.scenes.of(one.sentence).occasion for one in some] for some in found.values()]
        telling = sum(map(any, talks))
        return [
            (
                some,
                {
                    "first": float(at == 0),
                    "only": float(len(found) == 1),
                    "share": len(some) / total,
                    "most": float(len(some) == most),
                    "often": math.log(len(some)),
                    "lead": float(some[0].sentence < _LEAD),
                    "dateline": float(some[0].value in lines),
                    "event": float(any(talks[at])),
                    "event:only": float(talks[at][0] and telling == 1),
                    "dateline:only": float(len(found) == 1 and some[0].value in lines),
                },
            )
            for at, some in enumerate(list(found.values())[:_MOST_RECENT])
        ]

    @cached_property
    def recorded(self) -> list[Told]:
        """The day on which the whole conversation was held that the article gives; none where it tells several."""
        found = [
            one
            for one in self.dates.listed
            if one.unit == "day" and not one.within and self.scenes.of(one.sentence).recorded
        ]
        return found[:1] if len({one.value for one in found}) == 1 else []

    @cached_property
    def clocked(self) -> dict[int, tuple[int, int]]:
        """The blocks of entries that begin with a time of day, as in a page that is written while things happen.

        By each block's number how many blocks above its entry's time stands, and how many midnights the page ran over
        after it; empty where a page has few such entries.
        """
        text = self.article.text
        times = [
            (at, _minutes(found))
            for at, block in enumerate(self.article.blocks)
            if (found := _TIME.match(text, block.span.start, block.span.end))
        ]
        if len(times) < _ENTRIES:
            return {}
        starts = [at for at, _ in times]
        ends = [*starts[1:], starts[-1] + _LONGEST_ENTRY]
        return {
            block: (block - start, nights)
            for start, end, nights in zip(starts, ends, _midnights([time for _, time in times]), strict=True)
            for block in range(start, min(end, start + _LONGEST_ENTRY))
        }


def _minutes(found: re.Match[str]) -> int:
    """A time of day as minutes since midnight."""
    hour, half = int(found["hour"]), (found["half"] or found["whole"] or "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "p")
    return hour * 60 + int(found["minute"] or 0)


def _midnights(times: list[int]) -> list[int]:
    """How many midnights lie between each entry and the last one written, whichever of them stands first."""
    pairs = list(pairwise(times))
    newest_first = sum((later - earlier) % _DAY > _DAY / 2 for earlier, later in pairs) * 2 > len(pairs)
    written = times[::-1] if newest_first else times
    nights = [0]
    for earlier, later in reversed(list(pairwise(written))):
        nights.append(nights[-1] + (earlier - later > _FALL))
    return nights if newest_first else nights[::-1]


_TIME = re.compile(
    r"\W{0,3}(?P<hour>[01]?\d|2[0-3])(?:[.:h](?P<minute>[0-5]\d)(?![\d.:]|\s?(?:%|per|m\b|km|kg|million))"
    r"(?:\s?(?P<half>[ap])\.?m\b)?|\s?(?P<whole>[ap])\.?m\b)",
    re.IGNORECASE,
)
"""A time of day at the head of an entry: "17.42 That is all", "11:12 p.m. - The Mayor"."""
_DAY = 24 * 60
_FALL = 6 * 60
"""From one entry to the next the clock goes back by so many minutes at midnight alone."""
_ENTRIES = 3
_LONGEST_ENTRY = 20
_RECENT = 10
_LEAD = 6
_MOST_RECENT = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A statement to be dated.

    `start` to `end` is its sentence, `at` where its cue (or else source, or content) begins, `held` the statements in
    whose contents the cue stands, the innermost last.
    """

    statement: Statement
    at: int
    start: int
    end: int
    sentence: int
    block: int
    beside: bool
    held: tuple[StatementId, ...]
    tense: Tense
    who: int
    parent: Given | None
    same: Given | None
    last: Given | None
    below: Given | None
    opening: bool

    @property
    def newcomer(self) -> bool:
        """Whether the speaker is known and has not spoken before."""
        return bool(self.who) and self.same is None

    @property
    def level(self) -> StatementId | None:
        """The statement in whose content the cue stands."""
        return self.held[-1] if self.held else None


def anchor(statement: Statement) -> int:
    """Where the words stand that a date would govern: the cue, else the source, else the content."""
    return (statement.cue or statement.source or statement.content)[0].start
