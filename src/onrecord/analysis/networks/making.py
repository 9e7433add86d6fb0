"""A network, or a series of them, from a table of coded statements."""

from collections.abc import Iterator
from itertools import tee

import numpy as np

from onrecord.analysis.networks.kernels import slices, smoothed
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Ints, Table
from onrecord.analysis.networks.weighing import Known, Study, weighed
from onrecord.analysis.networks.windowed import windowed
from onrecord.analysis.networks.windows import windows
from onrecord.model.network import Network


def network(table: Table, settings: Settings, known: Known | None = None) -> Network:
    """The one network of all statements that the settings choose; windows and kernels are left aside.

    `known` is what is known of rows and columns beside their names.  UsageError where a setting names what the table
    does not have, or the matrix would not fit.
    """
    study = Study.of(table, settings, known)
    return weighed(study, study.chosen)


def series(table: Table, settings: Settings, known: Known | None = None) -> Iterator[Network]:
    """A network for every window or moment, made as it is asked for; statements without a date are in none."""
    return (each for each, _, _ in placed(Study.of(table, settings, known)))


def placed(study: Study) -> Iterator[tuple[Network, Ints, Floats | None]]:
    """The networks of a series, each with the rows of its statements and what a kernel, if any, makes of them."""
    rows = study.chosen[~np.isnat(study.table.times[study.chosen])]
    if study.settings.kernel is not None:
        for each in slices(study, rows):
            yield smoothed(study, each), each.rows, each.zeta
        return
    known, again = tee(windows(study.settings, rows, study.table.times[rows]))
    for one, (_, inside) in zip(windowed(study, known), again, strict=True):
        yield one, inside, None
