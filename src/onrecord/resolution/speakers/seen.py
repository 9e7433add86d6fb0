"""The names that the network saw, beside the runs of capitals that the rules see."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Name
from onrecord.resolution.speakers.kinds import Evidence
from onrecord.resolution.speakers.names import Run
from onrecord.resolution.speakers.words import Words

WEIGHT = 3.0
"""How much a name that the network is sure of counts as a sign of its kind, each time it stands in the text."""
_SURE = 0.8
_LIKELY = 0.6


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
        self._ends = [place.end for place in self._places]
        self._words = words

    def over(self, begin: int, end: int) -> list[Place]:
        """The names that share a word with those from `begin` to `end`."""
        first = bisect_right(self._ends, begin)
        found = []
        for place in self._places[first:]:
            if place.begin >= end:
                break
            found.append(place)
        return found

    def evidence(self, run: Run) -> Evidence:
        """What the network says of what the name of a run is the name of."""
        found: Evidence = defaultdict(float)
        for place in self.over(run.name, run.end):
            shared = min(run.end, place.end) - max(run.name, place.begin)
            found[place.name.kind] += WEIGHT * place.name.confidence * shared / (run.end - run.name)
        return found

    def bounded(self, runs: Sequence[Run]) -> list[Run]:
        """The runs with the borders that the network is sure of, and a run for each name that no run is for."""
        made = [part for run in runs for part in self._bounded(run)]
        taken = {at for run in made for at in range(run.begin, run.end)}
        made += [
            Run(place.begin, place.begin, place.end)
            for place in self._places
            if place.name.confidence >= _LIKELY
            and self._is_capital(place)
            and taken.isdisjoint(range(place.begin, place.end))
        ]
        return sorted(made, key=lambda run: run.begin)

    def _bounded(self, run: Run) -> list[Run]:
        """A run of more than one name, or with words beside the only one, as its names."""
        if not run.named:
            return [run]
        inside = [
            place
            for place in self.over(run.name, run.end)
            if place.begin >= run.begin and place.end <= run.end and place.name.confidence >= _SURE
        ]
        if not inside or (inside[0].begin <= run.name and inside[-1].end == run.end and len(inside) == 1):
            return [run]
        return [
            Run(run.begin if number == 0 else place.begin, place.begin, place.end)
            for number, place in enumerate(inside)
        ]

    def _is_capital(self, place: Place) -> bool:
        return self._words.words[place.begin].capital and self._words.words[place.begin].letters
