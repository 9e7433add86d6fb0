"""Whom a source means that names somebody."""

import math

from onrecord.resolution.speakers.candidates.place import Candidate, Place, Surroundings
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon.roles import FEMALE_ROLES, FEMALE_TITLES, MALE_ROLES, MALE_TITLES
from onrecord.resolution.speakers.phrases import Phrase


def named(around: Surroundings, place: Place) -> list[Candidate]:
    """Those who go by the name, the one whom it means most likely first."""
    phrase = place.phrase
    if phrase.entity is None:
        return []
    rivals = len(phrase.others)
    found = []
    for entity in (phrase.entity, *phrase.others):
        chosen = entity is phrase.entity
        features = {
            "named": 1.0,
            "named:chosen": float(chosen),
            "named:rivals": math.log1p(rivals) if chosen else 0.0,
            f"named:{entity.kind}": 1.0,
            "named:fuller": float(max(map(len, entity.keys)) > 1),
            "named:before": float(place.before is entity),
            "named:title": float(not chosen and _is_titled(around, phrase, entity)),
            "named:clash": float(_clashes(around, phrase, entity)),
        }
        found.append(Candidate(entity, features))
    return found


def _is_titled(around: Surroundings, phrase: Phrase, entity: Entity) -> bool:
    """Whether the source calls by a title that the article gives this one elsewhere."""
    shown = {around.cast.words.words[at].low for at in around.shown(phrase)}
    return any(
        known.head in shown
        and phrase.span is not None
        and not phrase.span.start <= known.at < phrase.span.end
        for known in entity.roles
    )


def said_sex(around: Surroundings, phrase: Phrase) -> str | None:
    """The sex that the source's words tell: Mr, spokeswoman."""
    shown = {around.cast.words.words[at].low.rstrip(".") for at in around.shown(phrase)}
    return (
        "male"
        if shown & (MALE_TITLES | MALE_ROLES)
        else "female"
        if shown & (FEMALE_TITLES | FEMALE_ROLES)
        else None
    )


def _clashes(around: Surroundings, phrase: Phrase, entity: Entity) -> bool:
    """Whether the source says Mr of a woman."""
    said = said_sex(around, phrase)
    return said is not None and entity.sex is not None and said != entity.sex
