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

from onrecord.analysis.networks.normalising import normalised
from onrecord.analysis.networks.one_mode import one_mode
from onrecord.analysis.networks.periods import later, whole_units
from onrecord.analysis.networks.table import Floats, Ints
from onrecord.analysis.networks.two_mode import level_weights
from onrecord.analysis.networks.weighing import Study
from onrecord.analysis.networks.windows import moments, period
from onrecord.model.network import Kernel, Network, Rules, Unit


def smoothed(study: Study, rows: Ints) -> Iterator[Network]:
    """The networks of all moments, a unit apart; `rows` are dated and in the order of time."""
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
        yield _slice(study, rows[low:high], given.between(low, high), middle, width)


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


def _slice(study: Study, rows: Ints, times: _Times, middle: datetime, width: int) -> Network:
    settings = study.settings
    unit, kernel = cast("Unit", settings.window), cast("Kernel", settings.kernel)
    distances = np.array([2.0 * whole_units(time, middle, unit) / width for time in times.stamps])
    zeta = weights(distances, kernel, settings.rules)[times.places]
    plain = study.part(rows)
    if settings.mode == "one":
        counts = study.part(rows, np.sqrt(zeta)).counts
        diagonal = settings.rules == "dna"
        matrix = one_mode(counts, study.levels, settings.aggregation, diagonal=diagonal)
        normalised(matrix, plain.counts, settings)
    else:
        levels = study.levels
        if settings.rules == "dna" and levels.ordered and not levels.boolean:
            # DNA counts the place of a level among the levels, not the number that it is.
            levels = replace(levels, values=np.arange(float(len(levels.values))))
        matrix = study.part(rows, zeta).counts.at_level(level_weights(levels, settings))
    where = period(later(middle, -width // 2, unit), middle, later(middle, width // 2, unit))
    return study.network(matrix, plain, where)
