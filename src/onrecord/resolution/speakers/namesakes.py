"""Two of one name in one article: which namings are whose, where the article tells them apart.

A name stands for one person unless the article says otherwise, in words ("no relation to the judge") or by calling the
one *Sir James* and the other *Mr Lowther*: whoever writes the first never writes the second of the same man.  That one
naming has a title or role that another has not says nothing: headlines and captions leave it out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.resolution.speakers.entities import Entity, Key
from onrecord.resolution.speakers.lexicon.roles import COMMON_TITLES, TITLES_OF_RANK
from onrecord.resolution.speakers.names import Run
from onrecord.resolution.speakers.namings import Naming
from onrecord.resolution.speakers.words import Words

_APART = re.compile(
    r"\b(?:not|never|isn[’']t|aren[’']t)\s+related\b|\bunrelated\b|\bno\s+relation\b|\bnamesakes?\b"
    r"|\bof\s+the\s+same\s+name\b|\bnot\s+to\s+be\s+(?:confused|mistaken)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Two bearers of a name, 0 and 1: what marks each (see `Entity.mark`), and whose the namings are that show it, by
    the place where each begins.
    """

    marks: tuple[str, str]
    whose: dict[int, int]


def titles_before(words: Words, run: Run) -> frozenset[str]:
    """The titles before a name: "sir", "mr"."""
    return frozenset(word.low.rstrip(".") for word in words.words[run.begin : run.name])


def namesakes_in(words: Words, namings: Iterable[Naming]) -> dict[Key, Namesakes]:
    """The whole names that two bear in an article, as it says itself."""
    by_key: dict[Key, list[Naming]] = defaultdict(list)
    surnames: dict[str, set[Key]] = defaultdict(set)
    for naming in namings:
        by_key[naming.key].append(naming)
        if len(naming.key) > 1:
            surnames[naming.key[-1]].add(naming.key)
    found: dict[Key, Namesakes] = {}
    for key, some in by_key.items():
        # Of two Orles with given names of their own it is clear who is not whose relation.
        if len(key) > 1 and len(some) > 1 and len(surnames[key[-1]]) == 1:
            two = _by_title(words, some) or _by_role(some)
            if two and (_are_said_apart(words, key) or _are_called_apart(words, key, two, by_key)):
                found[key] = two
    return found


def by_title(words: Words, run: Run, fitting: list[Entity]) -> list[Entity]:
    """Of namesakes the one who goes by the title before a name, or by none: "Mr Lowther" is no Sir."""
    said = titles_before(words, run)
    of_rank = bool(said & TITLES_OF_RANK)
    is_told = of_rank or bool(said & COMMON_TITLES) or run.end - run.name > 1
    if not is_told or not any(_is_of_rank(one) for one in fitting):
        return fitting
    return [one for one in fitting if _is_of_rank(one) == of_rank] or fitting


def _is_of_rank(entity: Entity) -> bool:
    return entity.mark.lower() in TITLES_OF_RANK


def _by_title(words: Words, namings: Sequence[Naming]) -> Namesakes | None:
    """Those with a title of rank, and those without that have a role of their own."""
    ranked = [one for one in namings if titles_before(words, one.run) & TITLES_OF_RANK]
    if not ranked:
        return None
    first = words.words[ranked[0].run.begin : ranked[0].run.name]
    title = next(word.text for word in first if word.low.rstrip(".") in TITLES_OF_RANK)
    heads = {title.head for one in ranked for title in one.titles}
    whose = {one.run.begin: 0 for one in ranked}
    for one in namings:
        own = {title.head for title in one.titles}
        if own and one.run.begin not in whose:
            whose[one.run.begin] = 0 if own & heads else 1
    return Namesakes((title, ""), whose) if 1 in whose.values() else None


def _by_role(namings: Sequence[Naming]) -> Namesakes | None:
    """Those with the roles of the first that has one, and those that have others."""
    heads: set[str] = set()
    whose: dict[int, int] = {}
    mark = ""
    for one in namings:
        own = {title.head for title in one.titles}
        if own and (not heads or own & heads):
            whose[one.run.begin] = 0
            heads |= own
        elif own:
            whose[one.run.begin] = 1
            mark = mark or f"({one.titles[0].head})"
    return Namesakes(("", mark), whose) if mark else None


def _are_said_apart(words: Words, key: Key) -> bool:
    """Whether a sentence with the surname says that two are no relations, or but of one name."""
    for sentence in words.sentences:
        shown = words.words[sentence.begin : sentence.end]
        if any(word.low in (key[-1], f"{key[-1]}s") for word in shown) and _APART.search(
            words.text, shown[0].start, shown[-1].end
        ):
            return True
    return False


def _are_called_apart(words: Words, key: Key, two: Namesakes, by_key: dict[Key, list[Naming]]) -> bool:
    """Whether the one is called by rank and given name, and the other Mr, Mrs or Ms: "Sir James", "Mr Lowther"."""
    by_rank = any(titles_before(words, one.run) & TITLES_OF_RANK for one in by_key.get(key[:1], ()))
    common = any(
        titles_before(words, one.run) & COMMON_TITLES
        for short in (key, key[-1:])
        for one in by_key.get(short, ())
    )
    return bool(two.marks[0]) and by_rank and common
