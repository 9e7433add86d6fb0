"""A measure with its interval: the percentile bootstrap over articles.

Articles are drawn, not statements: what two coders make of statements of one article hangs together, and an interval
that forgets it is too narrow (Efron and Tibshirani 1993, chapters 13 and 8.5; Davison and Hinkley 1997, 3.8).
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from onrecord.review.agreement.ratings import Floats

DRAWS = 2000
LEVEL = 0.95

_AT_ONCE = 500_000  # weights in memory at once, draws times articles


class Measure(Protocol):
    """A measure that can be taken of some articles instead of all."""

    def under(self, weights: Floats) -> Floats:
        """Its value for each row of weights (draws by articles)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure and its 95% interval; None where it cannot be said (0 / 0; an interval of one article)."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


def estimate(measure: Measure, articles: int, *, seed: int, draws: int = DRAWS) -> Estimate:
    """The measure of all articles, and the middle 95% of what it is in samples of as many, drawn with replacement.

    The same seed draws the same samples.  Samples in which the measure is 0 / 0 are left out of the interval.
    """
    if not articles:
        return Estimate()
    value = _number(measure.under(np.ones((1, articles)))[0])
    if value is None or articles < 2:
        return Estimate(value=value)
    found = _resampled(measure, articles, np.random.default_rng(seed), draws)
    defined = found[~np.isnan(found)]
    if not len(defined):
        return Estimate(value=value)
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(defined, [tail, 1 - tail])
    return Estimate(value=value, low=_number(low), high=_number(high))


def _resampled(measure: Measure, articles: int, random: np.random.Generator, draws: int) -> Floats:
    found = []
    at_once = max(1, _AT_ONCE // articles)
    for first in range(0, draws, at_once):
        rows = min(at_once, draws - first)
        drawn = random.integers(0, articles, size=(rows, articles)) + articles * np.arange(rows)[:, None]
        weights = np.bincount(drawn.ravel(), minlength=rows * articles).reshape(rows, articles)
        found.append(measure.under(weights.astype(float)))
    return np.concatenate(found)


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
