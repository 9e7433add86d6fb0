"""Krippendorff's alpha for unitising: how far coders agree on where, in a text, units begin and end.

The measure is that of Krippendorff 1995 and of Content Analysis (2nd ed. 2004, 11.6; 3rd ed. 2013, 12.4), for one
category: observed disagreement is the squared distances of starts and of ends of units that overlap, and the squared
length of a unit where the other coder has none; expected is the same over all places that the units could have had.
Several articles are laid end to end, cut between them.  Where coders are missing from some articles, an article's
pairs are divided by the number of its coders less 1, as alpha does with missing values; with the same coders in all
of them, and with one article, it is the published formula to the letter.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from onrecord.review.agreement.nominal import divided
from onrecord.review.agreement.ratings import Floats, Integers

Places = Sequence[tuple[int, int]]
"""Starts and ends, half open, in order, none overlapping another."""

_BLOCK = 500  # articles multiplied at once: the table of lengths stays in its small form


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuum:
    """A text of so many code points, and the units that each coder found in it, none being an answer too."""

    article: str
    length: int
    units: Mapping[str, Places]


def merged(places: Places) -> list[tuple[int, int]]:
    """Places in order, those that share a character made one: a coder's units may not overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


class UnitisedPercent:
    """Of the code points of the articles, for all pairs of coders, the share that both or neither put in a unit."""

    def __init__(self, continua: Sequence[Continuum]) -> None:
        ordered = sorted(continua, key=lambda one: one.article)
        self._pairs = np.array([len(list(combinations(one.units, 2))) * one.length for one in ordered], float)
        self._apart = np.array([_over_pairs(one, _apart) for one in ordered], float)

    def under(self, weights: Floats) -> Floats:
        """The measure for each row of weights (draws by articles)."""
        pairs = weights @ self._pairs
        return divided(pairs - weights @ self._apart, pairs)


class UnitisedAlpha:
    """Alpha for unitising; every continuum has at least two coders.  NaN where nobody found a unit."""

    def __init__(self, continua: Sequence[Continuum]) -> None:
        ordered = sorted(continua, key=lambda one: one.article)
        self._length = np.array([one.length for one in ordered], float)
        self._coded = np.array([one.length * len(one.units) for one in ordered], float)
        self._observed = np.array([2 * _over_pairs(one, _distance) / (len(one.units) - 1) for one in ordered])
        self._units = _Lengths([_lengths(one) for one in ordered])
        self._gaps = _Lengths([_gap_lengths(one) for one in ordered])

    def under(self, weights: Floats) -> Floats:
        """The measure for each row of weights (draws by articles)."""
        observed, expected = self.disagreements(weights)
        return 1 - divided(observed, expected)

    def disagreements(self, weights: Floats) -> tuple[Floats, Floats]:
        """What is observed and what is expected: with several categories, alpha is 1 less the ratio of their sums."""
        length, coded = weights @ self._length, weights @ self._coded
        lengths, times = self._units.lengths, self._units.under(weights)
        overlapping = (2 * lengths**3 - 3 * lengths**2 + lengths) * (times.sum(axis=1, keepdims=True) - 1) / 3
        places = times * (overlapping + lengths**2 * self._room(weights))
        ways = coded * (coded - 1) - times @ (lengths * (lengths - 1))
        return divided(weights @ self._observed, coded * length), divided(
            2 * places.sum(axis=1), length * ways
        )

    def _room(self, weights: Floats) -> Floats:
        """For each length of a unit, in how many places the gaps of all coders could hold it whole."""
        gaps, times = self._gaps.lengths, self._gaps.under(weights)
        zero = np.zeros((len(weights), 1))
        number = np.hstack([np.cumsum(times[:, ::-1], axis=1)[:, ::-1], zero])
        total = np.hstack([np.cumsum((times * (gaps + 1))[:, ::-1], axis=1)[:, ::-1], zero])
        first = np.searchsorted(gaps, self._units.lengths)
        room: Floats = total[:, first] - self._units.lengths * number[:, first]
        return room


class _Lengths:
    """How often each length occurs among the weighted articles."""

    def __init__(self, by_article: Sequence[Sequence[int]]) -> None:
        every = np.array([length for lengths in by_article for length in lengths], dtype=np.int64)
        found, place = np.unique(every, return_inverse=True)
        article = np.repeat(np.arange(len(by_article)), [len(lengths) for lengths in by_article])
        self.lengths: Floats = found.astype(float)
        self._times = np.zeros((len(by_article), len(found)), dtype=np.uint16)  # articles by lengths
        np.add.at(self._times, (article, place), 1)

    def under(self, weights: Floats) -> Floats:
        """Draws by lengths."""
        found: Floats = np.zeros((len(weights), len(self.lengths)))
        for first in range(0, len(self._times), _BLOCK):
            some = slice(first, first + _BLOCK)
            found += weights[:, some] @ self._times[some].astype(float)
        return found


def _over_pairs(one: Continuum, measure: Callable[[Integers, Integers], float]) -> float:
    arrays = [np.array(places, dtype=np.int64).reshape(-1, 2) for places in one.units.values()]
    return sum(measure(a, b) for a, b in combinations(arrays, 2))


def _overlap(a: Integers, b: Integers) -> NDArray[np.bool_]:
    shared: NDArray[np.bool_] = (a[:, None, 0] < b[None, :, 1]) & (b[None, :, 0] < a[:, None, 1])
    return shared


def _distance(a: Integers, b: Integers) -> float:
    overlap = _overlap(a, b)
    apart = ((a[:, None, :] - b[None, :, :]) ** 2).sum(axis=2)
    alone_a, alone_b = a[~overlap.any(axis=1)], b[~overlap.any(axis=0)]
    alone = sum(((own[:, 1] - own[:, 0]) ** 2).sum() for own in (alone_a, alone_b))
    return float(apart[overlap].sum() + alone)


def _apart(a: Integers, b: Integers) -> float:
    both = np.minimum(a[:, None, 1], b[None, :, 1]) - np.maximum(a[:, None, 0], b[None, :, 0])
    of_each = (a[:, 1] - a[:, 0]).sum() + (b[:, 1] - b[:, 0]).sum()
    return float(of_each - 2 * both.clip(min=0).sum())


def _lengths(one: Continuum) -> list[int]:
    return [end - start for places in one.units.values() for start, end in places]


def _gap_lengths(one: Continuum) -> list[int]:
    found = []
    for places in one.units.values():
        ends = [0, *(end for _, end in places)]
        starts = [*(start for start, _ in places), one.length]
        found += [start - end for end, start in zip(ends, starts, strict=True) if start > end]
    return found
