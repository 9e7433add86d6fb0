"""What else the statements of a network could have been: other articles, or other codes.

*Articles* are drawn with replacement, as many as there are: statements of one article hang together, and an interval
that forgets it is too narrow (bootstrap by cluster: Davison and Hinkley 1997, 3.8).  *Codes* are each wrong with some
chance, and then the statement's column and qualifier are those of another statement, drawn at random.  The chance is
what the table knows of a code (a model's calibrated probability), else the same for all.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.networks.counts import Counts, count
from onrecord.analysis.networks.kernels import slice_matrix
from onrecord.analysis.networks.measures.agglomerating import as_they_occur
from onrecord.analysis.networks.table import Floats, Ints
from onrecord.analysis.networks.weighing import Study, matrix

DRAWS = 200
LEVEL = 0.95
MARKS = ("low", "high", "code_low", "code_high")
"""What an interval's ends are called, behind a figure's name: over articles, then over wrong codes."""
WRONG = 0.05
"""The share of codes taken to be wrong: what two careful coders commonly differ in."""
LEAST_ARTICLES = 5
"""A window of fewer has no interval over articles: draws from one or two are all alike, and would look sure."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Draw:
    """What a draw made of the statements of a sample: how often each counts, and its column and level."""

    often: Floats
    j: Ints
    k: Ints


class Sample:
    """The statements of a study, as places along its sides, to be drawn from.

    Every draw has the rows, columns and levels of the whole study, so that draws can be compared entry by entry.
    Duplicates are looked for once, among all statements.  `zeta`: what a kernel makes each statement weigh.
    """

    def __init__(self, study: Study, zeta: Floats | None = None) -> None:
        self.study, self._zeta, rows = study, zeta, study.chosen
        self._i, self._j = study.row_side.places[rows], study.column_side.places[rows]
        self._k = study.levels.place[rows]
        # By time, as the statements come: what is drawn does not depend on how a source numbers its articles.
        self._documents = as_they_occur(study.table.documents[rows])
        self.articles = int(self._documents.max(initial=-1)) + 1
        self._shape = (len(study.row_side.nodes), len(study.column_side.nodes), len(study.levels.values))

    def counts(self) -> Counts:
        """The statements as they are."""
        return self.counts_of(self.as_said())

    def as_said(self) -> Draw:
        """Each statement once, with its own codes."""
        return Draw(often=np.ones(len(self._i)), j=self._j, k=self._k)

    def resampled(self, random: np.random.Generator, draws: int) -> Iterator[Draw]:
        """The statements of articles drawn with replacement, so many times."""
        articles = self.articles
        for _ in range(draws):
            times = np.bincount(random.integers(0, max(1, articles), articles), minlength=articles)
            yield Draw(often=times[self._documents].astype(np.float64), j=self._j, k=self._k)

    def miscoded(self, random: np.random.Generator, draws: int, wrong: float) -> Iterator[Draw]:
        """The statements with some codes those of other statements, so many times.

        `wrong` is the chance of codes of which the table knows none.
        """
        size = len(self._j)
        chance = self._chance(wrong)
        for _ in range(draws):
            source = np.where(
                random.random(size) < chance, random.integers(0, max(1, size), size), np.arange(size)
            )
            yield Draw(often=np.ones(size), j=self._j[source], k=self._k[source])

    def shuffled(self, random: np.random.Generator) -> Counts:
        """The statements with their qualifiers exchanged at random."""
        return self.counts_of(Draw(often=np.ones(len(self._i)), j=self._j, k=random.permutation(self._k)))

    def _chance(self, wrong: float) -> Floats:
        known = self.study.table.wrong
        if known is None:
            return np.full(len(self._j), wrong)
        of_chosen = known[self.study.chosen]
        return np.where(np.isnan(of_chosen), wrong, of_chosen)

    def matrix(self, counts: Counts) -> Floats:
        """The network of such statements, by the study's settings."""
        return matrix(counts, self.study.levels, self.study.settings)

    def ties(self, draw: Draw) -> Floats:
        """The network of a draw; with a kernel each statement weighs what it makes of it."""
        plain = self.counts_of(draw)
        if self._zeta is None:
            return self.matrix(plain)
        settings, levels = self.study.settings, self.study.levels
        weighed = draw.often * (np.sqrt(self._zeta) if settings.mode == "one" else self._zeta)
        return slice_matrix(self._counts(weighed, draw.j, draw.k), plain, levels, settings)

    def counts_of(self, draw: Draw) -> Counts:
        """The statements of a draw, none weighed by a kernel."""
        return self._counts(draw.often, draw.j, draw.k)

    def _counts(self, weights: Floats, j: Ints, k: Ints) -> Counts:
        return count(self._i, j, k, self._shape, weights)


def ends(values: NDArray[np.floating]) -> tuple[Floats, Floats]:
    """The ends of the middle `LEVEL` of the draws, which are along the first axis; those that are NaN are left out."""
    tail = (1 - LEVEL) / 2
    unknown = np.isnan(values)
    if not unknown.any():
        low, high = np.quantile(values, [tail, 1 - tail], axis=0)
        return low, high
    never = unknown.all(axis=0)
    low, high = np.nanquantile(np.where(never, 0.0, values), [tail, 1 - tail], axis=0)
    return np.where(never, np.nan, low), np.where(never, np.nan, high)


class Doubt:
    """How far figures move with other articles, and with wrong codes: so many draws of each, the same by seed."""

    def __init__(self, sample: Sample, *, seed: int, wrong: float = WRONG, draws: int = DRAWS) -> None:
        self.sample, self.wrong, self.draws, self.seed = sample, wrong, draws, seed

    def written(self) -> dict[str, object]:
        """What it is made by, for an output."""
        return {"intervals": {"draws": self.draws, "level": LEVEL, "wrong": self.wrong, "seed": self.seed}}

    def articles(self) -> Iterator[Counts]:
        """Draws of articles."""
        drawn = self.sample.resampled(np.random.default_rng(self.seed), self.draws)
        return map(self.sample.counts_of, drawn)

    def codes(self) -> Iterator[Counts]:
        """Draws of wrong codes."""
        drawn = self.sample.miscoded(np.random.default_rng([self.seed, 1]), self.draws, self.wrong)
        return map(self.sample.counts_of, drawn)

    def intervals(
        self, names: Sequence[str], figures: Callable[[Counts], Floats]
    ) -> list[dict[str, float | None]]:
        """For each row of `figures`, (rows, names), the ends of every figure: `x_low` and `x_high` over articles,
        `x_code_low` and `x_code_high` over wrong codes; over the draws in which it is not NaN, None if there are none.
        """
        over_articles = ends(np.stack([figures(each) for each in self.articles()]))
        over_codes = ends(np.stack([figures(each) for each in self.codes()]))
        marked = dict(zip(MARKS, (*over_articles, *over_codes), strict=True))
        return [
            {
                f"{name}_{mark}": _written(of[row, at])
                for at, name in enumerate(names)
                for mark, of in marked.items()
            }
            for row in range(len(over_articles[0]))
        ]


def _written(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 9)
