"""Shortest paths among the nodes of a weighted network: how near a node is to all others, how often it lies between.

A tie of weight w is 1 / w long (Newman 2001, Physical Review E 64, 016132): who is tied closely is near.  *Betweenness*
is the share of shortest paths between others that lead through a node (Freeman 1977, Sociometry 40), reckoned as
Brandes has it (2001, Journal of Mathematical Sociology 25), from all nodes at once.  *Closeness* is the mean of 1 / d
to all others, 0 for those that no path leads to (Rochat 2009, ASNA; Marchiori and Latora 2000, Physica A 285).

Among many nodes the paths from some of them, drawn without replacement, stand for those from all (Brandes and Pich
2007, International Journal of Bifurcation and Chaos 17): with x_s what the paths from s add to a figure of n nodes, the
figure is (n / k) Σ x_s over the k starts, and its standard error n √((1 - k / n) Var(x) / k) (Cochran 1977, Sampling
Techniques, 2.6).
"""

from dataclasses import dataclass

import numpy as np

from onrecord.analysis.networks.table import Floats, Ints

_SAME = 1e-9
"""Paths whose lengths differ by less than this share of them are as long as each other."""


@dataclass(frozen=True, slots=True, eq=False)
class Middle:
    """Betweenness, 0 to 1, and closeness of each node, with their standard errors (0 where paths are from all)."""

    betweenness: Floats
    closeness: Floats
    betweenness_error: Floats
    closeness_error: Floats


def between_and_near(ties: Floats, starts: Ints | None = None) -> Middle:
    """The figures by the paths from these nodes, or from all; `ties` is symmetric, 0 or above, its diagonal 0."""
    size = len(ties)
    if size < 2:
        return Middle(*(np.zeros(size),) * 4)
    begun = np.arange(size) if starts is None else starts
    lengths = np.divide(1.0, ties, out=np.full(ties.shape, np.inf), where=ties > 0)
    apart, paths, order = _from(lengths, begun)
    near = np.divide(1.0, apart, out=np.zeros_like(apart), where=(apart > 0) & np.isfinite(apart))
    through = _through(lengths, apart, paths, order)
    through[np.arange(len(begun)), begun] = 0
    pairs = max(1, (size - 1) * (size - 2))
    between, of_between = _of_all(through, size)
    closeness, of_closeness = _of_all(near, size)
    return Middle(between / pairs, closeness / (size - 1), of_between / pairs, of_closeness / (size - 1))


def _of_all(added: Floats, size: int) -> tuple[Floats, Floats]:
    """What paths from all nodes would add, by what those from some do, (starts, nodes), and its standard error."""
    begun = len(added)
    share = begun / size
    spread = added.var(axis=0, ddof=1) if 1 < begun < size else np.zeros(added.shape[1])
    error: Floats = size * np.sqrt((1 - share) * spread / begun)
    return added.sum(axis=0) / share, error


def _from(lengths: Floats, starts: Ints) -> tuple[Floats, Floats, Ints]:
    """Dijkstra's algorithm from these nodes: lengths and numbers of shortest paths, (starts, to), the order of visits.

    Column t of the order has the node that each start visits as its t-th.
    """
    size, begun = len(lengths), len(starts)
    every = np.arange(begun)
    apart = np.full((begun, size), np.inf)
    apart[every, starts] = 0
    paths = np.zeros((begun, size))
    paths[every, starts] = 1
    open_to = np.ones((begun, size), dtype=np.bool_)
    order = np.zeros((begun, size), dtype=np.int64)
    for step in range(size):
        here = np.where(open_to, apart, np.inf).argmin(axis=1)
        # Where nothing can be reached any more the first open one is taken, so that each is visited once.
        stuck = ~open_to[every, here]
        here[stuck] = open_to[stuck].argmax(axis=1)
        order[:, step] = here
        open_to[every, here] = False
        there = apart[every, here][:, None] + lengths[here]
        with np.errstate(invalid="ignore"):  # what no path leads to yet is infinitely far
            same = np.isfinite(there) & open_to & (np.abs(there - apart) <= _SAME * there)
        shorter = open_to & (there < apart) & ~same
        reached = paths[every, here][:, None]
        paths = np.where(shorter, reached, paths + np.where(same, reached, 0))
        apart = np.where(shorter, there, apart)
    return apart, paths, order


def _through(lengths: Floats, apart: Floats, paths: Floats, order: Ints) -> Floats:
    """For each start and node the sum, over ends, of the share of shortest paths that lead through the node."""
    begun, size = apart.shape
    every = np.arange(begun)
    found = np.zeros((begun, size))
    for step in range(size - 1, 0, -1):
        end = order[:, step]
        length = apart[every, end]
        reachable = np.isfinite(length) & (length > 0)
        with np.errstate(invalid="ignore"):
            before = np.abs(apart + lengths[end] - length[:, None]) <= _SAME * length[:, None]
        before &= reachable[:, None] & np.isfinite(lengths[end])
        share = np.where(reachable, (1 + found[every, end]) / np.maximum(paths[every, end], 1), 0)
        found += np.where(before, paths, 0) * share[:, None]
    return found
