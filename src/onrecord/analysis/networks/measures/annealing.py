"""A backbone by simulated annealing: of all sets of columns the one with the least loss, as nearly as chance finds it.

The nested backbone never takes back what it let go; here columns come and go.  At step t of T a set B becomes another
that differs by one column (added, taken away, or changed for one outside), always if its loss is less, else with the
probability

    exp(-(new - old)) · (1 - 1 / (1 + exp(-(-5 + 12 t / T))))

as DNA's `iterateSimulatedAnnealingBackbone` has it (the method: Kirkpatrick, Gelatt and Vecchi 1983, Science 220).
With a size given, sets have that many columns; else the loss is multiplied by exp(-p (n - |B|) / n), so that a
smaller set may lose more, and the set of all n columns, which loses nothing, is no backbone.  The best set that was
seen is given, whatever the last one is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from onrecord.analysis.networks.measures.backbone import Loss, Whole
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Table
from onrecord.errors import UsageError

STEPS = 5_000
PENALTY = 3.5
"""With it one column of ten goes if the loss grows by less than e^0.35, which is 1.4 times."""

Set = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annealed:
    """The columns of the backbone and the others, in order, the loss of each; `penalized` is what was made small."""

    kept: tuple[str, ...]
    redundant: tuple[str, ...]
    loss: Loss
    penalized: float


def annealed_backbone(
    table: Table,
    settings: Settings,
    *,
    size: int | None = None,
    penalty: float = PENALTY,
    steps: int = STEPS,
    seed: int = 1,
) -> Annealed:
    """The best backbone found, of `size` columns or of as many as the penalty makes; the same by seed.

    Settings as for `backbone`.  UsageError where there are fewer than two columns, or `size` is not below their number.
    """
    whole = Whole.of(table, settings)
    names = whole.names
    if len(names) < 2:
        raise UsageError(
            f"there is {len(names)} {settings.columns} only: a backbone is some of several",
            code="network-settings",
        )
    if size is not None and not 1 <= size < len(names):
        raise UsageError(
            f"a backbone of {size} of {len(names)} is none: keep from 1 to {len(names) - 1}",
            code="network-settings",
        )
    search = _Search(whole, 0.0 if size is not None else penalty)
    best = search.run(size, steps, np.random.default_rng(seed))
    kept = tuple(name for at, name in enumerate(names) if at in best)
    return Annealed(
        kept=kept,
        redundant=tuple(name for name in names if name not in kept),
        loss=whole.both(kept),
        penalized=search.loss(best),
    )


class _Search:
    def __init__(self, whole: Whole, penalty: float) -> None:
        self._whole, self._penalty = whole, penalty
        self._count = len(whole.names)
        self._known: dict[Set, float] = {}

    def loss(self, kept: Set) -> float:
        """The loss of keeping these, less by the penalty; rounded, so that it is the same on every machine."""
        if kept not in self._known:
            found = self._whole.loss({self._whole.names[at] for at in kept})
            away = (self._count - len(kept)) / self._count
            self._known[kept] = float(f"{found * exp(-self._penalty * away):.12g}")
        return self._known[kept]

    def run(self, size: int | None, steps: int, random: np.random.Generator) -> Set:
        """The best set seen in so many steps from a random one; of equal ones the first that was seen."""
        first = size if size is not None else int(random.integers(1, self._count))
        here = frozenset(random.permutation(self._count)[:first].tolist())
        best = here
        for step in range(1, steps + 1):
            there = self._neighbour(here, random, fixed=size is not None)
            worse = self.loss(there) - self.loss(here)
            if worse <= 0 or random.random() < exp(-worse) * temperature(step / steps):
                here = there
            if self.loss(here) < self.loss(best):
                best = here
        return best

    def _neighbour(self, here: Set, random: np.random.Generator, *, fixed: bool) -> Set:
        """A set that differs by one column, neither empty nor whole."""
        inside, outside = sorted(here), sorted(set(range(self._count)) - here)
        ways = ["change"]
        if not fixed:
            ways += ["add"] * (len(outside) > 1) + ["take"] * (len(inside) > 1)
        way = ways[int(random.integers(len(ways)))]
        gone = {_drawn(inside, random)} if way != "add" else set()
        new = {_drawn(outside, random)} if way != "take" else set()
        return frozenset((here - gone) | new)


def temperature(share: float) -> float:
    """1 - 1 / (1 + exp(5 - 12 share)): near 1 at the beginning, near 0 at the end."""
    return 1 - 1 / (1 + exp(-(-5 + 12 * share)))


def _drawn(some: Sequence[int], random: np.random.Generator) -> int:
    return some[int(random.integers(len(some)))]
