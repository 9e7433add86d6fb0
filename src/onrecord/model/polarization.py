"""How far a debate falls apart into camps, over time."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.network import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Polarized:
    """One window: `value` is None where nobody in it is tied to anybody.

    `value` is 1 where everything fits the camps and 0 where it fits no better than chance makes it; `low` and `high`
    are the ends of its interval over articles, None where there are too few of them.  `share` is the part of all ties
    that fits the camps, `chance` that part with shuffled stances.  `camps` has the number of each camp's rows, the
    larger first.
    """

    period: Period
    value: float | None
    low: float | None
    high: float | None
    share: float
    chance: float
    statements: int
    rows: int
    camps: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Polarization:
    """The windows in the order of time, and what they were made by."""

    points: tuple[Polarized, ...]
    settings: Mapping[str, object]
