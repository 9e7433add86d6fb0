"""A table with what belongs to it but is no column."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from onrecord.analysis.networks import UNDATED, Said, Settings, Table, lacking
from onrecord.model.network import Day, Node

_NO_DAY: Mapping[Day, str] = {
    "published": "the article shows no day",
    "said": "the day of saying is not known, or only to more than a month",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tabulated:
    """Coded statements as a table.

    `source` says what it was made from; `said` gives what the table does not hold of a row; `known` what there is to
    say of values, by variable and value; `left_out` how many codes are not in the table, by why.  `usual` are the rows,
    columns and qualifier that are meant where none are named.  `wanting` says in words what a code without a value of a
    variable is, by the variable.
    """

    table: Table
    source: Mapping[str, str]
    usual: tuple[str, str, str]
    said: Callable[[int], Said]
    known: Mapping[str, Mapping[str, Node]] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)
    wanting: Mapping[str, str] = field(default_factory=dict)

    def by_day(self, day: Day) -> Self:
        """With the table whose times are those of the day named: `Table.by_day`."""
        return replace(self, table=self.table.by_day(day))

    def not_in(self, settings: Settings) -> dict[str, int]:
        """How many codes the source has that are in no network of these settings though they were asked for, by why."""
        why = {UNDATED: _NO_DAY[settings.day], **self.wanting}
        lacked = lacking(self.table, settings).items()
        return {**self.left_out, **{why.get(name, f"no {name}"): count for name, count in lacked}}

    def written(self, settings: Settings) -> dict[str, object]:
        """What every output says of it, beside the settings."""
        return {"source": self.source, "left_out": self.not_in(settings)}
