"""Ties among rows through the columns that they share (Leifeld 2016, 2017; DNA's `computeOneModeMatrix`).

With A[i, j, k] the statements of row i on column j at level k, d_kl = |q_k - q_l| / (max q - min q):

    congruence   C_ii' = Σ_j Σ_k Σ_l A_ijk A_i'jl (1 - d_kl)
    conflict     X_ii' = Σ_j Σ_k Σ_l A_ijk A_i'jl d_kl
    ignore       Σ_j N_ij N_i'j, with N_ij = Σ_k A_ijk: what C and X add up to
    subtract     C - X

Where the qualifier is a text, levels have no distance: C = Σ_jk A_ijk A_i'jk, and X counts the statements of
either where the other has none of that column and level.
"""

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.networks.counts import NOTHING, Counts, Levels
from onrecord.analysis.networks.table import Floats, Ints
from onrecord.errors import UsageError
from onrecord.model.network import Aggregation

MOST_ROWS = 20_000
"""A matrix of as many rows takes 3.2 GB."""


def one_mode(counts: Counts, levels: Levels, aggregation: Aggregation, *, diagonal: bool = False) -> Floats:
    """The weights before any normalisation: rows by rows, symmetric, the diagonal 0 or, if asked for, as the rest."""
    refuse_too_large(counts.shape[0])
    between, least = between_levels(levels, aggregation), 1 if diagonal else 2
    if between is not None:
        weights = shared(counts, between, least)
        if aggregation == "subtract" and not (counts.whole and not np.any(between % 1)):
            _rounded_off(weights, counts.of_rows)
    else:
        weights = only_one(counts)
        np.fill_diagonal(weights, 0.0)
        if aggregation == "subtract":
            weights = shared(counts, least=least) - weights
        if not counts.whole:
            _rounded_off(weights, counts.of_rows)
    if not diagonal:
        np.fill_diagonal(weights, 0.0)
    return weights


def _rounded_off(weights: Floats, sizes: Floats) -> None:
    """Set to 0, in place, what is left of ties that cancel where amounts or distances are not whole.

    What is added up for a tie is not above n_i n_i' + n_i + n_i': what is that small beside it is nothing but rounding.
    """
    most = np.outer(sizes, sizes) + sizes[:, None] + sizes[None, :]
    weights[np.abs(weights) <= NOTHING * most] = 0.0


def refuse_too_large(rows: int) -> None:
    """Raise UsageError (``too-large``) beyond `MOST_ROWS` rows."""
    if rows > MOST_ROWS:
        raise UsageError(
            f"a matrix of {rows:,} rows does not fit: choose fewer with --exclude, --include, --from and --to "
            f"(at most {MOST_ROWS:,})",
            code="too-large",
        )


def between_levels(levels: Levels, aggregation: Aggregation) -> Floats | None:
    """W, levels by levels, such that the weight is Σ_j Σ_k Σ_l A_ijk A_i'jl W_kl; None where there is no such W."""
    if aggregation == "ignore":
        return np.ones((len(levels.values),) * 2)
    if not levels.ordered:
        return np.eye(len(levels.values)) if aggregation == "congruence" else None
    apart = levels.distances
    return {"congruence": 1.0 - apart, "conflict": apart, "subtract": 1.0 - 2.0 * apart}[aggregation]


def shared(counts: Counts, between: Floats | None = None, least: int = 2) -> Floats:
    """Σ_j Σ_k Σ_l A_ijk A_i'jl W_kl for a symmetric W, levels by levels; the identity where none is given.

    Over the columns that `least` rows have; the diagonal is right where that is 1.
    """
    total: Floats | None = None
    plain = between is None or np.array_equal(between, np.eye(len(between)))
    whole = between is None or not np.any(between % 1)
    exact = whole and counts.whole
    for block in counts.blocks(least):
        # Thirds and the like are not exact in 32 bits, whatever the counts are.
        cells = block.cells if whole else block.cells.astype(np.float64)
        left = cells.reshape(len(block.rows), -1)
        right = left
        if between is not None and not plain:
            right = (cells @ between.astype(left.dtype)).reshape(left.shape)
        found = right @ left.T
        if not exact:
            found = (found + found.T) / 2  # the last digits depend on the order of adding up
        total = _added(total, counts.shape[0], block.rows, found)
    return np.zeros((counts.shape[0],) * 2) if total is None else total


def only_one(counts: Counts) -> Floats:
    """Σ_jk over the cells that exactly one of two rows has, of what it has there: m10 + m01, rows by rows."""
    here: Floats | None = None  # what i has in cells that i' has too
    for block in counts.blocks():
        cells = block.cells.reshape(len(block.rows), -1)
        found = cells @ (cells > 0).astype(cells.dtype).T
        here = _added(here, counts.shape[0], block.rows, found)
    total = counts.of_rows
    either = total[:, None] + total[None, :]
    if here is not None:
        either -= here + here.T  # in this order it is symmetric to the last digit
    return either


def _added(total: Floats | None, size: int, rows: Ints, found: NDArray[np.floating]) -> Floats:
    """The sum, in 64 bits; made anew where there is none yet."""
    if total is None and len(rows) == size:
        return found.astype(np.float64, copy=False)
    if total is None:
        total = np.zeros((size, size))
    if len(rows) == size:
        total += found
    else:
        total[np.ix_(rows, rows)] += found
    return total
