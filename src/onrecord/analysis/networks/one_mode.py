"""Ties among rows through the columns that they share (Leifeld 2016, 2017; DNA's `computeOneModeMatrix`).

With A[i, j, k] the statements of row i on column j at level k, d_kl = |q_k - q_l| / (max q - min q):

    congruence   C_ii' = Σ_j Σ_k Σ_l A_ijk A_i'jl (1 - d_kl)
    conflict     X_ii' = Σ_j Σ_k Σ_l A_ijk A_i'jl d_kl
    ignore       Σ_j N_ij N_i'j, with N_ij = Σ_k A_ijk: what C and X add up to
    subtract     C - X

Where the qualifier is a text, levels have no distance: C = Σ_jk A_ijk A_i'jk, and X counts the statements of
either where the other has none of that column and level.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.networks.counts import Counts, Levels
from onrecord.analysis.networks.settings import Aggregation
from onrecord.analysis.networks.table import Floats, Ints
from onrecord.errors import UsageError

MOST_ROWS = 20_000
"""A matrix of as many rows takes 3.2 GB."""

_EXACT = 2**24  # whole numbers below it are exact in 32 bits, which are multiplied twice as fast


def one_mode(counts: Counts, levels: Levels, aggregation: Aggregation, *, diagonal: bool = False) -> Floats:
    """The weights before any normalisation: rows by rows, symmetric, the diagonal 0 or, if asked for, as the rest.

    Raises UsageError (``too-large``) beyond `MOST_ROWS` rows.
    """
    rows = counts.shape[0]
    if rows > MOST_ROWS:
        raise UsageError(
            f"a matrix of {rows:,} rows does not fit: choose fewer with --exclude, --include, --from and --to "
            f"(at most {MOST_ROWS:,})",
            code="too-large",
        )
    weights = _WEIGHTS[aggregation](counts, levels, 1 if diagonal else 2)
    if not diagonal:
        np.fill_diagonal(weights, 0.0)
    return weights


def shared(counts: Counts, between: Floats | None = None, least: int = 2) -> Floats:
    """Σ_j Σ_k Σ_l A_ijk A_i'jl W_kl for a symmetric W, levels by levels; the identity where none is given.

    Over the columns that `least` rows have; the diagonal is right where that is 1.
    """
    rows = counts.shape[0]
    total = np.zeros((rows, rows))
    for block in counts.blocks(least):
        cells = _narrowed(block.cells)
        left = cells.reshape(len(block.rows), -1)
        right = left if between is None else (cells @ between.astype(cells.dtype)).reshape(left.shape)
        _add(total, block.rows, right @ left.T)
    return total


def only_one(counts: Counts) -> Floats:
    """Σ_jk over the cells that exactly one of two rows has, of what it has there: m10 + m01, rows by rows."""
    total = counts.of_rows
    here = np.zeros((counts.shape[0],) * 2)  # what i has in cells that i' has too
    for block in counts.blocks():
        cells = _narrowed(block.cells).reshape(len(block.rows), -1)
        _add(here, block.rows, cells @ (cells > 0).astype(cells.dtype).T)
    both = here + here.T
    del here
    np.subtract(total[:, None], both, out=both)
    both += total[None, :]
    return both


def _add(total: Floats, rows: Ints, found: NDArray[np.floating]) -> None:
    if len(rows) == len(total):
        total += found
    else:
        total[np.ix_(rows, rows)] += found


def _narrowed(cells: Floats) -> NDArray[np.floating]:
    """The cells in 32 bits where every sum of products of them is exact in them."""
    most = cells.sum(axis=(1, 2)).max(initial=0.0) * cells.max(initial=0.0)
    if most < _EXACT and not np.any(cells % 1):
        return cells.astype(np.float32)
    return cells


def _ignore(counts: Counts, levels: Levels, least: int) -> Floats:
    return shared(counts, np.ones((len(levels.values),) * 2), least)


def _congruence(counts: Counts, levels: Levels, least: int) -> Floats:
    if not levels.ordered or levels.boolean:
        return shared(counts, least=least)
    return shared(counts, 1.0 - levels.distances, least)


def _conflict(counts: Counts, levels: Levels, least: int) -> Floats:
    return shared(counts, levels.distances, least) if levels.ordered else _apart(counts)


def _subtract(counts: Counts, levels: Levels, least: int) -> Floats:
    if levels.ordered:
        return shared(counts, 1.0 - 2.0 * levels.distances, least)
    return shared(counts, least=least) - _apart(counts)


def _apart(counts: Counts) -> Floats:
    weights = only_one(counts)
    np.fill_diagonal(weights, 0.0)
    return weights


_WEIGHTS: dict[Aggregation, Callable[[Counts, Levels, int], Floats]] = {
    "ignore": _ignore,
    "congruence": _congruence,
    "conflict": _conflict,
    "subtract": _subtract,
}
