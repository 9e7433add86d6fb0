"""How stable groups are: whether they are found again in other articles, or with some codes wrong.

The groups are looked for anew in each draw.  A group is as stable as the mean, over the draws, of its likeness to the
group most like it there: how many are in both, as a share of those in either (Hennig 2007, Computational Statistics and
Data Analysis 52, who calls groups below 0.6 not to be trusted and from 0.85 on highly stable).  A node is as stable as
the mean likeness of its group to the one that it is in there.  All groups together are compared by the adjusted Rand
index: 1 the same, 0 no more alike than chance makes (Hubert and Arabie 1985, Journal of Classification 2).  Nodes that
a draw leaves without a statement are left out of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from onrecord.analysis.networks.measures.sampling import ends
from onrecord.analysis.networks.table import Flags, Floats, Ints

Drawn = Iterable[tuple[Ints, Flags]]
"""For each draw the group of every node, and which nodes are in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stability:
    """By node and by group, 0 to 1; `alike` is the mean adjusted Rand index with its interval over the draws.

    None for a node that no draw has.
    """

    nodes: tuple[float | None, ...]
    groups: tuple[float | None, ...]
    alike: float
    low: float
    high: float


def stability(groups: Ints, drawn: Drawn) -> Stability:
    """How stable the grouping is; `groups` numbers the group of each node from 0."""
    count = int(groups.max(initial=-1)) + 1
    of_nodes, seen = np.zeros(len(groups)), np.zeros(len(groups))
    of_groups, met = np.zeros(count), np.zeros(count)
    alike: list[float] = []
    for found, present in drawn:
        here, there = groups[present], found[present]
        if not len(here):
            continue
        likeness = _likeness(here, there, count)
        of_nodes[present] += likeness[here, there]
        seen += present
        there_too = np.bincount(here, minlength=count) > 0
        of_groups[there_too] += likeness.max(axis=1)[there_too]
        met += there_too
        alike.append(adjusted_rand(here, there))
    low, high = ends(np.array(alike)) if alike else (0.0, 0.0)
    return Stability(
        nodes=_means(of_nodes, seen),
        groups=_means(of_groups, met),
        alike=round(float(np.mean(alike)), 9) if alike else 0.0,
        low=round(float(low), 9),
        high=round(float(high), 9),
    )


def _likeness(here: Ints, there: Ints, count: int) -> Floats:
    """Jaccard's index of each group here with each group there."""
    both = _crossed(here, there, count)
    either = both.sum(axis=1)[:, None] + both.sum(axis=0)[None, :] - both
    found: Floats = np.divide(both, either, out=np.zeros_like(both), where=either > 0)
    return found


def _crossed(here: Ints, there: Ints, count: int) -> Floats:
    wide = int(there.max()) + 1
    flat = np.bincount(here * wide + there, minlength=count * wide)
    return flat.reshape(count, wide).astype(np.float64)


def _means(sums: Floats, times: Floats) -> tuple[float | None, ...]:
    return tuple(
        round(total / often, 9) if often else None
        for total, often in zip(sums.tolist(), times.tolist(), strict=True)
    )


def adjusted_rand(one: Ints, other: Ints) -> float:
    """How alike two groupings of the same nodes are; 1 where both put all into one group, or each into its own."""
    crossed = _crossed(one, other, int(one.max()) + 1)

    def pairs(counts: Floats) -> float:
        return float((counts * (counts - 1)).sum() / 2)

    together, of_one, of_other = pairs(crossed), pairs(crossed.sum(axis=1)), pairs(crossed.sum(axis=0))
    every = len(one) * (len(one) - 1) / 2
    by_chance = of_one * of_other / every if every else 0.0
    greatest = (of_one + of_other) / 2
    return (together - by_chance) / (greatest - by_chance) if greatest - by_chance > 1e-12 else 1.0
