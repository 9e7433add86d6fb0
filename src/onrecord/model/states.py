"""The states that a debate passes through, and when it goes from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.network import Period

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The network of one window: its state from 0, numbered as they first occur; None where it has no tie.

    `x` and `y` are its place on a map on which networks that are alike lie near each other.
    """

    period: Period
    state: int | None
    x: float
    y: float
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class States:
    """The moments in the order of time, and the distances between them, (moments, moments) from 0 to 1.

    `modularity` says how well the states set the moments apart; `chance` how often they do so as well in the same
    articles with their dates shuffled.
    """

    moments: tuple[Moment, ...]
    distances: "NDArray[np.float64]"
    modularity: float
    chance: float
    settings: Mapping[str, object]

    @property
    def count(self) -> int:
        """How many states there are."""
        return len({each.state for each in self.moments if each.state is not None})
