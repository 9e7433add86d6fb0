"""The days on which a statement may have been said, each with the named features that speak for and against.

A day that is told in several ways (beside the cue, and by the statement before) is one candidate with all of them.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from onrecord.model import Span
from onrecord.resolution.sayings.carried import carried, near, without
from onrecord.resolution.sayings.place import INFERRED, OPEN, Features, Place, Surroundings
from onrecord.resolution.sayings.standing import scenery, standings
from onrecord.resolution.sayings.told import Told
from onrecord.resolution.sayings.values import ends
from onrecord.resolution.sayings.votes import Votes


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
            if value > self.features.get(name, 0.0):
                self.features[name] = value
        if self.span is None:
            self.span, self.about = span, about


def candidates(around: Surroundings, place: Place, votes: Votes | None = None) -> list[Candidate]:
    """Leaving it open first, the inferred interval second, then days told.

    The interval is weighed where the day of publication is not known too: what would be concluded from it is not told.

    With `votes` (what a first look made of all statements) their features are named apart, for weights of their own.
    """
    found: dict[str, Candidate] = {}
    for one, name, features in standings(around, place):
        made = found.setdefault(one.value, Candidate(one.value))
        made.add(_named(name, place, features), one.span, about=one.about)
    for given, name in carried(place):
        if given.value not in (INFERRED, OPEN):
            made = found.setdefault(given.value, Candidate(given.value))
            made.add(_named(name, place, near(place, given)), given.span)
    for some, features in around.recent:
        one = some[0]
        if one.value in found or place.level is None:
            made = found.setdefault(one.value, Candidate(one.value))
            for other in _nearest(some, place):
                made.add(_named("day", place, scenery(around, place, other)), one.span, about=one.about)
            made.add(_named("day", place, features), one.span, about=one.about)
    for value, features in _clocked(around, place):
        made = found.setdefault(value, Candidate(value))
        made.add(_named("clock", place, features), None)
    for value, span in votes.common if votes else ():
        found.setdefault(value, Candidate(value, span=span))
    for made in found.values():
        made.features.update(_of_value(around, place, made.value))
    nearest = any("here" in made.features for made in found.values())
    for made in found.values():
        if nearest and "here" not in made.features:
            made.features["elsewhere"] = 1.0
    untold = [Candidate(kind, without(kind, around, place, told=nearest)) for kind in (OPEN, INFERRED)]
    options = [*untold, *found.values()]
    return options if votes is None else [_again(one, votes, place) for one in options]


def _nearest(some: Sequence[Told], place: Place) -> Sequence[Told]:
    """Of the places that tell one day, in order, those nearest to a statement: a long page tells it in every line."""
    if len(some) <= 2 * _PLACES:
        return some
    at = bisect_left(some, place.sentence, key=lambda one: one.sentence)
    return some[max(at - _PLACES, 0) : at + _PLACES]


_PLACES = 20


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
    features = {f"again:{name}": value for name, value in (option.features | said).items() if value}
    return Candidate(option.value, features, option.span, option.about)


def _named(name: str, place: Place, features: Features) -> Iterator[tuple[str, float]]:
    yield name, 1.0
    yield f"{name}:{place.tense}", 1.0
    if place.level is not None:
        yield f"{name}:nested", 1.0
    for key, value in features.items():
        if value:
            yield f"{name}:{key}", value


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
