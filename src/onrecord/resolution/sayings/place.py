"""A statement beside the dates and statements around it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.model import Article, Span, Statement, StatementId
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

    @cached_property
    def recent(self) -> list[tuple[Told, Features]]:
        """The days shortly before publication of which the article itself speaks: the first place of each, and how."""
        found: dict[str, list[Told]] = {}
        for one in self.dates.listed:
            near = self.published is None or (self.published - one.last).days <= _RECENT
            if near and one.unit == "day" and not one.within and one.role != "heading":
                found.setdefault(one.value, []).append(one)
        lines = {one.value for one in self.dates.listed if one.role == "dateline"}
        total = sum(map(len, found.values()))
        most = max(map(len, found.values()), default=1)
        return [
            (
                some[0],
                {
                    "first": float(at == 0),
                    "only": float(len(found) == 1),
                    "share": len(some) / total,
                    "most": float(len(some) == most),
                    "often": math.log(len(some)),
                    "lead": float(some[0].sentence < _LEAD),
                    "dateline": float(some[0].value in lines),
                    "dateline:only": float(len(found) == 1 and some[0].value in lines),
                },
            )
            for at, some in enumerate(list(found.values())[:_MOST_RECENT])
        ]


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

    @property
    def level(self) -> StatementId | None:
        """The statement in whose content the cue stands."""
        return self.held[-1] if self.held else None


def anchor(statement: Statement) -> int:
    """Where the words stand that a date would govern: the cue, else the source, else the content."""
    return (statement.cue or statement.source or statement.content)[0].start
