"""The outlets and bodies that are named, or called "the paper", in the sentence of a statement and in those before."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from onrecord.model import Span, Statement, StatementId
from onrecord.model.span import merged
from onrecord.resolution.speakers.audiences import only_hears
from onrecord.resolution.speakers.carrier_opened import Opened
from onrecord.resolution.speakers.carrier_options import Features, place_of
from onrecord.resolution.speakers.carrier_signs import Signs
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity, Mention
from onrecord.resolution.speakers.lexicon.organisations import PLATFORMS
from onrecord.resolution.speakers.own_outlet import KINDS
from onrecord.resolution.speakers.telling import ALONE, GIVEN_THROUGH, MEDIUM, TITLED

_NEAR = 4
"""Sentences before a statement in which an outlet may be named that it was told to."""
_NEAR_LABEL = 12
"""The same before a label: what is broadcast is said above the first one."""
_MOST = 8
_BESIDE = frozenset(("heading", "standfirst", "caption"))


class Facts(NamedTuple):
    """What is asked of a statement again and again."""

    sentence: int
    block: int
    beside: bool
    label: bool
    words: frozenset[str]


class CarrierPlaces:
    """Where the outlets and bodies of an article stand; `own` are the numbers of its own outlet."""

    def __init__(
        self,
        cast: Cast,
        given: Mapping[StatementId, Entity],
        own: frozenset[int],
        statements: Sequence[Statement],
        signs: Signs,
    ) -> None:
        self._cast = cast
        self._text = cast.article.text
        self._given = given
        self._own = own
        self._signs = signs
        self._ids = frozenset(one.id for one in statements)
        self._inside = merged(span for one in statements for span in one.content)
        self._media: dict[tuple[str, ...], Entity] = {}
        self.spans: dict[tuple[StatementId, int], list[Span]] = {}
        self.facts = {one.id: self._facts(one) for one in statements}
        self._of_sentence: dict[int, list[Statement]] = {}
        for one in statements:
            if one.parent not in self._ids:
                self._of_sentence.setdefault(self.facts[one.id].sentence, []).append(one)
        self._opened = Opened(cast, own, signs, self._is_inside)
        self.loose = self._opened.loose(frozenset(self._of_sentence))

    def named(self, statement: Statement) -> Iterator[tuple[Entity, Features]]:
        """The outlets and bodies named in its sentence and those before, outside of every content."""
        words = self._cast.words
        if not words.words:
            return
        facts, place = self.facts[statement.id], place_of(statement)
        outermost = statement.parent not in self._ids
        number = facts.sentence
        end = words.words[words.sentences[number].end - 1].end
        far = _NEAR_LABEL if facts.label else _NEAR
        start = words.words[words.sentences[max(number - far, 0)].begin].start
        seen = rank = 0
        for mention, entity in reversed(self._cast.between(start, end)[-_MOST * 2 :]):
            if seen >= _MOST or not self._may_carry(statement, mention, entity):
                continue
            seen += 1
            if mention.sentence == number:
                self.spans.setdefault((statement.id, entity.number), []).append(mention.span)
                yield entity, self._signs.beside(statement, place, mention.span, entity)
            elif outermost:
                gap = number - mention.sentence
                speaker = self._given.get(statement.id)
                beside = speaker is not None and any(
                    one.sentence == mention.sentence for one in speaker.mentions
                )
                signs = self._signs.above(
                    statement, gap, mention.span, entity, block=facts.block, rank=rank, beside=beside
                )
                rank += 1
                yield entity, signs | {"above:others": float(self._is_of_others(statement, mention))}

    def _is_of_others(self, statement: Statement, mention: Mention) -> bool:
        """Whether somebody is named in another paragraph, beside what others said and nothing of this speaker."""
        words, facts = self._cast.words, self.facts[statement.id]
        if words.sentences[mention.sentence].block == facts.block or facts.label:
            return False
        speaker = self._given.get(statement.id)
        made = [self._given.get(one.id) for one in self._of_sentence.get(mention.sentence, ())]
        return bool(made) and speaker is not None and speaker not in made

    def _may_carry(self, statement: Statement, mention: Mention, entity: Entity) -> bool:
        """Whether somebody may be named here as one who passes on: a body, or anybody after "through"."""
        if entity.keys & PLATFORMS:
            return False
        before = self._text[max(mention.span.start - 40, 0) : mention.span.start]
        if entity.kind not in KINDS and not (entity.kind == "person" and GIVEN_THROUGH.search(before)):
            return False
        if not self._signs.likeness(entity) and only_hears(self._text, mention.span, entity):
            return False
        if any(one.holds(mention.span) for one in statement.source):
            return self._signs.is_asked(statement, mention.span) or (
                self._signs.is_published(mention.span) and bool(self._signs.likeness(entity))
            )
        return not self._is_inside(mention.span) or any(
            mention.span.overlaps(one) for one in statement.source
        )

    def called(self, statement: Statement) -> Iterator[tuple[Entity, Features]]:
        """The outlets of its sentence that have no name there: "told a podcast", "the same paper"."""
        words = self._cast.words
        if not words.words:
            return
        place, sentence = place_of(statement), words.sentences[self.facts[statement.id].sentence]
        start, end = words.words[sentence.begin].start, words.words[sentence.end - 1].end
        number = self.facts[statement.id].sentence
        for entity, span, signs in self._opened.beside(statement, number, self._of_sentence.get(number, ())):
            self.spans.setdefault((statement.id, entity.number), []).append(span)
            yield entity, signs
        for found in TITLED.finditer(self._text, start, end):
            span = Span(found.start(), found.end())
            if not any(one.overlaps(span) for one in (*statement.content, *statement.source)):
                entity = self._opened.titled(found["title"])
                self.spans.setdefault((statement.id, entity.number), []).append(span)
                yield entity, self._signs.beside(statement, place, span, entity) | {"titled": 1.0}
        for found in MEDIUM.finditer(self._text, start, end):
            span = Span(found.start(), found.end())
            if self._is_inside(span) or any(one.overlaps(span) for one in statement.source):
                continue
            entity, meant = self._medium(found["det"], found["word"], span)
            if not meant and found["word"] not in ALONE:
                continue
            self.spans.setdefault((statement.id, entity.number), []).append(span)
            features = self._signs.beside(statement, place, span, entity)
            way = "meant" if meant else "words"
            more = {"called": 1.0, f"called:{way}": 1.0, f"called:{way}:told": features["near:told:adjacent"]}
            yield entity, features | more

    def _medium(self, determiner: str, word: str, span: Span) -> tuple[Entity, bool]:
        """The outlet that was named last before "the paper", or somebody who goes by these words alone."""
        if determiner in ("the", "the same", "this", "that"):
            for _, entity in self._cast.before(span.start, _MOST):
                if self._signs.likeness(entity) and entity.kind in KINDS and entity.number not in self._own:
                    return entity, True
        key = (word,)
        if key not in self._media:
            number = -1 - 2 * len(self._media)
            name = " ".join(self._text[span.start : span.end].split())
            self._media[key] = Entity(number=number, kind="unnamed", keys={key}, forms=Counter([name]))
        return self._media[key], False

    def _facts(self, statement: Statement) -> Facts:
        words = self._cast.words
        if not words.words:
            return Facts(0, 0, False, False, frozenset())
        number = words.sentence_at(place_of(statement).start)
        sentence = words.sentences[number]
        content = frozenset(
            words.words[at].low[:6]
            for span in statement.content
            for at in words.within(span)
            if len(words.words[at].low) > 3
        )
        label = self._signs.is_label(statement)
        return Facts(number, sentence.block, sentence.role in _BESIDE, label, content)

    def _is_inside(self, span: Span) -> bool:
        at = bisect_right(self._inside, span.start, key=attrgetter("start")) - 1
        return at >= 0 and span.start < self._inside[at].end
