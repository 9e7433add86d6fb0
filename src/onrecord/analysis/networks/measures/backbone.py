"""The backbone: the few columns (concepts) without which the network would look another.

With λ(B) the eigenvalues of the network that the columns B make, sorted and scaled to sum 1, the loss of leaving the
others out is Σ_m |λ_m(all) - λ_m(B)|.  The nested backbone takes away, step by step, the column whose loss is least
(Leifeld's `dna_backbone`; DNA's `iterateNestedBackbone`).  Negative ties count as none.

onrecord: eigenvalues of the Laplacian.  dna: the weighted degrees, since DNA 3.1 subtracts the ties from the degree
matrix and then goes on without the result.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.analysis.networks.counts import Counts
from onrecord.analysis.networks.measures.sampling import Doubt
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Table
from onrecord.analysis.networks.weighing import Study, matrix
from onrecord.errors import UsageError
from onrecord.model.network import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What is lost if only some columns are kept (`backbone`), and if only the others are (`redundant`)."""

    backbone: float
    redundant: float
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Backbone:
    """One step: `removed` went, and after it the loss is this; the last column to go is the backbone's core."""

    removed: str
    loss: Loss


def backbone(table: Table, settings: Settings) -> list[Backbone]:
    """The columns in the order in which they can be done without; of equal losses the first name goes.

    Settings as for a one-mode network; DNA's own are subtract, average, duplicates document.  A step looks at every
    column that is left, so n columns take n (n + 1) / 2 networks.
    """
    whole = Whole.of(table, settings)
    left, steps = list(whole.names), []
    while left:
        losses = [whole.loss([name for name in left if name != gone]) for gone in left]
        gone = left.pop(int(np.argmin(np.round(losses, 12))))
        steps.append(Backbone(removed=gone, loss=whole.both(left)))
    return steps


def loss_of(table: Table, settings: Settings, kept: Iterable[str]) -> Loss:
    """What is lost if only the columns `kept` are; UsageError where one of them is not there."""
    whole = Whole.of(table, settings)
    names = set(kept)
    if unknown := names - set(whole.names):
        raise UsageError(
            f"there is no {settings.columns} {sorted(unknown)[0]!r} among the statements; there are: "
            f"{', '.join(whole.names)}",
            code="unknown-value",
        )
    return whole.both(names)


def loss_intervals(doubt: Doubt, kept: Sequence[Collection[str]]) -> list[dict[str, float | None]]:
    """How sure the losses of keeping each of these sets are: the ends of `backbone` and `redundant`, the sets held."""

    def figures(counts: Counts) -> Floats:
        whole = Whole(doubt.sample.study, counts)
        losses = [whole.both(names) for names in kept]
        return np.array([[each.backbone, each.redundant] for each in losses])

    return doubt.intervals(("backbone", "redundant"), figures) if kept else []


class Whole:
    """The network of all columns, and how far that of some is from it."""

    def __init__(self, study: Study, counts: Counts) -> None:
        self._study, self._counts = study, counts
        self.names = [node.name for node in study.column_side.nodes]
        self._spectrum = self._of(counts)

    @classmethod
    def of(cls, table: Table, settings: Settings) -> "Whole":
        """Of the statements that the settings choose; UsageError where ties are not among rows."""
        if settings.mode != "one":
            raise UsageError("a backbone is one of ties among rows: take --mode one", code="network-settings")
        study = Study.of(table, settings)
        return cls(study, study.part(study.chosen).counts)

    def loss(self, kept: Collection[str]) -> float:
        """Σ_m |λ_m(all) - λ_m(kept)|."""
        return float(np.abs(self._spectrum - self._of(self._only(kept))).sum())

    def both(self, kept: Collection[str]) -> Loss:
        """The loss of keeping these, and that of keeping the others."""
        others = [name for name in self.names if name not in kept]
        statements = int(self._only(kept).amount.sum())
        return Loss(backbone=self.loss(kept), redundant=self.loss(others), statements=statements)

    def _only(self, kept: Collection[str]) -> Counts:
        chosen = np.array([name in kept for name in self.names], dtype=np.bool_)
        counts = self._counts
        some = np.flatnonzero(chosen[counts.j])
        return Counts(
            shape=counts.shape,
            i=counts.i[some],
            j=counts.j[some],
            k=counts.k[some],
            amount=counts.amount[some],
        )

    def _of(self, counts: Counts) -> Floats:
        settings = self._study.settings
        ties = matrix(counts, self._study.levels, settings)
        return spectrum(np.maximum(ties, 0.0), settings.rules)


def spectrum(ties: Floats, rules: Rules) -> Floats:
    """The eigenvalues of a symmetric network, the largest first, scaled to sum 1; all 0 without a tie."""
    degrees = ties.sum(axis=1)
    values = degrees if rules == "dna" else np.linalg.eigvalsh(np.diag(degrees) - ties)
    total = values.sum()
    ordered = np.sort(values)[::-1].astype(np.float64)
    return ordered / total if total else np.zeros(len(values))
