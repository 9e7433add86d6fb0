"""From the statements of one network to its matrix: axes, counts, ties, normalisation."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from onrecord.analysis.networks.counts import Axis, Counts, Levels, axis, count, levels
from onrecord.analysis.networks.normalising import normalised
from onrecord.analysis.networks.one_mode import one_mode
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Ints, Table
from onrecord.analysis.networks.two_mode import two_mode
from onrecord.model.network import Network, Node, Period

Known = Mapping[str, Mapping[str, Node]]
"""What is known of the values of a variable beside their names, by variable and name; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Study:
    """A table with the settings, and what every network of a series shares."""

    table: Table
    settings: Settings
    levels: Levels
    everything: tuple[Axis, Axis] | None
    known: Known

    @classmethod
    def of(cls, table: Table, settings: Settings, known: Known | None = None) -> "Study":
        """The study of a table; UsageError where a setting names what is not there."""
        every = np.arange(len(table))
        sides = tuple(axis(table.texts(name), every) for name in (settings.rows, settings.columns))
        return cls(
            table=table,
            settings=settings,
            levels=levels(table, settings),
            everything=(sides[0], sides[1]) if settings.isolates else None,
            known=known or {},
        )

    def axes(self, rows: Ints) -> tuple[Axis, Axis]:
        """The names of both sides: of these statements, or with isolates of all in the table."""
        if self.everything is not None:
            return self.everything
        table, settings = self.table, self.settings
        return axis(table.texts(settings.rows), rows), axis(table.texts(settings.columns), rows)

    def counts(self, rows: Ints, axes: tuple[Axis, Axis], weights: Floats | None = None) -> Counts:
        """A[i, j, k] of these statements."""
        table, settings = self.table, self.settings
        i = axes[0].places[table.texts(settings.rows).codes[rows]]
        j = axes[1].places[table.texts(settings.columns).codes[rows]]
        shape = (len(axes[0].names), len(axes[1].names), len(self.levels.values))
        return count(i, j, self.levels.place[rows], shape, weights)

    def network(
        self, matrix: Floats, axes: tuple[Axis, Axis], counts: Counts, period: Period | None
    ) -> Network:
        """The value that is handed on; `counts` are of whole statements."""
        settings = self.settings
        rows = self._nodes(settings.rows, axes[0], counts.of_rows)
        columns = (
            rows if settings.mode == "one" else self._nodes(settings.columns, axes[1], counts.of_columns)
        )
        return Network(
            mode="one" if settings.mode == "one" else "two",
            rows=rows,
            columns=columns,
            matrix=matrix,
            settings=settings.written(),
            statements=int(counts.amount.sum()),
            period=period,
        )

    def _nodes(self, variable: str, side: Axis, frequencies: Floats) -> tuple[Node, ...]:
        known = self.known.get(variable, {})
        return tuple(
            _node(name, variable, int(frequency), known.get(name))
            for name, frequency in zip(side.names, frequencies, strict=True)
        )


def weighed(study: Study, rows: Ints, period: Period | None = None) -> Network:
    """The network of these statements."""
    axes = study.axes(rows)
    counts = study.counts(rows, axes)
    if study.settings.mode == "one":
        matrix = normalised(
            one_mode(counts, study.levels, study.settings.aggregation), counts, study.settings
        )
    else:
        matrix = two_mode(counts, study.levels, study.settings)
    return study.network(matrix, axes, counts, period)


def _node(name: str, variable: str, frequency: int, known: Node | None) -> Node:
    if known is None:
        return Node(name=name, variable=variable, frequency=frequency)
    return Node(
        name=name,
        variable=variable,
        frequency=frequency,
        id=known.id,
        colour=known.colour,
        attributes=known.attributes,
    )
