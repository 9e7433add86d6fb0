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
from onrecord.analysis.networks.table import Floats, Ints, Table
from onrecord.analysis.networks.weighing import Study

FIGURES = ("ties", "strength", "opposition", "betweenness", "closeness", "eigenvector")
ERRORS = ("betweenness_error", "closeness_error")
"""Standard errors, where the paths from some nodes stand for those from all."""

MOST_NODES, MOST_DRAWN = 3_000, 300
"""Beyond them the paths take minutes."""

MOST_STARTS, STARTS = 500, 250
"""Among more nodes the paths from so many of them stand for those from all."""

MOST_WHOLE, STARTS_DRAWN = 100, 60
"""The same in draws, of which there are hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Central:
    """One node, the number of its statements, its figures by name, and their intervals where these were asked for."""

    name: str
    variable: str
    statements: int
    figures: dict[str, float]
    intervals: dict[str, float | None]


def centrality(
    table: Table, settings: Settings, doubt: Doubt | None = None, *, most_starts: int = MOST_STARTS
) -> list[Central]:
    """The nodes in their order; with mode two the rows, then the columns.

    Beyond `MOST_STARTS` nodes betweenness and closeness are estimates from `STARTS` of them, drawn by the seed, with
    their standard errors among the figures; intervals of more than `MOST_WHOLE` nodes go by `STARTS_DRAWN` others in
    each draw, so that they are too wide rather than too narrow.  `doubt` is of a `Sample` of the same study.
    UsageError for kinds of ties, and beyond `MOST_NODES` nodes (`MOST_DRAWN` with `doubt`).
    """
    refuse_kinds(settings, "centrality")
    sample = Sample(Study.of(table, settings)) if doubt is None else doubt.sample
    nodes = nodes_of(sample.study)
    refuse_many(len(nodes), MOST_NODES if doubt is None else MOST_DRAWN, "the paths", drawn=doubt is not None)

    random = np.random.default_rng([settings.seed, 3])

    def figures(counts: Counts) -> Floats:
        starts = _drawn(random, len(nodes), STARTS_DRAWN) if len(nodes) > MOST_WHOLE else None
        return _figures(ties_among_nodes(sample, counts), starts)[:, : len(FIGURES)]

    counts = sample.counts()
    sampled = len(nodes) > most_starts
    found = _figures(
        ties_among_nodes(sample, counts),
        _drawn(np.random.default_rng(settings.seed), len(nodes), STARTS) if sampled else None,
    )
    names = (*FIGURES, *ERRORS) if sampled else FIGURES
    said = statements_of(sample.study, counts)
    intervals = doubt.intervals(FIGURES, figures) if doubt is not None and nodes else [{}] * len(nodes)
    return [
        Central(
            name=node.name,
            variable=node.variable,
            statements=int(said[at]),
            figures=dict(zip(names, (round(value, 9) for value in found[at].tolist()), strict=False)),
            intervals=intervals[at],
        )
        for at, node in enumerate(nodes)
    ]


def paths_written(nodes: int, settings: Settings, *, drawn: bool) -> dict[str, object]:
    """For an output: from how many of the nodes paths were looked for, where it is not all of them."""
    whole, of_draws = nodes <= MOST_STARTS, not drawn or nodes <= MOST_WHOLE
    found: dict[str, object] = {} if whole else {"paths_from": STARTS}
    found |= {} if of_draws else {"paths_from_in_draws": STARTS_DRAWN}
    return found | {"seed": settings.seed} if found else found


def _drawn(random: np.random.Generator, size: int, starts: int) -> Ints:
    return np.sort(random.permutation(size)[:starts])


def _figures(weights: Floats, starts: Ints | None) -> Floats:
    """(nodes, figures and errors)."""
    ties = np.maximum(weights, 0.0)
    middle = between_and_near(ties, starts)
    columns = [
        (ties > 0).sum(axis=1).astype(np.float64),
        ties.sum(axis=1),
        np.maximum(-weights, 0.0).sum(axis=1),
        middle.betweenness,
        middle.closeness,
        leading(ties),
        middle.betweenness_error,
        middle.closeness_error,
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
