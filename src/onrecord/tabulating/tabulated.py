"""A table with what belongs to it but is no column."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from onrecord.analysis.networks import Said, Table
from onrecord.model.network import Node


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tabulated:
    """Coded statements as a table.

    `source` says what it was made from; `said` gives what the table does not hold of a row; `known` what there is to
    say of values, by variable and value; `left_out` how many codes are not in the table, by why.  `usual` are the rows,
    columns and qualifier that are meant where none are named.
    """

    table: Table
    source: Mapping[str, str]
    usual: tuple[str, str, str]
    said: Callable[[int], Said]
    known: Mapping[str, Mapping[str, Node]] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def written(self) -> dict[str, object]:
        """What every output says of it, beside the settings."""
        return {"source": self.source, "left_out": self.left_out}
