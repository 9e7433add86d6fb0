"""The words of statements, weighed by how few statements have them: what a vector of meaning blurs.

Weights are term frequency (0 or 1) times inverse document frequency (Sparck Jones 1972); a word counts by its first
letters, so that "takeover" and "taken" are not one, but "auctioned" and "auction" are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LETTERS = 5  # of a word that count; 6 or a list of endings gave the same on the dev debates
SHORTEST = 3
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
IDLE = frozenset(
    "a about after all also an and any are as at be because been before being but by can could did do does for from get"
    " had has have he her here him his how i if in into is it it's its just like may me more most my no not now of on"
    " one only or other our out over said say says she should so some such than that that's the their them then there"
    " they this those to too up us very was we were what when where which who will with would you your don't he's we're"
    " they're i'm isn't wasn't there's you're these much many every each own even still yet must might shall".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of n texts: `starts` (n + 1) says where a text's begin in `columns` and `weights`.

    The squares of a text's weights sum to one, or to zero where it has no word that counts.
    """

    starts: Ints
    columns: Ints
    weights: Floats

    def likeness(self, rows: Sequence[int] | Ints) -> Floats:
        """n, r: the cosine of each text with each of the texts `rows`, 0 to 1."""
        of = self._texts()
        found = np.zeros((len(self.starts) - 1, len(rows)))
        order = np.argsort(self.columns, kind="stable")
        begin = np.searchsorted(self.columns[order], np.arange(self.columns.max(initial=-1) + 2))
        for number, row in enumerate(rows):
            for at in range(self.starts[row], self.starts[row + 1]):
                column = self.columns[at]
                same = order[begin[column] : begin[column + 1]]
                found[of[same], number] += self.weights[same] * self.weights[at]
        return found

    def part(self, rows: Sequence[int] | Ints) -> "Words":
        """The words of some of the texts, weighed as among all."""
        chosen = np.asarray(rows, np.int64)
        lengths = np.diff(self.starts)[chosen]
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
        kept = np.arange(starts[-1]) + np.repeat(self.starts[chosen] - starts[:-1], lengths)
        return Words(starts=starts, columns=self.columns[kept], weights=self.weights[kept])

    def pooled(self, rows: Ints, weights: Floats) -> Floats:
        """words, t: for each word the sum over the texts `rows` of its weight there times the text's (rows, t)."""
        some = self.part(rows)
        summed = np.zeros((int(self.columns.max(initial=-1)) + 1, weights.shape[1]))
        by_text = weights[some._texts()] * some.weights[:, None]
        for column in range(weights.shape[1]):
            summed[:, column] = np.bincount(some.columns, by_text[:, column], minlength=len(summed))
        return summed

    def times(self, table: Floats) -> Floats:
        """n, t: for each text the sum over its words of their weight times the word's row of `table` (words, t)."""
        width = table.shape[1]
        cells = self._texts()[:, None] * width + np.arange(width)
        values = table[self.columns] * self.weights[:, None]
        size = len(self.starts) - 1
        summed = np.bincount(cells.ravel(), values.ravel(), minlength=size * width)
        return np.asarray(summed.reshape(size, width), np.float64)

    def _texts(self) -> Ints:
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))


def stems(text: str) -> list[str]:
    """The first letters of each word that is not idle, once each, in order.

    >>> stems("The auction of what was auctioned")
    ['aucti']
    """
    words = (word for word in _WORD.findall(text.lower()) if word not in IDLE)
    return list(dict.fromkeys(word[:LETTERS] for word in words))


def words_of(texts: Sequence[str], others: Sequence[str]) -> tuple[Words, Words]:
    """The words of the texts, and those of `others` as far as a text has them; weighed by how few texts have them."""
    rows = [stems(text) for text in texts]
    number: dict[str, int] = {}
    many: list[int] = []
    for row in rows:
        for stem in row:
            if number.setdefault(stem, len(many)) == len(many):
                many.append(0)
            many[number[stem]] += 1
    rarity = np.log(len(rows) / np.array(many, np.float64))
    known = [[stem for stem in stems(text) if stem in number] for text in others]
    first, second = (
        _weighed([[number[stem] for stem in row] for row in some], rarity) for some in (rows, known)
    )
    return first, second


def shared(texts: Words, others: Words) -> Floats:
    """n, m: the cosine of each text with each of the others."""
    both = Words(
        starts=np.concatenate([texts.starts, texts.starts[-1] + others.starts[1:]]),
        columns=np.concatenate([texts.columns, others.columns]),
        weights=np.concatenate([texts.weights, others.weights]),
    )
    size = len(texts.starts) - 1
    return both.likeness(np.arange(size, size + len(others.starts) - 1))[:size]


def _weighed(rows: Sequence[Sequence[int]], rarity: Floats) -> Words:
    starts = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.array([column for row in rows for column in row], np.int64)
    weights = rarity[columns]
    of = np.repeat(np.arange(len(rows)), np.diff(starts))
    norm = np.sqrt(np.bincount(of, weights**2, minlength=len(rows)))
    return Words(starts=starts, columns=columns, weights=weights / np.maximum(norm[of], 1e-12))
