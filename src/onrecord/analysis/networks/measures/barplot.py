"""How often each row is spoken of, and how: the figures of DNA's bar plot."""

from dataclasses import dataclass

import numpy as np

from onrecord.analysis.networks.counts import axis, levels
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Numbers, Table
from onrecord.analysis.networks.weighing import Study
from onrecord.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One value of the rows' variable, with its statements at each level of the qualifier."""

    name: str
    counts: dict[str, int]


def bars(table: Table, settings: Settings) -> list[Bar]:
    """The statements that a network of these settings rests on, row by row and level by level.

    Levels in order; those that nothing has are 0.  UsageError where there is no qualifier or it is ignored.
    """
    if settings.qualifier is None or settings.aggregation == "ignore":
        raise UsageError(
            "bars are counted by a qualifier: name one, and an aggregation", code="network-settings"
        )
    study = Study.of(table, settings)
    names = _level_names(table, settings)
    counts = study.part(study.chosen).counts
    found = [dict.fromkeys(names, 0) for _ in range(counts.shape[0])]
    for row, level, amount in zip(counts.i.tolist(), counts.k.tolist(), counts.amount.tolist(), strict=True):
        found[row][names[level]] += int(amount)
    return [Bar(name=node.name, counts=each) for node, each in zip(study.row_side.nodes, found, strict=True)]


def _level_names(table: Table, settings: Settings) -> list[str]:
    assert settings.qualifier is not None  # noqa: S101 - refused above
    column = table.column(settings.qualifier)
    if isinstance(column, Numbers):
        return [str(int(value)) for value in levels(table, settings).values]
    return list(axis(column, np.arange(len(table))).names)
