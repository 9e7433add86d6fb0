"""A network, or a series of them, from a table of coded statements."""

from collections.abc import Iterator
from typing import cast

import numpy as np

from onrecord.analysis.networks.kernels import smoothed
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Table
from onrecord.analysis.networks.weighing import Known, Study, weighed
from onrecord.analysis.networks.windowed import windowed
from onrecord.analysis.networks.windows import in_events, in_time
from onrecord.model.network import Network, Unit


def network(table: Table, settings: Settings, known: Known | None = None) -> Network:
    """The one network of all statements that the settings choose; windows and kernels are left aside.

    `known` is what is known of rows and columns beside their names.  UsageError where a setting names what the table
    does not have, or the matrix would not fit.
    """
    study = Study.of(table, settings, known)
    return weighed(study, study.chosen)


def series(table: Table, settings: Settings, known: Known | None = None) -> Iterator[Network]:
    """A network for every window or moment, made as it is asked for; statements without a date are in none."""
    study = Study.of(table, settings, known)
    rows = study.chosen[~np.isnat(table.times[study.chosen])]
    if settings.kernel is not None:
        yield from smoothed(study, rows)
        return
    times, size = table.times[rows], cast("int", settings.size)
    if settings.window == "events":
        windows = in_events(rows, times, size, settings.seed)
    else:
        windows = in_time(rows, times, cast("Unit", settings.window), size)
    yield from windowed(study, windows)
