"""What the light model weighs: the network's evidence, what stands beside it, and what the reviewed statements add.

Whatever is learned from the reviewed statements is left out for the statement itself, so that a statement that was
reviewed looks like one that was not.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.coding import reviewed
from onrecord.coding.camps import camps
from onrecord.coding.evidence import Evidence
from onrecord.coding.fitting import sigmoid, softmax
from onrecord.coding.groups import Groups
from onrecord.coding.reviewed import FEW, Beside, Known, known

__all__ = ["RELEVANCE", "STANCE", "Features", "Known", "known"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

RELEVANCE = (
    "one", "score", "ahead", "above", "near", "near_above", "example", "words", "length", "article", "speaker",
    "reviewed_line", "reviewed_rate", "reviewed_article", "reviewed_speaker",
)  # fmt: skip
STANCE = (
    "is_agree", "is_neither", "score", "example", "speaker", "camp",
    "reviewed_line", "reviewed_speaker",
)  # fmt: skip
MIDDLE = 4.0  # the logarithm of the length of a content in the middle, in code points


class Features:
    """The features of any of n statements; what all of them are needed for is reckoned once, here.

    Nothing of the size n, r is made, and the features of a few statements take the room of a few.
    """

    def __init__(
        self,
        evidence: Evidence,
        what: Known,
        first_relevance: Sequence[float] | Floats,
        first_stance: Sequence[float] | Floats,
    ) -> None:
        """`first_...`: the weights before anything is reviewed, with which what it adds is compared."""
        self._evidence = evidence
        self._beside = beside = Beside.of(evidence, what)
        self._score, self._near = _mean(evidence.scores[:, :, 0]), _mean(evidence.near)
        chance = sigmoid(evidence.scores[:, :, 0])
        self._chance = _mean(chance)
        self._counts = [
            groups.sums(np.ones((len(chance), 1))) for groups in (beside.articles, beside.speakers)
        ]
        self._chances = [groups.sums(chance) for groups in (beside.articles, beside.speakers)]
        self._said = beside.speakers.sums(_centred(evidence.scores[:, :, 1:]) * chance[:, :, None])
        self._camps = camps(evidence, what)
        bears = sigmoid(_weighed(self._own_relevance(what.rows), first_relevance))
        side = softmax(_weighed(self._own_stance(what.rows), first_stance))
        self._reviewed = reviewed.Relevance(beside, bears), reviewed.Sides(beside, side)

    def relevance(self, rows: Ints | None = None) -> Floats:
        """The statements `rows` (all by default), k, len(RELEVANCE)."""
        chosen = self._all() if rows is None else rows
        return np.stack([*self._own_relevance(chosen), *self._reviewed[0].of(chosen)], -1)

    def stance(self, rows: Ints | None = None) -> Floats:
        """The statements `rows` (all by default), k, 3, len(STANCE): a row for each of STANCES, in their order."""
        chosen = self._all() if rows is None else rows
        return np.stack([*self._own_stance(chosen), *self._reviewed[1].of(chosen)], -1)

    def _all(self) -> Ints:
        return np.arange(len(self._evidence.units))

    def _own_relevance(self, rows: Ints) -> list[Floats]:
        """Those that nobody needs to have reviewed anything for."""
        evidence = self._evidence
        score, near = evidence.scores[rows, :, 0], evidence.near[rows]
        lengths = np.array([np.log1p(len(evidence.units[row].words)) - MIDDLE for row in rows])
        examples = np.maximum(evidence.near_for[rows], evidence.near_against[rows])
        return [
            np.ones_like(score),
            score,
            score - _best_other(score),
            score - self._score,
            near * 4,
            (near - self._near) * 4,
            examples * 4,
            evidence.shared[rows] * 4,
            np.broadcast_to(lengths[:, None], score.shape),
            self._others(0, self._beside.articles, rows),
            self._others(1, self._beside.speakers, rows),
        ]

    def _own_stance(self, rows: Ints) -> list[Floats]:
        evidence = self._evidence
        scores = evidence.scores[rows, :, 1:]
        return [
            np.broadcast_to(np.array([1.0, 0, 0]), scores.shape),
            np.broadcast_to(np.array([0.0, 0, 1]), scores.shape),
            _logs(scores),
            _leaning((evidence.near_for[rows] - evidence.near_against[rows]) * 4),
            self._same_speaker(rows),
            _leaning(self._camps[rows]),
        ]

    def _others(self, which: int, groups: Groups, rows: Ints) -> Floats:
        """The mean chance over the other statements with the same name, less that over all; 0 where there is none."""
        chance = sigmoid(self._evidence.scores[rows, :, 0])
        count = groups.others(self._counts[which], rows, np.ones((len(rows), 1)))
        summed = groups.others(self._chances[which], rows, chance)
        return np.asarray((summed - count * self._chance) / (count + FEW))

    def _same_speaker(self, rows: Ints) -> Floats:
        """What the network says of the same speaker's other statements on the concept, by their relevance."""
        speakers, scores = self._beside.speakers, self._evidence.scores[rows]
        chance = sigmoid(scores[:, :, 0])
        said = speakers.others(self._said, rows, _centred(scores[:, :, 1:]) * chance[:, :, None])
        return np.asarray(said / (speakers.others(self._chances[1], rows, chance)[:, :, None] + 0.5))


def _weighed(columns: Sequence[Floats], first: Sequence[float] | Floats) -> Floats:
    return np.asarray(np.stack(columns, -1) @ np.asarray(first)[: len(columns)])


def _logs(scores: Floats) -> Floats:
    """Logarithms of the chances of the three sides."""
    return np.asarray(scores - np.log(np.exp(scores).sum(-1, keepdims=True)))


def _centred(scores: Floats) -> Floats:
    return np.asarray(scores - scores.mean(-1, keepdims=True))


def _leaning(lead: Floats) -> Floats:
    """For agree what speaks for it, for disagree the same against it, for neither nothing."""
    return np.stack([lead, -lead, np.zeros_like(lead)], -1)


def _mean(x: Floats) -> Floats:
    """The mean of each column; 0 where there is no row."""
    return np.asarray(x.sum(0) / max(len(x), 1))


def _best_other(score: Floats) -> Floats:
    """For each concept the best score of another concept on the same statement; its own where there is no other."""
    if score.shape[1] < 2:
        return score
    order = np.sort(score, 1)
    best, second = order[:, -1:], order[:, -2:-1]
    return np.asarray(np.where(score >= best, second, best))
