"""Through whom a statement may have come: whoever reports it, outlets named beside it, those of other statements.

Each has named features that speak for and against (`carrier_signs`); `training/chains.py` fits their weights.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.model import Span, Statement, StatementId
from onrecord.resolution.speakers.carrier_signs import Features, Signs
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity, Mention
from onrecord.resolution.speakers.telling import ALONE, GIVEN_THROUGH, MEDIUM

_NEAR = 4
"""Sentences before a statement in which an outlet may be named that it was told to."""
_NEAR_LABEL = 12
"""The same before a label: what is broadcast is said above the first one."""
_MOST = 8
_AHEAD = 4
"""Statements after one in which the same speaker's chain is looked for."""
_MOST_ALIKE = 60
_KINDS = frozenset(("outlet", "organisation", "unknown"))
_BESIDE = frozenset(("heading", "standfirst", "caption"))

Chain = Sequence[tuple[Entity, float]]
"""Those through whom a statement came, and how likely each is."""


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody through whom a statement may have come; `rank` orders a chain: lower is further out.

    `passing` is whoever reports it; `outermost` where nobody does, as far as the article shows.
    """

    entity: Entity
    rank: int
    features: Features

    @property
    def passing(self) -> bool:
        """Whether this is whoever reports the statement."""
        return "outer" in self.features

    @property
    def outermost(self) -> bool:
        """Whether the statement stands in no other's."""
        return not any(name in self.features for name in ("outer", "chained", "within:near"))


class Facts(NamedTuple):
    """What is asked of a statement again and again."""

    sentence: int
    block: int
    beside: bool
    label: bool
    words: frozenset[str]


@dataclass(slots=True)
class Chained:
    """The chains of the statements looked at so far, and whose statements came last."""

    of: dict[StatementId, Chain] = field(default_factory=dict)
    last: dict[StatementId | None, Statement] = field(default_factory=dict)
    by: dict[tuple[int, StatementId | None], Statement] = field(default_factory=dict)
    label: Statement | None = None


