"""The cast of an article: everybody and everything that it names, one entity for all the names of one."""

from bisect import bisect_right, insort
from collections import defaultdict
from dataclasses import dataclass, field

from onrecord.model import Article
from onrecord.resolution.speakers.entities import Entity, Key, Kind, Mention
from onrecord.resolution.speakers.words import Words

SURE = 3.0
"""How much a title before a name counts as a sign of sex."""


@dataclass
class Cast:
    """The entities, and whom each naming means; mentions are in the order of the text."""

    article: Article
    words: Words
    entities: list[Entity] = field(default_factory=list)
    by_key: dict[Key, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    at: dict[int, Entity] = field(default_factory=dict)
    _order: list[tuple[int, Mention, Entity]] = field(default_factory=list)

    def new(self, kind: Kind) -> Entity:
        """One more entity."""
        made = Entity(number=len(self.entities), kind=kind)
        self.entities.append(made)
        return made

    def mention(self, entity: Entity, mention: Mention) -> None:
        """Note a mention, later than those noted before."""
        entity.mentions.append(mention)
        self._order.append((mention.span.start, mention, entity))

    def settle(self) -> None:
        """Put the mentions in the order of the text."""
        self._order.sort(key=lambda one: one[0])
        for entity in self.entities:
            entity.mentions.sort(key=lambda one: one.span.start)

    def insert(self, entity: Entity, mention: Mention) -> None:
        """Note one more mention when the others are settled."""
        insort(self._order, (mention.span.start, mention, entity), key=lambda one: one[0])

    def before(self, position: int, most: int) -> list[tuple[Mention, Entity]]:
        """The mentions that begin before a code point, the nearest first."""
        stop = bisect_right(self._order, position - 1, key=lambda one: one[0])
        return [(mention, entity) for _, mention, entity in reversed(self._order[max(stop - most, 0) : stop])]

    def after(self, position: int, most: int) -> list[tuple[Mention, Entity]]:
        """The mentions that begin after a code point, the nearest first."""
        begin = bisect_right(self._order, position, key=lambda one: one[0])
        return [(mention, entity) for _, mention, entity in self._order[begin : begin + most]]

    def between(self, begin: int, end: int) -> list[tuple[Mention, Entity]]:
        """The mentions that begin between two code points, in order."""
        low = bisect_right(self._order, begin - 1, key=lambda one: one[0])
        stop = bisect_right(self._order, end - 1, key=lambda one: one[0])
        return [(mention, entity) for _, mention, entity in self._order[low:stop]]
