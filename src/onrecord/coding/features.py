"""What the light model weighs: the network's evidence, what stands beside it, and what the reviewed statements add.

Whatever is learned from the reviewed statements is left out for the statement itself, so that a statement that was
reviewed looks like one that was not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.coding.evidence import Evidence
from onrecord.coding.fitting import sigmoid
from onrecord.model.coding import Reviewed
from onrecord.model.statement_changes import STANCES

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

RELEVANCE = (
    "one", "score", "ahead", "above", "near", "near_above", "example", "article", "speaker",
    "reviewed_near", "reviewed_line", "reviewed_rate", "reviewed_article", "reviewed_speaker",
)  # fmt: skip
STANCE = (
    "is_agree", "is_neither", "score", "example", "speaker",
    "reviewed_near", "reviewed_rate", "reviewed_speaker",
)  # fmt: skip
WARMTH = 0.1  # of the weight e^(cosine / WARMTH) that a reviewed statement has for another
PSEUDO = 20.0  # the weight of knowing nothing beside it: that of one statement with cosine 0.3
RIDGE = 1.0  # of the linear model on vectors
FEW = 2.0  # reviewed statements that count as much as knowing nothing, for rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The reviewed statements as arrays: `is_reviewed` (n), `bears` (n, k), `side` (n, k; 0, 1, 2, or -1 for none)."""

    is_reviewed: Bools
    bears: Floats
    side: NDArray[np.int64]


def known(evidence: Evidence, reviewed: Reviewed) -> Known:
    """What was reviewed of these statements; codes of concepts that the codebook does not have count for nothing."""
    shape = len(evidence.units), len(evidence.concepts)
    side = np.full(shape, -1, np.int64)
    column = {name: k for k, name in enumerate(evidence.concepts)}
    for row, one in enumerate(evidence.units):
        for concept, stance in reviewed.get(one.id, {}).items():
            if concept in column:
                side[row, column[concept]] = STANCES.index(stance)
    is_reviewed = np.array([one.id in reviewed for one in evidence.units], np.bool_)
    return Known(is_reviewed=is_reviewed, bears=(side >= 0).astype(np.float64), side=side)


def relevance(evidence: Evidence, what: Known) -> Floats:
    """n, k, len(RELEVANCE)."""
    score, near = evidence.scores[:, :, 0], evidence.near
    chance = sigmoid(score)
    columns = [
        np.ones_like(score),
        score,
        score - _best_other(score),
        score - _mean(score),
        near * 4,
        (near - _mean(near)) * 4,
        np.maximum(evidence.near_for, evidence.near_against) * 4,
        _others(chance, [one.article for one in evidence.units]),
        _others(chance, [one.speaker for one in evidence.units]),
        *_reviewed_relevance(evidence, what),
    ]
    return np.stack(columns, -1)


def stance(evidence: Evidence, what: Known) -> Floats:
    """n, k, 3, len(STANCE): one row for each stance, in the order of STANCES."""
    scores = evidence.scores[:, :, 1:]
    logs = scores - np.log(np.exp(scores).sum(-1, keepdims=True))
    lead = (evidence.near_for - evidence.near_against) * 4
    columns = [
        np.broadcast_to(np.array([1.0, 0, 0]), scores.shape),
        np.broadcast_to(np.array([0.0, 0, 1]), scores.shape),
        logs,
        np.stack([lead, -lead, np.zeros_like(lead)], -1),
        _same_speaker(logs, sigmoid(evidence.scores[:, :, 0]), evidence),
        *_reviewed_stance(evidence, what),
    ]
    return np.stack(columns, -1)


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


def same(names: Sequence[str | None], of: Bools) -> Floats:
    """n, r: 1 where a statement shares that name with one of the r that `of` marks, another one; else 0."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(filter(None, names)))}
    codes = np.array([numbers[name] if name else -1 - row for row, name in enumerate(names)], np.int64)
    rows = np.flatnonzero(of)
    matrix: Floats = (codes[:, None] == codes[None, rows]).astype(np.float64)
    matrix[rows, np.arange(len(rows))] = 0.0
    return matrix


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


def _kernel(evidence: Evidence, what: Known) -> Floats:
    """n, r: how much each reviewed statement says about each statement; nothing about itself."""
    rows = np.flatnonzero(what.is_reviewed)
    weight = np.exp(evidence.vectors @ evidence.vectors[rows].T / WARMTH)
    weight[rows, np.arange(len(rows))] = 0.0
    return np.asarray(weight)


def _reviewed_relevance(evidence: Evidence, what: Known) -> list[Floats]:
    shape = what.bears.shape
    if not what.is_reviewed.any():
        return [np.zeros(shape)] * 5
    bears = what.bears[what.is_reviewed]
    total = len(bears)
    rate = (bears.sum(0) + FEW * bears.mean()) / (total + FEW)
    weight = _kernel(evidence, what)
    near = (weight @ (bears - rate)) / (weight.sum(1, keepdims=True) + PSEUDO)
    kept = bears.sum(0) - what.bears * what.is_reviewed[:, None]
    left = total - what.is_reviewed[:, None].astype(np.float64)
    rates = (kept + FEW * bears.mean() + 0.1) / (left + FEW + 0.2)
    found = [near * 2, _line(evidence, what, bears - rate) * 2, np.log(rates / (1 - rates)) + 2]
    for names in ([one.article for one in evidence.units], [one.speaker for one in evidence.units]):
        pairs = same(names, what.is_reviewed)
        found.append((pairs @ (bears - rate)) / (pairs.sum(1, keepdims=True) + FEW))
    return found


def _line(evidence: Evidence, what: Known, target: Floats) -> Floats:
    """Ridge regression on the vectors; for a reviewed statement the prediction without it (Allen 1974, PRESS)."""
    rows = np.flatnonzero(what.is_reviewed)
    some = evidence.vectors[rows]
    inverse = np.linalg.inv(some @ some.T + RIDGE * np.eye(len(rows)))
    weights = inverse @ target
    found = evidence.vectors @ some.T @ weights
    found[rows] = target - weights / np.diag(inverse)[:, None]
    return np.asarray(found)


def _same_speaker(logs: Floats, chance: Floats, evidence: Evidence) -> Floats:
    """What the network says of the same speaker's other statements on the concept, by their relevance."""
    names = [one.speaker for one in evidence.units]
    summed = _sum_of_others((logs - logs.mean(-1, keepdims=True)) * chance[:, :, None], names)
    return np.asarray(summed / (_sum_of_others(chance, names)[:, :, None] + 0.5))


def _reviewed_stance(evidence: Evidence, what: Known) -> list[Floats]:
    shape = (*what.bears.shape, len(STANCES))
    if not what.is_reviewed.any():
        return [np.zeros(shape)] * 3
    chosen = (what.side[:, :, None] == np.arange(len(STANCES))).astype(np.float64)
    some = chosen[what.is_reviewed]
    overall = (some.sum((0, 1)) + 1) / (some.sum() + 3)
    counts = some.sum(0)[None] - chosen * what.is_reviewed[:, None, None]
    rates = (counts + 3 * overall) / (counts.sum(-1, keepdims=True) + 3)
    bears = what.bears[what.is_reviewed]
    found = []
    speaker = same([one.speaker for one in evidence.units], what.is_reviewed)
    for weight, pseudo in ((_kernel(evidence, what), PSEUDO), (speaker, 0.5)):
        votes = np.einsum("nr,rks->nks", weight, some) + pseudo * rates
        found.append(np.log(votes / ((weight @ bears)[:, :, None] + pseudo)) - np.log(rates))
    return [found[0], np.log(rates), found[1]]
