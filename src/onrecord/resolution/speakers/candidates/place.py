"""A statement beside what is known around it, and what a candidate is."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.model import Span, Statement
from onrecord.resolution.speakers.called import Callings
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity, Mention
from onrecord.resolution.speakers.phrases import Phrase

Features = dict[str, float]

NEAREST = 60
"""Mentions looked at before a pronoun."""


MOST = 8
"""Candidates of a pronoun at most."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have spoken: an entity, or None for the source's own words."""

    entity: Entity | None
    features: Features

    @property
    def clashes(self) -> bool:
        """Whether "he" would stand for a woman, or "she" for a man."""
        return bool(self.features.get("he:clashes"))


@dataclass(slots=True)
class Place:
    """A statement with its words' shape and those whom the statements around it were given to.

    `before_end` is where the content of the statement before ends, `since` where the last of its words does, of the
    source and cue too.
    """

    statement: Statement
    phrase: Phrase
    outer: Entity | None = None
    before: Entity | None = None
    before_end: int = -1
    since: int = 0
    before_head: str = ""
    before_shape: str = ""
    within: Entity | None = None
    asked: bool = False
    earlier: tuple[Entity, ...] = ()
    nested: bool = False

    @property
    def position(self) -> int:
        """Where the source, or else the cue or content, begins."""
        parts = self.statement.source or self.statement.cue or self.statement.content
        return parts[0].start


@dataclass
class Surroundings:
    """What candidates are judged by beside the cast: who stands in the heading, how often, who wrote the report."""

    cast: Cast
    quoted: list[Span]
    callings: Callings
    headed: frozenset[int] = frozenset()
    author: Entity | None = None
    own: frozenset[int] = frozenset()
    guests: tuple[Entity, ...] = ()
    asked: int = 0
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [span.start for span in self.quoted]

    @cached_property
    def outlets(self) -> list[Entity]:
        """The outlets of the cast, the first ones of hundreds."""
        return [one for one in self.cast.entities if one.kind == "outlet"][:40]

    @cached_property
    def most(self) -> int:
        """How often the person is mentioned who is mentioned most."""
        return max((len(one.mentions) for one in self.cast.entities if one.kind == "person"), default=1) or 1

    def shown(self, phrase: Phrase) -> range:
        """The places of the words of a source."""
        return self.cast.words.within(phrase.span) if phrase.span else range(0)

    def is_quoted(self, position: int) -> bool:
        """Whether a code point lies in quoted words."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self.quoted[at].end


def nearest(around: Surroundings, place: Place) -> Iterable[tuple[Mention, Entity]]:
    """The nearest mention of each entity before the statement's source."""
    seen: set[int] = set()
    for mention, entity in around.cast.before(place.position, NEAREST):
        if entity.number not in seen:
            seen.add(entity.number)
            yield mention, entity
