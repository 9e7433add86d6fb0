"""Whom a description means ("the minister", "the union"), or that it names nobody at all."""

import math

from onrecord.resolution.speakers.ages import age_in, has_other_age, is_nameless
from onrecord.resolution.speakers.bodies import turns_on
from onrecord.resolution.speakers.candidates.behind import behind, renamed
from onrecord.resolution.speakers.candidates.nearby import OPENING, spoken_of
from onrecord.resolution.speakers.candidates.place import MOST, Candidate, Features, Place, Surroundings
from onrecord.resolution.speakers.candidates.pronouns import pronoun
from onrecord.resolution.speakers.entities import Entity, Known
from onrecord.resolution.speakers.lexicon.grammar import DETERMINERS, POSSESSIVE
from onrecord.resolution.speakers.lexicon.organisations import DOCUMENTS, OUTLET_WORDS
from onrecord.resolution.speakers.lexicon.places import COUNTRIES, DEMONYMS
from onrecord.resolution.speakers.lexicon.roles import ANYBODY, ROLE_MODIFIERS
from onrecord.resolution.speakers.offices import body_head
from onrecord.resolution.speakers.phrases import Phrase, is_person_word


def described(around: Surroundings, place: Place) -> list[Candidate]:
    """Those whom the words may mean, and the words themselves as somebody without a name."""
    phrase = place.phrase
    person = is_person_word(phrase.head)
    body = body_head(phrase.head) is not None
    document = phrase.head in DOCUMENTS
    kind = "person" if person else "body" if body else "document" if document else "thing"
    number = "many" if phrase.plural else "one"
    certain = "the" if phrase.definite else "a"
    own = {
        "own": 1.0,
        f"own:{kind}": 1.0,
        f"own:{certain}": 1.0,
        f"own:{number}": 1.0,
        f"own:{kind}:{certain}:{number}": 1.0,
        "own:owned": float(phrase.owned),
        "own:long": float(not phrase.whole),
    }
    found: list[Candidate] = []
    if phrase.definite and not (phrase.plural and person):
        found = _by_description(around, place, kind)
        if phrase.epithet:
            found = found or _by_epithet(around, place)
        elif kind == "person" and not any(
            one.features.get("the:person:all") and not one.features["the:later"] for one in found
        ):
            have = {one.entity for one in found}
            found += [one for one in spoken_of(around, place, ("person",)) if one.entity not in have]
        elif kind == "body" and not found:
            near = spoken_of(around, place, ("organisation", "outlet"))
            found += [renamed(one, "epib") for one in near]
    elif person and not phrase.plural and around.cast.words.sentence_at(place.position) < OPENING:
        found = _named_later(around, place)
    if kind != "person" and phrase.head not in ANYBODY:
        found += behind(around, place, found)
    own["own:alone"] = float(not found)
    return [*found, Candidate(None, own)]


def _by_epithet(around: Surroundings, place: Place) -> list[Candidate]:
    """Whom "the 31-year-old" or "the Swede" means where nobody is told to be that: whom "he" or "she" would mean."""
    age = age_in(place.phrase.content)
    if age is not None and is_nameless(around.cast, age, place.position):
        return []
    return [
        one
        for one in pronoun(around, place, "epithet")
        if one.entity is not None and not has_other_age(one.entity, age)
    ]


def _named_later(around: Surroundings, place: Place) -> list[Candidate]:
    """Those to whom a report that opens with "a former minister" gives the name further on."""
    return [
        renamed(one, "intro")
        for one in _by_description(around, place, "person")
        if one.features["the:later"] and one.features["the:person:all"]
    ]


