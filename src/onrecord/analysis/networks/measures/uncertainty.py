"""How sure a tie is: what it would be in other articles, and whether it would stand if some codes were wrong.

*Interval*: articles are drawn with replacement, as many as there are, and the network is made of the drawn ones; the
middle 95% of a tie over the draws is its interval (percentile bootstrap by cluster: Efron and Tibshirani 1993, chapters
8.5 and 13; Davison and Hinkley 1997, 3.8).  Statements of one article hang together, and an interval that forgets it is
too narrow.

*Survival*: each code is wrong with a small chance, and then the statement's column and qualifier are those of another
statement, drawn at random; the share of draws in which the tie keeps its sign is how likely it survives.
"""

from collections.abc import Iterator

import numpy as np

from onrecord.analysis.networks.counts import Counts, count
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Ints, Table
from onrecord.analysis.networks.weighing import Study, matrix
from onrecord.errors import UsageError
from onrecord.model.network import Sureness

DRAWS = 200
LEVEL = 0.95
WRONG = 0.05
"""The share of codes taken to be wrong: what two careful coders commonly differ in."""

_MOST = 50_000_000  # ties times draws in memory at once, 4 bytes each


def sureness(
    table: Table, settings: Settings, *, seed: int = 1, draws: int = DRAWS, wrong: float = WRONG
) -> Sureness:
    """The interval and the survival of every tie; the same by seed.

    Duplicates are looked for once, among all statements.  UsageError (``too-large``) where too many ties would have to
    be kept for so many draws.
    """
    study = Study.of(table, settings)
    sample = _Sample(study)
    random = np.random.default_rng(seed)
    ties = sample.matrix(np.ones(len(study.chosen)))
    places = np.flatnonzero(ties)
    if len(places) * draws > _MOST:
        raise UsageError(
            f"{len(places):,} ties are too many for {draws} draws: choose fewer rows, or fewer draws",
            code="too-large",
        )
    drawn = _kept(sample.resampled(random, draws), places, draws)
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail], axis=0)
    signs = np.sign(ties.reshape(-1)[places])
    stood = np.sign(_kept(sample.miscoded(random, draws, wrong), places, draws)) == signs
    return Sureness(
        low=_placed(low, places, ties.shape),
        high=_placed(high, places, ties.shape),
        survival=_placed(stood.mean(axis=0), places, ties.shape),
    )


class _Sample:
    """The statements of a network, as places along its sides, to be drawn from."""

    def __init__(self, study: Study) -> None:
        self._study, table, rows = study, study.table, study.chosen
        self._i, self._j = study.row_side.places[rows], study.column_side.places[rows]
        self._k = study.levels.place[rows]
        _, self._documents = np.unique(table.documents[rows], return_inverse=True)
        self._shape = (len(study.row_side.nodes), len(study.column_side.nodes), len(study.levels.values))

    def matrix(self, weights: Floats, j: Ints | None = None, k: Ints | None = None) -> Floats:
        """The network in which each statement counts its weight."""
        j, k = self._j if j is None else j, self._k if k is None else k
        counts: Counts = count(self._i, j, k, self._shape, weights)
        return matrix(counts, self._study.levels, self._study.settings)

    def resampled(self, random: np.random.Generator, draws: int) -> Iterator[Floats]:
        """Networks of articles drawn with replacement."""
        articles = int(self._documents.max(initial=-1)) + 1
        for _ in range(draws):
            times = np.bincount(random.integers(0, max(1, articles), articles), minlength=articles)
            yield self.matrix(times[self._documents].astype(np.float64))

    def miscoded(self, random: np.random.Generator, draws: int, wrong: float) -> Iterator[Floats]:
        """Networks in which some codes are those of other statements."""
        size = len(self._j)
        for _ in range(draws):
            source = np.where(
                random.random(size) < wrong, random.integers(0, max(1, size), size), np.arange(size)
            )
            yield self.matrix(np.ones(size), self._j[source], self._k[source])


def _kept(
    networks: Iterator[Floats], places: Ints, draws: int
) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    kept = np.zeros((draws, len(places)), dtype=np.float32)
    for draw, each in enumerate(networks):
        kept[draw] = each.reshape(-1)[places]
    return kept


def _placed(values: Floats, places: Ints, shape: tuple[int, ...]) -> Floats:
    found = np.zeros(shape)
    found.reshape(-1)[places] = values
    return found
