"""How good suggestions are against codes that are known: F1, calibration, intervals."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
BINS = 10


def f1(said: NDArray[np.bool_], true: NDArray[np.bool_]) -> float:
    """2 hits / (said + true); 1 where there is nothing to find and nothing was said."""
    both = int(said.sum() + true.sum())
    return 2 * int((said & true).sum()) / both if both else 1.0


def macro_f1(said: Ints, true: Ints) -> float:
    """The mean of the F1 of every class that occurs among the true ones."""
    return float(np.mean([f1(said == one, true == one) for one in np.unique(true)])) if len(true) else 1.0


def calibration_error(said: Floats, right: Floats, bins: int = BINS) -> float:
    """Expected calibration error, 0 to 1 (Naeini et al. 2015): equal bins, each weighed by how many are in it."""
    at = np.minimum((said * bins).astype(np.int64), bins - 1)
    gaps = [
        abs(said[at == n].mean() - right[at == n].mean()) * (at == n).mean()
        for n in range(bins)
        if (at == n).any()
    ]
    return float(sum(gaps))


def interval(
    groups: Sequence[object], score: Callable[[Ints], float], *, samples: int = 500, seed: int = 1
) -> tuple[float, float]:
    """95% of a bootstrap over groups: rows with the same group are drawn together; `score` takes numbers of rows."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(groups))}
    at = np.array([numbers[group] for group in groups], np.int64)
    rows = np.argsort(at, kind="stable")  # group after group
    sizes = np.bincount(at, minlength=len(numbers))
    starts = np.cumsum(sizes) - sizes
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(samples):
        drawn = rng.integers(0, len(numbers), len(numbers))
        many = sizes[drawn]
        within = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        found.append(score(rows[np.repeat(starts[drawn], many) + within]))
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)
