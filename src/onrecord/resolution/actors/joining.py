"""Which homes are one: joined pair by pair, never two that a person has told apart."""

from collections.abc import Iterable, Mapping

from onrecord.model import ActorId
from onrecord.resolution.actors.figures import Home, pair

Apart = frozenset[frozenset[ActorId]]
"""Pairs of ids that a person has said are two."""


class Joining:
    """Groups of homes.  `one` gives, for ids that people merged, the id that stands for all of them."""

    def __init__(self, apart: Apart, one: Mapping[ActorId, ActorId]) -> None:
        self._apart = apart
        self._one = one
        self._told = frozenset(each for two in apart for each in two)
        self._group: dict[Home, int] = {}
        self._members: dict[int, list[Home]] = {}
        self._of_merged: dict[ActorId, Home] = {}
        self.joined: dict[tuple[Home, Home], float] = {}

    def add(self, home: Home) -> None:
        """A home, alone at first but for those that people merged with it."""
        if home in self._group:
            return
        number = len(self._group)
        self._group[home], self._members[number] = number, [home]
        stands = self._one.get(home.id) if self._one else None
        if stands is not None:
            self._unite(self._of_merged.setdefault(stands, home), home)

    def know(self, homes: Iterable[Home]) -> None:
        """Take homes for one that were joined elsewhere, without saying that it was done here."""
        first, *others = homes
        self.add(first)
        for home in others:
            self.add(home)
            self._unite(first, home)

    def members(self, home: Home) -> list[Home]:
        """All that are one with it."""
        return self._members[self._group[home]]

    def are_one(self, one: Home, other: Home) -> bool:
        """Whether they are joined."""
        return self._group[one] == self._group[other]

    def may(self, one: Home, other: Home) -> bool:
        """Whether no person has told any of the one's apart from any of the other's."""
        if not self._told:
            return True
        some = [home.id for home in self.members(one) if home.id in self._told]
        others = [home.id for home in self.members(other) if home.id in self._told]
        return not any(frozenset((a, b)) in self._apart for a in some for b in others)

    def may_be(self, actor: Home) -> bool:
        """Whether that one, joined or not, may be taken for another: not where a person has told it apart from
        somebody.

        Who else is given to that other, elsewhere and by another part of the name, is not known here, and may be the
        very one that it was told apart from.
        """
        return actor.id not in self._told

    def join(self, one: Home, other: Home, score: float) -> bool:
        """Make them one, if nobody has told them apart; whether they are one now."""
        if self.are_one(one, other):
            return True
        if not self.may(one, other):
            return False
        self.joined[pair(one, other)] = score
        self._unite(one, other)
        return True

    def groups(self) -> Iterable[list[Home]]:
        """The groups, each in order."""
        return (sorted(members) for _, members in sorted(self._members.items()))

    def _unite(self, one: Home, other: Home) -> None:
        keep, gone = sorted(
            (self._group[one], self._group[other]), key=lambda each: (-len(self._members[each]), each)
        )
        if keep == gone:
            return
        for home in self._members[gone]:
            self._group[home] = keep
        self._members[keep] += self._members.pop(gone)
