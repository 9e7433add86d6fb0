"""What speaks for and against somebody's being one through whom a statement came, as named features.

`training/chains.py` fits the weight of each.
"""

import math
import re

from onrecord.model import Span, Statement
from onrecord.resolution.speakers.carrier_openings import Opening
from onrecord.resolution.speakers.carrier_options import Features, place_of
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon.grammar import (
    FIRST_MANY,
    FIRST_ONE,
    SECOND,
)
from onrecord.resolution.speakers.shown import Shown
from onrecord.resolution.speakers.telling import (
    MEDIUM,
    POLL,
    PUBLISHED,
    QUOTED,
    SHARE,
    STUDY,
    TALK,
    THROUGH,
    TOLD,
)

_WORD = re.compile(r"[\w’']+")
_TRANSPARENT = frozenset(
    """the a an this that same issue edition of yesterday's today's last week's monday's tuesday's wednesday's
    thursday's friday's saturday's sunday's its his her their own another rival""".split()
)
"""Words between a preposition and an outlet's name that change nothing: "in yesterday's Herald"."""
_LEADING = frozenset("told tells telling tell by to in on with for from through via".split())


class Signs:
    """The features of the options of an article's statements."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._text = cast.article.text
        self._shown = Shown(cast)

    def shape(self, statement: Statement) -> str:
        """What a statement's source is: nothing, the speaker themselves, a share of many, a word or a phrase."""
        source = statement.source[0].of(self._text).lower() if statement.source else ""
        if not source:
            return "none"
        if source in FIRST_ONE:
            return "self"
        if source in FIRST_MANY | SECOND:
            return "we" if source in FIRST_MANY else "you"
        if SHARE.search(source):
            return "share"
        return "word" if " " not in source else "phrase"

    def is_label(self, statement: Statement) -> bool:
        """Whether its cue is the colon after a label."""
        return bool(statement.cue) and statement.cue[0].of(self._text).strip() == ":"

    def is_asked(self, statement: Statement, at: Span) -> bool:
        """Whether a name within a source is whoever asked them: "of the buyers polled by Spyr 61 per cent"."""
        return any(
            one.holds(at)
            and POLL.search(self._text[one.start : at.start])
            and SHARE.search(one.of(self._text))
            for one in statement.source
        )

    def is_published(self, at: Span) -> bool:
        """Whether somebody with a name there has something in print or on air: "a letter seen by Spyr Daily"."""
        return bool(PUBLISHED.search(self._text[max(at.start - 60, 0) : at.start]))

    def again(
        self, statement: Statement, before: Statement, entity: Entity, sure: float, *, same: bool
    ) -> Features:
        """One of the chain of a statement before, `sure` as it was of that; `same` where both have one speaker."""
        words = self._cast.words
        at, then = statement.content[0].start, before.content[-1].start
        gap = abs(words.sentence_at(at) - words.sentence_at(then))
        here = words.sentences[words.sentence_at(at)].block if words.words else 0
        there = words.sentences[words.sentence_at(then)].block if words.words else 0
        shares = self.shape(statement) == "share" and self.shape(before) == "share"
        labels = self.is_label(statement) and self.is_label(before)
        return {
            "": 1.0,
            ":sure": sure,
            ":same": float(same),
            ":same:block": float(same and here == there),
            ":same:sure": sure * same,
            ":same:block:sure": sure * (same and here == there),
            ":nosource:sure": sure * (not statement.source),
            ":far": math.log1p(gap),
            ":nosource": float(not statement.source),
            ":label": float(labels),
            ":share": float(shares),
            ":medium": self._is_medium(statement),
            ":like": self.likeness(entity),
        }

    def beside(self, statement: Statement, place: Span, at: Span, entity: Entity) -> Features:
        """One that is named in the sentence of the cue."""
        low, high = min(place.start, at.start), max(place.end, at.start)
        between = self._text[low:high]
        cue = " ".join(span.of(self._text) for span in statement.cue)
        after = at.start >= place.start
        side = "after" if after else "before"
        like, share = self.likeness(entity), float(self.shape(statement) == "share")
        features = {
            "near": 1.0,
            "near:like": like,
            f"near:{entity.kind}": 1.0,
            f"near:{side}": 1.0,
            f"near:lead:{self._lead(at)}": like,
            "near:far": math.log1p(between.count(" ")),
            "near:owning": self._owns(at),
            "near:opened": float(any(sign in between for sign in '“"‘')),
            "near:stopped": float(any(sign in between for sign in ";:—–")),
            "near:share": share,
            "near:asked": float(self.is_asked(statement, at)),
            "near:published": float(self.is_published(at)) * like,
            "near:medium": self._is_medium(statement),
        }
        adjacent = float(after and len(self._text[place.end : at.start].split()) <= 1)
        told = float(bool(TOLD.search(cue) or TOLD.search(between)))
        features |= {"near:told": told, "near:told:like": told * like, "near:told:adjacent": told * adjacent}
        for name, sign in (("talk", TALK), ("quoted", QUOTED)):
            found = float(bool(sign.search(between)))
            features |= {f"near:{name}": found, f"near:{name}:like": found * like}
        features["near:through"] = float(bool(THROUGH.search(self._text[max(at.start - 25, 0) : at.start])))
        features["near:poll:share"] = float(bool(POLL.search(between))) * share
        return features

    def opened(self, statement: Statement, opening: Opening, entity: Entity, *, nearest: bool) -> Features:
        """More for one in a place that words open; `nearest` where no other statement is attributed nearer to it."""
        way, like = f"open:{opening.way}", self.likeness(entity)
        place = place_of(statement)
        low, high = min(place.start, opening.at.start), max(place.end, opening.at.start)
        far = math.log1p(self._text[low:high].count(" "))
        before = opening.at.start < place.start
        study = any(STUDY.search(one.of(self._text)) for one in statement.source)
        return {
            way: 1.0,
            f"{way}:like": like,
            f"{way}:before": float(before),
            f"{way}:study": float(study),
            "open:nearest": float(nearest),
            "open:before:far": far * before,
            "open:after:far": far * (not before),
            "open:unlike": 1.0 - like,
            "open:new": float(entity.number < 0),
        }

    def above(
        self, statement: Statement, gap: int, at: Span, entity: Entity, *, block: int, rank: int, beside: bool
    ) -> Features:
        """One that is named in a sentence before, `gap` sentences up, the `rank`-th from below.

        `beside` where that sentence names the speaker too: a document that was printed, somebody who was interviewed.
        """
        words = self._cast.words
        held = words.sentences[words.sentence_at(at.start)]
        start = words.words[held.begin].start
        shown = self._text[start : words.words[held.end - 1].end]
        like, share = self.likeness(entity), float(self.shape(statement) == "share")
        poll, first = float(bool(POLL.search(shown))) * share, float(rank == 0)
        features = {
            "above": 1.0,
            "above:like": like,
            f"above:{entity.kind}": 1.0,
            "above:far": math.log1p(gap),
            "above:first": first,
            "above:owning": self._owns(at),
            "above:published": float(self.is_published(at)) * like,
            "above:speaker:published": float(beside and self.is_published(at)) * like,
            "above:speaker": float(beside),
            "above:speaker:like": float(beside) * like,
            "above:block": float(held.block == block),
            "above:label": float(self.is_label(statement)),
            "above:label:like": float(self.is_label(statement)) * like,
            "above:nosource": float(not statement.source),
            "above:share": share,
            "above:medium": self._is_medium(statement),
            "above:poll:share": poll,
            "above:poll:share:by": poll * float(self._lead(at) == "by"),
            "above:poll:share:first": poll * first,
        }
        for name, sign in (("told", TOLD), ("talk", TALK), ("quoted", QUOTED)):
            found = float(bool(sign.search(shown)))
            features |= {f"above:{name}": found, f"above:{name}:like": found * like}
            features[f"above:speaker:{name}:like"] = float(beside) * found * like
        return features

    def likeness(self, entity: Entity) -> float:
        """1 for whoever goes by an outlet's name, or is shown to be one."""
        return float(self._shown.is_outlet(entity))

    def _owns(self, at: Span) -> float:
        """1 where something of theirs is named: "the Herald's editor", "the crewmen's leader"."""
        return float(self._text[at.end : at.end + 2] in ("’s", "'s"))

    def _is_medium(self, statement: Statement) -> float:
        """1 where an outlet without a name speaks itself: "the paper said"."""
        return float(any(MEDIUM.search(one.of(self._text)) for one in statement.source))

    def _lead(self, at: Span) -> str:
        """The word that leads to a name, when it is one of few."""
        shown = self._before(at)
        return shown[-1] if shown and shown[-1] in _LEADING else "other"

    def _before(self, at: Span) -> list[str]:
        shown = _WORD.findall(self._text[max(at.start - 40, 0) : at.start].lower().replace("’", "'"))
        while shown and shown[-1] in _TRANSPARENT:
            shown.pop()
        return shown
