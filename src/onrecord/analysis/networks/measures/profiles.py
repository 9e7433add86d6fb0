"""Groups of rows that say the same: by the distance between their profiles, not by ties.

A row's profile is what it says at all: the cells of column and level of the qualifier that it has.  Two rows are as far
apart as the share of the cells of either that not both have (Jaccard 1912, New Phytologist 11), as rDNA's
`dna_multiclust` sets them apart; a row without a statement is as far from every other as can be.

*k-means* (Lloyd 1982, IEEE Transactions on Information Theory 28; sown as Arthur and Vassilvitskii 2007, SODA) goes by
places whose squared distances are these, which there always are (Gower and Legendre 1986, Journal of Classification 3).
*Hierarchical* groups are the cuts of agglomeration by average, complete and Ward's linkage.
"""

from collections.abc import Iterator, Sequence
from typing import get_args

import numpy as np

from onrecord.analysis.networks.counts import Counts
from onrecord.analysis.networks.measures.agglomerating import Linkage, as_they_occur, cuts
from onrecord.analysis.networks.table import Floats, Ints

ROUNDS = 100


def profile_distances(counts: Counts) -> Floats:
    """Jaccard's distance between the profiles of all rows, 0 to 1; the diagonal is 0."""
    rows, columns, depth = counts.shape
    has = np.zeros((rows, columns * depth))
    has[counts.i, counts.j * depth + counts.k] = counts.amount > 0
    has = has[:, has.any(axis=0)]
    both = has @ has.T
    size = has.sum(axis=1)
    either = size[:, None] + size[None, :] - both
    apart: Floats = 1 - np.divide(both, either, out=np.zeros_like(both), where=either > 0)
    np.fill_diagonal(apart, 0)
    return apart


def by_k_means(
    apart: Floats, sizes: Sequence[int], random: np.random.Generator, starts: int
) -> Iterator[Ints]:
    """For each of the sizes the grouping into so many, the best of so many starts; none empty."""
    places = _places(apart)
    for count in sizes:
        found = [_settled(places, count, random) for _ in range(starts)]
        yield as_they_occur(min(found, key=lambda pair: round(pair[0], 9))[1])


def by_linkage(apart: Floats, sizes: Sequence[int]) -> Iterator[Ints]:
    """The groupings into so many groups that each linkage leads to."""
    for linkage in get_args(Linkage):
        for groups in cuts(apart, linkage, max(sizes, default=0)):
            if int(groups.max()) + 1 in sizes:
                yield groups


def _places(apart: Floats) -> Floats:
    """Places whose squared distances are these distances (Torgerson 1952, Psychometrika 17)."""
    centring = np.eye(len(apart)) - 1 / max(1, len(apart))
    values, vectors = np.linalg.eigh(-0.5 * centring @ apart @ centring)
    placed: Floats = vectors * np.sqrt(np.maximum(values, 0))
    return placed


def _settled(places: Floats, count: int, random: np.random.Generator) -> tuple[float, Ints]:
    """The sum of squared distances from the middles, and the group of each row."""
    middles = _sown(places, count, random)
    groups = np.full(len(places), -1)
    squares = _squares(places, middles)
    for _ in range(ROUNDS):
        moved = _none_empty(squares, squares.argmin(axis=1), count)
        if (moved == groups).all():
            break
        groups = moved
        middles = np.stack([places[groups == group].mean(axis=0) for group in range(count)])
        squares = _squares(places, middles)
    return float(squares[np.arange(len(places)), groups].sum()), groups


def _squares(places: Floats, middles: Floats) -> Floats:
    found: Floats = ((places[:, None, :] - middles[None, :, :]) ** 2).sum(axis=2)
    return np.round(found, 12)


def _sown(places: Floats, count: int, random: np.random.Generator) -> Floats:
    chosen = [int(random.integers(len(places)))]
    while len(chosen) < count:
        far = _squares(places, places[chosen]).min(axis=1)
        total = far.sum()
        chance = far / total if total > 0 else None
        chosen.append(int(random.choice(len(places), p=chance)))
    return places[chosen]


def _none_empty(squares: Floats, groups: Ints, count: int) -> Ints:
    """A group that nobody is in takes the row furthest from its own middle, of a group of two or more."""
    groups = groups.copy()
    for group in range(count):
        if (groups == group).any():
            continue
        own = squares[np.arange(len(groups)), groups]
        several = np.bincount(groups, minlength=count)[groups] > 1
        groups[int(np.where(several, own, -1.0).argmax())] = group
    return groups
