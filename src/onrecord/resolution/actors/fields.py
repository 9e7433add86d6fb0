"""What a role says of somebody: the field of life, the office, the words that name where, and the sex."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.resolution.actors.spelling import folded
from onrecord.resolution.speakers.lexicon.given import given_names
from onrecord.resolution.speakers.lexicon.grammar import PARTICLES
from onrecord.resolution.speakers.lexicon.roles import FEMALE_ROLES, MALE_ROLES

Field = Literal["sport", "arts", "state", "law", "science", "trade", "church"]

_FIELDS: dict[Field, frozenset[str]] = {
    "sport": frozenset(
        """coach trainer player footballer striker goalkeeper midfielder defender athlete runner swimmer cyclist referee
        sprinter batsman bowler golfer boxer jockey hurdler quarterback winger fullback wicketkeeper skater skier rower
        wrestler gymnast forward pitcher sportsman sportswoman olympian""".split()
    ),
    "arts": frozenset(
        """novelist poet playwright filmmaker artist painter sculptor musician singer songwriter composer actor actress
        comedian dancer guitarist drummer pianist violinist rapper soprano tenor""".split()
    ),
    "state": frozenset(
        """minister premier chancellor mayor governor senator lawmaker legislator congressman congresswoman mp mep msp
        ambassador envoy diplomat assemblyman assemblywoman councillor councilor councilman councilwoman undersecretary
        taoiseach king queen emperor candidate politician frontbencher backbencher""".split()
    ),
    "law": frozenset("lawyer attorney barrister solicitor prosecutor judge justice magistrate".split()),
    "science": frozenset(
        """scientist professor lecturer biologist ecologist geologist physicist chemist epidemiologist virologist
        economist historian sociologist psychologist""".split()
    ),
    "trade": frozenset(
        """butcher baker builder plumber electrician carpenter mechanic driver fisherman skipper farmer beekeeper miner
        welder shopkeeper innkeeper waiter chef cook""".split()
    ),
    "church": frozenset(
        "bishop archbishop cardinal pope priest pastor vicar rabbi imam monk nun deacon".split()
    ),
}
_OF_WORD = {word: field for field, words in _FIELDS.items() for word in words}

_APART: frozenset[frozenset[Field]] = frozenset(
    frozenset(pair)
    for pair in (
        ("sport", "state"), ("sport", "arts"), ("sport", "law"), ("sport", "science"), ("sport", "trade"),
        ("sport", "church"), ("arts", "state"), ("arts", "law"), ("arts", "church"), ("arts", "trade"),
        ("state", "trade"), ("law", "trade"), ("science", "trade"), ("church", "trade"),
    )
)  # fmt: skip
"""Fields that one person seldom has both: a minister may have been a professor or a lawyer, and is no goalkeeper."""

_EMPTY = PARTICLES | frozenset(
    """the a an of for on and in at to from by with his her their its former then ex acting deputy interim outgoing
    incoming late new vice senior assistant chief head leader member mr mrs ms""".split()
)


@dataclass(frozen=True, slots=True)
class RoleWords:
    """A role's words that tell, its field, and the sex that its noun has."""

    words: frozenset[str]
    field: Field | None
    sex: Literal["male", "female"] | None


@lru_cache(maxsize=16_384)
def role_words(role: str) -> RoleWords:
    """What a role says."""
    words = [part for word in folded(role) for part in (word, *word.split("-"))][:40]
    fields = [_OF_WORD[word] for word in words if word in _OF_WORD]
    male, female = any(word in MALE_ROLES for word in words), any(word in FEMALE_ROLES for word in words)
    return RoleWords(
        words=frozenset(word for word in words if word not in _EMPTY),
        field=fields[0] if fields else None,
        sex=None if male == female else "male" if male else "female",
    )


def are_apart(some: frozenset[Field], others: frozenset[Field]) -> bool:
    """Whether the fields are of two lives: each pair of them is."""
    return bool(some and others) and all(frozenset((a, b)) in _APART for a in some for b in others)


def sex_of_given(given: str) -> Literal["male", "female"] | None:
    """The sex that bears a given name, where one alone does."""
    found = given_names().get(given)
    return None if found == "either" else found