def _by_description(around: Surroundings, place: Place, kind: str) -> list[Candidate]:
    """Those to whom the article gives the role, or whose name holds the word, that the description turns on."""
    phrase = place.phrase
    here = around.cast.words.sentence_at(place.position)
    found: list[tuple[float, int, Candidate]] = []
    outlets = phrase.head in OUTLET_WORDS
    heads = _LEADING if phrase.head in _LEADING else (phrase.head,)
    age = age_in(phrase.content)
    named = [entity for head in (*heads, age or "") for entity in around.callings.by(head)]
    named += around.outlets if outlets else ()
    for entity in dict.fromkeys(named):
        match = _match(phrase, entity)
        if (not match and not (outlets and entity.kind == "outlet")) or has_other_age(entity, age):
            continue
        last = max((m.sentence for m in entity.mentions if m.span.start < place.position), default=None)
        if last is None:
            last = here + 6
        far = here - last
        features = {
            f"the:{kind}": 1.0,
            f"the:{kind}:all": float(match.get("all", 0)),
            f"the:{kind}:in_name": float(match.get("in_name", 0)),
            f"the:{kind}:role": float(match.get("role", 0)),
            f"the:{kind}:exact": float(match.get("exact", 0)),
            f"the:{kind}:far": math.log1p(max(far, 0)),
            "the:later": float(far < 0),
            "the:later:deep": float(far < 0 and here >= OPENING),
            "the:before": float(place.before is entity),
            "the:outer": float(place.outer is entity),
            "the:often": math.log(len(entity.mentions) or 1),
            f"the:{kind}:{entity.kind}": 1.0,
            "the:spoke": float(entity in place.earlier),
            "the:clash": float(match.get("clash", 0)),
            "the:alike": float(match.get("alike", 0)),
            "the:apart": float(match.get("apart", 0)),
        }
        found.append((match.get("all", 0) + match.get("exact", 0), -far, Candidate(entity, features)))
    found.sort(key=lambda one: (one[0], one[1]), reverse=True)
    chosen = [one for _, _, one in found[:MOST]]
    for rank, one in enumerate(chosen):
        one.features["the:rivals"] = math.log(len(chosen))
        one.features["the:first"] = float(rank == 0)
    return chosen


_LEADING = (
    "leader",
    "boss",
    "chief",
    "head",
    "president",
    "chair",
    "chairman",
    "chairwoman",
    "director",
    "executive",
    "secretary-general",
)
"""Words for those at the top, of which a headline puts one for the other."""


def _are_apart(phrase: Phrase, known: Known) -> bool:
    """Whether a description and a role are two offices: of the energy minister and the finance minister each has a word
    before the same head that the other has not.
    """
    said = phrase.own.lower().replace("’", "'").split()
    given = known.words.lower().replace("’", "'").split()
    if known.head not in said or known.head not in given:
        return False
    one, other = (
        {
            word
            for word in words[: words.index(known.head)]
            if word not in _NO_OFFICE and not word.endswith("'s")
        }
        for words in (said, given)
    )
    return bool(one - other) and bool(other - one)


_NO_OFFICE = DETERMINERS | POSSESSIVE | ROLE_MODIFIERS | DEMONYMS | COUNTRIES
"""Words before a role that say whose it is, or since when, and not which."""


def _match(phrase: Phrase, entity: Entity) -> Features:
    """How a description fits somebody: by a role that the article gives, or by a word of the name."""
    best: Features = {}
    if phrase.epithet and entity.ages & phrase.content:
        return {"role": 1.0, "all": 1.0, "exact": 1.0}
    for known in (*entity.roles, *entity.bodies):
        words = frozenset(known.words.lower().replace("’", "'").split()) | entity.ages
        alike = phrase.head in _LEADING and known.head in _LEADING and phrase.head != known.head
        if phrase.head == known.head or phrase.head in words or alike:
            extra = len(phrase.content - words) - alike
            fits = {
                "role": 1.0,
                "all": float(extra == 0),
                "exact": float(phrase.content == words - (entity.ages - phrase.content)),
                "clash": float(extra),
                "alike": float(alike),
                "apart": float(_are_apart(phrase, known)),
            }
            best = (
                max(best, fits, key=lambda one: (one.get("all", -1), one.get("exact", 0))) if best else fits
            )
    if not best and entity.kind not in ("person", "unknown"):
        for key in entity.keys:
            if turns_on(key, phrase.head):
                extra = len({word for word in phrase.content if word not in key})
                fits = {"in_name": 1.0, "all": float(extra == 0), "clash": float(extra)}
                best = max(best, fits, key=lambda one: one["all"]) if best else fits
    return best
