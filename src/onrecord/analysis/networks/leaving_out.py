"""Which statements a network was asked for and has not: those that lack a value that it goes by, or a day."""

from collections.abc import Mapping

import numpy as np

from onrecord.analysis.networks.filtering import chosen, in_range, listed, present
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Table
from onrecord.analysis.networks.windows import windows, within

UNDATED = "undated"
"""Why a statement without a day is in no window and in no range."""


UNWINDOWED = "in no window"
"""Why a dated statement is in no network of a series."""


def lacking(table: Table, settings: Settings) -> Mapping[str, int]:
    """How many statements lack what, by the name of the variable, `UNDATED` or `UNWINDOWED`.

    Each counts once, nothing has 0.

    What is excluded, or lies outside the range, was not asked for.
    """
    left = listed(table, settings)
    undated = np.isnat(table.times)
    timed = settings.start is not None or settings.stop is not None or settings.window is not None
    if timed:
        left &= in_range(table, settings) | undated
    compared = settings.qualifier if settings.aggregation != "ignore" else None
    found: dict[str, int] = {}
    for name in (settings.rows, settings.columns, *([] if compared is None else [compared])):
        missing = left & ~present(table.column(name))
        found[name] = int(missing.sum())
        left &= ~missing
    if timed:
        found[UNDATED] = int((left & undated).sum())
    if settings.window is not None and settings.kernel is None:
        found[UNWINDOWED] = _unwindowed(table, settings)
    return {name: count for name, count in found.items() if count}


def _unwindowed(table: Table, settings: Settings) -> int:
    """How many statements of the series no window holds: the ends of the time, and days between short windows."""
    rows = chosen(table, settings)
    rows = rows[~np.isnat(table.times[rows])]
    return len(rows) - len(within(windows(settings, rows, table.times[rows])))
