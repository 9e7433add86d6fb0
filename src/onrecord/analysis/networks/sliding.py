"""The ties of a window from those of the window before it, for windows that share most of their statements.

With A the cells of the earlier window, B those of the later one, D = B - A and S = A + B, and W the weights between
levels, B W B' - A W A' = (D W S' + S W D') / 2 (the dash: transposed).  D has few cells, so that only what they share a
column with is looked at.  Counts are whole numbers and W too, so that only halves occur and nothing is lost on the way.
"""

from dataclasses import dataclass

import numpy as np

from onrecord.analysis.networks.counts import Counts
from onrecord.analysis.networks.one_mode import refuse_too_large, shared
from onrecord.analysis.networks.table import Floats, Ints

_WORTH = 0.2
"""Beyond so many products for each entry of the matrix it is made anew.  Measured on 5,000 rows and windows of 60,000
statements: 0.35 s of one core anew, and about 0.05 µs a product.
"""


_MOST_RUNS = 10_000
"""A matrix that lacks few rows is copied block by block between the gaps, ten times as fast as entry by entry."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Cells:
    """Cells of A that are not 0, by their number in the order of j, k, i."""

    numbers: Ints
    amounts: Floats

    def at(self, numbers: Ints) -> Floats:
        """The amounts in these cells, 0 where there is nothing."""
        if not len(self.numbers):
            return np.zeros(len(numbers))
        place = np.minimum(np.searchsorted(self.numbers, numbers), len(self.numbers) - 1)
        return np.where(self.numbers[place] == numbers, self.amounts[place], 0.0)


class Sliding:
    """Σ_j Σ_k Σ_l A_ijk A_i'jl W_kl of one window after the other, over all rows of the series."""

    def __init__(self, between: Floats) -> None:
        self._between = between
        self._levels_apart = not np.any(between - np.diag(np.diag(between)))
        self._cells: _Cells | None = None
        self._total: Floats | None = None

    def of(self, rows: Ints) -> Floats:
        """A copy of the weights among these rows, of the window that `moved` came to."""
        assert self._total is not None  # noqa: S101 - a slip of ours
        runs = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)
        if not len(rows) or len(runs) ** 2 > _MOST_RUNS:
            return self._total.take(rows, axis=0).take(rows, axis=1)
        return _by_runs(self._total, runs, len(rows))

    def moved(self, counts: Counts) -> None:
        """Come to the next window."""
        rows, _, depth = counts.shape
        refuse_too_large(rows)
        numbers = (counts.j * depth + counts.k) * rows + counts.i
        earlier, self._cells = self._cells, _Cells(numbers=numbers, amounts=counts.amount)
        if earlier is None or self._total is None or not self._changed(self._total, earlier, self._cells):
            self._total = None  # so that there are never two
            self._total = shared(counts, self._between, 1)

    def _changed(self, total: Floats, earlier: _Cells, later: _Cells) -> bool:
        """Bring the total from the earlier cells to the later ones; False where that is not worth it."""
        rows, depth = len(total), len(self._between)
        width = rows if self._levels_apart else rows * depth
        every = _union(earlier.numbers, later.numbers)
        before, after = earlier.at(every), later.at(every)
        differing = np.flatnonzero(before != after)
        # Cells of one column are neighbours, and in it those of one level.
        column = every[differing] // width
        low = np.searchsorted(every, column * width)
        lengths = np.searchsorted(every, (column + 1) * width) - low
        if lengths.sum() > _WORTH * total.size:
            return False
        changed, met = np.repeat(differing, lengths), _ranges(low, lengths)
        level, row = np.divmod(every % (rows * depth), rows)
        weights = ((after - before) / 2)[changed] * (before + after)[met]
        weights *= self._between[level[changed], level[met]]
        one, other = row[changed], row[met]
        flat = total.reshape(-1)
        np.add.at(flat, one * rows + other, weights)
        np.add.at(flat, other * rows + one, weights)
        return True


def _by_runs(total: Floats, runs: list[Ints], size: int) -> Floats:
    found = np.empty((size, size))
    ends = np.cumsum([0, *map(len, runs)])
    for down, top in zip(runs, ends.tolist(), strict=False):
        for across, left in zip(runs, ends.tolist(), strict=False):
            block = total[down[0] : down[-1] + 1, across[0] : across[-1] + 1]
            found[top : top + len(down), left : left + len(across)] = block
    return found


def _union(some: Ints, others: Ints) -> Ints:
    """The numbers of both, which are in order each; np.union1d hashes them, which takes ten times as long."""
    every = np.sort(np.concatenate([some, others]), kind="stable")
    return every[np.append(True, every[1:] != every[:-1])] if len(every) else every


def _ranges(low: Ints, lengths: Ints) -> Ints:
    """low, low + 1 ... of each length, one after the other."""
    ends = np.cumsum(lengths)
    found: Ints = np.arange(ends[-1] if len(ends) else 0) + np.repeat(low - (ends - lengths), lengths)
    return found
