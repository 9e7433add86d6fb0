"""Where each date of an article stands, seen from the cue of a statement: beside it, above it, before it or below it,
with the named features of that place."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.model import Role
from onrecord.resolution.sayings.place import Features, Place, Surroundings
from onrecord.resolution.sayings.told import Told
from onrecord.resolution.speakers.lexicon.grammar import RELATIVE

_BEFORE = 12
"""Dates looked at before a statement's sentence."""
_AFTER = 4
"""Dates looked at after it."""
_APART: frozenset[Role] = frozenset(("heading", "dateline"))


def standings(around: Surroundings, place: Place) -> Iterator[tuple[Told, str, Features]]:
    """The dates around a statement: where each stands seen from its cue."""
    here = [
        one
        for one in around.dates.between(place.start, place.end)
        if (one.role not in _APART or place.beside)
        and not _talked_of(place, one)
        and not _is_of_somebody(around.article.text, place, one)
    ]
    for one in here:
        name = _where(place, one)
        yield one, name, _beside(around, place, one)
    if not here and _is_of_conversation(around, place):
        for one in around.recorded:
            yield one, "here", _OF_ALL
    earlier = [
        one
        for one in reversed(around.dates.before(place.start, _BEFORE))
        if one.role not in _APART and not _talked_of(place, one)
    ]
    rank: dict[str, int] = {}
    values: set[str] = set()
    theirs = next((one for one in earlier if _names(around, place, one)), None)
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
                "who:nearest": float(one is theirs),
            }
            | scenery(around, place, one, first=at == 0),
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
            }
            | scenery(around, place, one, first=at == 0),
        )


_OF_ALL: Features = {"near": 1.0, "as:day": 1.0, "as:day:before": 1.0, "opens": 1.0, "prep:on": 1.0}
"""A day that is told of a whole conversation stands, for each answer, as one before its first word would."""


def _is_of_conversation(around: Surroundings, place: Place) -> bool:
    """Whether a statement is an answer, or stands behind a label: words of a transcript, on its own level."""
    cue = "".join(span.of(around.article.text) for span in place.statement.cue)
    return place.level is None and cue.strip(" *_") in ("", ":")


def _names(around: Surroundings, place: Place, one: Told) -> bool:
    """Whether a date's sentence names who makes the statement."""
    return bool(place.who) and place.who in around.scenes.of(one.sentence).who


def scenery(around: Surroundings, place: Place, one: Told, *, first: bool = False) -> Features:
    """What a date's sentence tells beside the day, and how that goes with the statement."""
    scene = around.scenes.of(one.sentence)
    statement = place.statement
    answer = not statement.cue and not statement.source
    own = frozenset(word for span in statement.source for word in around.scenes.papers(span))
    named = _names(around, place, one)
    return {
        "who": float(named),
        "who:first": float(named and first),
        "who:others": float(bool(place.who) and bool(scene.who) and not named),
        "occasion": float(scene.occasion),
        "occasion:who": float(scene.occasion and named),
        "occasion:answer": float(scene.occasion and answer),
        "answer": float(answer),
        "question": float(scene.question),
        "paper": float(bool(scene.papers)),
        f"paper:{statement.act}": float(bool(scene.papers)),
        "paper:same": float(bool(scene.papers & own)),
        "paper:own": float(bool(scene.papers) and bool(own)),
        "nopaper:own": float(bool(own) and not scene.papers),
        f"act:{statement.act}": 1.0,
        "newcomer": float(place.newcomer),
        "newcomer:occasion": float(place.newcomer and scene.occasion),
        "opening": float(place.opening),
        "lead": float(one.sentence < 2),
        "lead:newcomer": float(one.sentence < 2 and place.newcomer),
    }


def _talked_of(place: Place, one: Told) -> bool:
    """Whether a day stands in the statement's own content, or somebody's, who spoke of a day to come or of "today"."""
    elsewhere = (one.back or one.spoken) and not set(one.within) <= set(place.held)
    return elsewhere or place.statement.id in one.within


def _is_of_somebody(text: str, place: Place, one: Told) -> bool:
    """Whether a date before the cue stands in a clause on somebody: "Pell, who resigned in April, told"."""
    begin = max(place.start, one.span.start - _LONGEST_CLAUSE)
    opened = one.span.start < place.at and _CLAUSE.search(text, begin, one.span.start)
    return bool(opened) and "," in text[one.span.end : place.at]


_LONGEST_CLAUSE = 200
_CLAUSE = re.compile(r",\s(?:who|whose|whom)\s[^,]*$")
"""In the train debates and train news 5 of 80 such dates are the day on which something was said."""


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
        "relative": float(_is_relative(around, place)),
        "relative:near": float(_is_relative(around, place) and gap.count(" ") <= 4),
        "owning": float(around.article.text[one.span.end : one.span.end + 2] in ("’s", "'s")),
    }


def _is_relative(around: Surroundings, place: Place) -> bool:
    """Whether the source is a relative pronoun: a date right beside such a cue belongs to its clause."""
    source = place.statement.source
    return bool(source) and source[0].of(around.article.text).lower() in RELATIVE


def _opens(around: Surroundings, one: Told) -> bool:
    """Whether a date opens its sentence, with a word before it or two."""
    begin = around.words.words[around.words.sentences[one.sentence].begin].start
    return around.article.text[begin : one.span.start].count(" ") <= 2
