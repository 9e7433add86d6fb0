"""A table of values that coders gave to units: the form that every nominal measure starts from."""

from array import array
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

Given = tuple[Hashable, Hashable, Hashable, Hashable]
"""Article, unit, coder, value: one value that one coder gave to one unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """The values of all units that at least two coders gave one to, as numbers, one row a value.

    `article`, `unit`, `coder`, `value` count from 0 without a gap; a unit lies in one article.  The articles are in
    the order of their names, so that a seed draws the same ones whatever order the rows came in.
    """

    article: Integers
    unit: Integers
    coder: Integers
    value: Integers

    @property
    def articles(self) -> int:
        """How many articles have a unit."""
        return _count(self.article)

    @property
    def units(self) -> int:
        """How many units there are."""
        return _count(self.unit)

    @property
    def coders(self) -> int:
        """How many coders gave a value to one of them."""
        return _count(self.coder)

    @property
    def article_of_unit(self) -> Integers:
        """The article of each unit."""
        found = np.zeros(self.units, dtype=np.int64)
        found[self.unit] = self.article
        return found

    def complete(self) -> "Ratings":
        """Only the units that every one of the coders gave a value to."""
        return _ratings(self._rows(np.bincount(self.unit)[self.unit] == self.coders))

    def _rows(self, kept: NDArray[np.bool_]) -> tuple[Integers, Integers, Integers, Integers]:
        return self.article[kept], self.unit[kept], self.coder[kept], self.value[kept]


class Table:
    """Collects values as numbers, a few bytes each, however long the names of units and values are."""

    def __init__(self) -> None:
        self._numbers: tuple[dict[Hashable, int], ...] = ({}, {}, {}, {})
        self._rows = array("q")

    def add(self, article: Hashable, unit: Hashable, coder: Hashable, value: Hashable) -> None:
        """Take in one value; a coder gives a unit one value at most."""
        articles, units, coders, values = self._numbers
        row = (
            articles.setdefault(article, len(articles)),
            units.setdefault(unit, len(units)),
            coders.setdefault(coder, len(coders)),
            values.setdefault(value, len(values)),
        )
        self._rows.extend(row)

    def ratings(self) -> Ratings:
        """What was taken in, without the units that only one coder gave a value to."""
        article, unit, coder, value = np.array(self._rows, dtype=np.int64).reshape(-1, len(self._numbers)).T
        paired = np.bincount(unit)[unit] > 1 if len(unit) else np.zeros(0, dtype=np.bool_)
        places = _places_in_order(self._numbers[0])
        return _ratings((places[article[paired]], unit[paired], coder[paired], value[paired]))


def tabulate(rows: Iterable[Given]) -> Ratings:
    """The ratings of some rows, in any order."""
    table = Table()
    for row in rows:
        table.add(*row)
    return table.ratings()


def _ratings(columns: tuple[Integers, Integers, Integers, Integers]) -> Ratings:
    article, unit, coder, value = (np.unique(column, return_inverse=True)[1] for column in columns)
    return Ratings(article=article, unit=unit, coder=coder, value=value)


def _places_in_order(names: dict[Hashable, int]) -> Integers:
    """For the number of each name, the place of the name among all of them."""
    places = np.zeros(len(names), dtype=np.int64)
    places[[names[name] for name in sorted(names, key=str)]] = np.arange(len(names))
    return places


def _count(column: Integers) -> int:
    return int(column.max()) + 1 if len(column) else 0
