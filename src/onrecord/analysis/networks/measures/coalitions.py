"""Coalitions: groups of a network with more ties inside, and fewer that oppose, than chance makes.

Modularity after Newman (2006, PNAS 103(23)), for ties of both signs Gómez, Jensen and Arenas (2009, Physical Review E
80, 016114), for two modes Barber (2007, Physical Review E 76, 066102):

    Q = Σ_ij B_ij [i and j in one group] / Σ_ij |W_ij|,   B = W - (k⁺k⁺ᵀ / Σk⁺ - k⁻k⁻ᵀ / Σk⁻)

with k⁺ and k⁻ the sums of a node's positive and negative ties; with two modes chance ties rows to columns alone.  It is
made large by the moves of Blondel, Guillaume, Lambiotte and Lefebvre (2008, Journal of Statistical Mechanics P10008).
"""

from dataclasses import dataclass

import numpy as np

from onrecord.analysis.networks.measures.weights import among_nodes, signed
from onrecord.analysis.networks.table import Flags, Floats, Ints
from onrecord.model.network import Network

STARTS = 10
"""Orders of the nodes that are tried; the best result is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalitions:
    """The group of each row, with mode two of each column after them, from 0, the largest group first.

    None for a node that no tie puts into a group of two or more: see `belonging`.
    """

    groups: tuple[int | None, ...]
    modularity: float


def coalitions(network: Network, *, seed: int = 1) -> Coalitions:
    """The best grouping found; the same by seed.  In a network of conflict ties set apart."""
    aggregation = network.settings["aggregation"]
    weights = among_nodes(signed(network.matrix, aggregation), network.mode)
    beyond = Beyond(weights, len(network.rows) if network.mode == "two" else None)
    groups = best_groups(beyond, np.random.default_rng(seed))
    belong = belonging(weights, groups, aggregation)
    return Coalitions(groups=numbered(groups, belong), modularity=beyond.modularity(as_shown(groups, belong)))


class Beyond:
    """By how much the ties among nodes exceed what chance makes; of `rows` rows before columns with two modes."""

    def __init__(self, weights: Floats, rows: int | None = None) -> None:
        self.gain = _beyond_chance(weights, rows)
        self._total = float(np.abs(weights).sum())

    def modularity(self, groups: Ints) -> float:
        """Q of a grouping; 0 in a network without ties."""
        return _quality(self.gain, groups) / self._total if self._total else 0.0


def best_groups(beyond: Beyond, random: np.random.Generator, starts: int = STARTS) -> Ints:
    """The grouping with the greatest modularity from so many orders of the nodes, of equal ones the first."""
    if not beyond.gain.any():
        return np.arange(len(beyond.gain))
    found = [_louvain(beyond.gain, random) for _ in range(starts)]
    best = max(range(starts), key=lambda at: (round(beyond.modularity(found[at]), 12), -at))
    return found[best]


def _beyond_chance(weights: Floats, rows: int | None) -> Floats:
    """B, of `rows` rows before columns with two modes."""
    between = np.ones(weights.shape)
    if rows is not None:
        between[:rows, :rows] = between[rows:, rows:] = 0
    gain = weights.copy()
    for sign in (1.0, -1.0):
        strength = np.maximum(sign * weights, 0).sum(axis=1)
        total = strength.sum() if rows is None else strength.sum() / 2
        if total:
            gain -= sign * np.outer(strength, strength) * between / total
    return gain


def _quality(gain: Floats, groups: Ints) -> float:
    return float(gain[groups[:, None] == groups[None, :]].sum())


def _louvain(gain: Floats, random: np.random.Generator) -> Ints:
    """A grouping that no move of a node, and no merging of groups, betters."""
    groups = np.arange(len(gain))
    while True:
        moved = _moved(gain, random)
        _, moved = np.unique(moved, return_inverse=True)
        groups = moved[groups]
        count = int(moved.max()) + 1
        if count == len(gain):
            return groups
        member = np.eye(count)[moved]
        gain = member.T @ gain @ member


def _moved(gain: Floats, random: np.random.Generator) -> Ints:
    """Each node in the group where it gains most, until none gains by moving."""
    count = len(gain)
    groups = np.arange(count)
    order = random.permutation(count).tolist()
    moving = True
    while moving:
        moving = False
        for node in order:
            to_each = np.bincount(groups, weights=gain[node], minlength=count)
            to_each[groups[node]] -= gain[node, node]
            best = int(to_each.argmax())
            if to_each[best] > to_each[groups[node]] + 1e-9:
                groups[node] = best
                moving = True
    return groups


def belonging(weights: Floats, groups: Ints, aggregation: object) -> Flags:
    """Which nodes a tie brings together with another of their group.

    Modularity alone puts two together that are both set apart from others and have nothing to do with each other.  In a
    network of conflict, whose ties only set apart, any tie will do.
    """
    if aggregation == "conflict":
        tied: Flags = np.any(weights, axis=1)
        return tied
    inside = groups[:, None] == groups[None, :]
    np.fill_diagonal(inside, val=False)
    brought: Flags = np.any(inside & (weights > 0), axis=1)
    return brought


def as_shown(groups: Ints, belong: Flags) -> Ints:
    """The grouping that readers get: who does not `belong` to a group is alone, and the modularity is that of this."""
    return np.where(belong, groups, len(groups) + np.arange(len(groups)))


def numbered(groups: Ints, belong: Flags) -> tuple[int | None, ...]:
    """The groups from 0, the largest first; None for nodes that do not `belong` and for groups of one."""
    sizes = np.bincount(groups[belong], minlength=len(groups))
    first = {group: at for at, group in reversed(list(enumerate(groups.tolist())))}
    in_order = sorted(
        (group for group in first if sizes[group] > 1), key=lambda group: (-sizes[group], first[group])
    )
    number = {group: at for at, group in enumerate(in_order)}
    return tuple(number.get(group) if belong[at] else None for at, group in enumerate(groups.tolist()))
