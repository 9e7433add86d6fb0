"""Camps: how well a debate falls into groups that agree inside and disagree between.

With C the congruence and X the conflict among rows, each with the average normalisation, ‖C‖ and ‖X‖ their sums, and
two or more camps, the distance from pure camps is

    Q = ½ Σ_{i≠i'} [ in one camp: |C_ii' - E_c| + |X_ii'| ;  in two: |C_ii'| + |X_ii' - E_b| ]

E_c being ‖C‖ spread evenly over the pairs within camps, E_b ‖X‖ over those between (after DNA's
`Polarization.qualityAbsdiff`).

onrecord: the score is 1 - Q / (‖C‖ + ‖X‖), 1 for pure camps of even strength; the camps are those that score highest.
dna: DNA 3.1 multiplies E_c by the camp's share of the pairs within camps and E_b by that of the two camps in the pairs
between, and *maximises* Q / (‖C‖ + ‖X‖), so that it finds the groups that fit worst.  Only `score` has these rules, to
compare with what DNA printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from onrecord.analysis.networks.counts import count
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Ints, Table
from onrecord.analysis.networks.weighing import Study, matrix
from onrecord.errors import UsageError
from onrecord.model.network import Aggregation, Rules

STARTS = 10
"""Random groupings that the search sets out from."""

MOST_ROWS = 200
"""The search looks at every row in every camp again and again: beyond it that takes too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camps:
    """The grouping of the rows, a number for each from 0, and its score.

    `chance` is how often the best camps score as well in the same statements with their qualifiers shuffled: small
    where the camps are more than chance makes.
    """

    names: tuple[str, ...]
    camps: tuple[int, ...]
    score: float
    chance: float


def camps(table: Table, settings: Settings, *, count: int = 2, seed: int = 1, draws: int = 50) -> Camps:
    """The best grouping into `count` camps that a greedy search from random ones finds; the same by seed.

    Raises UsageError where there are fewer rows than camps, or more than `MOST_ROWS`.
    """
    debate = _Debate(table, settings)
    size = len(debate.names)
    if not 2 <= count <= size <= MOST_ROWS:
        raise UsageError(
            f"{size} rows cannot be put into {count} camps: take 2 camps or more, and from so many rows to {MOST_ROWS}",
            code="network-settings",
        )
    random = np.random.default_rng(seed)
    best, grouping = _best(*debate.matrices(debate.levels), count, random)
    shuffled = (debate.matrices(random.permutation(debate.levels)) for _ in range(draws))
    as_good = sum(_best(*matrices, count, random)[0] >= best - 1e-12 for matrices in shuffled)
    _, first, inverse = np.unique(grouping, return_index=True, return_inverse=True)
    in_order = np.argsort(np.argsort(first))[inverse]
    # One more on both sides: the statements as they are count as a draw too (Davison and Hinkley 1997, 4.2).
    chance = (1 + as_good) / (1 + draws)
    return Camps(names=debate.names, camps=tuple(in_order.tolist()), score=best, chance=chance)


def congruence_and_conflict(table: Table, settings: Settings) -> tuple[tuple[str, ...], Floats, Floats]:
    """The rows' names, their congruence and their conflict, each by the average."""
    debate = _Debate(table, settings)
    return (debate.names, *debate.matrices(debate.levels))


def score(congruence: Floats, conflict: Floats, grouping: Ints, rules: Rules = "onrecord") -> float:
    """How well (onrecord), or how badly (dna), the grouping fits; 0 where nobody is tied to anybody."""
    total = float(congruence.sum() + conflict.sum())
    if not total:
        return 0.0
    apart = _distance(congruence, conflict, grouping, rules) / total
    return apart if rules == "dna" else 1.0 - apart


class _Debate:
    """The statements of a study, of which levels can be shuffled."""

    def __init__(self, table: Table, settings: Settings) -> None:
        usual = replace(
            settings, mode="one", aggregation="congruence", normalisation="average", window=None, size=None
        )
        self._settings = replace(usual, kernel=None)
        self._study = study = Study.of(table, self._settings)
        self._i, self._j = study.row_side.places[study.chosen], study.column_side.places[study.chosen]
        self.levels = study.levels.place[study.chosen]
        self.names = tuple(node.name for node in study.row_side.nodes)

    def matrices(self, levels: Ints) -> tuple[Floats, Floats]:
        """Congruence and conflict if the statements had these levels."""
        study = self._study
        shape = (len(self.names), len(study.column_side.nodes), len(study.levels.values))
        counts = count(self._i, self._j, levels, shape)

        def made(aggregation: Aggregation) -> Floats:
            return matrix(counts, study.levels, replace(self._settings, aggregation=aggregation))

        return made("congruence"), made("conflict")


def _distance(congruence: Floats, conflict: Floats, grouping: Ints, rules: Rules) -> float:
    """Q."""
    within = grouping[:, None] == grouping[None, :]
    between = ~within
    np.fill_diagonal(within, val=False)
    inside, outside = max(1, int(within.sum())), max(1, int(between.sum()))
    near = np.full(within.shape, congruence.sum() / inside)
    far = np.full(within.shape, conflict.sum() / outside)
    if rules == "dna":
        sizes = np.bincount(grouping)[grouping].astype(np.float64)
        near *= (sizes * (sizes - 1) / inside)[:, None]
        far *= np.outer(sizes, sizes) / outside
    same = np.abs(congruence - near) + conflict
    other = congruence + np.abs(conflict - far)
    return float((same * within).sum() + (other * between).sum()) / 2


def _best(
    congruence: Floats, conflict: Floats, count: int, random: np.random.Generator
) -> tuple[float, Ints]:
    starts = (random.permutation(np.arange(len(congruence)) % count) for _ in range(STARTS))
    found = [_improved(congruence, conflict, start, count) for start in starts]
    return max(found, key=lambda pair: pair[0])


def _improved(congruence: Floats, conflict: Floats, start: Ints, count: int) -> tuple[float, Ints]:
    """The grouping after every move of a row that betters it, until none does, and its score."""
    grouping, best = start, score(congruence, conflict, start)
    while True:
        tried = [(score(congruence, conflict, each), each) for each in _moves(grouping, count)]
        found, better = max(tried, key=lambda pair: pair[0], default=(best, grouping))
        if found <= best + 1e-12:
            return best, grouping
        grouping, best = better, found


def _moves(grouping: Ints, count: int) -> Iterator[Ints]:
    """The groupings in which one row is in another camp; a camp is never left empty."""
    sizes = np.bincount(grouping, minlength=count)
    for row in np.flatnonzero(sizes[grouping] > 1).tolist():
        for camp in range(count):
            if camp != grouping[row]:
                moved = grouping.copy()
                moved[row] = camp
                yield moved
