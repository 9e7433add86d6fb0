"""The names that the network saw: what they say of the runs of capitals that the rules see."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Name
from onrecord.resolution.speakers.kinds import Evidence
from onrecord.resolution.speakers.lexicon.given import given_names
from onrecord.resolution.speakers.lexicon.grammar import PARTICLES
from onrecord.resolution.speakers.names import Run
from onrecord.resolution.speakers.words import Word, Words, is_initial

WEIGHT = 2.0
"""How much a name that the network is sure of counts as a sign of its kind, each time it stands in the text: of 0.5, 1,
2 and 3 the best for speakers on the dev debates that is no worse for chains in real news (docs/decisions/0033)."""

_CERTAIN = 0.9
"""From this confidence on a name that the network saw says where a name begins."""


@dataclass(frozen=True, slots=True)
class Place:
    """A name as places among the article's words (half open)."""

    begin: int
    end: int
    name: Name


class Seen:
    """The names that the network saw in an article, by the words that they stand on."""

    def __init__(self, words: Words, names: Sequence[Name]) -> None:
        self._words = words
        starts = [word.start for word in words.words]
        self._places: list[Place] = []
        for name in sorted(names, key=lambda one: one.span):
            begin = max(bisect_right(starts, name.span.start) - 1, 0)
            end = bisect_right(starts, name.span.end - 1)
            if begin < end and words.words[begin].end > name.span.start:
                self._places.append(Place(begin, end, name))
        self._begins = [place.begin for place in self._places]
        self._ends = [place.end for place in self._places]

    def over(self, begin: int, end: int) -> list[Place]:
        """The names that share a word with those from `begin` to `end`."""
        return self._places[bisect_right(self._ends, begin) : bisect_left(self._begins, end)]

    def begin_of_person(self, run: Run) -> int:
        """Where the name of a run begins: further on where the network is sure that a person's name of two words or
        more ends it, and none of a person's stands before that ("on the steps of the Chamber Mara Quell read").
        """
        for place in self.over(run.name, run.end):
            if (
                place.name.kind == "person"
                and place.name.confidence >= _CERTAIN
                and place.end == run.end
                and place.begin > run.name
                and place.end - place.begin > 1
                and not any(_is_of_person(word) for word in self._words.words[run.name : place.begin])
            ):
                return place.begin
        return run.name

    def in_line(self, begin: int, end: int) -> list[Run]:
        """The names of persons and bodies that the network is sure of among these words."""
        return [
            Run(place.begin, place.begin, place.end)
            for place in self.over(begin, end)
            if place.name.confidence >= _CERTAIN
            and begin <= place.begin
            and place.end <= end
            and all(self._words.words[at].capital for at in (place.begin, place.end - 1))
        ]

    def evidence(self, run: Run) -> Evidence:
        """What the network says of what the name of a run is the name of."""
        found: Evidence = defaultdict(float)
        for place in self.over(run.name, run.end):
            shared = min(run.end, place.end) - max(run.name, place.begin)
            found[place.name.kind] += WEIGHT * place.name.confidence * shared / (run.end - run.name)
        return found


def _is_of_person(word: Word) -> bool:
    return word.low in given_names() or word.low in PARTICLES or is_initial(word) or not word.letters
