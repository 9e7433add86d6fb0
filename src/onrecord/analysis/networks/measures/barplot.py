"""How often each row is spoken of, and how: the figures of DNA's bar plot."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from onrecord.analysis.networks.counts import Counts, axis, levels
from onrecord.analysis.networks.measures.sampling import Doubt, Sample
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Numbers, Table
from onrecord.analysis.networks.weighing import Study
from onrecord.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One value of the rows' variable, with its statements at each level of the qualifier.

    `intervals` holds, where doubt was asked for, the ends of each count by the level's name: `1_low`, `1_high` ...
    """

    name: str
    counts: dict[str, int]
    intervals: dict[str, float | None] = field(default_factory=dict)


def bars(table: Table, settings: Settings, doubt: Doubt | None = None) -> list[Bar]:
    """The statements that a network of these settings rests on, row by row and level by level.

    Levels in order; those that nothing has are 0.  How levels would be aggregated does not matter here.  `doubt` is of
    `bars_sample` of the same table and settings.  UsageError where there is no qualifier.
    """
    sample = bars_sample(table, settings) if doubt is None else doubt.sample
    study = sample.study
    names = _level_names(table, study.settings)

    def figures(counts: Counts) -> Floats:
        rows, _, depth = counts.shape
        found = np.zeros((rows, depth))
        np.add.at(found, (counts.i, counts.k), counts.amount)
        return found

    found = figures(sample.counts()).astype(np.int64).tolist()
    nodes = study.row_side.nodes
    intervals: Sequence[dict[str, float | None]] = [{}] * len(nodes)
    if doubt is not None and nodes:
        intervals = doubt.intervals(names, figures)
    return [
        Bar(name=node.name, counts=dict(zip(names, counts, strict=True)), intervals=ends)
        for node, counts, ends in zip(nodes, found, intervals, strict=True)
    ]


def bars_sample(table: Table, settings: Settings) -> Sample:
    """The statements that bars count."""
    if settings.qualifier is None:
        raise UsageError(
            "bars are counted by a qualifier: name one with --qualifier", code="network-settings"
        )
    usual = replace(settings, mode="one", aggregation="subtract", normalisation="no", window=None, size=None)
    return Sample(Study.of(table, replace(usual, kernel=None)))


def _level_names(table: Table, settings: Settings) -> list[str]:
    assert settings.qualifier is not None  # noqa: S101 - refused above
    column = table.column(settings.qualifier)
    if isinstance(column, Numbers):
        return [str(int(value)) for value in levels(table, settings).values]
    return list(axis(column, np.arange(len(table))).names)
