"""Kernel smoothing: a network for every moment, in which a statement counts the less the further off it is in time.

With w made even and d = 2 (whole units from the statement to the moment) / w, a statement weighs ζ(d):

    uniform        1/2                where |d| <= 1
    epanechnikov   3/4 (1 - d²)       where |d| <= 1
    triangular     1 - |d|            where |d| <= 1     (dna: |1 - d|, as DNA 3.1 has it)
    gaussian       φ(d)               all statements

Among rows a pair of statements adds √(ζ₁ζ₂) times what it adds without a kernel, which is what comes out when each
counts √ζ in A[i, j, k].  Between rows and columns a statement counts ζ.  The average normalisation multiplies by
2 / (|X_i| + |X_i'|), X_i being the statements of the row that the kernel reaches, each counted whole.

DNA 3.1 leaves what a row shares with itself on the diagonal here, and only here; so does dna.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

import numpy as np

from onrecord.analysis.networks.counts import Counts, Levels
from onrecord.analysis.networks.normalising import normalised
from onrecord.analysis.networks.one_mode import one_mode
from onrecord.analysis.networks.periods import later, whole_units
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Ints
from onrecord.analysis.networks.two_mode import level_weights
from onrecord.analysis.networks.weighing import Study
from onrecord.analysis.networks.windows import moments, period
from onrecord.model.network import Kernel, Network, Period, Rules, Unit


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slice:
    """A moment: the time that the kernel reaches, the statements in it, and what each weighs, ζ."""

    period: Period
    rows: Ints
    zeta: Floats


def slices(study: Study, rows: Ints) -> Iterator[Slice]:
    """All moments, a unit apart; `rows` are dated and in the order of time."""
    unit, size = cast("Unit", study.settings.window), cast("int", study.settings.size)
    width = size + size % 2
    times = study.table.times[rows]
    stamps, places = np.unique(times, return_inverse=True)
    given = _Times(stamps=stamps.astype("datetime64[s]").tolist(), places=places)
    for middle in moments(times, unit, 0):
        start, stop = later(middle, -width // 2, unit), later(middle, width // 2, unit)
        if study.settings.kernel == "gaussian":
            low, high = 0, len(rows)
        else:
            low = int(np.searchsorted(times, np.datetime64(start, "s"), side="left"))
            high = int(np.searchsorted(times, np.datetime64(stop, "s"), side="right"))
        near = given.between(low, high)
        distances = np.array([2.0 * whole_units(time, middle, unit) / width for time in near.stamps])
        zeta = weights(distances, cast("Kernel", study.settings.kernel), study.settings.rules)[near.places]
        yield Slice(period=period(start, middle, stop), rows=rows[low:high], zeta=zeta)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Times:
    """The times of statements, each that occurs once, in order, and which of them each statement has."""

    stamps: list[datetime]
    places: Ints

    def between(self, low: int, high: int) -> "_Times":
        """Those of the statements from `low` to before `high`, which are in the order of time."""
        if low == high:
            return _Times(stamps=[], places=self.places[low:high])
        first, last = int(self.places[low]), int(self.places[high - 1])
        return _Times(stamps=self.stamps[first : last + 1], places=self.places[low:high] - first)


def weights(distances: Floats, kernel: Kernel, rules: Rules) -> Floats:
    """ζ(d)."""
    if kernel == "gaussian":
        return cast("Floats", np.exp(-(distances**2) / 2) / np.sqrt(2 * np.pi))
    near = np.abs(distances) <= 1
    if kernel == "uniform":
        return np.where(near, 0.5, 0.0)
    if kernel == "epanechnikov":
        return np.where(near, 0.75 * (1 - distances**2), 0.0)
    bent = np.abs(1 - distances) if rules == "dna" else 1 - np.abs(distances)
    return np.where(near, bent, 0.0)


def smoothed(study: Study, each: Slice) -> Network:
    """The network of a moment."""
    settings, levels = study.settings, study.levels
    plain = study.part(each.rows)
    zeta = np.sqrt(each.zeta) if settings.mode == "one" else each.zeta
    weighed = study.part(each.rows, zeta).counts
    return study.network(slice_matrix(weighed, plain.counts, levels, settings), plain, each.period)


def slice_matrix(weighed: Counts, plain: Counts, levels: Levels, settings: Settings) -> Floats:
    """The ties of statements that weigh √ζ (mode one) or ζ; `plain` counts them whole, for the average."""
    if settings.mode == "one":
        diagonal = settings.rules == "dna"
        matrix = one_mode(weighed, levels, settings.aggregation, diagonal=diagonal)
        return normalised(matrix, plain, settings)
    if settings.rules == "dna" and levels.ordered and not levels.boolean:
        # DNA counts the place of a level among the levels, not the number that it is.
        levels = replace(levels, values=np.arange(float(len(levels.values))))
    return weighed.at_level(level_weights(levels, settings))
