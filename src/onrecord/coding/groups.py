"""Statements that share a name (of an article, of a speaker), and sums over the others of a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The n statements by a name: `of` (n) is the number of a statement's group, -1 where nobody knows the name.

    Sums have a row for each of the `count` groups and a last one for those without a name, which is 0: a statement's
    row of them is `sums[of]`, whether it has a name or not.
    """

    of: Ints
    count: int

    @classmethod
    def by(cls, names: Sequence[str | None]) -> "Groups":
        """The groups of equal names; None is nobody's name."""
        numbers = {name: number for number, name in enumerate(dict.fromkeys(filter(None, names)))}
        of = np.array([numbers[name] if name else -1 for name in names], np.int64)
        return cls(of=of, count=len(numbers))

    def sums(self, x: Floats, rows: Ints | None = None) -> Floats:
        """count + 1, ...: the sums of x, which has a row for each statement, or for each of the statements `rows`."""
        of = self.of if rows is None else self.of[rows]
        flat = x.reshape(len(x), prod(x.shape[1:]))
        named = of >= 0
        summed = np.zeros((self.count + 1, flat.shape[1]))
        for column in range(flat.shape[1]):
            summed[:-1, column] = np.bincount(of[named], flat[named, column], minlength=self.count)
        return summed.reshape(self.count + 1, *x.shape[1:])

    def others(self, sums: Floats, rows: Ints, own: Floats) -> Floats:
        """For each of the statements `rows` the sum over the others of its name; `own`: what it added itself."""
        of = self.of[rows]
        named = (of >= 0).reshape(-1, *[1] * (own.ndim - 1))
        return np.asarray(sums[of] - np.where(named, own, 0.0))
