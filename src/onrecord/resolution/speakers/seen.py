"""The names that the network saw: what they say of the runs of capitals that the rules see."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Name
from onrecord.resolution.speakers.kinds import Evidence
from onrecord.resolution.speakers.names import Run
from onrecord.resolution.speakers.words import Words

WEIGHT = 3.0
"""How much a name that the network is sure of counts as a sign of its kind, each time it stands in the text."""


@dataclass(frozen=True, slots=True)
class Place:
    """A name as places among the article's words (half open)."""

    begin: int
    end: int
    name: Name


class Seen:
    """The names that the network saw in an article, by the words that they stand on."""

    def __init__(self, words: Words, names: Sequence[Name]) -> None:
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

    def evidence(self, run: Run) -> Evidence:
        """What the network says of what the name of a run is the name of."""
        found: Evidence = defaultdict(float)
        for place in self.over(run.name, run.end):
            shared = min(run.end, place.end) - max(run.name, place.begin)
            found[place.name.kind] += WEIGHT * place.name.confidence * shared / (run.end - run.name)
        return found
