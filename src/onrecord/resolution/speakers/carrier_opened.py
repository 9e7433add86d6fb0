"""Who stands in the places that words open for an outlet (`carrier_openings`), whether the cast has them or not."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from onrecord.model import Span, Statement
from onrecord.resolution.speakers.audiences import only_hears
from onrecord.resolution.speakers.carrier_openings import SITE, Opening, openings, people_of
from onrecord.resolution.speakers.carrier_options import Features, Ground, place_of
from onrecord.resolution.speakers.carrier_signs import Signs
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity, Kind, fold
from onrecord.resolution.speakers.lexicon.organisations import OUTLET_HEADS, PLATFORMS
from onrecord.resolution.speakers.own_outlet import KINDS, own_names

_IN = re.compile(r"\bin (?:the )?$")
_SAYING = frozenset(("told", "talk", "piece"))
"""The ways that say that somebody spoke, where nothing that was said stands beside them."""


class Opened:
    """The opened places of an article; `is_inside` says whether a span stands in what somebody said."""

    def __init__(
        self, cast: Cast, own: frozenset[int], signs: Signs, is_inside: Callable[[Span], bool]
    ) -> None:
        self._cast = cast
        self._text = cast.article.text
        self._own = own
        self._own_names = own_names(cast.article)
        self._signs = signs
        self._is_inside = is_inside
        self._titles: dict[tuple[str, ...], Entity] = {}
        self._in: dict[int, list[tuple[Opening, Entity]]] = {}
        for opening in openings(self._text):
            entity = self._at(opening)
            if entity is not None:
                number = cast.words.sentence_at(opening.at.start)
                self._in.setdefault(number, []).append((opening, entity))

    def beside(
        self, statement: Statement, sentence: int, others: Sequence[Statement]
    ) -> Iterator[tuple[Entity, Span, Features]]:
        """Those in the opened places of a statement's sentence; `others` are attributed in the same."""
        place = place_of(statement)
        for opening, entity in self._in.get(sentence, ()):
            inside = any(one.holds(opening.at) for one in statement.source)
            if (inside and opening.way != "print") or (not inside and self._is_inside(opening.at)):
                continue
            far = abs(place.start - opening.at.start)
            nearest = all(abs(place_of(one).start - opening.at.start) >= far for one in others)
            signs = self._signs.beside(statement, place, opening.at, entity)
            yield entity, opening.at, signs | self._signs.opened(statement, opening, entity, nearest=nearest)
        yield from self._people(statement)

    def loose(self, attributed: frozenset[int]) -> list[Ground]:
        """The places in sentences that no statement is attributed in: "He spoke to the Herald on Monday"."""
        found = []
        for number, opened in self._in.items():
            for opening, entity in opened if number not in attributed else ():
                if opening.way not in _SAYING or self._is_inside(opening.at) or entity.number in self._own:
                    continue
                if self._signs.likeness(entity):
                    sentence = self._cast.words.sentences[number]
                    first, last = (self._cast.words.words[at] for at in (sentence.begin, sentence.end - 1))
                    around = self._cast.between(first.start, last.end)
                    named = tuple(one for _, one in around if one.kind == "person")
                    found.append(Ground(opening.at.start, (entity,), named, [], loose=True))
        return sorted(found, key=lambda one: one.at)

    def titled(self, title: str, kind: Kind = "outlet") -> Entity:
        """The outlet of that title, which is none of the cast."""
        key = fold(title)
        if key not in self._titles:
            number = -2 - 2 * len(self._titles)
            self._titles[key] = Entity(number=number, kind=kind, keys={key}, forms=Counter([title]))
        return self._titles[key]

    def _people(self, statement: Statement) -> Iterator[tuple[Entity, Span, Features]]:
        """The outlet whose somebody is the source: "BBC's Jonathan Marcus"."""
        for source in statement.source[:1]:
            outlet = people_of(source.of(self._text))
            if outlet is not None:
                start = source.start + source.of(self._text).index(outlet)
                span = Span(start, start + len(outlet))
                entity = self._at(Opening(span, "people"))
                if entity is not None and self._signs.likeness(entity):
                    yield entity, span, {"open:people": 1.0}

    def _at(self, opening: Opening) -> Entity | None:
        """Who stands in such a place; nobody for a person, a place, a platform and the article's own outlet."""
        name = opening.at.of(self._text)
        key = fold(name.removeprefix("The "))
        if key in PLATFORMS or key in self._own_names or (name.isupper() and len(key) > 1):
            return None
        printed = opening.way == "print" and _IN.search(
            self._text[max(opening.at.start - 8, 0) : opening.at.start]
        )
        for mention, entity in self._cast.between(opening.at.start, opening.at.end):
            before = self._text[opening.at.start : mention.span.start]
            if before.endswith(" of ") and self._signs.likeness(entity):
                return entity
            if before not in ("", "The ") or (entity.kind == "person" and printed):
                continue
            if entity.kind in KINDS or mention.span.end >= opening.at.end:
                return entity if self._may_open(opening, entity) else None
        if any(part in OUTLET_HEADS for part in key) or SITE.search(name):
            return self.titled(name)
        if only_hears(self._text, opening.at):
            return None
        return self.titled(name, "unknown" if opening.way in ("told", "talk") else "outlet")

    def _may_open(self, opening: Opening, entity: Entity) -> bool:
        """Whether somebody of the cast may be an outlet in such a place, and no platform or mere listener."""
        if entity.kind not in KINDS or entity.keys & PLATFORMS:
            return False
        return bool(self._signs.likeness(entity)) or not only_hears(self._text, opening.at, entity)
