"""Links organisations, outlets and groups: by their words, and an abbreviation where one alone fits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from onrecord.model import ActorId
from onrecord.resolution.actors.figures import Evidence, Figure, Home, Linked, Suggestion
from onrecord.resolution.actors.gathering import home_of
from onrecord.resolution.actors.joining import Apart, Joining
from onrecord.resolution.actors.spelling import folded

_SMALL = frozenset(("of", "the", "and", "for", "on", "in", "to", "&", "a", "de", "du", "des", "der"))
_COMPANY = frozenset(
    "inc ltd plc llc gmbh corp corporation co company ag sa nv ab limited incorporated holdings group".split()
)
_LONGEST = 20


@lru_cache(maxsize=65_536)
def body_words(name: str) -> tuple[str, ...]:
    """The words that make an organisation's name: without article, legal form and dots (U.N. is un)."""
    words = [word.replace(".", "") for word in folded(name)][:_LONGEST]
    while len(words) > 1 and words[0] in ("the", "a"):
        del words[0]
    while len(words) > 1 and words[-1] in _COMPANY:
        del words[-1]
    return tuple(words)


def abbreviation(words: tuple[str, ...]) -> str:
    """The first letters of the words that are not small."""
    return "".join(word[0] for word in words if word not in _SMALL)


def body_keys(name: str) -> frozenset[str]:
    """What a name is filed under: all its words, and what it would be abbreviated to."""
    words = body_words(name)
    if not words:
        return frozenset()
    return frozenset([" ".join(words), abbreviation(words)] if len(words) > 2 else [" ".join(words)])


def link_bodies(figures: Iterable[Figure], apart: Apart, merged: Mapping[ActorId, ActorId]) -> Linked:
    """Who the figures of a block are: one name is one body; an abbreviation waits for a person to say so.

    Within an article resolution has spelt abbreviations out already, where the article does.
    """
    by_words: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for one in figures:
        by_words[body_words(one.name)].append(one)
    joining, homes = Joining(apart, merged), dict[Figure, Home]()
    known: dict[tuple[str, ...], Home] = {}
    for words, some in sorted(by_words.items()):
        home = known[words] = home_of(some, "")
        joining.add(home)
        for figure in sorted(some, key=lambda one: (one.name, one.type, one.article)):
            own = homes[figure] = Home(name=figure.name, type=figure.type)
            joining.add(own)
            joining.join(own, home, 1.0)
    return Linked(homes=homes, joined=joining.joined, suggestions=tuple(_abbreviated(known, joining)))


def _abbreviated(known: Mapping[tuple[str, ...], Home], joining: Joining) -> Iterable[Suggestion]:
    several = sum(len(words) > 2 for words in known) > 1
    for words, home in known.items():
        if (
            len(words) > 2
            and (short := known.get((abbreviation(words),))) is not None
            and joining.may(short, home)
        ):
            evidence = Evidence(words=f"{short.name} are its first letters", weight=0.5 if several else 1.0)
            yield Suggestion(one=short, other=home, score=0.5 if several else 0.7, evidence=(evidence,))
