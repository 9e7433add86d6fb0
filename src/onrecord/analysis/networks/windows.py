"""Time windows: one network after the other, each of the statements in a window that moves on (Leifeld 2016).

In time: with a = round((w - 1) / 2), half up, the window around a moment t is [t - a, t + a], both ends in it; t
moves by one unit from the first statement on, and only windows that lie wholly between the first and the last count.

In events: with h = ⌊w / 2⌋, the window around a statement holds it and the h before and after it.  Statements of the
time at which the window ends tie; which of them are in it is drawn, by the seed, while DNA's draw is another each time.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import cast

import numpy as np

from onrecord.analysis.networks.periods import later, whole_units
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Ints, Times
from onrecord.errors import UsageError
from onrecord.model.network import Period, Unit

MOST_WINDOWS = 20_000
"""More than fifty years of days."""

Window = tuple[Period, Ints]
"""The time of a window, and the rows of its statements."""


def windows(settings: Settings, rows: Ints, times: Times) -> Iterator[Window]:
    """The windows that the settings name, of time or of events; `times` are those of `rows`, in order and dated."""
    size = cast("int", settings.size)
    if settings.window == "events":
        return in_events(rows, times, size, settings.seed)
    return in_time(rows, times, cast("Unit", settings.window), size)


def within(some: Iterable[Window]) -> Ints:
    """The rows of the statements that are in any of these windows, each once."""
    parts = [rows for _, rows in some]
    return np.unique(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)


def moments(times: Times, unit: Unit, margin: int) -> list[datetime]:
    """The middles of the windows: every unit from the first time on, `margin` units from both ends.

    `times` are in order and dated.  UsageError (``too-large``) beyond `MOST_WINDOWS`.
    """
    if not len(times):
        return []
    first, last = _datetime(times[0]), _datetime(times[-1])
    units = whole_units(first, last, unit)
    if units > MOST_WINDOWS:
        raise UsageError(
            f"{units:,} {unit} from {first.date()} to {last.date()} are more windows than {MOST_WINDOWS:,}: narrow it "
            "with --from and --to, or take a longer unit",
            code="too-large",
        )
    middles = (later(first, step, unit) for step in range(margin, units + 1))
    return [middle for middle in middles if later(middle, margin, unit) <= last]


def in_time(rows: Ints, times: Times, unit: Unit, size: int) -> Iterator[Window]:
    """The windows of `size` units with the statements in each; `times` are those of `rows`, in order and dated."""
    margin = size // 2  # (w - 1) / 2 rounded half up
    for middle in moments(times, unit, margin):
        start, stop = later(middle, -margin, unit), later(middle, margin, unit)
        low = np.searchsorted(times, np.datetime64(start, "s"), side="left")
        high = np.searchsorted(times, np.datetime64(stop, "s"), side="right")
        yield period(start, middle, stop), rows[low:high]


def in_events(rows: Ints, times: Times, size: int, seed: int) -> Iterator[Window]:
    """The windows of `size` statements, as `in_time`."""
    half = size // 2
    random = np.random.default_rng(seed)
    if len(rows) - 2 * half > MOST_WINDOWS:
        raise UsageError(
            f"{len(rows):,} statements give more windows than {MOST_WINDOWS:,}: narrow it with --from and --to",
            code="too-large",
        )
    for at in range(half, len(rows) - half):
        first, last = times[at - half], times[at + half]
        # In the order of time, those of one time lie together.
        tied, certain = (
            np.searchsorted(times, first, side="left"),
            np.searchsorted(times, first, side="right"),
        )
        before = _drawn(np.arange(min(certain, at), at), np.arange(tied, min(certain, at)), half, random)
        tied, over = np.searchsorted(times, last, side="left"), np.searchsorted(times, last, side="right")
        rim = max(tied, at + 1)
        after = _drawn(np.arange(at + 1, rim), np.arange(rim, over), half, random)
        places = np.concatenate([before, [at], after])
        yield period(_datetime(first), _datetime(times[at]), _datetime(last)), rows[places]


def _drawn(certain: Ints, tied: Ints, wanted: int, random: np.random.Generator) -> Ints:
    """The places of `wanted` statements: all that are certain, and of those that tie at the rim, drawn ones."""
    drawn = random.permutation(tied)[: wanted - len(certain)]
    return np.sort(np.concatenate([certain, drawn]))


def period(start: datetime, middle: datetime, stop: datetime) -> Period:
    """The period in ISO 8601."""
    return Period(start=start.isoformat(), middle=middle.isoformat(), stop=stop.isoformat())


def _datetime(time: np.datetime64) -> datetime:
    return cast("datetime", time.astype("datetime64[s]").item())
