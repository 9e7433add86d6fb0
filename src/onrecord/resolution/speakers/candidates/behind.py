"""Whose words a paper or an office gives: "his letter", "a survey by the institute", "the mayor's office"."""

from collections.abc import Sequence

from onrecord.resolution.speakers.candidates.nearby import spoken_of
from onrecord.resolution.speakers.candidates.place import Candidate, Place, Surroundings
from onrecord.resolution.speakers.candidates.pronouns import pronoun
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon.organisations import COLLECTIVES, DOCUMENTS


def behind(around: Surroundings, place: Place, found: Sequence[Candidate]) -> list[Candidate]:
    """Those whom the words hold ("Quell's office"), and those before who may be behind a paper."""
    phrase = place.phrase
    taken = {one.entity for one in found}
    collective = phrase.head in COLLECTIVES
    named = [entity for entity in phrase.others if entity not in taken]
    made = _owners(around, place, taken) if phrase.head in DOCUMENTS or collective else []
    taken |= {one.entity for one in made}
    made += [
        Candidate(
            entity,
            {
                "behind": 1.0,
                f"behind:{entity.kind}": 1.0,
                "behind:side": float(collective),
                "behind:document": float(phrase.head in DOCUMENTS),
                "behind:by": float(_is_after_by(around, place, entity)),
            },
        )
        for entity in named[:2]
        if entity not in taken
    ]
    if phrase.head in DOCUMENTS and place.before is not None and place.before not in taken:
        made.append(Candidate(place.before, {"behind:paper": 1.0, f"behind:paper:{place.before.kind}": 1.0}))
    return made


def _is_after_by(around: Surroundings, place: Place, entity: Entity) -> bool:
    """Whether "by" or "from" stands before the name: whoever made the paper."""
    words = around.cast.words
    for at in around.shown(place.phrase):
        if words.words[at].low in ("by", "from") and any(
            around.cast.at.get(after) is entity for after in (at + 1, at + 2)
        ):
            return True
    return False


_OWNERS = {"his": "male", "her": "female", "its": "neuter", "their": "plural"}


def _owners(around: Surroundings, place: Place, taken: set[Entity | None]) -> list[Candidate]:
    """Whom "his letter" means with "his", and "the letter" without a word: those spoken of just before."""
    first = next(iter(around.shown(place.phrase)), 0)
    low = around.cast.words.words[first].low
    shape = _OWNERS.get(low)
    if shape is not None:
        return [renamed(one, "owner") for one in pronoun(around, place, shape)[:4] if one.entity not in taken]
    if low not in ("the", "this", "that") or place.phrase.owned:
        return []
    return [
        renamed(one, "paper")
        for one in spoken_of(around, place, ("person", "organisation", "outlet"))[:4]
        if one.entity not in taken
    ]


def renamed(option: Candidate, prefix: str) -> Candidate:
    """The candidate with features of another family."""
    return Candidate(
        option.entity,
        {f"{prefix}:{name.partition(':')[2] or 'any'}": value for name, value in option.features.items()},
    )
