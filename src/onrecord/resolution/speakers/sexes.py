"""Whether the article speaks of somebody as he or as she: titles, roles, given names, and the pronouns that follow."""

from collections import Counter, defaultdict

from onrecord.resolution.speakers.cast import SURE, Cast
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon.given import given_names
from onrecord.resolution.speakers.lexicon.grammar import FEMALE, MALE
from onrecord.resolution.speakers.lexicon.roles import FEMALE_ROLES, MALE_ROLES

_GIVEN = 1.5
_FOLLOWS = 0.6
"""How much a given name, and a pronoun right after a name, count beside SURE for a title or role."""


def note_sexes(cast: Cast) -> None:
    """Add the evidence to that of titles, which the cast has noted."""
    follow: dict[Entity, Counter[str]] = defaultdict(Counter)
    for at, word in enumerate(cast.words.words):
        if word.low in MALE or word.low in FEMALE:
            meant = _only_person(cast, at)
            if meant is not None:
                follow[meant]["male" if word.low in MALE else "female"] += 1
    for entity in cast.entities:
        _by_words(entity)
        counts = follow[entity]
        # One pronoun against a title or given name is somebody else's: "Peter Orle asked.  She replied".
        entity.male, entity.female = (
            entity.male + _FOLLOWS * max(counts["male"] - (entity.female > entity.male), 0),
            entity.female + _FOLLOWS * max(counts["female"] - (entity.male > entity.female), 0),
        )


def note_sex_of(nameless: Entity, head: str) -> None:
    """The sex of somebody without a name, where the word tells it: a spokeswoman goes on as she."""
    nameless.male += SURE * (head in MALE_ROLES)
    nameless.female += SURE * (head in FEMALE_ROLES)


def leaning(entity: Entity) -> float:
    """What titles, roles and given names say for he, less what they say for she; before `note_sexes`."""
    male, female = _words_say(entity)
    return entity.male + male - entity.female - female


def _by_words(entity: Entity) -> None:
    male, female = _words_say(entity)
    entity.male += male
    entity.female += female


def _words_say(entity: Entity) -> tuple[float, float]:
    """What roles and given names say for he, and for she."""
    male = SURE * sum(known.head in MALE_ROLES for known in entity.roles)
    female = SURE * sum(known.head in FEMALE_ROLES for known in entity.roles)
    if entity.kind in ("person", "unknown"):
        given = {given_names().get(key[0]) for key in entity.keys if len(key) > 1}
        male, female = male + _GIVEN * ("male" in given), female + _GIVEN * ("female" in given)
    return male, female


def _only_person(cast: Cast, at: int) -> Entity | None:
    """The one person whom the words before a pronoun name: in its sentence, or else at the head of the one before."""
    word = cast.words.words[at]
    sentence = cast.words.sentences[word.sentence]
    here = cast.between(cast.words.words[sentence.begin].start, word.start)
    persons = {entity for _, entity in here if entity.kind in ("person", "unknown")}
    if persons:
        return persons.pop() if len(persons) == 1 else None
    if word.sentence == 0 or at > sentence.begin + 2:
        return None
    before = cast.words.sentences[word.sentence - 1]
    earlier = cast.between(cast.words.words[before.begin].start, word.start)
    opening = {entity for _, entity in earlier if entity.kind in ("person", "unknown")}
    return opening.pop() if len(opening) == 1 and before.block == sentence.block else None
