"""Links the figures of one block, persons whose names share a sound, to actors.

What comes out depends on the figures alone and not on their order: names are compared whole first, and joined where no
third bearer stands between them; what is shorter than a name is then given to whoever it fits, by the evidence of its
own article.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from onrecord.model import ActorId
from onrecord.resolution.actors.comparing import Likeness, likeness
from onrecord.resolution.actors.crowds import Crowd, bearers, is_whole
from onrecord.resolution.actors.figures import Evidence, Figure, Home, Linked, Suggestion, pair
from onrecord.resolution.actors.gathering import (
    ONLY_ONE,
    Gathered,
    are_namesakes,
    chance,
    gather,
    signs,
    total,
    united,
    weight_of,
)
from onrecord.resolution.actors.given import classes
from onrecord.resolution.actors.joining import Apart, Joining
from onrecord.resolution.actors.names import PersonName, person_name

ENOUGH = 1.5
"""What the evidence must weigh for a short name to be given to somebody."""

NEAR_ENOUGH = 4.0
"""The same for two whole names that are near and no variants: grynboym and grynbaum, in one office and company."""

MARGIN = 1.0
"""By how much the best must lead the second."""

_SUGGESTED = 3
"""Suggestions for one name at most: a list of hundreds helps nobody."""


def link_people(figures: Iterable[Figure], apart: Apart, merged: Mapping[ActorId, ActorId]) -> Linked:
    """Who the figures of a block are.  `apart` and `merged` are what people decided: see `Joining`."""
    return _Block(figures, apart, merged).linked()


def place_among(
    block: str, figures: Iterable[Figure], crowd: Crowd, apart: Apart, merged: Mapping[ActorId, ActorId]
) -> Linked:
    """Who of a crowd is meant by figures whose names are shorter than a name; whole names among them are left out."""
    return _Block(figures, apart, merged).placed(block, crowd)


class _Block:
    """The figures of a block, by name, while they are linked."""

    def __init__(self, figures: Iterable[Figure], apart: Apart, merged: Mapping[ActorId, ActorId]) -> None:
        by_name: dict[PersonName, list[Figure]] = defaultdict(list)
        for one in figures:
            by_name[person_name(one.name)].append(one)
        names = sorted(by_name, key=lambda name: (name.words, name.rank, name.born))
        gathered = [each for name in names for each in gather(by_name[name])]
        self.whole = [one for one in gathered if is_whole(one.name)]
        self.initialled = [one for one in gathered if one.name.is_initialled]
        self.short = [one for one in gathered if one.name.is_short]
        self.joining = Joining(apart, merged)
        self.homes: dict[Figure, Home] = {}
        self.suggested: dict[tuple[Home, Home], Suggestion] = {}

    def linked(self) -> Linked:
        """Whole names first, then initials, then what is shorter."""
        for one in self.whole:
            self._settle(one, one.home)
        self._join_whole()
        for some in (self.initialled, self.short):
            known = self._clusters() if some else []
            for one in some:
                self._place(one, known)
        return self._shown()

    def placed(self, block: str, crowd: Crowd) -> Linked:
        """What is shorter than a name alone, each figure weighed against those of the crowd whom its article tells."""
        for one in (*self.initialled, *self.short):
            for figure in one.figures:
                known, are_all = bearers(block, figure, crowd)
                places, is_whole_surname = self._fitting(one, [each.gathered for each in known])
                fitting = [known[at] for at in places]
                if are_all and not fitting:
                    self._settle(one, one.home)
                    break  # that was told by the name: it holds for all its figures
                for each in fitting:
                    self.joining.know(each.homes)
                self._place_figure(
                    Gathered(one.name, one.home, (figure,)),
                    figure,
                    [each.gathered for each in fitting],
                    alone=are_all and len(fitting) == 1 and is_whole_surname,
                )
        return self._shown()

    def _shown(self) -> Linked:
        shown = sorted(self.suggested.values(), key=lambda one: (-one.score, one.one, one.other))
        return Linked(homes=self.homes, joined=self.joining.joined, suggestions=tuple(shown))

    def _settle(self, one: Gathered, home: Home) -> None:
        """Give all figures of a name to a home; a way of writing it is a home too, and one with it."""
        self.joining.add(home)
        for figure in one.figures:
            own = Home(name=figure.name, type=figure.type, note=home.note)
            self.joining.add(own)
            self.joining.join(own, home, 1.0)
            self.homes[figure] = own

    def _join_whole(self) -> None:
        pairs = {(a, b): found for a, b, found in self._alike()}
        around: dict[int, set[int]] = defaultdict(set)
        for a, b in pairs:
            around[a].add(b)
            around[b].add(a)
        ranked = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
        for (a, b), found in ranked:
            one, other = self.whole[a], self.whole[b]
            if are_namesakes(one, other):
                continue
            rivals = [c for c in around[a] - {b} if self._differ(c, b)] + [
                c for c in around[b] - {a} if self._differ(c, a)
            ]
            evidence = signs(one, other, alone=not rivals)
            enough = total(evidence) >= (ENOUGH if found >= Likeness.VARIANT else NEAR_ENOUGH)
            if enough and not rivals and self.joining.join(one.home, other.home, chance(total(evidence))):
                continue
            self._suggest(one, other, evidence)

    def _alike(self) -> Iterator[tuple[int, int, Likeness]]:
        """The pairs of whole names that are at least near, found by a given name that they share."""
        filed: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self.whole):
            words = one.name.words
            near = {key for word in words for key in classes(word)}
            for key in sorted(near | {"".join(words).replace("-", "")}):
                filed[key].append(at)
        surnames = {key for one in self.whole for key in classes(one.name.last)}
        seen: set[tuple[int, int]] = set()
        for key, some in sorted(filed.items()):
            if key in surnames and len(some) > _MANY:
                continue  # the surname of the block itself: it tells nothing
            for place, a in enumerate(some):
                for b in some[place + 1 :]:
                    if (a, b) not in seen:
                        seen.add((a, b))
                        found = likeness(self.whole[a].name, self.whole[b].name)
                        if found > Likeness.DIFFERENT:
                            yield a, b, found

    def _differ(self, a: int, b: int) -> bool:
        one, other = self.whole[a], self.whole[b]
        return are_namesakes(one, other) or likeness(one.name, other.name) < Likeness.SHORT

    def _clusters(self) -> list[Gathered]:
        """Those known so far, each with all its names and figures."""
        by_home: dict[Home, list[Figure]] = defaultdict(list)
        for figure, home in self.homes.items():
            by_home[home].append(figure)
        found = []
        for group in self.joining.groups():
            parts = [
                Gathered(person_name(home.name), home, tuple(by_home[home]))
                for home in group
                if by_home[home]
            ]
            if parts:
                parts.sort(key=lambda one: (-len(one.name.words), one.home))
                found.append(united(parts))
        return sorted(found, key=lambda one: one.home)

    def _place(self, one: Gathered, known: Sequence[Gathered]) -> None:
        """Give the figures of a short name each to one of those known, or keep them."""
        places, is_whole_surname = self._fitting(one, known)
        if not places:
            self._settle(one, one.home)
            return
        fitting = [known[at] for at in places]
        alone = len(fitting) == 1 and is_whole_surname
        for figure in one.figures:
            self._place_figure(Gathered(one.name, one.home, (figure,)), figure, fitting, alone=alone)

    def _fitting(self, one: Gathered, known: Sequence[Gathered]) -> tuple[list[int], bool]:
        """Where among those known they stand whom a short name may mean, and whether it is a whole surname of theirs.

        Half of a double surname means its bearer only where nobody bears it whole, and then not by the name alone.
        """
        found = [
            max(likeness(one.name, person_name(name)) for name in {each.name for each in other.figures})
            for other in known
        ]
        if whole := [at for at, how in enumerate(found) if how >= Likeness.SHORT]:
            return whole, True
        return [at for at, how in enumerate(found) if how is Likeness.HALF], False

    def _place_figure(
        self, one: Gathered, figure: Figure, fitting: Sequence[Gathered], *, alone: bool
    ) -> None:
        own = self._own_home(figure)
        weighed = nsmallest(
            _SUGGESTED,
            (
                (weight_of(one, other, alone=alone), other)
                for other in fitting
                if all(map(self.joining.may_be, (own, one.home, Home(name=figure.name, type=figure.type))))
            ),
            key=lambda each: (-each[0], each[1].home),
        )
        if weighed:
            best, second = weighed[0], weighed[1] if len(weighed) > 1 else None
            if best[0] >= ENOUGH and (second is None or best[0] - second[0] >= MARGIN):
                self.homes[figure] = best[1].home
                return
        self.joining.add(own)
        self.homes[figure] = own
        for weight, other in weighed:
            if weight > 0 or len(weighed) == 1:
                evidence = signs(one, other, alone=alone)
                self._note(Suggestion(one=own, other=other.home, score=chance(weight), evidence=evidence))

    def _own_home(self, figure: Figure) -> Home:
        """Where somebody else bears the name, a short name is of its own article alone."""
        note = "" if person_name(figure.name).is_initialled else f"in {figure.article}"
        return Home(name=figure.name, type=figure.type, note=note)

    def _suggest(self, one: Gathered, other: Gathered, evidence: tuple[Evidence, ...]) -> None:
        if total(evidence) > -ONLY_ONE and self.joining.may(one.home, other.home):
            self._note(
                Suggestion(
                    one=one.home, other=other.home, score=chance(total(evidence) - 1), evidence=evidence
                )
            )

    def _note(self, suggestion: Suggestion) -> None:
        self.suggested.setdefault(pair(suggestion.one, suggestion.other), suggestion)


_MANY = 40
"""Names that share a word: beyond that the word is a surname that many bear."""
