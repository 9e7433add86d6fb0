"""A network as weights among all its nodes: with mode two the rows, then the columns."""

import numpy as np

from onrecord.analysis.networks.counts import Counts
from onrecord.analysis.networks.measures.sampling import Sample
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats
from onrecord.analysis.networks.weighing import Study
from onrecord.errors import UsageError
from onrecord.model.network import Node


def nodes_of(study: Study) -> tuple[Node, ...]:
    """All nodes."""
    columns = study.column_side.nodes if study.settings.mode == "two" else ()
    return (*study.row_side.nodes, *columns)


def statements_of(study: Study, counts: Counts) -> Floats:
    """The number of statements of each node."""
    columns = [counts.of_columns] if study.settings.mode == "two" else []
    return np.concatenate([counts.of_rows, *columns])


def ties_among_nodes(sample: Sample, counts: Counts) -> Floats:
    """The network of these statements among all nodes, its ties as they are."""
    return among_nodes(sample.matrix(counts), sample.study.settings.mode)


def among_nodes(matrix: Floats, mode: object) -> Floats:
    """A matrix as symmetric weights of all nodes."""
    if mode == "one":
        return matrix
    rows, columns = matrix.shape
    whole = np.zeros((rows + columns,) * 2)
    whole[:rows, rows:] = matrix
    whole[rows:, :rows] = matrix.T
    return whole


def signed(matrix: Floats, aggregation: object) -> Floats:
    """The matrix above 0 where rows are brought together, below 0 where they are set apart.

    Conflict is below 0; of combined kinds 1 is who only agrees, -1 who only disagrees.
    """
    if aggregation == "conflict":
        return -matrix
    if aggregation == "combine":  # 1 only agrees, 2 only disagrees, other kinds neither
        kinds: Floats = (matrix == 1).astype(np.float64) - (matrix == 2)
        return kinds
    return matrix


def refuse_kinds(settings: Settings, what: str) -> None:
    """Raise UsageError where ties are kinds, which cannot be added up."""
    if settings.aggregation == "combine":
        raise UsageError(
            f"--aggregation combine gives kinds of ties, and {what} asks for amounts: take subtract",
            code="network-settings",
        )


def refuse_many(nodes: int, most: int, what: str, *, drawn: bool = False, inside: str = "") -> None:
    """Raise UsageError (``too-large``) beyond so many nodes, `inside` a window, say; `drawn`: with intervals."""
    if nodes > most:
        where, shorter = (f" {inside}", ", or take shorter windows") if inside else ("", "")
        raise UsageError(
            f"{nodes:,} nodes{where} are too many to look for {what} among them: choose fewer with --include, "
            f"--exclude, --from and --to{shorter} (at most {most:,}{' with --intervals' if drawn else ''})",
            code="too-large",
        )
