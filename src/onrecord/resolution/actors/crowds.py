"""Surnames that very many bear: what their bearers are filed under, so that nobody is held against all of them.

Up to `CROWD` names that share the sound of a surname are linked together.  Beyond that whole names meet only those that
share a given name too, and what is shorter is weighed only against those who share a word of a role, or somebody who
stands beside them: without that no evidence is enough to choose one of many.  What more than `CROWD` of them share
chooses nobody either.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol

from onrecord.model import ActorType
from onrecord.resolution.actors.fields import role_words
from onrecord.resolution.actors.figures import Figure, Home
from onrecord.resolution.actors.gathering import Gathered
from onrecord.resolution.actors.given import classes
from onrecord.resolution.actors.names import PersonName, halves, person_name, surnames
from onrecord.resolution.actors.spelling import sound, spelling

CROWD = 40
"""Names of one block, or of one sign that its bearers share, that are looked at together.

In the dev parts of AIDA and News-Fair no block has more than 9: what is measured there is the same with and without.
"""

SURNAME, GIVEN, SHORT, AMONG = "person ", "given ", "short ", "among "
"""How blocks begin: all that share a surname; those of a crowd that share a given name too; those of a crowd that are
shorter than a name; and what the names of a crowd can be found by."""

Name = tuple[str, ActorType]
"""A name as it is written, and the type of who bears it."""


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of a crowd as linked so far: all its whole names together, and the homes that are one in it."""

    gathered: Gathered
    homes: tuple[Home, ...]


class Crowd(Protocol):
    """Those who bear a surname that very many do."""

    def named(self, key: str) -> Sequence[Name] | None:
        """The whole names that are filed under a key, in order; None where they are more than `CROWD`."""

    def known(self, names: Iterable[Name]) -> Sequence[Known]:
        """The actors that go by any of these names, in the order of their homes."""


def is_whole(name: PersonName) -> bool:
    """Whether a name is neither one word nor begins with an initial."""
    return not name.is_short and not name.is_initialled


def filed_apart(block: str, name: str) -> frozenset[str]:
    """The blocks in which a name of a crowd is linked: one for each given name, or the one of what is short."""
    parsed, key = person_name(name), block.removeprefix(SURNAME)
    if not is_whole(parsed):
        return frozenset([f"{SHORT}{key}"])
    words = [word for word in parsed.words if all(sound(part) != key for part in (word, *halves(word)))]
    given = {each for word in words if len(word) > 1 for each in classes(word)}
    return frozenset(f"{GIVEN}{key} {each}" for each in (*given, "".join(words).replace("-", "")))


def found_by(block: str, name: str, figures: Iterable[Figure]) -> frozenset[str]:
    """What a whole name of a crowd can be found by: its surname as it is spelt, its first letter, and what its articles
    say of it.
    """
    parsed, key = person_name(name), block.removeprefix(SURNAME)
    spelt = {
        spelling(part) for word in surnames(parsed) for part in (word, *halves(word)) if sound(part) == key
    }
    own = {f"{AMONG}{key} ={each}" for each in spelt} | {f"{AMONG}{key} {parsed.words[0][0]}."}
    return frozenset(own).union(*(told_by(block, figure) for figure in figures))


def told_by(block: str, figure: Figure) -> frozenset[str]:
    """What one article says of somebody: the words of the roles, and who stands beside; a name only as a digest."""
    key = block.removeprefix(SURNAME)
    words = {word for role in figure.roles for word in role_words(role).words}
    beside = {blake2b(each.encode(), digest_size=8).hexdigest() for each in figure.companions}
    return frozenset(
        [f"{AMONG}{key} +{each}" for each in words] + [f"{AMONG}{key} @{each}" for each in beside]
    )


def bearers(block: str, figure: Figure, crowd: Crowd) -> tuple[Sequence[Known], bool]:
    """Who of a crowd may be meant by what is shorter than a name; and whether these are all that may."""
    parsed, key = person_name(figure.name), block.removeprefix(SURNAME)
    sign = f"{parsed.words[0]}." if parsed.is_initialled else f"={spelling(parsed.last)}"
    every = crowd.named(f"{AMONG}{key} {sign}")
    if every is not None:
        return crowd.known(every), True
    some = {name for each in sorted(told_by(block, figure)) for name in crowd.named(each) or ()}
    return crowd.known(sorted(some)), False
