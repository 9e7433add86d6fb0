"""Ties between rows and columns (Leifeld 2016, 2017; DNA's `computeTwoModeMatrix`).

With A[i, j, k] the statements of row i on column j at level k, N_ij = Σ_k A_ijk, K levels numbered from 0:

    ignore       N_ij
    subtract     A_ij1 - A_ij0 for yes and no, Σ_k q_k A_ijk for numbers, N_ij for texts
    combine      Σ_k [A_ijk > 0] 2^(K-k-1): for yes and no 1 is only yes, 2 only no, 3 both

    activity     divided by Σ_j N_ij, the statements of the row
    prominence   divided by Σ_i N_ij, the statements of the column
"""

import numpy as np

from onrecord.analysis.networks.counts import Counts, Levels
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats
from onrecord.errors import UsageError

MOST_CELLS = 400_000_000
"""A matrix of as many cells takes 3.2 GB."""

_MOST_LEVELS = 52  # beyond it a sum of powers of 2 is no longer exact in 64 bits


def two_mode(counts: Counts, levels: Levels, settings: Settings) -> Floats:
    """The weights, normalised: rows by columns.  UsageError (``too-large``) beyond `MOST_CELLS` cells."""
    rows, columns, _ = counts.shape
    if rows * columns > MOST_CELLS:
        raise UsageError(
            f"a matrix of {rows:,} rows and {columns:,} columns does not fit: choose fewer with --exclude, --include, "
            "--from and --to",
            code="too-large",
        )
    if settings.aggregation == "combine":
        return _combined(counts, levels)
    weights = counts.at_level(level_weights(levels, settings))
    if settings.normalisation == "activity":
        return divided(weights, counts.of_rows[:, None])
    if settings.normalisation == "prominence":
        return divided(weights, counts.of_columns[None, :])
    return weights


def level_weights(levels: Levels, settings: Settings) -> Floats:
    """What a statement of each level counts: 1, or with subtract -1 for no and 1 for yes, or the number itself."""
    if settings.aggregation != "subtract" or not levels.ordered:
        return np.ones(len(levels.values))
    return 2.0 * levels.values - 1.0 if levels.boolean else levels.values


def divided(weights: Floats, by: Floats) -> Floats:
    """The weights divided, 0 where the divisor is 0."""
    return np.divide(weights, by, out=np.zeros_like(weights), where=np.broadcast_to(by != 0, weights.shape))


def _combined(counts: Counts, levels: Levels) -> Floats:
    if len(levels.values) > _MOST_LEVELS:
        raise UsageError(
            f"--aggregation combine numbers every set of levels, and {len(levels.values)} levels have too many: take "
            f"a qualifier of at most {_MOST_LEVELS}",
            code="too-large",
        )
    present = Counts(shape=counts.shape, i=counts.i, j=counts.j, k=counts.k, amount=np.ones(len(counts.i)))
    return present.at_level(np.exp2(np.arange(float(len(levels.values)))[::-1]))
