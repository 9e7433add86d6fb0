"""The statements of one window, whose articles can be drawn and qualifiers shuffled, many times at once."""

from zlib import crc32

import numpy as np

from onrecord.analysis.networks.measures.weights import refuse_many
from onrecord.analysis.networks.table import Floats, Ints
from onrecord.analysis.networks.weighing import Study

MOST_ROWS = 500

_ROOM = 4_000_000  # entries of the networks that are reckoned at once: 32 MB each for congruence and conflict


class Inside:
    """The statements of a window.  UsageError (``too-large``) beyond `MOST_ROWS` rows."""

    def __init__(self, study: Study, rows: Ints) -> None:
        _, i = np.unique(study.row_side.places[rows], return_inverse=True)
        _, j = np.unique(study.column_side.places[rows], return_inverse=True)
        _, self._documents = np.unique(study.table.documents[rows], return_inverse=True)
        self.articles = int(self._documents.max(initial=-1)) + 1
        self.rows, self._columns = int(i.max(initial=-1)) + 1, int(j.max(initial=-1)) + 1
        self._cells, self.levels = i * self._columns + j, study.levels.place[rows]
        self._apart = study.levels.distances
        refuse_many(self.rows, MOST_ROWS, "camps", inside="in a window")

    @property
    def seed(self) -> int:
        """A number for what is said in it: windows of the same statements draw the same, whatever came before."""
        said = np.concatenate([self._cells, self.levels, self._documents]).astype("<i8")
        return crc32(said.tobytes())

    def at_once(self, times: int) -> int:
        """How many networks fit in memory, at most `times`."""
        return max(
            1, min(times, _ROOM // max(1, self.rows * max(self.rows, self._columns * len(self._apart))))
        )

    def ties(self, levels: Ints, weights: Floats | None = None) -> tuple[Floats, Floats]:
        """Congruence and conflict, each (times, rows, rows): of statements at these `levels`, (times, statements)."""
        times, depth = len(levels), len(self._apart)
        size = self.rows * self._columns * depth
        flat = np.arange(times)[:, None] * size + self._cells * depth + levels
        amount = np.bincount(
            flat.ravel(), weights=None if weights is None else weights.ravel(), minlength=times * size
        ).astype(np.float64)
        counts = amount.reshape(times, self.rows, self._columns, depth)
        flat_counts = counts.reshape(times, self.rows, -1)
        said = flat_counts.sum(axis=2)
        mean = (said[:, :, None] + said[:, None, :]) / 2

        def among(between: Floats) -> Floats:
            found: Floats = (counts @ between).reshape(flat_counts.shape) @ flat_counts.transpose(0, 2, 1)
            found = np.divide(found, mean, out=np.zeros_like(found), where=mean > 0)
            found[:, np.arange(self.rows), np.arange(self.rows)] = 0
            return found

        return among(1 - self._apart), among(self._apart)

    def drawn(self, random: np.random.Generator, times: int) -> Floats:
        """How often each statement counts if articles are drawn with replacement: (times, statements)."""
        articles = self.articles
        chosen = random.integers(0, articles, (times, articles)) + np.arange(times)[:, None] * articles
        often = np.bincount(chosen.ravel(), minlength=times * articles).reshape(times, articles)
        return often[:, self._documents].astype(np.float64)
