"""Polarization in time: how far the debate of each window falls into camps that agree inside and disagree between.

With C the congruence and X the conflict among rows, each by the average, and rows in two or more camps, the share

    s = (Σ_within C + Σ_between X) / (Σ C + Σ X)

is what fits the camps: 1 less the weighted frustration of a signed network (Harary 1959, Behavioral Science 4; Aref and
Wilson 2018, Journal of Complex Networks 6).  The camps are those with the greatest share that moves of single rows from
random starts find.  Any debate fits some camps, and one in which all say the same fits best, so it is set against the
same statements with their qualifiers shuffled, each shuffle with the best camps of its own, s₀ their mean share:

    polarization = (s - s₀) / (1 - s₀)

1 for pure camps, 0 for what chance makes, and 0 where all say the same, for then s₀ is s.  (That a polarization score
must be set against a null model: Salloum, Chen and Kivelä 2022, Proc. ACM on Human-Computer Interaction 6.)

*Interval*: the articles of the window are drawn with replacement and s is reckoned anew for the camps that were found;
the middle 95% of the draws, as for ties; of fewer than five articles there is none.  The camps are not looked for
again, since the best camps of fewer different articles fit better for no other reason than that they are fewer.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from onrecord.analysis.networks.measures.frustration import best_camps, shares
from onrecord.analysis.networks.measures.sampling import LEAST_ARTICLES, LEVEL, ends
from onrecord.analysis.networks.measures.window_draws import Inside
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Ints, Table
from onrecord.analysis.networks.weighing import Study
from onrecord.analysis.networks.windows import Window, within
from onrecord.analysis.networks.windows import windows as in_windows
from onrecord.errors import UsageError
from onrecord.model.polarization import Polarization, Polarized

MOST_POINTS = 60
"""Of more windows as many are taken, evenly: more could not be told apart in a picture."""

DRAWS, SHUFFLES = 200, 40

_DIGITS = 3
"""The mean of so many shuffles is sure to about two hundredths: more digits would read as movement."""


def polarization(
    table: Table,
    settings: Settings,
    *,
    count: int = 2,
    seed: int = 1,
    draws: int = DRAWS,
    most: int = MOST_POINTS,
) -> Polarization:
    """The polarization of each window that the settings make, of `count` camps; the same by seed.

    UsageError where there are no windows, a kernel, no qualifier, or fewer than two camps.
    """
    study = _study(table, settings, count)
    rows = study.chosen[~np.isnat(table.times[study.chosen])]
    windows, every = _thinned(list(in_windows(study.settings, rows, study.table.times[rows])), most)
    points = tuple(_point(study, window, count, seed, draws) for window in windows)
    written = study.settings.written() | {"aggregation": "congruence and conflict", "measure": "polarization"}
    written |= {"camps": count, "draws": draws, "shuffles": SHUFFLES, "level": LEVEL, "seed": seed}
    used = len(within(windows))
    return Polarization(points=points, settings=written | {"every": every, "statements": used})


def _study(table: Table, settings: Settings, count: int) -> Study:
    if settings.window is None or settings.kernel is not None:
        raise UsageError(
            "polarization in time is of windows: add --window months --size 3, say, and no --kernel",
            code="network-settings",
        )
    if settings.qualifier is None:
        raise UsageError(
            "polarization asks how statements compare: name the --qualifier", code="network-settings"
        )
    if count < 2:
        raise UsageError(f"{count} camps cannot disagree: take 2 or more", code="network-settings")
    usual = replace(settings, mode="one", aggregation="congruence", normalisation="average")
    study = Study.of(table, usual)
    if not study.levels.ordered:
        raise UsageError(
            f"{settings.qualifier} is a text, and polarization asks who says the opposite: name a --qualifier of yes "
            "and no, or of numbers",
            code="network-settings",
        )
    return study


def _thinned(windows: Sequence[Window], most: int) -> tuple[Sequence[Window], int]:
    """Every so many of the windows, from the first on, and how many that is."""
    every = -(-len(windows) // most) or 1
    return windows[::every], every


def _point(study: Study, window: Window, count: int, seed: int, draws: int) -> Polarized:
    period, rows = window
    inside = Inside(study, rows)
    random = np.random.default_rng((seed, inside.seed))
    unknown = Polarized(
        period=period, value=None, low=None, high=None, share=1, chance=1,
        statements=len(rows), rows=inside.rows, camps=(),
    )  # fmt: skip
    if inside.rows < 2:
        return unknown
    as_said = inside.levels[None, :]
    ties = inside.ties(as_said)
    if not ties[0].any() and not ties[1].any():
        return unknown
    camps = best_camps(ties[0] - ties[1], count, random)
    (share,) = shares(*ties, camps).tolist()
    chance = _mean_chance(inside, count, random)
    sure = inside.articles >= LEAST_ARTICLES
    low, high = _ends(inside, camps, chance, random, draws) if sure else (None, None)
    return replace(
        unknown,
        value=_beyond(share, chance),
        low=low,
        high=high,
        share=share,
        chance=round(chance, _DIGITS),
        camps=tuple(sorted(np.bincount(camps[0]).tolist(), reverse=True)),
    )


def _mean_chance(inside: Inside, count: int, random: np.random.Generator) -> float:
    """The mean share of the best camps with the qualifiers shuffled."""
    found: list[float] = []
    while len(found) < SHUFFLES:
        times = inside.at_once(SHUFFLES - len(found))
        shuffled = random.permuted(np.tile(inside.levels, (times, 1)), axis=1)
        ties = inside.ties(shuffled)
        found += shares(*ties, best_camps(ties[0] - ties[1], count, random)).tolist()
    return float(np.mean(found))


def _ends(
    inside: Inside, camps: Ints, chance: float, random: np.random.Generator, draws: int
) -> tuple[float, float]:
    """The interval over articles, the camps held."""
    found: list[float] = []
    while len(found) < draws:
        times = inside.at_once(draws - len(found))
        levels = np.tile(inside.levels, (times, 1))
        ties = inside.ties(levels, inside.drawn(random, times))
        found += shares(*ties, np.repeat(camps, times, axis=0)).tolist()
    low, high = ends(np.array([_beyond(share, chance) for share in found]))
    return round(float(low), _DIGITS), round(float(high), _DIGITS)


def _beyond(share: float, chance: float) -> float:
    """(s - s₀) / (1 - s₀), not below -1; 0 where chance alone fits whole."""
    return round(max(-1.0, (share - chance) / (1 - chance)), _DIGITS) if chance < 1 - 1e-9 else 0.0
