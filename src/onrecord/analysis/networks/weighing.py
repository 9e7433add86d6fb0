"""From the statements of one network to its matrix: sides, counts, ties, normalisation."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from onrecord.analysis.networks.counts import Axis, Counts, Levels, axis, count, levels
from onrecord.analysis.networks.filtering import chosen
from onrecord.analysis.networks.normalising import normalised
from onrecord.analysis.networks.one_mode import one_mode
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Ints, Table
from onrecord.analysis.networks.two_mode import two_mode
from onrecord.model.network import Network, Node, Period

Known = Mapping[str, Mapping[str, Node]]
"""What is known of the values of a variable beside their names, by variable and name; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Side:
    """One side of every matrix of a study: its nodes in order, and the place of each row of the table among them."""

    nodes: tuple[Node, ...]
    places: Ints

    def present(self, rows: Ints, *, isolates: bool) -> Ints:
        """The places of the nodes that these statements have, or all of them, in order."""
        if isolates:
            return np.arange(len(self.nodes))
        return np.flatnonzero(np.bincount(self.places[rows], minlength=len(self.nodes)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """The statements of one network: which nodes of each side they have, and their counts along those."""

    rows: Ints
    columns: Ints
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Study:
    """A table with the settings, the statements chosen by them, and what every network of a series shares."""

    table: Table
    settings: Settings
    chosen: Ints
    levels: Levels
    row_side: Side
    column_side: Side

    @classmethod
    def of(cls, table: Table, settings: Settings, known: Known | None = None) -> "Study":
        """The study of a table; UsageError where a setting names what is not there."""
        rows = chosen(table, settings)
        named = np.arange(len(table)) if settings.isolates else rows
        return cls(
            table=table,
            settings=settings,
            chosen=rows,
            levels=levels(table, settings),
            row_side=_side(table, settings.rows, named, known or {}),
            column_side=_side(table, settings.columns, named, known or {}),
        )

    def part(self, rows: Ints, weights: Floats | None = None) -> Part:
        """The counts of these statements, each counted with its weight (1 if not given)."""
        isolates = self.settings.isolates
        across = self.row_side.present(rows, isolates=isolates)
        down = self.column_side.present(rows, isolates=isolates)
        i = _renumbered(self.row_side.places[rows], across, len(self.row_side.nodes))
        j = _renumbered(self.column_side.places[rows], down, len(self.column_side.nodes))
        shape = (len(across), len(down), len(self.levels.values))
        counts = count(i, j, self.levels.place[rows], shape, weights)
        return Part(rows=across, columns=down, counts=counts)

    def within(self, rows: Ints) -> "Study":
        """The study of these statements alone, with the nodes that a network of them has, in the same order."""
        isolates = self.settings.isolates
        return replace(
            self,
            chosen=rows,
            row_side=_narrowed(self.row_side, self.row_side.present(rows, isolates=isolates)),
            column_side=_narrowed(self.column_side, self.column_side.present(rows, isolates=isolates)),
        )

    def over_all(self, part: Part) -> Counts:
        """The part's counts along all nodes of the study, in the same order."""
        shape = (len(self.row_side.nodes), len(self.column_side.nodes), len(self.levels.values))
        if part.counts.shape == shape:
            return part.counts
        i, j = part.rows[part.counts.i], part.columns[part.counts.j]
        return Counts(shape=shape, i=i, j=j, k=part.counts.k, amount=part.counts.amount)

    def network(self, matrix: Floats, part: Part, period: Period | None) -> Network:
        """The value that is handed on; the part counts whole statements."""
        one = self.settings.mode == "one"
        rows = _taken(self.row_side, part.rows)
        return Network(
            mode="one" if one else "two",
            rows=rows,
            columns=rows if one else _taken(self.column_side, part.columns),
            matrix=matrix,
            frequencies=(part.counts.of_rows, part.counts.of_rows if one else part.counts.of_columns),
            settings=self.settings.written(),
            statements=int(part.counts.amount.sum()),
            period=period,
        )


def weighed(study: Study, rows: Ints, period: Period | None = None) -> Network:
    """The network of these statements."""
    part = study.part(rows)
    return study.network(matrix(part.counts, study.levels, study.settings), part, period)


def matrix(counts: Counts, levels: Levels, settings: Settings) -> Floats:
    """The ties that these counts make, normalised."""
    if settings.mode == "two":
        return two_mode(counts, levels, settings)
    return normalised(one_mode(counts, levels, settings.aggregation), counts, settings)


def _side(table: Table, variable: str, rows: Ints, known: Known) -> Side:
    column = table.texts(variable)
    found: Axis = axis(column, rows)
    of_variable = known.get(variable, {})
    nodes = tuple(of_variable.get(name) or Node(name=name, variable=variable) for name in found.names)
    return Side(nodes=nodes, places=found.places[column.codes])


def _renumbered(places: Ints, present: Ints, size: int) -> Ints:
    if len(present) == size:
        return places
    numbers = np.zeros(size, dtype=np.int64)
    numbers[present] = np.arange(len(present))
    return numbers[places]


def _narrowed(side: Side, present: Ints) -> Side:
    if len(present) == len(side.nodes):
        return side
    numbers = np.full(len(side.nodes) + 1, -1, dtype=np.int64)  # the last is for what has no place
    numbers[present] = np.arange(len(present))
    return Side(nodes=_taken(side, present), places=numbers[side.places])


def _taken(side: Side, present: Ints) -> tuple[Node, ...]:
    if len(present) == len(side.nodes):
        return side.nodes
    return tuple(side.nodes[place] for place in present.tolist())
