"""The networks of windows, one from the other where that is quicker than each anew."""

from collections.abc import Iterable, Iterator

import numpy as np

from onrecord.analysis.networks.normalising import normalised
from onrecord.analysis.networks.one_mode import between_levels
from onrecord.analysis.networks.sliding import Sliding
from onrecord.analysis.networks.table import Ints
from onrecord.analysis.networks.weighing import Study, weighed
from onrecord.model.network import Network, Period


def windowed(study: Study, windows: Iterable[tuple[Period, Ints]]) -> Iterator[Network]:
    """A network for each window with its statements."""
    sliding = _sliding(study)
    for period, inside in windows:
        if sliding is None:
            yield weighed(study, inside, period)
        else:
            yield _moved(study, sliding, inside, period)


def _sliding(study: Study) -> Sliding | None:
    if study.settings.mode != "one":
        return None
    between = between_levels(study.levels, study.settings.aggregation)
    # Weights between levels of numbers can be thirds, whose sums would drift from window to window.
    if between is None or np.any(between % 1):
        return None
    return Sliding(between)


def _moved(study: Study, sliding: Sliding, inside: Ints, period: Period) -> Network:
    part = study.part(inside)
    sliding.moved(study.over_all(part))
    matrix = sliding.of(part.rows)
    np.fill_diagonal(matrix, 0.0)
    return study.network(normalised(matrix, part.counts, study.settings), part, period)
