"""The table that networks are made of: one row a coded statement, one column a variable.

Texts are kept once each, as labels, and the rows hold their numbers, so that a million statements are a few arrays.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import UsageError
from onrecord.model.network import Day

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Times = NDArray[np.datetime64]
"""Seconds (`datetime64[s]`); NaT where a statement has no date."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Texts:
    """A variable of short texts: row r has `labels[codes[r]]`; the empty label is no value."""

    labels: tuple[str, ...]
    codes: Ints

    @classmethod
    def of(cls, values: Iterable[str]) -> Self:
        """The column that has these values."""
        numbers: dict[str, int] = {}
        codes = np.fromiter((numbers.setdefault(value, len(numbers)) for value in values), dtype=np.int64)
        return cls(labels=tuple(numbers), codes=codes)

    def at(self, row: int) -> str:
        """The value of a row."""
        return self.labels[int(self.codes[row])]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Numbers:
    """A variable of whole numbers; with `boolean` they are 0 and 1.  `known` is False where a row has no value."""

    values: Ints
    known: Flags
    boolean: bool = False

    @classmethod
    def of(cls, values: Iterable[int | None], *, boolean: bool = False) -> Self:
        """The column that has these values."""
        given = list(values)
        return cls(
            values=np.array([value or 0 for value in given], dtype=np.int64),
            known=np.array([value is not None for value in given], dtype=np.bool_),
            boolean=boolean,
        )

    def at(self, row: int) -> int | None:
        """The value of a row."""
        return int(self.values[row]) if self.known[row] else None


Column = Texts | Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """Coded statements: every array and column has one entry a statement, in any order.

    `ids` tell statements apart and `documents` articles; both are numbers.  `times` are the moments that networks in
    time go by: of publication, and of what was said itself in a table `by_day` said; `said` are those, None where the
    source has none.  `variables` are what was coded, `facts` what is known of the article (author, source, section,
    type ...); a network can be made of either, and where both have a name the variable is meant.
    """

    ids: Ints
    documents: Ints
    times: Times
    starts: Ints
    stops: Ints
    variables: Mapping[str, Column]
    facts: Mapping[str, Texts] = field(default_factory=dict)
    wrong: Floats | None = None
    said: Times | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def by_day(self, day: Day) -> Self:
        """The table whose times are those of the day named; UsageError (``no-day``) where the source has none such."""
        if day == "published":
            return self
        if self.said is None:
            raise UsageError(
                "the source knows the day of publication alone, not the day on which something was said: leave "
                "--day said away",
                code="no-day",
            )
        return replace(self, times=self.said)

    @property
    def names(self) -> Sequence[str]:
        """What a network can be made of, the variables first."""
        return tuple(dict.fromkeys((*self.variables, *self.facts)))

    def column(self, name: str) -> Column:
        """The column of that name; UsageError (``unknown-variable``), which names those there are."""
        found = self.variables.get(name) or self.facts.get(name)
        if found is None:
            raise UsageError(
                f"there is no variable {name!r} here; there are: {', '.join(self.names)}",
                code="unknown-variable",
            )
        return found

    def texts(self, name: str) -> Texts:
        """The column of texts of that name; UsageError where there is none, or it holds numbers."""
        found = self.column(name)
        if isinstance(found, Texts):
            return found
        raise UsageError(
            f"{name} holds numbers, and rows and columns need names: it can be the --qualifier",
            code="not-names",
        )
