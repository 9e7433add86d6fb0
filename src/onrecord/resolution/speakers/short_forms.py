"""Shorter and slightly wrong forms of names: an abbreviation that the article explains in brackets, a surname that it
spells in two ways."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from onrecord.resolution.speakers.entities import Entity, Key, fold
from onrecord.resolution.speakers.lexicon.given import given_names
from onrecord.resolution.speakers.names import Run
from onrecord.resolution.speakers.words import Words

_SHORT = re.compile(r"[A-Z][A-Za-z0-9&.\-]*[A-Z][A-Za-z]?\.?")
_BETWEEN = frozenset((",", "&", "’", "'"))
"""Marks within a name that an abbreviation is short for."""
_MOST_LETTERS = 10
_SHORTEST_SURNAME = 5


class Named(Protocol):
    """A place where a name stands."""

    @property
    def run(self) -> Run:
        """Its words."""
        ...

    @property
    def key(self) -> Key:
        """Its words folded."""
        ...


class Explained(NamedTuple):
    """A long form as places among the words (half open), and the key of its abbreviation."""

    begin: int
    end: int
    key: Key


def explained(words: Words) -> Iterator[Explained]:
    """The abbreviations that stand in brackets behind what they are short for, after Schwartz and Hearst (2003), "A
    simple algorithm for identifying abbreviation definitions in biomedical text": from the end on each letter is found
    in the words before the bracket, the first one where a word begins, among so many words as there are letters and
    five, or twice as many.
    """
    for at, word in enumerate(words.words[:-2]):
        short = words.words[at + 1]
        if (
            word.text == "("
            and words.words[at + 2].text in (")", ",", ";")
            and len(short.text) <= _MOST_LETTERS
            and _SHORT.fullmatch(short.text)
            and short.sentence == word.sentence
        ):
            begin = _begin(words, at, short.text)
            if begin is not None:
                yield Explained(begin, at, fold(short.text))


def _begin(words: Words, end: int, short: str) -> int | None:
    """Where the words begin that an abbreviation stands for; None where it fits none, or no name."""
    letters = [sign.lower() for sign in short if sign.isalnum()]
    most = min(len(letters) + 5, 2 * len(letters))
    first = words.words[end].sentence
    least = end
    while least > max(end - most, 0) and words.words[least - 1].sentence == first:
        least -= 1
    left = len(letters) - 1
    for at in range(end - 1, least - 1, -1):
        low = words.words[at].low
        if not low[0].isalnum() and low not in _BETWEEN:
            return None
        place = len(low) - 1
        while left > 0 and place > 0:
            if low[place] == letters[left]:
                left -= 1
            place -= 1
        if low[0] == letters[left]:
            if left == 0:
                return at if words.words[at].capital and end - at > 1 else None
            left -= 1
    return None


def is_misspelt(one: str, other: str) -> bool:
    """Whether two surnames of five letters and more differ by one letter, more, less, other, or in another order."""
    if min(len(one), len(other)) < _SHORTEST_SURNAME or one[0] != other[0] or one == other:
        return False
    short, long = sorted((one, other), key=len)
    at = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        swapped = short[:at] + short[at : at + 2][::-1] + short[at + 2 :]
        return short[at + 1 :] == long[at + 1 :] or swapped == long
    return len(long) - len(short) == 1 and short[at:] == long[at + 1 :]


def with_long_forms(runs: Sequence[Run], short: Sequence[Explained]) -> list[Run]:
    """The runs, which are in the order of the text, with each long form as one of them: "Tides, Wrecks and Moorings
    Board (TWMB)".
    """
    begins, ends = [run.begin for run in runs], [run.end for run in runs]
    left_out: set[int] = set()
    made: list[Run] = []
    for one in short:
        touching = range(bisect_right(ends, one.begin), bisect_left(begins, one.end))
        if not any(
            runs[at].named and runs[at].end == one.end and runs[at].name <= one.begin for at in touching
        ):
            left_out.update(touching)
            made.append(Run(one.begin, one.begin, one.end))
    return [run for at, run in enumerate(runs) if at not in left_out] + made


class Forms:
    """Which names of an article are shorter or other forms of longer ones, beyond what their words show.

    `long` gives the key of each abbreviation's long form.
    """

    def __init__(self, words: Words, namings: Sequence[Named], short: Sequence[Explained]) -> None:
        ends = {naming.run.end: naming.key for naming in namings}
        self.long = {one.key: ends[one.end] for one in short if one.end in ends and ends[one.end] != one.key}
        self._capitals: dict[Key, set[str]] = defaultdict(set)
        for naming in namings:
            shown = [word.text for word in words.words[naming.run.name : naming.run.end]]
            loud = {text for text in shown if text.isupper() and len(text) > 1}
            if loud and any(text[0].isalpha() and not text.isupper() for text in shown):
                self._capitals[naming.key].update(part for text in loud for part in fold(text))
        self._surnames: dict[str, list[tuple[str, Entity]]] = defaultdict(list)

    def are_apart(self, key: Key, entity: Entity) -> bool:
        """Whether a name is an abbreviation that is only one word of the other: "UN" in "UN Children's Fund"."""
        return len(key) == 1 and any(key[0] in self._capitals.get(one, ()) for one in entity.keys)

    def spelt(self, entity: Entity, key: Key) -> None:
        """Note a person's surname."""
        if len(key) > 1:
            for variant in _variants(key[-1]):
                self._surnames[variant].append((key[-1], entity))

    def misspelt(self, key: Key) -> list[Entity]:
        """Whose surname this is in another spelling, if it is one person's."""
        if len(key) != 1 or len(key[0]) < _SHORTEST_SURNAME or key[0] in given_names():
            return []
        near = {
            entity
            for variant in _variants(key[0])
            for surname, entity in self._surnames.get(variant, ())
            if is_misspelt(key[0], surname)
        }
        return list(near) if len(near) == 1 else []


def _variants(surname: str) -> Iterator[str]:
    """A surname, and what is left of it without each letter: two that differ by one letter have one of these in
    common.
    """
    yield surname
    yield from dict.fromkeys(surname[:at] + surname[at + 1 :] for at in range(len(surname)))
