"""A table with what belongs to it but is no column."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from onrecord.analysis.networks import Table
from onrecord.model.network import Node


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tabulated:
    """Coded statements as a table.

    `source` says what it was made from; `words` gives the text of a row; `known` what there is to say of values, by
    variable and value; `left_out` how many statements are not in the table, by why.
    """

    table: Table
    source: Mapping[str, str]
    words: Callable[[int], str]
    known: Mapping[str, Mapping[str, Node]] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)