class Carriers:
    """The options of an article's statements, once it is known who made them; `own` are its outlet's numbers."""

    def __init__(
        self,
        cast: Cast,
        given: Mapping[StatementId, Entity],
        own: frozenset[int],
        statements: Sequence[Statement],
    ) -> None:
        self._cast = cast
        self._text = cast.article.text
        self._given = given
        self._own = own
        self._signs = Signs(cast)
        self._by_id = {one.id: one for one in statements}
        self._inside = _merged(sorted((span.start, span.end) for one in statements for span in one.content))
        self._known: dict[StatementId, list[Option]] = {}
        self.places: dict[tuple[StatementId, int], list[Span]] = {}
        self.told: dict[tuple[StatementId, int], float] = {}
        self._media: dict[tuple[str, ...], Entity] = {}
        self.facts = {one.id: self._facts(one) for one in statements}
        self.ordered = sorted(
            statements, key=lambda one: (one.content[0].start, -one.content[-1].end, one.id)
        )
        self._tops = [one for one in self.ordered if one.parent not in self._by_id]
        self._place = {one.id: at for at, one in enumerate(self._tops)}
        self._of_sentence: dict[int, list[Statement]] = {}
        for one in self._tops:
            self._of_sentence.setdefault(self.facts[one.id].sentence, []).append(one)

    def of(
        self, statement: Statement, chained: Chained, first: Mapping[StatementId, Chain] | None = None
    ) -> list[Option]:
        """The options of one statement; `first` are the chains of a first look at all statements, at the second."""
        found: dict[int, Option] = {}
        still = [Option(one.entity, one.rank, dict(one.features)) for one in self._still(statement)]
        for option in (*still, *self._moving(statement, chained, first)):
            if option.entity.number in self._own or option.entity is self._given.get(statement.id):
                continue
            known = found.get(option.entity.number)
            if known is None:
                found[option.entity.number] = option
            else:
                for name, value in option.features.items():
                    known.features[name] = max(value, known.features.get(name, value))
        return list(found.values())

    def note(self, statement: Statement, chain: Chain, chained: Chained) -> None:
        """The chain of a statement, for those after it."""
        level = statement.parent
        speaker = self._given.get(statement.id)
        chained.of[statement.id] = chain
        chained.last[level] = statement
        if speaker is not None:
            chained.by[(speaker.number, level)] = statement
        if self.facts[statement.id].label:
            chained.label = statement

    def _still(self, statement: Statement) -> list[Option]:
        """The options that are the same at every look."""
        known = self._known.get(statement.id)
        if known is None:
            named = [*self._named(statement), *self._called(statement)]
            if statement.parent in self._by_id:
                named = [
                    (one, {f"within:{name}": value for name, value in signs.items()}) for one, signs in named
                ]
            known = [*self._passed(statement), *(Option(entity, 2, signs) for entity, signs in named)]
            self._known[statement.id] = known
        return known

    def _moving(
        self, statement: Statement, chained: Chained, first: Mapping[StatementId, Chain] | None
    ) -> Iterator[Option]:
        """Those that the chains of other statements make."""
        outer = self._by_id.get(statement.parent) if statement.parent else None
        if outer is None:
            yield from self._chained(statement, chained)
            if first is not None:
                yield from self._ahead(statement, first)
        else:
            for entity, sure in chained.of.get(outer.id, ()):
                features = {"chained": 1.0, f"chained:{entity.kind}": 1.0, "chained:sure": sure}
                yield Option(entity, 0, features)

    def _passed(self, statement: Statement) -> Iterator[Option]:
        """Whoever reports it."""
        outer = self._by_id.get(statement.parent) if statement.parent else None
        passing = self._given.get(outer.id) if outer else None
        if outer is not None and passing is not None:
            known = statement.id in self._given
            features = self._signs.outer(statement, outer, passing, known=known)
            yield Option(passing, 1, features)

    def _chained(self, statement: Statement, chained: Chained) -> Iterator[Option]:
        """The chains of the statement before, of this speaker's last one, and of the last one with a label."""
        speaker = self._given.get(statement.id)
        before = {
            "again": chained.last.get(None),
            "speaker": chained.by.get((speaker.number, None)) if speaker is not None else None,
            "labels": chained.label if self.facts[statement.id].label else None,
        }
        for name, other in before.items():
            if other is not None:
                yield from self._taken(name, statement, other, chained.of.get(other.id, ()))

    def _taken(self, name: str, statement: Statement, other: Statement, chain: Chain) -> Iterator[Option]:
        speaker = self._given.get(statement.id)
        same = speaker is not None and speaker is self._given.get(other.id)
        for entity, sure in chain:
            signs = self._signs.again(statement, other, entity, sure, same=same)
            yield Option(entity, 2, {f"{name}{sign}": value for sign, value in signs.items()})

    def _ahead(self, statement: Statement, first: Mapping[StatementId, Chain]) -> Iterator[Option]:
        """What the first look made of the statements below: this speaker's next one, and one with the same words."""
        speaker = self._given.get(statement.id)
        at = self._place[statement.id]
        for other in self._tops[at + 1 : at + 1 + _AHEAD]:
            if speaker is not None and self._given.get(other.id) is speaker:
                yield from self._taken("ahead", statement, other, first.get(other.id, ()))
                break
        facts = self.facts[statement.id]
        if facts.beside:
            alike = max(
                (one for one in self._tops[:_MOST_ALIKE] if not self.facts[one.id].beside),
                key=lambda one: self._alike(statement, one),
                default=None,
            )
            if alike is not None and self._alike(statement, alike) > 0:
                yield from self._taken("alike", statement, alike, first.get(alike.id, ()))

    def _alike(self, one: Statement, other: Statement) -> float:
        own, words = self.facts[one.id].words, self.facts[other.id].words
        speaker = self._given.get(one.id)
        much = len(own & words) / (math.sqrt(len(own)) + 1)
        return much + (0.6 if speaker is not None and speaker is self._given.get(other.id) else 0)

    def _named(self, statement: Statement) -> Iterator[tuple[Entity, Features]]:
        """The outlets and bodies named in its sentence and those before, outside of every content."""
        words = self._cast.words
        if not words.words:
            return
        facts, place = self.facts[statement.id], _place(statement)
        outermost = statement.parent not in self._by_id
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
                self.places.setdefault((statement.id, entity.number), []).append(mention.span)
                yield entity, self._signs.beside(statement, place, mention.span, entity)
            elif outermost:
                gap = number - mention.sentence
                signs = self._signs.above(statement, gap, mention.span, entity, block=facts.block, rank=rank)
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
        before = self._text[max(mention.span.start - 20, 0) : mention.span.start]
        if entity.kind not in _KINDS and not (entity.kind == "person" and GIVEN_THROUGH.search(before)):
            return False
        if any(one.holds(mention.span) for one in statement.source):
            return self._signs.is_asked(statement, mention.span)
        return not self._is_inside(mention.span) or any(
            mention.span.overlaps(one) for one in statement.source
        )

    def _called(self, statement: Statement) -> Iterator[tuple[Entity, Features]]:
        """The outlets of its sentence that have no name there: "told a podcast", "the same paper"."""
        words = self._cast.words
        if not words.words:
            return
        place, sentence = _place(statement), words.sentences[self.facts[statement.id].sentence]
        start, end = words.words[sentence.begin].start, words.words[sentence.end - 1].end
        for found in MEDIUM.finditer(self._text, start, end):
            span = Span(found.start(), found.end())
            if self._is_inside(span) or any(one.overlaps(span) for one in statement.source):
                continue
            entity, meant = self._medium(found["det"], found["word"], span)
            if not meant and found["word"] not in ALONE:
                continue
            self.places.setdefault((statement.id, entity.number), []).append(span)
            features = self._signs.beside(statement, place, span, entity)
            more = {"called": 1.0, f"called:{'meant' if meant else 'words'}": 1.0}
            yield entity, features | more

    def _medium(self, determiner: str, word: str, span: Span) -> tuple[Entity, bool]:
        """The outlet that was named last before "the paper", or somebody who goes by these words alone."""
        if determiner in ("the", "the same", "this", "that"):
            for _, entity in self._cast.before(span.start, _MOST):
                if self._signs.likeness(entity) and entity.kind in _KINDS and entity.number not in self._own:
                    return entity, True
        key = (word,)
        if key not in self._media:
            number = -1 - len(self._media)
            name = " ".join(self._text[span.start : span.end].split())
            self._media[key] = Entity(number=number, kind="unnamed", keys={key}, forms=Counter([name]))
        return self._media[key], False

    def _facts(self, statement: Statement) -> Facts:
        words = self._cast.words
        if not words.words:
            return Facts(0, 0, False, False, frozenset())
        number = words.sentence_at(_place(statement).start)
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
        at = bisect_right(self._inside, (span.start, len(self._text) + 1)) - 1
        return at >= 0 and self._inside[at][0] <= span.start < self._inside[at][1]


def _place(statement: Statement) -> Span:
    return (statement.cue or statement.source or statement.content)[0]


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
