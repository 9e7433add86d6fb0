"""The days on which a statement may have been said, each with the named features that speak for and against.

A day that is told in several ways (beside the cue, and by the statement before) is one candidate with all of them.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from onrecord.model import Role, Span
from onrecord.resolution.sayings.place import INFERRED, OPEN, Features, Given, Place, Surroundings
from onrecord.resolution.sayings.told import Told, ends
from onrecord.resolution.sayings.votes import Votes

_BEFORE = 12
"""Dates looked at before a statement's sentence."""
_AFTER = 4
"""Dates looked at after it."""
_APART: frozenset[Role] = frozenset(("heading", "dateline"))


@dataclass(slots=True)
class Candidate:
    """A value in EDTF, INFERRED or OPEN; `span` is where the article says so, the nearest place of several."""

    value: str
    features: Features = field(default_factory=dict)
    span: Span | None = None
    about: bool = False

    def add(self, features: Iterable[tuple[str, float]], span: Span | None, *, about: bool = False) -> None:
        """One more sign: of signs of one name the strongest counts."""
        for name, value in features:
            self.features[name] = max(value, self.features.get(name, value))
        if self.span is None:
            self.span, self.about = span, about


def candidates(around: Surroundings, place: Place, votes: Votes | None = None) -> list[Candidate]:
    """Leaving it open first, the inferred interval second (where the day of publication is known), then days told.

    With `votes` (what a first look made of all statements) their features are named apart, for weights of their own.
    """
    found: dict[str, Candidate] = {}
    for one, name, features in _told(around, place):
        made = found.setdefault(one.value, Candidate(one.value))
        made.add(_named(name, place, features), one.span, about=one.about)
    for given, name in _given(place):
        if given.value not in (INFERRED, OPEN):
            made = found.setdefault(given.value, Candidate(given.value))
            made.add(_named(name, place, _near(place, given)), given.span)
    for one, features in around.recent:
        if one.value in found or place.level is None:
            made = found.setdefault(one.value, Candidate(one.value))
            made.add(_named("day", place, features), one.span, about=one.about)
    for value, features in _clocked(around, place):
        made = found.setdefault(value, Candidate(value))
        made.add(_named("clock", place, features), None)
    for value, span in votes.common if votes else ():
        found.setdefault(value, Candidate(value, span=span))
    for made in found.values():
        made.features.update(_of_value(around, place, made.value))
    nearest = any("here" in made.features for made in found.values())
    options = [_without(OPEN, place, told=nearest)]
    if around.published is not None:
        options.append(_without(INFERRED, place, told=nearest))
    options += found.values()
    return options if votes is None else [_again(one, votes, place) for one in options]


def _clocked(around: Surroundings, place: Place) -> Iterator[tuple[str, Features]]:
    """The day of publication, or one before it, where an entry with a time of day tells it."""
    entry = around.clocked.get(place.block)
    if entry is None or around.published is None:
        return
    above, nights = entry
    if around.published.toordinal() > nights:
        day = around.published - timedelta(days=nights)
        features = {"head": float(above == 0), "far": math.log1p(above), f"act:{place.statement.act}": 1.0}
        yield day.isoformat(), features


def _again(option: Candidate, votes: Votes, place: Place) -> Candidate:
    """An option at the second look."""
    said = votes.of(place, option.value)
    features = {f"again:{name}": value for name, value in (option.features | said).items()}
    return Candidate(option.value, features, option.span, option.about)


def _named(name: str, place: Place, features: Features) -> Iterator[tuple[str, float]]:
    yield name, 1.0
    yield f"{name}:{place.tense}", 1.0
    if place.level is not None:
        yield f"{name}:nested", 1.0
    for key, value in features.items():
        yield f"{name}:{key}", value


def _told(around: Surroundings, place: Place) -> Iterator[tuple[Told, str, Features]]:
    """The dates around a statement: where each stands seen from its cue."""
    here = [
        one
        for one in around.dates.between(place.start, place.end)
        if (one.role not in _APART or place.beside) and not _talked_of(place, one)
    ]
    for one in here:
        name = _where(place, one)
        yield one, name, _beside(around, place, one)
    earlier = [
        one
        for one in reversed(around.dates.before(place.start, _BEFORE))
        if one.role not in _APART and not _talked_of(place, one)
    ]
    rank: dict[str, int] = {}
    values: set[str] = set()
    for one in earlier:
        inside = not set(one.within) <= set(place.held)
        name = ("above" if one.block == place.block else "before") + (":in" if inside else "")
        at = rank.get(name, 0)
        if one.value in values:
            continue
        values.add(one.value)
        rank[name] = at + 1
        gap = place.sentence - one.sentence
        yield (
            one,
            name,
            {
                "rank": math.log1p(at),
                "first": float(at == 0),
                "far": math.log1p(gap),
                "next": float(gap == 1),
                f"as:{one.unit}": 1.0,
                f"prep:{one.prep or 'none'}": 1.0,
                "opens": float(_opens(around, one)),
            },
        )
    later = [
        one
        for one in around.dates.after(place.end, _AFTER)
        if one.role not in _APART and not _talked_of(place, one)
    ]
    for at, one in enumerate(later):
        inside = bool(one.within)
        name = "later" + (":in" if inside else "")
        yield (
            one,
            name,
            {
                "first": float(at == 0),
                "block": float(one.block == place.block),
                "beside": float(place.beside),
                "far": math.log1p(one.sentence - place.sentence),
                f"as:{one.unit}": 1.0,
            },
        )


