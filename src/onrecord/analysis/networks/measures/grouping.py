"""Coalitions of a debate by any method, with their modularity and how stable they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from onrecord.analysis.networks.counts import Counts
from onrecord.analysis.networks.measures.coalitions import (
    STARTS,
    Beyond,
    as_shown,
    belonging,
    best_groups,
    numbered,
)
from onrecord.analysis.networks.measures.profiles import by_k_means, by_linkage, profile_distances
from onrecord.analysis.networks.measures.sampling import Doubt, Sample, ends
from onrecord.analysis.networks.measures.stability import Stability, stability
from onrecord.analysis.networks.measures.weights import (
    among_nodes,
    nodes_of,
    refuse_many,
    signed,
    statements_of,
)
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Flags, Floats, Ints, Table
from onrecord.analysis.networks.weighing import Study
from onrecord.errors import UsageError
from onrecord.model.network import Node

Method = Literal["louvain", "kmeans", "hierarchical"]

MOST_GROUPS = 6
"""Of k-means and hierarchical groups from 2 to so many are tried where no number is given."""

MOST_NODES = 2_000
MOST_DRAWN = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """The group of each node from 0, the largest first; None for who is in no group of two or more.

    Where doubt was asked for: `stability` over other articles and `survival` over
    wrong codes, whose groups are in the order of these, and `interval`, the ends of the modularity with the groups
    held, over articles and then over codes.
    """

    nodes: tuple[Node, ...]
    groups: tuple[int | None, ...]
    modularity: float
    stability: Stability | None = None
    survival: Stability | None = None
    interval: tuple[float, float, float, float] | None = None


def grouping(
    table: Table,
    settings: Settings,
    *,
    method: Method = "louvain",
    count: int | None = None,
    seed: int = 1,
    doubt: Doubt | None = None,
) -> Grouping:
    """The groups that the method finds; of k-means and hierarchical ones those with the greatest modularity.

    louvain groups all nodes by their ties, the others the rows by what they say (`measures.profiles`), into `count`
    groups or 2 to `MOST_GROUPS`.  `doubt` is of a `Sample` of the same study.  UsageError where there are fewer rows
    than groups, or too many to look at.
    """
    sample = Sample(Study.of(table, settings)) if doubt is None else doubt.sample
    search = _Search(sample, method, count, seed)
    counts = sample.counts()
    nodes = nodes_of(sample.study)
    most = MOST_NODES if doubt is None else MOST_DRAWN
    refuse_many(len(nodes), most, "coalitions", drawn=doubt is not None)
    search.refuse()
    weights = search.weights(counts)
    groups = search.groups(counts, STARTS)
    beyond = search.beyond(weights)
    belong = search.present(counts) & search.belonging(weights, groups)
    shown = as_shown(groups, belong)
    found = Grouping(
        nodes=nodes, groups=numbered(groups, belong), modularity=round(beyond.modularity(shown), 9)
    )
    return found if doubt is None else _with_doubt(found, search, groups, shown, doubt)


class _Search:
    """How the groups of a study, or of a draw of it, are looked for."""

    def __init__(self, sample: Sample, method: Method, count: int | None, seed: int) -> None:
        self._sample, self._method, self._count, self._seed = sample, method, count, seed
        study = sample.study
        self._settings, self.by_profile = study.settings, method != "louvain"
        self._rows = len(study.row_side.nodes)

    def refuse(self) -> None:
        """Raise UsageError where the method cannot group these."""
        if not self.by_profile:
            if self._count is not None:
                raise UsageError(
                    "Louvain's method finds itself how many groups there are: leave --groups away, or take --method "
                    "kmeans or hierarchical",
                    code="network-settings",
                )
            return
        if self._settings.mode == "two":
            raise UsageError(
                f"--method {self._method} groups rows alone: take --mode one, or --method louvain",
                code="network-settings",
            )
        if self._rows < (self._count or 2):
            raise UsageError(
                f"{self._rows} {'row' if self._rows == 1 else 'rows'} cannot be put into {self._count or 2} groups: "
                "take fewer --groups, or more statements",
                code="network-settings",
            )

    def weights(self, counts: Counts) -> Floats:
        """What brings nodes together, and below 0 what sets them apart."""
        ties = signed(self._sample.matrix(counts), self._settings.aggregation)
        return among_nodes(ties, self._settings.mode)

    def beyond(self, weights: Floats) -> Beyond:
        """The ties beyond chance."""
        return Beyond(weights, self._rows if self._settings.mode == "two" else None)

    def present(self, counts: Counts) -> Flags:
        """The nodes that have a statement."""
        said: Flags = statements_of(self._sample.study, counts) > 0
        return said

    def belonging(self, weights: Floats, groups: Ints) -> Flags:
        """The nodes that belong to their group: by what they say all of them."""
        if self.by_profile:
            return np.ones(len(groups), dtype=np.bool_)
        return belonging(weights, groups, self._settings.aggregation)

    def groups(self, counts: Counts, starts: int) -> Ints:
        """The group of each node."""
        random = np.random.default_rng(self._seed)
        beyond = self.beyond(self.weights(counts))
        if not self.by_profile:
            return best_groups(beyond, random, starts)
        sizes = range(2, min(MOST_GROUPS, self._rows - 1) + 1) if self._count is None else (self._count,)
        return _best(beyond, list(self._tried(counts, list(sizes) or [2], random, starts)))

    def _tried(
        self, counts: Counts, sizes: Sequence[int], random: np.random.Generator, starts: int
    ) -> Iterable[Ints]:
        apart = profile_distances(counts)
        if self._method == "kmeans":
            return by_k_means(apart, sizes, random, starts)
        if max(sizes) == self._rows:
            return [np.arange(self._rows)]
        return by_linkage(apart, sizes)


def _best(beyond: Beyond, tried: Sequence[Ints]) -> Ints:
    """The grouping of the greatest modularity, of equal ones the first."""
    return tried[max(range(len(tried)), key=lambda at: (round(beyond.modularity(tried[at]), 12), -at))]


def _with_doubt(found: Grouping, search: _Search, groups: Ints, shown: Ints, doubt: Doubt) -> Grouping:
    held: list[tuple[float, float]] = []
    stable: list[Stability] = []
    for draws in (doubt.articles(), doubt.codes()):
        drawn = list(draws)
        held.append(_ends([search.beyond(search.weights(each)).modularity(shown) for each in drawn]))
        stable.append(
            stability(groups, ((search.groups(each, _FEW), search.present(each)) for each in drawn))
        )
    return replace(
        found,
        stability=_by_shown(stable[0], groups, found.groups),
        survival=_by_shown(stable[1], groups, found.groups),
        interval=(*held[0], *held[1]),
    )


_FEW = 3  # starts that are tried in a draw: there are hundreds


def _ends(values: Sequence[float]) -> tuple[float, float]:
    low, high = ends(np.array(values))
    return round(float(low), 9), round(float(high), 9)


def _by_shown(stable: Stability, groups: Ints, shown: Sequence[int | None]) -> Stability:
    """The stability by the groups' shown numbers, without those of a single node."""
    number = {group: named for group, named in zip(groups.tolist(), shown, strict=True) if named is not None}
    by_number = {named: stable.groups[group] for group, named in number.items()}
    return replace(stable, groups=tuple(by_number[named] for named in sorted(by_number)))
