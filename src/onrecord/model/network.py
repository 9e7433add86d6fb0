"""A network of a debate: who is tied to whom, or to what, and how strongly."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:  # so that naming a network costs nothing at the start of a command
    import numpy as np
    from numpy.typing import NDArray

NetworkMode = Literal["one", "two"]
Mode = Literal["one", "two", "events"]
Aggregation = Literal["ignore", "congruence", "conflict", "subtract", "combine"]
Normalisation = Literal["no", "average", "jaccard", "cosine", "activity", "prominence"]
Duplicates = Literal["include", "document", "week", "month", "year", "acrossrange"]
Rules = Literal["onrecord", "dna"]
Day = Literal["published", "said"]
Unit = Literal["days", "weeks", "months", "years"]
Window = Unit | Literal["events"]
Kernel = Literal["uniform", "epanechnikov", "triangular", "gaussian"]

MODES: tuple[Mode, ...] = get_args(Mode)
AGGREGATIONS: tuple[Aggregation, ...] = get_args(Aggregation)
NORMALISATIONS: tuple[Normalisation, ...] = get_args(Normalisation)
DUPLICATES: tuple[Duplicates, ...] = get_args(Duplicates)
RULES: tuple[Rules, ...] = get_args(Rules)
WINDOWS: tuple[Window, ...] = (*get_args(Unit), "events")
DAYS: tuple[Day, ...] = get_args(Day)
KERNELS: tuple[Kernel, ...] = get_args(Kernel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What is known of a row or column beside its name.

    `colour` is red, green and blue, 0 to 255; `id` the source's.
    """

    name: str
    variable: str
    id: str | None = None
    colour: tuple[int, int, int] | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The time that a network of a series stands for, both ends in it, as ISO 8601; `middle` is its name."""

    start: str
    middle: str
    stop: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sureness:
    """For each entry of a network's matrix the ends of its interval over articles (`low`, `high`) and over wrong codes
    (`code_low`, `code_high`), and the chance that it survives wrong codes.

    Entries that are 0 have the interval 0 to 0 and survival 0; they were not looked at.  In a series `low` and `high`
    are NaN where the window has too few articles to draw from.
    """

    low: "NDArray[np.float64]"
    high: "NDArray[np.float64]"
    code_low: "NDArray[np.float64]"
    code_high: "NDArray[np.float64]"
    survival: "NDArray[np.float64]"

    def matrices(self) -> "Mapping[str, NDArray[np.float64]]":
        """All of them by name, in order."""
        return {
            "low": self.low,
            "high": self.high,
            "code_low": self.code_low,
            "code_high": self.code_high,
            "survival": self.survival,
        }


@dataclass(frozen=True, kw_only=True, eq=False)
class Network:
    """A weighted network.

    `matrix` has shape (rows, columns) and float64 weights; with mode one it is symmetric, its diagonal is 0, and the
    columns are the rows.  `settings` is all that it was made by, for every output to carry; `statements` how many
    it rests on, and `frequencies` in how many of them each row and each column is; `period` is set in a
    series, `sureness` where it was asked for.
    """

    mode: NetworkMode
    rows: Sequence[Node]
    columns: Sequence[Node]
    matrix: "NDArray[np.float64]"
    frequencies: "tuple[NDArray[np.float64], NDArray[np.float64]]"
    settings: Mapping[str, object]
    statements: int
    period: Period | None = None
    sureness: Sureness | None = None

    def ties(self) -> Iterator[tuple[int, int, float]]:
        """Row, column and weight of each tie that is not 0, in their order; with mode one each pair once."""
        import numpy as np  # noqa: PLC0415 - as above

        found = np.triu(self.matrix, 1) if self.mode == "one" else self.matrix
        rows, columns = np.nonzero(found)
        yield from zip(rows.tolist(), columns.tolist(), found[rows, columns].tolist(), strict=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One statement of an event list: its values by variable, and where it stands.

    `time` is ISO 8601, None where the article has no date; `start` and `stop` are the place in the document's text.
    """

    statement: str
    time: str | None
    values: Mapping[str, str | int | None]
    start: int
    stop: int
    text: str
    document: str
    facts: Mapping[str, str]
