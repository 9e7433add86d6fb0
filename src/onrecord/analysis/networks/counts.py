"""How many statements there are of each row, column and level of the qualifier: A[i, j, k], without its zeros."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Ints, Numbers, Table, Texts

_SPARSE = 16  # with more cells than so many a statement, statements are sorted instead of every cell counted
_EXACT = 2**24  # whole numbers below it are exact in 32 bits
NOTHING = 1e-13
"""What is left of sums that cancel is smaller than this share of what was added up."""

_BLOCK = 4_000_000  # cells of A in memory at once: 32 MB


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Axis:
    """The names along one side of a matrix in their order, and each label's place among them (-1: not there)."""

    names: tuple[str, ...]
    places: Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Levels:
    """The values that a qualifier can have: `place` of each row of the table among them, and their distances.

    `values` are the numbers themselves, or 0, 1, 2 ... where they are texts, of which `ordered` is False: two texts are
    the same or not.  Without a qualifier there is one level.
    """

    values: Floats
    place: Ints
    ordered: bool
    boolean: bool

    @property
    def distances(self) -> Floats:
        """|q_k - q_l| / (max q - min q), levels by levels; all 0 where there is one level."""
        gaps = np.abs(self.values[:, None] - self.values[None, :])
        widest = gaps.max(initial=0.0)
        return gaps / widest if widest else gaps


def axis(column: Texts, rows: Ints) -> Axis:
    """The values that the column has in these rows, sorted as Java sorts (by UTF-16 unit), without the empty one."""
    used = np.flatnonzero(np.bincount(column.codes[rows], minlength=len(column.labels)))
    named = sorted((column.labels[code], int(code)) for code in used if column.labels[code])
    named.sort(key=lambda pair: pair[0].encode("utf-16-be", "surrogatepass"))
    places = np.full(max(1, len(column.labels)), -1, dtype=np.int64)
    places[[code for _, code in named]] = np.arange(len(named))
    return Axis(names=tuple(name for name, _ in named), places=places)


def levels(table: Table, settings: Settings) -> Levels:
    """The levels of the qualifier in all statements of the table, filtered out or not.

    Where the qualifier is ignored there is one level; only Jaccard's index goes by cells of column and level even so,
    as DNA has it, and what has no value is then a level too.
    """
    nothing = np.zeros(len(table), dtype=np.int64)
    ignored = settings.aggregation == "ignore"
    if settings.qualifier is None or (ignored and settings.normalisation != "jaccard"):
        return Levels(values=np.zeros(1), place=nothing, ordered=True, boolean=False)
    column = table.column(settings.qualifier)
    found = _texts(column, len(table)) if isinstance(column, Texts) else _numbers(column, nothing)
    if not ignored or not np.any(found.place < 0):
        return found
    last = len(found.values)
    place = np.where(found.place < 0, last, found.place)
    return replace(found, values=np.append(found.values, 0.0), place=place)


def _texts(column: Texts, rows: int) -> Levels:
    found = axis(column, np.arange(rows))
    values = np.arange(float(len(found.names)))
    return Levels(values=values, place=found.places[column.codes], ordered=False, boolean=False)


