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
from onrecord.coding.reviewed import FEW, Known, known

__all__ = ["RELEVANCE", "STANCE", "Known", "known", "relevance", "stance"]

Floats = NDArray[np.float64]

RELEVANCE = (
    "one", "score", "ahead", "above", "near", "near_above", "example", "words", "length", "article", "speaker",
    "reviewed_line", "reviewed_rate", "reviewed_article", "reviewed_speaker",
)  # fmt: skip
STANCE = (
    "is_agree", "is_neither", "score", "example", "speaker", "camp",
    "reviewed_line", "reviewed_speaker",
)  # fmt: skip
MIDDLE = 4.0  # the logarithm of the length of a content in the middle, in code points


def relevance(evidence: Evidence, what: Known, first: Sequence[float] | Floats) -> Floats:
    """n, k, len(RELEVANCE); `first`: the weights before anything is reviewed, with which what it adds is compared."""
    score, near = evidence.scores[:, :, 0], evidence.near
    lengths = np.array([np.log1p(len(one.words)) - MIDDLE for one in evidence.units])
    chance = sigmoid(score)
    columns = [
        np.ones_like(score),
        score,
        score - _best_other(score),
        score - _mean(score),
        near * 4,
        (near - _mean(near)) * 4,
        np.maximum(evidence.near_for, evidence.near_against) * 4,
        evidence.shared * 4,
        np.broadcast_to(lengths[:, None], score.shape),
        _others(chance, [one.article for one in evidence.units]),
        _others(chance, [one.speaker for one in evidence.units]),
    ]
    before = sigmoid(np.stack(columns, -1) @ np.asarray(first)[: len(columns)])
    return np.stack([*columns, *reviewed.relevance(evidence, what, before)], -1)


def stance(evidence: Evidence, what: Known, first: Sequence[float] | Floats) -> Floats:
    """n, k, 3, len(STANCE): one row for each stance, in the order of STANCES; `first` as for relevance."""
    scores = evidence.scores[:, :, 1:]
    logs = scores - np.log(np.exp(scores).sum(-1, keepdims=True))
    columns = [
        np.broadcast_to(np.array([1.0, 0, 0]), scores.shape),
        np.broadcast_to(np.array([0.0, 0, 1]), scores.shape),
        logs,
        _leaning((evidence.near_for - evidence.near_against) * 4),
        _same_speaker(logs, sigmoid(evidence.scores[:, :, 0]), evidence),
        _leaning(camps(evidence, what)),
    ]
    before = softmax(np.stack(columns, -1) @ np.asarray(first)[: len(columns)])
    return np.stack([*columns, *reviewed.stance(evidence, what, before)], -1)


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


def _sum_of_others(x: Floats, names: Sequence[str | None]) -> Floats:
    """For each of the n rows of x the sum over the others with the same name; 0 where nobody knows the name."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(filter(None, names)))}
    rows = np.array([row for row, name in enumerate(names) if name], np.int64)
    at = np.array([numbers[name] for name in names if name], np.int64)
    summed = np.zeros((len(numbers), *x.shape[1:]))
    np.add.at(summed, at, x[rows])
    found = np.zeros_like(x)
    found[rows] = summed[at] - x[rows]
    return found


def _others(chance: Floats, names: Sequence[str | None]) -> Floats:
    """The mean over the other statements with the same name, less the mean over all; 0 where there is none."""
    count = _sum_of_others(np.ones((len(names), 1)), names)
    return np.asarray((_sum_of_others(chance, names) - count * _mean(chance)) / (count + FEW))


def _same_speaker(logs: Floats, chance: Floats, evidence: Evidence) -> Floats:
    """What the network says of the same speaker's other statements on the concept, by their relevance."""
    names = [one.speaker for one in evidence.units]
    summed = _sum_of_others((logs - logs.mean(-1, keepdims=True)) * chance[:, :, None], names)
    return np.asarray(summed / (_sum_of_others(chance, names)[:, :, None] + 0.5))
