"""Groups by joining the nearest, again and again, until so many are left.

How far a joined group is from another: the mean of the distances (average linkage), the greatest of them (complete), or
by how much joining the two would raise the squared distances from their middles (Ward 1963, Journal of the American
Statistical Association 58).  All three by the recurrence of Lance and Williams (1967, The Computer Journal 9).
"""

from collections.abc import Iterator
from typing import Literal

import numpy as np

from onrecord.analysis.networks.table import Floats, Ints

Linkage = Literal["average", "complete", "ward"]


def cuts(apart: Floats, linkage: Linkage, most: int) -> Iterator[Ints]:
    """The groupings into `most` groups, or one less than there are rows, one less ... 2.

    Each as the group of each row, numbered as they first occur.

    `apart` is symmetric; of equal distances the first is joined.
    """
    size = len(apart)
    between = apart.copy()
    np.fill_diagonal(between, np.inf)
    member, sizes = np.arange(size), np.ones(size)
    for left in range(size - 1, 1, -1):
        one, other = sorted(divmod(int(between.argmin()), size))
        joined = _joined(between, sizes, one, other, linkage)
        between[one], between[:, one] = joined, joined
        between[other], between[:, other] = np.inf, np.inf
        between[one, one] = np.inf
        sizes[one] += sizes[other]
        member[member == other] = one
        if left <= most:
            yield as_they_occur(member)


def _joined(between: Floats, sizes: Floats, one: int, other: int, linkage: Linkage) -> Floats:
    """How far all others are from the two together."""
    to_one, to_other = between[one], between[other]
    if linkage == "complete":
        furthest: Floats = np.maximum(to_one, to_other)
        return furthest
    here, there = sizes[one], sizes[other]
    if linkage == "average":
        mean: Floats = (here * to_one + there * to_other) / (here + there)
        return mean
    squares = (sizes + here) * to_one**2 + (sizes + there) * to_other**2 - sizes * between[one, other] ** 2
    raised: Floats = np.sqrt(np.maximum(squares, 0) / (sizes + here + there))
    return raised


def as_they_occur(groups: Ints) -> Ints:
    """The groups numbered in the order in which they first occur."""
    _, first, inverse = np.unique(groups, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse].astype(np.int64)
