"""A crowd in memory: the figures of one surname's block, found by what they are filed under."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.resolution.actors import crowds
from onrecord.resolution.actors.crowds import Known, Name, found_by, is_whole
from onrecord.resolution.actors.figures import Figure, Home
from onrecord.resolution.actors.gathering import Gathered, united
from onrecord.resolution.actors.joining import Joining
from onrecord.resolution.actors.names import person_name


class Gathering:
    """The `Crowd` of a block; `homes` and `joining` say how its whole names were linked."""

    def __init__(
        self, block: str, figures: Iterable[Figure], homes: Mapping[Figure, Home], joining: Joining
    ) -> None:
        self._by_name: dict[Name, list[Figure]] = defaultdict(list)
        for one in figures:
            if is_whole(person_name(one.name)):
                self._by_name[one.name, one.type].append(one)
        self._by_key: dict[str, list[Name]] = defaultdict(list)
        for name, some in sorted(self._by_name.items()):
            for key in found_by(block, name[0], some):
                self._by_key[key].append(name)
        self._homes, self._joining = homes, joining
        self._held: dict[Home, list[Figure]] = defaultdict(list)
        for figure, home in homes.items():
            if is_whole(person_name(figure.name)):
                self._held[home].append(figure)

    def named(self, key: str) -> Sequence[Name] | None:
        """The whole names that are filed under a key, in order; None where they are more than `CROWD`."""
        found = self._by_key.get(key, [])
        return found if len(found) <= crowds.CROWD else None

    def known(self, names: Iterable[Name]) -> Sequence[Known]:
        """The actors that go by any of these names, in the order of their homes."""
        groups = {
            tuple(sorted(self._joining.members(self._homes[one])))
            for name in names
            for one in self._by_name[name]
        }
        found = [known_of({home: self._held[home] for home in group if self._held[home]}) for group in groups]
        return sorted(found, key=lambda one: one.gathered.home)


def known_of(held: Mapping[Home, Sequence[Figure]]) -> Known:
    """One actor, by the figures of each of its homes: the one with the most words gives name and home."""
    parts = [Gathered(person_name(home.name), home, tuple(some)) for home, some in held.items()]
    parts.sort(key=lambda one: (-len(one.name.words), one.home))
    return Known(united(parts), tuple(one.home for one in parts))