def _talked_of(place: Place, one: Told) -> bool:
    """Whether a day stands in the statement's own content, or somebody's, who spoke of a day to come."""
    return place.statement.id in one.within or (one.back and not set(one.within) <= set(place.held))


def _where(place: Place, one: Told) -> str:
    """Whether a date of the sentence is told on the level of the cue, above it, or elsewhere."""
    if (one.within[-1] if one.within else None) == place.level:
        return "here"
    return "outer" if set(one.within) <= set(place.held) else "other"


def _beside(around: Surroundings, place: Place, one: Told) -> Features:
    """How a date of the sentence stands to the cue: how far, with which cues between, after which word."""
    low, high = sorted((place.at, one.span.start))
    between = bisect_left(around.cues, high) - bisect_left(around.cues, low + 1)
    gap = around.article.text[low:high]
    after = one.span.start > place.at
    return {
        "after": float(after),
        "far": math.log1p(gap.count(" ")),
        "near": float(gap.count(" ") <= 4),
        "cues": float(between > 0),
        f"cues:{'after' if after else 'before'}": float(between > 0),
        "marks": float(any(sign in gap for sign in ";—–")),
        "commas": math.log1p(gap.count(",")),
        f"prep:{one.prep or 'none'}": 1.0,
        f"as:{one.unit}": 1.0,
        f"as:{one.unit}:{'after' if after else 'before'}": 1.0,
        "opens": float(_opens(around, one)),
        "turned": float(one.back),
        "about": float(one.about),
        "nocue": float(not place.statement.cue),
        "owning": float(around.article.text[one.span.end : one.span.end + 2] in ("’s", "'s")),
    }


def _opens(around: Surroundings, one: Told) -> bool:
    """Whether a date opens its sentence, with a word before it or two."""
    begin = around.words.words[around.words.sentences[one.sentence].begin].start
    return around.article.text[begin : one.span.start].count(" ") <= 2


def _given(place: Place) -> Iterator[tuple[Given, str]]:
    """The statements before whose day may be this one's."""
    if place.parent is not None:
        yield place.parent, "parent"
    if place.same is not None:
        yield place.same, "same"
    if place.last is not None:
        yield place.last, "last"
    if place.below is not None:
        yield place.below, "below"


def _near(place: Place, given: Given) -> Features:
    gap = abs(place.sentence - given.sentence)
    return {
        "block": float(given.block == place.block),
        "next": float(gap <= 1),
        "far": math.log1p(gap),
        "who": float(bool(place.who) and place.who == given.who),
        "nocue": float(not place.statement.cue),
        "level": float(given.level == place.level),
        "beside": float(place.beside),
        f"act:{place.statement.act}": 1.0,
    }


def _of_value(around: Surroundings, place: Place, value: str) -> Features:
    """What a day's distance from publication says, with the tense of the cue."""
    first, last = ends(value)
    unit = "interval" if "/" in value else {10: "day", 7: "month", 4: "year"}.get(len(value), "other")
    features = {f"unit:{unit}": 1.0, f"unit:{unit}:{place.tense}": 1.0}
    if around.published is not None:
        days = (around.published - last).days
        age = "0" if days <= 0 else "1" if days == 1 else "7" if days < 8 else "31" if days < 32 else "old"
        features |= {f"age:{age}": 1.0, f"age:{age}:{place.tense}": 1.0, "old": math.log1p(max(days, 0))}
        if place.level is not None:
            features[f"age:{age}:nested"] = 1.0
        features["ahead"] = float(first > around.published)
    return features


def _without(kind: str, place: Place, *, told: bool) -> Candidate:
    """Leaving it open, or the day of publication and the one before."""
    statement = place.statement
    features = {
        kind: 1.0,
        f"{kind}:{place.tense}": 1.0,
        f"{kind}:act:{statement.act}": 1.0,
        f"{kind}:nested": float(place.level is not None),
        f"{kind}:nested:{place.tense}": float(place.level is not None),
        f"{kind}:nocue": float(not statement.cue),
        f"{kind}:nosource": float(not statement.source),
        f"{kind}:{statement.kind}": 1.0,
        f"{kind}:beside": float(place.beside),
        f"{kind}:told": float(told),
        f"{kind}:who": float(bool(place.who)),
    }
    for given, name in _given(place):
        state = given.value if given.value in (INFERRED, OPEN) else "told"
        features[f"{kind}:{name}:{state}"] = 1.0
        if state == kind:
            features |= {f"{kind}:{name}:{key}": value for key, value in _near(place, given).items()}
    if place.last is None:
        features[f"{kind}:begin"] = 1.0
    return Candidate(kind, features)
