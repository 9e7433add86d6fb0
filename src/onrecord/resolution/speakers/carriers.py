"""Through whom a statement may have come: whoever reports it, outlets named beside it, those of the statement before.

Each has named features that speak for and against; `training/chains.py` fits their weights.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Span, Statement, StatementId
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon.grammar import FIRST_MANY, FIRST_ONE, PREPOSITIONS, SECOND
from onrecord.resolution.speakers.telling import AIMED, DENYING, POLL, QUOTED, TALK, THROUGH, TOLD

Features = dict[str, float]

_NEAR = 4
"""Sentences before a statement in which an outlet may be named that it was told to."""
_MOST = 8
_KINDS = frozenset(("outlet", "organisation", "unknown"))
_WORD = re.compile(r"[\w’']+")


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody through whom a statement may have come; `rank` orders a chain: lower is further out."""

    entity: Entity
    rank: int
    features: Features


class Carriers:
    """The options of an article's statements, once it is known who made them."""

    def __init__(
        self,
        cast: Cast,
        given: Mapping[StatementId, Entity],
        own: Entity | None,
        statements: Sequence[Statement],
    ) -> None:
        self._cast = cast
        self._text = cast.article.text
        self._given = given
        self._own = own
        self._by_id = {one.id: one for one in statements}
        contents = sorted((span.start, span.end) for one in statements for span in one.content)
        self._inside = _merged(contents)

    def of(
        self, statement: Statement, before: Statement | None, chains: Mapping[StatementId, Sequence[Entity]]
    ) -> list[Option]:
        """The options of one statement; `chains` are those of the statements before it."""
        found: dict[int, Option] = {}
        for option in self._all(statement, before, chains):
            known = found.get(option.entity.number)
            if known is None:
                found[option.entity.number] = option
            else:
                for name, value in option.features.items():
                    known.features[name] = max(value, known.features.get(name, value))
        return list(found.values())

    def _all(
        self, statement: Statement, before: Statement | None, chains: Mapping[StatementId, Sequence[Entity]]
    ) -> Iterator[Option]:
        speaker = self._given.get(statement.id)
        outer = self._by_id.get(statement.parent) if statement.parent else None
        if outer is not None:
            passing = self._given.get(outer.id)
            if passing is not None and passing is not speaker and passing is not self._own:
                yield Option(passing, 1, self._outer(statement, outer, passing))
            for entity in chains.get(outer.id, ()):
                if entity is not speaker:
                    yield Option(entity, 0, {"chained": 1.0, f"chained:{entity.kind}": 1.0})
        elif before is not None:
            for entity in chains.get(before.id, ()):
                if entity is not speaker:
                    yield Option(entity, 2, self._again(statement, before, entity))
        for entity, features in self._named(statement, speaker):
            yield Option(entity, 2, features)

    def _outer(self, statement: Statement, outer: Statement, passing: Entity) -> Features:
        """Whoever reports it: by what kind of source and cue, on both sides."""
        cue = " ".join(span.of(self._text) for span in outer.cue).lower()
        source = statement.source[0].of(self._text).lower() if statement.source else ""
        shape = (
            "none" if not source else "self" if source in _SELF else "word" if " " not in source else "phrase"
        )
        whole = sum(span.end - span.start for span in outer.content)
        own = sum(span.end - span.start for span in (*statement.content, *statement.cue, *statement.source))
        inner = " ".join(span.of(self._text) for span in statement.cue).lower()
        return {
            "outer": 1.0,
            f"outer:{passing.kind}": 1.0,
            f"outer:source:{shape}": 1.0,
            f"outer:source:{shape}:{outer.kind}": 1.0,
            "outer:label": float(cue.strip() == ":"),
            "outer:denying": float(bool(DENYING.search(cue))),
            "outer:aimed": float(bool(AIMED.search(cue))),
            "outer:according": float("according" in cue),
            f"outer:act:{outer.act}": 1.0,
            f"outer:inner:{statement.act}": 1.0,
            f"outer:kinds:{outer.kind}:{statement.kind}": 1.0,
            "outer:whole": min(own / (whole or 1), 1.0),
            "outer:had": float("had" in inner.split()),
            "outer:nocue": float(not statement.cue),
            "outer:known": float(statement.id in self._given),
            "outer:to": float(inner.startswith("to ")),
            "outer:quoting": float(bool(QUOTED.search(cue))),
            "outer:relative": float(source in ("who", "which", "that")),
            f"outer:first:{_first(cue)}": 1.0,
        }

    def _again(self, statement: Statement, before: Statement, entity: Entity) -> Features:
        words = self._cast.words
        gap = words.sentence_at(statement.content[0].start) - words.sentence_at(before.content[-1].start)
        here = words.sentences[words.sentence_at(statement.content[0].start)].block if words.words else 0
        there = words.sentences[words.sentence_at(before.content[-1].start)].block if words.words else 0
        speaker = self._given.get(statement.id)
        same = speaker is not None and speaker is self._given.get(before.id)
        return {
            "again": 1.0,
            f"again:{entity.kind}": 1.0,
            "again:same": float(same),
            "again:block": float(here == there),
            "again:same:block": float(same and here == there),
            "again:far": math.log1p(max(gap, 0)),
            "again:nocue": float(not statement.cue),
            "again:label": float(bool(statement.cue) and statement.cue[0].of(self._text).strip() == ":"),
            "again:nospeaker": float(speaker is None),
        }

    def _named(self, statement: Statement, speaker: Entity | None) -> Iterator[tuple[Entity, Features]]:
        """The outlets and bodies named in its sentence and those before, outside of every content."""
        words = self._cast.words
        if not words.words:
            return
        place = (statement.cue or statement.source or statement.content)[0]
        number = words.sentence_at(place.start)
        sentence = words.sentences[number]
        end = words.words[sentence.end - 1].end
        first = max(number - _NEAR, 0)
        start = words.words[words.sentences[first].begin].start
        around = self._cast.between(start, end)[-_MOST * 2 :]
        seen = 0
        for mention, entity in reversed(around):
            if entity.kind not in _KINDS or entity is speaker or entity is self._own or seen >= _MOST:
                continue
            if self._is_inside(mention.span) and not any(
                mention.span.overlaps(one) for one in statement.source
            ):
                continue
            if statement.source and any(one.holds(mention.span) for one in statement.source):
                continue
            seen += 1
            if mention.sentence == number:
                yield entity, self._beside(statement, place, mention.span, entity)
            else:
                yield (
                    entity,
                    self._above(statement, number - mention.sentence, mention.span, entity, sentence.block),
                )

    def _beside(self, statement: Statement, place: Span, at: Span, entity: Entity) -> Features:
        low, high = min(place.start, at.start), max(place.end, at.start)
        between = self._text[low:high]
        cue = " ".join(span.of(self._text) for span in statement.cue)
        after = at.start >= place.start
        prep = self._prep(at)
        features = {
            "near": 1.0,
            f"near:{entity.kind}": 1.0,
            f"near:{'after' if after else 'before'}": 1.0,
            f"near:{'after' if after else 'before'}:{entity.kind}": 1.0,
            f"near:prep:{prep}": 1.0,
            f"near:prep:{prep}:{entity.kind}": 1.0,
            "near:far": math.log1p(between.count(" ")),
            "near:adjacent": float(after and len(self._text[place.end : at.start].split()) <= 1),
            "near:owning": float(self._text[at.end : at.end + 2] in ("’s", "'s")),
            "near:opened": float(any(sign in between for sign in '“"‘')),
        }
        signs = {
            "told": TOLD.search(cue) or TOLD.search(between),
            "talk": TALK.search(between),
            "quoted": QUOTED.search(between),
            "poll": POLL.search(between),
            "through": THROUGH.search(self._text[max(at.start - 25, 0) : at.start]),
        }
        for name, sign in signs.items():
            features[f"near:{name}"] = float(bool(sign))
            features[f"near:{name}:{entity.kind}"] = float(bool(sign))
            features[f"near:{name}:{'after' if after else 'before'}"] = float(bool(sign))
        features["near:told:adjacent"] = features["near:told"] * features["near:adjacent"]
        return features

    def _above(self, statement: Statement, gap: int, at: Span, entity: Entity, block: int) -> Features:
        words = self._cast.words
        number = words.sentence_at(at.start)
        held = words.sentences[number]
        shown = self._text[words.words[held.begin].start : words.words[held.end - 1].end]
        prep = self._prep(at)
        features = {
            "above": 1.0,
            f"above:{entity.kind}": 1.0,
            f"above:prep:{prep}": 1.0,
            "above:far": math.log1p(gap),
            "above:block": float(held.block == block),
            "above:nocue": float(not statement.cue),
        }
        for name, sign in (("told", TOLD), ("talk", TALK), ("quoted", QUOTED), ("poll", POLL)):
            features[f"above:{name}"] = float(bool(sign.search(shown)))
            features[f"above:{name}:{entity.kind}"] = features[f"above:{name}"]
            features[f"above:{name}:{prep}"] = features[f"above:{name}"]
        return features

    def _prep(self, at: Span) -> str:
        shown = _WORD.findall(self._text[max(at.start - 30, 0) : at.start].lower())
        while shown and shown[-1] in ("the", "a", "an"):
            shown = shown[:-1]
        return shown[-1] if shown and shown[-1] in PREPOSITIONS else "none"

    def _is_inside(self, span: Span) -> bool:
        low, high = 0, len(self._inside)
        while low < high:
            middle = (low + high) // 2
            if self._inside[middle][1] <= span.start:
                low = middle + 1
            else:
                high = middle
        return low < len(self._inside) and self._inside[low][0] <= span.start


_SELF = FIRST_ONE | FIRST_MANY | SECOND
_CUES = frozenset(
    "said says told tells wrote writes reported reports claimed claims recalled recalls denied denies".split()
)


def _first(cue: str) -> str:
    return next((word for word in cue.split() if word in _CUES), "other")


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
