"""Which statements to review next, so that each decision teaches the most.

A statement is worth asking about where the model is unsure of it (entropy of what it bears on, and of the side if it
does: Settles 2012, 2.3), and where it stands for others (density, 3.2) that nothing like it has answered for; those
that were chosen count as answered for the next.
"""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.coding.evidence import Evidence
from onrecord.coding.learner import Probabilities
from onrecord.model.coding import Reviewed

Floats = NDArray[np.float64]
TINY = 1e-12
LONELY = 0.02
AT_ONCE = 2048  # statements that are compared with the reviewed ones at the same time


def uncertainty(found: Probabilities) -> Floats:
    """n: bits by which relevance and stance are open, summed over the concepts."""
    p = np.clip(found.relevance, TINY, 1 - TINY)
    bears = -(p * np.log2(p) + (1 - p) * np.log2(1 - p))
    sides = -(found.stances * np.log2(np.clip(found.stances, TINY, 1))).sum(-1)
    return np.asarray((bears + p * sides).sum(1))


def next_to_review(
    evidence: Evidence,
    found: Probabilities,
    reviewed: Reviewed,
    *,
    count: int = 10,
    diversity: float = 1.0,
    among: Collection[str] | None = None,
) -> tuple[str, ...]:
    """The ids of up to `count` statements that were not reviewed, the one that teaches most first.

    `diversity` 0 goes by doubt alone; the greater it is, the more a likeness to what was reviewed or chosen counts.
    `among`: the ids that may be asked about, all by default.
    """
    open_rows = [
        row
        for row, one in enumerate(evidence.units)
        if one.id not in reviewed and (among is None or one.id in among)
    ]
    doubt = uncertainty(found) * _density(evidence, open_rows)
    covered = _covered(evidence, [row for row, one in enumerate(evidence.units) if one.id in reviewed])
    left = np.zeros(len(doubt), np.bool_)
    left[open_rows] = True
    chosen: list[str] = []
    while len(chosen) < min(count, len(open_rows)):
        worth = doubt * np.maximum(1 - covered, 0.0) ** diversity
        best = int(np.where(left, worth, -1.0).argmax())  # no worth is below 0
        left[best] = False
        chosen.append(evidence.units[best].id)
        covered = np.maximum(covered, np.clip(evidence.vectors @ evidence.vectors[best], 0, 1))
    return tuple(chosen)


def _density(evidence: Evidence, rows: Sequence[int]) -> Floats:
    """n: the mean cosine with the statements that may be asked about, at least LONELY."""
    if not rows:
        return np.ones(len(evidence.units))
    asked = np.zeros(len(evidence.units))
    asked[rows] = 1.0 / len(rows)
    return np.asarray(np.maximum(evidence.vectors @ (asked @ evidence.vectors), LONELY))


def _covered(evidence: Evidence, rows: Sequence[int]) -> Floats:
    """n: the greatest cosine with a reviewed statement, 0 to 1."""
    found = np.zeros(len(evidence.units))
    taught = evidence.vectors[np.array(rows, np.int64)].T
    for start in range(0, len(found), AT_ONCE) if rows else ():
        some = slice(start, start + AT_ONCE)
        found[some] = np.clip((evidence.vectors[some] @ taught).max(1), 0, 1)
    return found
