"""Percent agreement, Krippendorff's nominal alpha, Cohen's kappa and Fleiss' kappa, each under weights of articles.

A weight says how often an article was drawn; all weights 1 give the measure itself.  Whatever does not depend on the
other articles is summed once an article, so that a draw costs what the articles and their values do, not the units.
A measure that is 0 / 0 (everybody gave one and the same value) is NaN.
"""

import numpy as np

from onrecord.review.agreement.ratings import Floats, Integers, Ratings


def divided(above: Floats, below: Floats) -> Floats:
    """`above / below`, NaN where `below` is 0."""
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)


def summed(of: Ratings, by_unit: Floats) -> Floats:
    """A figure of each unit, summed by article."""
    return np.bincount(of.article_of_unit, weights=by_unit, minlength=of.articles).astype(np.float64)


class Percent:
    """Of all pairs of values that two coders gave to one unit, the share that are the same."""

    def __init__(self, ratings: Ratings) -> None:
        given = _given(ratings)
        self._same = summed(ratings, _same_pairs(ratings))
        self._all = summed(ratings, given * (given - 1))

    def under(self, weights: Floats) -> Floats:
        """The measure for each row of weights (draws by articles)."""
        return divided(weights @ self._same, weights @ self._all)


class Alpha:
    """Krippendorff's alpha for nominal values, of any number of coders, with values missing.

    1 - (n - 1) (n - sum o_cc) / (n^2 - sum n_c^2), where o_cc are the pairs of the same value c within units, each
    unit's divided by the number of its values less 1, n_c how often c was given, and n their sum (Krippendorff 2011,
    Computing Krippendorff's Alpha-Reliability, section C).
    """

    def __init__(self, ratings: Ratings) -> None:
        given = _given(ratings)
        self._same = summed(ratings, _same_pairs(ratings) / (given - 1))
        self._given = summed(ratings, given)
        self._squares = _Products(ratings, np.ones(len(ratings.value)), np.ones(len(ratings.value)))

    def under(self, weights: Floats) -> Floats:
        """The measure for each row of weights (draws by articles)."""
        n = weights @ self._given
        return 1 - divided((n - 1) * (n - weights @ self._same), n * n - self._squares.under(weights))


class Cohen:
    """Cohen's kappa of two coders (Cohen 1960): (p_o - p_e) / (1 - p_e), p_e from each one's own use of the values."""

    def __init__(self, ratings: Ratings) -> None:
        if ratings.coders != 2:
            raise ValueError(f"Cohen's kappa is of two coders, not of {ratings.coders}")
        self._same = summed(ratings, _same_pairs(ratings) / 2)
        self._units = summed(ratings, np.ones(ratings.units))
        first = (ratings.coder == 0).astype(np.float64)
        self._chance = _Products(ratings, first, 1 - first)

    def under(self, weights: Floats) -> Floats:
        """The measure for each row of weights (draws by articles)."""
        n = weights @ self._units
        chance = self._chance.under(weights)
        return divided(n * (weights @ self._same) - chance, n * n - chance)


class Fleiss:
    """Fleiss' kappa (Fleiss 1971) of a fixed number of coders: give it `Ratings.complete()`.

    A unit that one of the coders gave no value to cannot be counted: the measure has no place for missing values.
    """

    def __init__(self, ratings: Ratings) -> None:
        given = _given(ratings)
        if len(given) and given.min() != given.max():
            raise ValueError("Fleiss' kappa needs the same number of values for each unit")
        self._same = summed(ratings, _same_pairs(ratings) / (given * (given - 1)))
        self._units = summed(ratings, np.ones(ratings.units))
        self._given = summed(ratings, given)
        self._squares = _Products(ratings, np.ones(len(ratings.value)), np.ones(len(ratings.value)))

    def under(self, weights: Floats) -> Floats:
        """The measure for each row of weights (draws by articles)."""
        n = weights @ self._given
        chance = divided(self._squares.under(weights), n * n)
        return divided(divided(weights @ self._same, weights @ self._units) - chance, 1 - chance)


class _Products:
    """The sum over values c of X_c Y_c: the sums of `x` and of `y` over the weighted rows with that value."""

    def __init__(self, ratings: Ratings, x: Floats, y: Floats) -> None:
        cells, cell = np.unique(
            np.stack([ratings.value, ratings.article], axis=1).reshape(-1, 2), axis=0, return_inverse=True
        )
        cell = cell.reshape(-1)
        value, article = cells[:, 0], cells[:, 1]
        self._x, self._y = np.bincount(cell, weights=x), np.bincount(cell, weights=y)
        # A value of one article alone, as places are, needs no sum over articles.
        shared = np.bincount(value)[value] > 1 if len(value) else np.zeros(0, dtype=np.bool_)
        own = (self._x * self._y)[~shared]
        self._own = np.bincount(article[~shared], weights=own, minlength=ratings.articles)
        self._x, self._y, self._article = self._x[shared], self._y[shared], article[shared]
        self._starts = _starts(value[shared])

    def under(self, weights: Floats) -> Floats:
        """The sum for each row of weights."""
        found: Floats = (weights * weights) @ self._own
        if len(self._starts):
            drawn = weights.T.copy()[self._article]  # draws last: sums run along memory then
            x = np.add.reduceat(drawn * self._x[:, None], self._starts, axis=0)
            y = np.add.reduceat(drawn * self._y[:, None], self._starts, axis=0)
            found = found + (x * y).sum(axis=0)
        return found


def _starts(of: Integers) -> Integers:
    """Where each run of equal numbers begins."""
    return np.flatnonzero(np.diff(of, prepend=-1))


def _given(ratings: Ratings) -> Floats:
    """How many values each unit has."""
    return np.bincount(ratings.unit, minlength=ratings.units).astype(np.float64)


def _same_pairs(ratings: Ratings) -> Floats:
    """How many ordered pairs of the same value each unit has."""
    values = int(ratings.value.max()) + 1 if len(ratings.value) else 1
    cells, times = np.unique(ratings.unit * values + ratings.value, return_counts=True)
    pairs = np.bincount(cells // values, weights=times * (times - 1.0), minlength=ratings.units)
    return pairs.astype(np.float64)
