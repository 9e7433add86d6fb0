"""What a tie among rows is divided by, so that who says much is not close to everybody (Leifeld 2017).

With n_i the statements of row i, and the cells A_ijk of two rows:

    average   (n_i + n_i') / 2
    jaccard   m10 + m01 + m11: m10 = Σ_jk A_ijk where A_i'jk = 0, m01 the other way, m11 = Σ_jk A_ijk A_i'jk
    cosine    onrecord: ‖A_i‖ ‖A_i'‖ with ‖A_i‖² = Σ_jk A_ijk², so that congruence is the cosine of the two rows
              dna: √(n_i²) √(n_i'²) = n_i n_i', as DNA 3.1 has it

A weight whose divisor is 0 is 0.  With `ignore` a cosine is that of the rows N_ij; a Jaccard index goes by cells of
column and level there too, as DNA has it.
"""

import numpy as np

from onrecord.analysis.networks.counts import Counts
from onrecord.analysis.networks.one_mode import only_one, shared
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats

_AT_ONCE = 64  # rows divided at once: what they need fits into a processor's own memory


def normalised(weights: Floats, counts: Counts, settings: Settings) -> Floats:
    """The weights divided as the settings say, in place."""
    if settings.normalisation == "no":
        return weights
    if settings.normalisation == "jaccard":
        divisor = only_one(counts)
        divisor += shared(counts)
        np.divide(weights, divisor, out=weights, where=divisor != 0)
        weights[divisor == 0] = 0.0
        return weights
    sizes = _lengths(counts, settings) if settings.normalisation == "cosine" else counts.of_rows / 2
    combine = np.multiply if settings.normalisation == "cosine" else np.add
    for first in range(0, len(weights), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        divisor = combine(sizes[some, None], sizes[None, :])
        # Where the divisor is 0 there are no statements, so that the weight is 0 already.
        divisor[divisor == 0] = 1.0
        weights[some] /= divisor
    return weights


def _lengths(counts: Counts, settings: Settings) -> Floats:
    if settings.rules == "dna":
        return counts.of_rows
    squares = np.bincount(counts.i, weights=counts.amount**2, minlength=counts.shape[0])
    lengths: Floats = np.sqrt(squares)
    return lengths
