"""Which statements a network was asked for and has not: those that lack a value that it goes by, or a day."""

from collections.abc import Mapping

import numpy as np

from onrecord.analysis.networks.filtering import in_range, listed, present
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Table

UNDATED = "undated"
"""Why a statement without a day is in no window and in no range."""


def lacking(table: Table, settings: Settings) -> Mapping[str, int]:
    """How many statements lack what, by the name of the variable or `UNDATED`; each counts once, nothing has 0.

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
    return {name: count for name, count in found.items() if count}
