"""What the reviewed statements add: each of these features leaves a statement's own codes out of what it gets.

The two lines are kernel ridge regressions of what was reviewed, less what was thought before anything was, on how
like two statements are in meaning and in words; for a reviewed statement the prediction without it (Allen 1974, PRESS).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.coding.evidence import Evidence
from onrecord.model.coding import Reviewed
from onrecord.model.statement_changes import STANCES

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

RIDGE = 1.0
ANY, SPEAKER = 0.3, 0.5  # how like two codes of one concept are whatever their words, and by the same speaker
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


def same(names: Sequence[str | None], of: Bools) -> Floats:
    """n, r: 1 where a statement shares that name with one of the r that `of` marks, another one; else 0."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(filter(None, names)))}
    codes = np.array([numbers[name] if name else -1 - row for row, name in enumerate(names)], np.int64)
    rows = np.flatnonzero(of)
    matrix: Floats = (codes[:, None] == codes[None, rows]).astype(np.float64)
    matrix[rows, np.arange(len(rows))] = 0.0
    return matrix


def relevance(evidence: Evidence, what: Known, before: Floats) -> list[Floats]:
    """Line, rate, article, speaker (n, k each); `before`: n, k: the chances before anything was reviewed."""
    if not what.is_reviewed.any():
        return [np.zeros(what.bears.shape)] * 4
    rows = np.flatnonzero(what.is_reviewed)
    bears = what.bears[rows]
    total = len(bears)
    kept = bears.sum(0) - what.bears * what.is_reviewed[:, None]
    left = total - what.is_reviewed[:, None].astype(np.float64)
    rates = (kept + FEW * bears.mean() + 0.1) / (left + FEW + 0.2)
    rate = (bears.sum(0) + FEW * bears.mean()) / (total + FEW)
    found = [_line(_likeness(evidence, rows), rows, bears - before[rows]) * 2]
    found.append(np.log(rates / (1 - rates)) + 2)
    for names in ([one.article for one in evidence.units], [one.speaker for one in evidence.units]):
        pairs = same(names, what.is_reviewed)
        found.append((pairs @ (bears - rate)) / (pairs.sum(1, keepdims=True) + FEW))
    return found


def stance(evidence: Evidence, what: Known, before: Floats) -> list[Floats]:
    """Line, speaker (n, k, 3 each); `before`: n, k, 3: the chances before anything was reviewed."""
    if not what.is_reviewed.any():
        return [np.zeros((*what.bears.shape, len(STANCES)))] * 2
    speaker = same([one.speaker for one in evidence.units], what.is_reviewed)
    return [_sides(evidence, what, before, speaker) * 3, _by_speaker(what, speaker)]


def _sides(evidence: Evidence, what: Known, before: Floats, speaker: Floats) -> Floats:
    """One line for each concept, on the codes that it has."""
    rows = np.flatnonzero(what.is_reviewed)
    likeness = _likeness(evidence, rows) + ANY + SPEAKER * speaker
    likeness[rows, np.arange(len(rows))] += SPEAKER
    found = np.zeros(before.shape)
    for concept in range(before.shape[1]):
        coded = what.side[rows, concept] >= 0
        some = rows[coded]
        if len(some):
            target = np.eye(len(STANCES))[what.side[some, concept]] - before[some, concept]
            found[:, concept] = _line(likeness[:, coded], some, target)
    return found


def _by_speaker(what: Known, speaker: Floats) -> Floats:
    """How often the same speaker took each side on the concept, above how often it was taken; logarithms."""
    chosen = (what.side[:, :, None] == np.arange(len(STANCES))).astype(np.float64)
    some = chosen[what.is_reviewed]
    overall = (some.sum((0, 1)) + 1) / (some.sum() + 3)
    counts = some.sum(0)[None] - chosen * what.is_reviewed[:, None, None]
    rates = (counts + 3 * overall) / (counts.sum(-1, keepdims=True) + 3)
    votes = np.einsum("nr,rks->nks", speaker, some) + 0.5 * rates
    bears = what.bears[what.is_reviewed]
    return np.asarray(np.log(votes / ((speaker @ bears)[:, :, None] + 0.5)) - np.log(rates))


def _likeness(evidence: Evidence, rows: NDArray[np.int64]) -> Floats:
    """n, r: cosine in meaning and cosine in words, summed."""
    return np.asarray(evidence.vectors @ evidence.vectors[rows].T + evidence.words.likeness(rows))


def _line(likeness: Floats, rows: NDArray[np.int64], target: Floats) -> Floats:
    """n, t: the ridge regression of `target` (r, t) on the likeness (n, r) to the statements `rows`."""
    inverse = np.linalg.inv(likeness[rows] + RIDGE * np.eye(len(rows)))
    weights = inverse @ target
    found = likeness @ weights
    found[rows] = target - weights / np.diag(inverse)[:, None]
    return np.asarray(found)
