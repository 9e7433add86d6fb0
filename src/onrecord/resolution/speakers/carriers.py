"""Through whom a statement may have come: whoever reports it, outlets named beside it, those of other statements.

Each has named features that speak for and against (`carrier_signs`); `training/chains.py` fits their weights.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.model import Statement, StatementId
from onrecord.resolution.speakers.carrier_grounds import ground_signs
from onrecord.resolution.speakers.carrier_options import Chain, Chained, Ground, Option, place_of
from onrecord.resolution.speakers.carrier_outer import outer_signs
from onrecord.resolution.speakers.carrier_places import CarrierPlaces
from onrecord.resolution.speakers.carrier_signs import Signs
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity

_AHEAD = 4
"""Statements after one in which the same speaker's chain is looked for."""
_MOST_ALIKE = 60
_GROUNDS = 3
"""Statements above with a carrier beside them that are looked at."""
_BESIDE = "near"
"""A feature of whoever is named beside a statement.  They are judged by what stands there: that the statements around
have them too would count against them, as most whom those have pass on nothing more."""
_FROM_OTHERS = 2
"""The rank of those who come from the statements around, and from what stands beside."""


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
        self._known: dict[StatementId, list[Option]] = {}
        self._places = CarrierPlaces(cast, given, own, statements, self._signs)
        self.places = self._places.spans
        self.facts = self._places.facts
        self.told: dict[tuple[StatementId, int], float] = {}
        self.ordered = sorted(
            statements, key=lambda one: (one.content[0].start, -one.content[-1].end, one.id)
        )
        self._tops = [one for one in self.ordered if one.parent not in self._by_id]
        self._place = {one.id: at for at, one in enumerate(self._tops)}

    def of(
        self, statement: Statement, chained: Chained, first: Mapping[StatementId, Chain] | None = None
    ) -> list[Option]:
        """The options of one statement; `first` are the chains of a first look at all statements, at the second.

        Where the words beside the cue say which outlet was told, no other counts that stands elsewhere.
        """
        found: dict[int, Option] = {}
        for one in self._still(statement):
            self._add(statement, replace(one, features=dict(one.features)), found)
        beside = {number for number, one in found.items() if _BESIDE in one.features}
        if statement.parent not in self._by_id and any(self.told.get((statement.id, one)) for one in beside):
            return [one for one in found.values() if one.passing or one.entity.number in beside]
        for one in self._moving(statement, chained, first):
            if one.rank < _FROM_OTHERS or one.entity.number not in beside:
                self._add(statement, one, found)
        return list(found.values())

    def _add(self, statement: Statement, option: Option, found: dict[int, Option]) -> None:
        """One more, or what more speaks for one; no speaker passes on his own words, no outlet what it reports."""
        number = option.entity.number
        if number in self._own or option.entity is self._given.get(statement.id):
            return
        known = found.setdefault(number, option)
        if known is not option:
            features = {
                name: max(value, known.features.get(name, value)) for name, value in option.features.items()
            }
            known.features.update(features)
            if option.rank < known.rank:
                found[number] = replace(known, rank=option.rank)

    def note(
        self, statement: Statement, chain: Chain, chained: Chained, options: Sequence[Option] = ()
    ) -> None:
        """The chain of a statement, for those after it, and its options, some of which may stand beside it."""
        level = statement.parent
        speaker = self._given.get(statement.id)
        chained.of[statement.id] = chain
        chained.last[level] = statement
        if speaker is not None:
            chained.by[(speaker.number, level)] = statement
        if self.facts[statement.id].label:
            chained.label = statement
        if level not in self._by_id:
            for ground in chained.grounds:
                ground.since.append(speaker)
            told = tuple(one.entity for one in options if one.grounded)
            if told:
                place = place_of(statement).start
                made = Ground(place, told, () if speaker is None else (speaker,), [])
                chained.grounds = [*chained.grounds[-_GROUNDS:], made]

    def _still(self, statement: Statement) -> list[Option]:
        """The options that are the same at every look."""
        known = self._known.get(statement.id)
        if known is None:
            named = [*self._places.named(statement), *self._places.called(statement)]
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
            yield from self._grounded(statement, chained)
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
            shape = self._signs.shape(statement)
            features = outer_signs(self._text, statement, outer, passing, shape=shape, known=known)
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

    def _grounded(self, statement: Statement, chained: Chained) -> Iterator[Option]:
        """Those beside whose name a sentence above stands: in the last such one, and in this speaker's last."""
        speaker = self._given.get(statement.id)
        place = place_of(statement).start
        loose = self._places.loose
        while chained.passed < len(loose) and loose[chained.passed].at < place:
            one = loose[chained.passed]
            chained.grounds = [*chained.grounds[-_GROUNDS:], replace(one, since=[])]
            chained.passed += 1
        own = [one for one in reversed(chained.grounds) if speaker in one.speakers][:1]
        for ground in dict.fromkeys((*chained.grounds[-1:], *(own if speaker is not None else ()))):
            later = float(ground is not chained.grounds[-1])
            signs = ground_signs(self._cast, statement, ground, speaker)
            for entity in ground.carriers:
                like = {"ground:like": self._signs.likeness(entity), "ground:later": later}
                yield Option(entity, 2, signs | like)

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
