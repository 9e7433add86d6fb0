"""Who stands between others: brokers of a network, by its ties above 0.

A node brokers two others that it is tied to and that are not tied to each other.  By the groups of the three it is
(Gould and Fernandez 1989, Sociological Methodology 19, for ties without direction, where a gatekeeper and a
representative are one):

    coordinator    all three are of one group
    itinerant      the two are of one group, the broker is of another
    gatekeeper     the broker is of the group of one of them
    liaison        all three are of different groups

*constraint* is how far its ties lead to the same people (Burt 1992, Structural Holes, 2.4): with p_ij the share of j in
the strength of i, Σ_j (p_ij + Σ_q p_iq p_qj)² over those j that it is tied to; low for a broker.  A node without a tie
has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from onrecord.analysis.networks.counts import Counts
from onrecord.analysis.networks.measures.sampling import Doubt, Sample
from onrecord.analysis.networks.measures.weights import (
    nodes_of,
    refuse_kinds,
    refuse_many,
    ties_among_nodes,
)
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Flags, Floats, Ints, Table
from onrecord.analysis.networks.weighing import Study

ROLES = ("coordinator", "itinerant", "gatekeeper", "liaison")
FIGURES = ("brokered", *ROLES, "constraint")

MOST_NODES, MOST_DRAWN = 2_000, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Broker:
    """One node with its figures by name (a constraint of None without a tie), and their intervals where asked for."""

    name: str
    variable: str
    figures: dict[str, float | None]
    intervals: dict[str, float | None]


def brokerage(
    table: Table, settings: Settings, groups: Sequence[int | None], doubt: Doubt | None = None
) -> list[Broker]:
    """What each node brokers, with a group for each of them (`measures.grouping`); one without is a group by itself.

    `doubt` is of a `Sample` of the same study; the groups are held in its draws.  UsageError for kinds of ties, and
    beyond `MOST_NODES` nodes (`MOST_DRAWN` with `doubt`).
    """
    refuse_kinds(settings, "brokerage")
    sample = Sample(Study.of(table, settings)) if doubt is None else doubt.sample
    nodes, own = nodes_of(sample.study), _own_groups(groups)
    refuse_many(len(nodes), MOST_NODES if doubt is None else MOST_DRAWN, "brokers", drawn=doubt is not None)

    def figures(counts: Counts) -> Floats:
        return brokered(ties_among_nodes(sample, counts), own)

    found = figures(sample.counts())
    intervals = doubt.intervals(FIGURES, figures) if doubt is not None and nodes else [{}] * len(nodes)
    return [
        Broker(
            name=node.name,
            variable=node.variable,
            figures={
                name: None if isnan(value) else round(value, 9)
                for name, value in zip(FIGURES, found[at].tolist(), strict=True)
            },
            intervals=intervals[at],
        )
        for at, node in enumerate(nodes)
    ]


def brokered(weights: Floats, groups: Ints) -> Floats:
    """The figures of each node, (nodes, figures), of symmetric `weights`; NaN for a constraint that is none."""
    ties = np.maximum(weights, 0.0)
    tied = ties > 0
    roles = np.array([_roles(tied, groups, at) for at in range(len(ties))], dtype=np.float64).reshape(-1, 4)
    return np.column_stack([roles.sum(axis=1), roles, constraint(ties)])


def _own_groups(groups: Sequence[int | None]) -> Ints:
    first = max((group for group in groups if group is not None), default=-1) + 1
    return np.array(
        [first + at if group is None else group for at, group in enumerate(groups)], dtype=np.int64
    )


def _roles(tied: Flags, groups: Ints, broker: int) -> list[int]:
    around = np.flatnonzero(tied[broker])
    one, other = np.nonzero(np.triu(~tied[np.ix_(around, around)], 1))
    of_one, of_other, own = groups[around[one]], groups[around[other]], groups[broker]
    alike = of_one == of_other
    inside = (of_one == own).astype(np.int64) + (of_other == own)
    cases = (alike & (inside == 2), alike & (inside == 0), inside == 1, ~alike & (inside == 0))
    return [int(case.sum()) for case in cases]


def constraint(ties: Floats) -> Floats:
    """Burt's constraint of each node, NaN without a tie."""
    strength = ties.sum(axis=1)
    share = np.divide(ties, strength[:, None], out=np.zeros_like(ties), where=strength[:, None] > 0)
    through = share @ share
    found: Floats = np.where(strength > 0, ((share + through) ** 2 * (ties > 0)).sum(axis=1), np.nan)
    return found
