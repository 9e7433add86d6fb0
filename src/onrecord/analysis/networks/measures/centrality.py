"""Who stands in the middle: centrality of the nodes of a network, by its ties above 0.

*ties* are how many a node has, *strength* the sum of them and *opposition* that of its ties below 0, without their
sign (Barrat and others 2004, PNAS 101).  *eigenvector* is the node's part in the leading eigenvector of the weights
(Bonacich 1972, Journal of Mathematical Sociology 2), the greatest 1: who is tied to who is tied.  *betweenness* and
*closeness*: `measures.paths`.  A network of conflict is taken as it is: its ties above 0 are conflicts.
"""

from dataclasses import dataclass

import numpy as np

from onrecord.analysis.networks.counts import Counts
from onrecord.analysis.networks.measures.paths import between_and_near
from onrecord.analysis.networks.measures.sampling import Doubt, Sample
from onrecord.analysis.networks.measures.weights import (
    nodes_of,
    refuse_kinds,
    refuse_many,
    statements_of,
    ties_among_nodes,
)
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Table
from onrecord.analysis.networks.weighing import Study

FIGURES = ("ties", "strength", "opposition", "betweenness", "closeness", "eigenvector")

MOST_NODES, MOST_DRAWN = 500, 100
"""With more the paths take minutes; with intervals they are looked for in some hundred draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Central:
    """One node, the number of its statements, its figures by name, and their intervals where these were asked for."""

    name: str
    variable: str
    statements: int
    figures: dict[str, float]
    intervals: dict[str, float | None]


def centrality(table: Table, settings: Settings, doubt: Doubt | None = None) -> list[Central]:
    """The nodes in their order; with mode two the rows, then the columns.

    `doubt` is of a `Sample` of the same study.  UsageError for kinds of ties, and beyond `MOST_NODES` nodes
    (`MOST_DRAWN` with `doubt`).
    """
    refuse_kinds(settings, "centrality")
    sample = Sample(Study.of(table, settings)) if doubt is None else doubt.sample
    nodes = nodes_of(sample.study)
    refuse_many(len(nodes), MOST_NODES if doubt is None else MOST_DRAWN, "the paths", drawn=doubt is not None)

    def figures(counts: Counts) -> Floats:
        return _figures(ties_among_nodes(sample, counts))

    counts = sample.counts()
    found = figures(counts)
    said = statements_of(sample.study, counts)
    intervals = doubt.intervals(FIGURES, figures) if doubt is not None and nodes else [{}] * len(nodes)
    return [
        Central(
            name=node.name,
            variable=node.variable,
            statements=int(said[at]),
            figures=dict(zip(FIGURES, (round(value, 9) for value in found[at].tolist()), strict=True)),
            intervals=intervals[at],
        )
        for at, node in enumerate(nodes)
    ]


def _figures(weights: Floats) -> Floats:
    """(nodes, figures)."""
    ties = np.maximum(weights, 0.0)
    between, near = between_and_near(ties)
    columns = [
        (ties > 0).sum(axis=1).astype(np.float64),
        ties.sum(axis=1),
        np.maximum(-weights, 0.0).sum(axis=1),
        between,
        near,
        leading(ties),
    ]
    return np.stack(columns, axis=1)


def leading(ties: Floats) -> Floats:
    """The leading eigenvector, its greatest entry 1; where several lead alike, what repeated multiplication of ones
    would come to; all 0 without a tie.
    """
    if not ties.any():
        return np.zeros(len(ties))
    values, vectors = np.linalg.eigh(ties)
    lead = vectors[:, values > values[-1] * (1 - 1e-9)]
    found = np.abs(lead @ lead.sum(axis=0))
    scaled: Floats = found / found.max()
    return scaled
