"""On what each row stands where: its statements by column and level of the qualifier."""

from collections.abc import Mapping

from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Table
from onrecord.analysis.networks.weighing import Study

Sides = Mapping[str, tuple[int, int]]
"""By column: the statements at the lowest level of the qualifier and at the highest, which is disagree and agree."""


def positions(table: Table, settings: Settings) -> Mapping[str, Sides]:
    """The sides of each row, its columns in order; rows and columns of the network that the settings make."""
    study = Study.of(table, settings)
    rows = [node.name for node in study.row_side.nodes]
    columns = [node.name for node in study.column_side.nodes]
    counts = study.part(study.chosen).counts
    highest = counts.shape[2] - 1
    found: dict[str, dict[str, tuple[int, int]]] = {name: {} for name in rows}
    cells = zip(counts.i.tolist(), counts.j.tolist(), counts.k.tolist(), counts.amount.tolist(), strict=True)
    for row, column, level, amount in cells:
        of_row, name = found[rows[row]], columns[column]
        low, high = of_row.get(name, (0, 0))
        if level == highest:
            high += int(amount)
        elif level == 0:
            low += int(amount)
        of_row[name] = low, high
    return found