def _numbers(column: Numbers, nothing: Ints) -> Levels:
    values = np.array([0, 1]) if column.boolean else np.unique(column.values[column.known])
    place = np.searchsorted(values, column.values) if len(values) else nothing
    place = np.where(column.known, place, -1)
    return Levels(values=values.astype(np.float64), place=place, ordered=True, boolean=column.boolean)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counts:
    """A[i, j, k] as its cells that are not 0, sorted by j, k, i; `shape` is (rows, columns, levels)."""

    shape: tuple[int, int, int]
    i: Ints
    j: Ints
    k: Ints
    amount: Floats

    @property
    def of_rows(self) -> Floats:
        """n_i, the statements of each row."""
        return _sums(self.i, self.amount, self.shape[0])

    @property
    def of_columns(self) -> Floats:
        """The statements of each column."""
        return _sums(self.j, self.amount, self.shape[1])

    def at_level(self, weights: Floats) -> Floats:
        """Σ_k weights_k A[i, j, k] as a matrix, rows by columns."""
        rows, columns, _ = self.shape
        amount = self.amount * weights[self.k]
        cells = self.i * columns + self.j
        found = _sums(cells, amount, rows * columns)
        if not self.whole:
            found[np.abs(found) <= NOTHING * _sums(cells, np.abs(amount), rows * columns)] = 0.0
        return found.reshape(rows, columns)

    @property
    def whole(self) -> bool:
        """Whether all amounts are whole numbers, as they are where no kernel weighs statements."""
        return not np.any(self.amount % 1)

    def _kind(self) -> "type[np.floating]":
        """32 bits, which are multiplied twice as fast, where all sums of products are whole and small enough."""
        # One row's statements times what another has of one column, at all levels together.
        most = self.of_rows.max(initial=0.0) * self.amount.max(initial=0.0) * self.shape[2]
        return np.float64 if most >= _EXACT or not self.whole else np.float32

    def blocks(self, least: int = 2) -> "Iterator[Block]":
        """A in pieces that fit in memory, whole columns j each, without those that fewer than `least` rows have.

        What one row alone has ties nobody, and makes nothing but the diagonal.
        """
        rows, _, depth = self.shape
        several = _rows_of_columns(self) >= least
        chosen = np.flatnonzero(several)
        at_once = max(1, _BLOCK // max(1, rows * depth))
        kind = self._kind()
        for first in range(0, len(chosen), at_once):
            some = chosen[first : first + at_once]
            low, high = np.searchsorted(self.j, [some[0], some[-1] + 1])
            taken = np.flatnonzero(several[self.j[low:high]]) + low
            if len(taken):
                yield _block(self, taken, some, kind)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """Some columns of A: `rows` are the numbers of the rows that have something there.

    `cells` has shape (len(rows), columns here, levels): in 32 bits where every sum of products of A is exact in them.
    """

    rows: Ints
    cells: NDArray[np.floating]


def _sums(places: Ints, amount: Floats, length: int) -> Floats:
    return np.bincount(places, weights=amount, minlength=length).astype(np.float64, copy=False)


def _rows_of_columns(counts: Counts) -> Ints:
    """How many different rows each column has."""
    rows, columns, _ = counts.shape
    if not len(counts.j):
        return np.zeros(columns, dtype=np.int64)
    # The cells are in the order of j, k, i: those of one level are of different rows, so only levels can repeat one.
    pairs = counts.j * rows + counts.i
    if counts.shape[2] > 1:
        pairs = np.sort(pairs)
        pairs = pairs[np.append(True, pairs[1:] != pairs[:-1])]
    return np.bincount(pairs // rows, minlength=columns).astype(np.int64)


def _block(counts: Counts, taken: Ints, some: Ints, kind: type[np.floating]) -> Block:
    _, columns, depth = counts.shape
    rows, place = np.unique(counts.i[taken], return_inverse=True)
    renumbered = np.zeros(columns, dtype=np.int64)
    renumbered[some] = np.arange(len(some))
    cells = np.zeros((len(rows), len(some), depth), dtype=kind)
    cells[place, renumbered[counts.j[taken]], counts.k[taken]] = counts.amount[taken]
    return Block(rows=rows, cells=cells)


def count(i: Ints, j: Ints, k: Ints, shape: tuple[int, int, int], weights: Floats | None = None) -> Counts:
    """The counts of statements with these places along the axes, each counted with its weight (1 if not given)."""
    rows, columns, depth = shape
    flat = (j * depth + k) * rows + i
    if rows * columns * depth <= _SPARSE * len(flat):
        amount = np.bincount(flat, weights=weights, minlength=rows * columns * depth).astype(np.float64)
        cells = np.flatnonzero(amount)
        amount = amount[cells]
    else:
        cells, place = np.unique(flat, return_inverse=True)
        amount = np.bincount(place, weights=weights, minlength=len(cells)).astype(np.float64)
    above, i = np.divmod(cells, max(1, rows))
    j, k = np.divmod(above, depth)
    return Counts(shape=shape, i=i, j=j, k=k, amount=amount)
