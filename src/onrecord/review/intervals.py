"""How sure a share is: 95% intervals."""

from collections.abc import Sequence
from math import sqrt

Interval = tuple[float, float]

_Z = 1.959963984540054  # the 97.5% point of the normal distribution
_RESAMPLES = 4000


def wilson(right: int, of: int) -> Interval:
    """The 95% score interval of a share, 0 to 1; `of` is 1 or more.

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
    Statistical Association 22 (1927), 209-212.  It stays within 0 and 1, and has a width for 0 and for all of them.
    """
    share, z2 = right / of, _Z * _Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def over_clusters(clusters: Sequence[tuple[int, int]], seed: int) -> Interval:
    """The 95% interval of a share whose cases were drawn in clusters: (right, of) for each cluster.

    Whole clusters are drawn anew with replacement, and the 2.5% and 97.5% points of the shares taken (percentile
    bootstrap: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).  Where all cases are
    right, or none, a draw can show nothing else: then it is Wilson's, each cluster counted as one case, which is the
    least that they are worth.
    """
    import numpy as np  # noqa: PLC0415 - half of the start of a command that may not need it

    right, of = (np.array(column) for column in zip(*clusters, strict=True))
    if right.sum() in (0, of.sum()) or len(clusters) == 1:
        return wilson(round(right.sum() / of.sum() * len(clusters)), len(clusters))
    drawn = np.random.default_rng(seed).integers(0, len(clusters), (_RESAMPLES, len(clusters)))
    totals = of[drawn].sum(axis=1)
    shares = right[drawn].sum(axis=1)[totals > 0] / totals[totals > 0]
    low, high = np.quantile(shares, (0.025, 0.975))
    return float(low), float(high)
