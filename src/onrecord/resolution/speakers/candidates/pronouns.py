"""Whom a pronoun means: he, she, it and they, I and we, who and which."""

import math
from collections.abc import Mapping, Sequence
from itertools import islice

from onrecord.resolution.speakers.candidates.place import (
    MOST,
    Candidate,
    Features,
    Place,
    Surroundings,
    nearest,
)
from onrecord.resolution.speakers.entities import Entity, Mention
from onrecord.resolution.speakers.lexicon.organisations import DOCUMENTS
from onrecord.resolution.speakers.phrases import is_person_word

_FITS = {
    "male": ("person", "unknown", "unnamed"),
    "female": ("person", "unknown", "unnamed"),
    "neuter": ("organisation", "outlet", "place", "unknown", "group"),
    "epithet": ("person", "unknown", "unnamed"),
    "plural": ("organisation", "outlet", "group", "unnamed", "place", "unknown"),
}


def pronoun(around: Surroundings, place: Place, shape: str) -> list[Candidate]:
    """Those spoken of before a "he", "she", "it" or "they", the nearest first."""
    group = "he" if shape in ("male", "female", "epithet") else "it" if shape == "neuter" else "they"
    here = around.cast.words.sentence_at(place.position)
    paragraph = around.cast.words.sentences[here].block
    near = [(m, e) for m, e in nearest(around, place) if e.kind in _FITS[shape]]
    paper = place.before if place.before_head in DOCUMENTS and group == "it" else None
    extra = [
        e
        for e in (place.outer, place.before, place.within)
        if e is not None and (e.kind in _FITS[shape] or e is paper)
    ]
    chosen = list(islice(near, MOST))
    have = {entity.number for _, entity in chosen}
    chosen += [(e.mentions[0], e) for e in dict.fromkeys(extra) if e.number not in have and e.mentions]
    fresh = _named_since(place, [(m, e) for m, e in chosen if not clashes(e, shape)])
    found = []
    rank = 0
    for mention, entity in chosen:
        clash = clashes(entity, shape)
        far = here - mention.sentence
        features = {
            f"{group}": 1.0,
            f"{group}:rank": math.log1p(rank),
            f"{group}:first": float(rank == 0),
            f"{group}:same": float(far == 0),
            f"{group}:last": float(far == 1),
            f"{group}:far": math.log1p(max(far - 1, 0)),
            f"{group}:paragraph": float(around.cast.words.sentences[mention.sentence].block == paragraph),
            f"{group}:opens": float(mention.opens),
            f"{group}:outer": float(place.outer is entity),
            f"{group}:inner": float(place.nested and place.outer is not entity),
            f"{group}:before": float(place.before is entity),
            f"{group}:quoted": float(around.is_quoted(mention.span.start) and not place.nested),
            f"{group}:often": math.log(len(entity.mentions)),
            f"{group}:{entity.kind}": 1.0,
            f"{group}:spoke": float(entity in place.earlier),
            f"{group}:paper": float(paper is entity),
        }
        features |= {f"{group}:{name}": value for name, value in _turn(around, place, entity, fresh).items()}
        if group == "he":
            features["he:fits"] = float(entity.sex == shape)
            features["he:clashes"] = float(clash)
        if group != "they" or not clash:
            found.append(Candidate(entity, features))
        if not clash:
            rank += 1
    return found


def clashes(entity: Entity, shape: str) -> bool:
    """Whether "he" stands for a woman, or "she" for a man."""
    return shape in ("male", "female") and entity.sex is not None and entity.sex != shape


def _named_since(place: Place, fitting: Sequence[tuple[Mention, Entity]]) -> dict[Entity, Mention]:
    """Those named since the words of the statement before, whoever made that left out: a new scene."""
    return {
        entity: mention
        for mention, entity in fitting
        if mention.span.start >= place.since and entity is not place.before
    }


def _turn(around: Surroundings, place: Place, entity: Entity, fresh: Mapping[Entity, Mention]) -> Features:
    """Whether the sentence right before turned to somebody, after the statement before it."""
    words = around.cast.words
    start = min(place.position, place.statement.content[0].start)
    here = words.sentence_at(start)
    mine = fresh.get(entity)
    if mine is not None and not (
        here - mine.sentence == 1 and words.sentences[here].block == words.sentences[mine.sentence].block
    ):
        mine = None
    alone = len(fresh) == 1
    return {
        "scene": float(mine is not None),
        "scene:opens": float(mine is not None and mine.opens),
        "scene:alone": float(mine is not None and alone),
        "scene:heads": float(mine is not None and place.position - start < 3),
    }


def first_person(around: Surroundings, place: Place, shape: str) -> list[Candidate]:
    """Whoever is quoted around an "I" or "we", or wrote the report."""
    found: list[Candidate] = []
    options = {
        "outer": place.outer,
        "before": place.before,
        "within": place.within,
        "author": around.author,
    }
    quoted = around.is_quoted(place.position)
    for entity in dict.fromkeys(one for one in options.values() if one is not None):
        features = {f"{shape}:{name}": 1.0 for name, one in options.items() if one is entity}
        features[f"{shape}"] = 1.0
        features[f"{shape}:{entity.kind}"] = 1.0
        if place.outer is None and entity is around.author:
            features[f"{shape}:author:quoted"] = float(quoted)
        features[f"{shape}:nested"] = float(place.nested)
        found.append(Candidate(entity, features))
    if shape in ("we", "second"):
        found.append(Candidate(None, {f"{shape}:own": 1.0}))
    return found


def relative(around: Surroundings, place: Place) -> list[Candidate]:
    """Whoever is named right before a "who" or "which"."""
    found: list[Candidate] = []
    here = around.cast.words.sentence_at(place.position)
    if place.within is not None:
        found.append(Candidate(place.within, {"who:within": 1.0, f"who:within:{place.within.kind}": 1.0}))
    near = [(m, e) for m, e in nearest(around, place) if m.sentence == here and e is not place.within][:3]
    for rank, (mention, entity) in enumerate(near):
        gap = around.cast.article.text[mention.span.end : place.position]
        features = {
            "who": 1.0,
            f"who:rank{rank}": 1.0,
            "who:adjacent": float(not any(sign.isalnum() for sign in gap)),
            "who:gap": math.log1p(len(gap.split())),
            f"who:{entity.kind}": 1.0,
            "who:opens": float(mention.opens),
        }
        found.append(Candidate(entity, features))
    if place.phrase.own:
        kind = "person" if is_person_word(place.phrase.head) else "thing"
        found.append(
            Candidate(
                None, {"who:own": 1.0, f"who:own:{kind}": 1.0, "who:own:many": float(place.phrase.plural)}
            )
        )
    return found
