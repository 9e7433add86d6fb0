"""What linking takes and gives: those who speak in an article, or pass on, or are told; and the actors they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.model import ActorId, ActorType, ArticleId, Speaker, actor_id
from onrecord.resolution.actors.spelling import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Somebody in one article, under the fullest name that it gives.

    `roles` as the article words them; `day` is its date of publication (ISO 8601), None where it has none;
    `companions` are the whole names of the others in it.
    """

    article: ArticleId
    name: str
    type: ActorType
    roles: tuple[str, ...] = ()
    day: str | None = None
    outlet: str | None = None
    companions: frozenset[str] = frozenset()


CROWD = 60
"""Beyond so many speakers in one article it says nothing who stands beside whom."""


def figures_of(
    article: ArticleId,
    speakers: Iterable[Speaker],
    others: Iterable[tuple[str, ActorType]] = (),
    *,
    day: str | None = None,
    outlet: str | None = None,
) -> list[Figure]:
    """Those who speak in an article, each once, by name and type; unnamed sources are nobody's companions.

    `others` are name and type of those who pass on what is said, or are told: they stand beside the speakers, and are
    themselves nobody's companions.  That two outlets pass on much says nothing of who their speakers are.
    """
    roles: dict[tuple[str, ActorType], set[str]] = {}
    for one in speakers:
        said = roles.setdefault((one.name, one.type), set())
        said.update([one.role] if one.role else [])
    whole = {
        each: " ".join(words)
        for each in roles
        if each[1] != "unnamed" and (len(words := folded(each[0])) > 1 or each[1] != "person") and words
    }
    beside = whole if len(whole) <= CROWD else {}
    for each in others:
        roles.setdefault(each, set())
    return [
        Figure(
            article=article,
            name=name,
            type=kind,
            roles=tuple(sorted(said)),
            day=day,
            outlet=outlet,
            companions=frozenset(words for other, words in beside.items() if other != (name, kind)),
        )
        for (name, kind), said in sorted(roles.items())
    ]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Home:
    """An actor as first named: one name as it is written, its type, and a note that tells two of that name apart."""

    name: str
    type: ActorType
    note: str = ""

    @property
    def id(self) -> ActorId:
        """The id, the same as that of an actor whom a person makes with that name, type and note."""
        return _id(self.name, self.type, self.note)


@lru_cache(maxsize=65_536)
def _id(name: str, kind: ActorType, note: str) -> ActorId:
    return actor_id(name, kind, note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing that speaks for or against two being one: in words, and how much."""

    words: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two actors who may be one, with the score from 0 to 1 and what speaks for and against it."""

    one: Home
    other: Home
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking made of some figures.

    `homes` says who each figure is, `joined` which homes are one actor, each pair once and in order, with its score;
    `suggestions` waits for a person.
    """

    homes: Mapping[Figure, Home] = field(default_factory=dict)
    joined: Mapping[tuple[Home, Home], float] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()


def pair(one: Home, other: Home) -> tuple[Home, Home]:
    """Two homes in their order."""
    return (one, other) if one <= other else (other, one)
