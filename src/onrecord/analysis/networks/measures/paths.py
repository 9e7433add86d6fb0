"""Shortest paths among the nodes of a weighted network: how near a node is to all others, how often it lies between.

A tie of weight w is 1 / w long (Newman 2001, Physical Review E 64, 016132): who is tied closely is near.  *Betweenness*
is the share of shortest paths between others that lead through a node (Freeman 1977, Sociometry 40), reckoned as
Brandes has it (2001, Journal of Mathematical Sociology 25), from all nodes at once.  *Closeness* is the mean of 1 / d
to all others, 0 for those that no path leads to (Rochat 2009, ASNA; Marchiori and Latora 2000, Physica A 285).
"""

import numpy as np

from onrecord.analysis.networks.table import Floats, Ints

_SAME = 1e-9
"""Paths whose lengths differ by less than this share of them are as long as each other."""


def between_and_near(ties: Floats) -> tuple[Floats, Floats]:
    """Betweenness, 0 to 1, and closeness of each node; `ties` is symmetric, 0 or above, its diagonal 0."""
    size = len(ties)
    if size < 2:
        return np.zeros(size), np.zeros(size)
    lengths = np.divide(1.0, ties, out=np.full(ties.shape, np.inf), where=ties > 0)
    apart, paths, order = _from_all(lengths)
    near = np.divide(1.0, apart, out=np.zeros_like(apart), where=(apart > 0) & np.isfinite(apart))
    through = _through(lengths, apart, paths, order)
    np.fill_diagonal(through, 0)
    pairs = max(1, (size - 1) * (size - 2))
    return through.sum(axis=0) / pairs, near.sum(axis=1) / (size - 1)


def _from_all(lengths: Floats) -> tuple[Floats, Floats, Ints]:
    """Dijkstra's algorithm from all nodes: lengths and numbers of shortest paths, (from, to), and the order of visits.

    Column t of the order has the node that each start visits as its t-th.
    """
    size = len(lengths)
    every = np.arange(size)
    apart = np.full((size, size), np.inf)
    apart[every, every] = 0
    paths = np.eye(size)
    open_to = np.ones((size, size), dtype=np.bool_)
    order = np.zeros((size, size), dtype=np.int64)
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
    size = len(lengths)
    every = np.arange(size)
    found = np.zeros((size, size))
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
