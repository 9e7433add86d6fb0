"""Kernel ridge regression on how like two statements are: in meaning, in words, and perhaps in who speaks.

The likeness is a sum of products, so that what a line says of a statement is linear in the statement's vector and
words: the statements that were not reviewed are never compared with the reviewed ones one by one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.coding.evidence import Evidence
from onrecord.coding.groups import Groups

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
RIDGE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The weights of r statements, for t targets, as weights of what statements can have in common with them.

    `meaning`: H, t; `words`: words, t; `always`: t, added to every statement; `speaker`: count + 1, t, by speaker.
    """

    meaning: Floats
    words: Floats
    always: Floats
    speaker: Floats

    def of(self, evidence: Evidence, speakers: Groups, rows: Ints) -> Floats:
        """What the line says of the statements `rows`: rows, t."""
        found = evidence.vectors[rows] @ self.meaning + evidence.words.part(rows).times(self.words)
        return np.asarray(found + self.always + self.speaker[speakers.of[rows]])


def likeness(evidence: Evidence, rows: Ints) -> Floats:
    """r, r: cosine in meaning and cosine in words of the statements `rows`, summed."""
    vectors, words = evidence.vectors[rows], evidence.words.part(rows)
    return np.asarray(vectors @ vectors.T + words.likeness(np.arange(len(rows))))


def fitted(alike: Floats, target: Floats) -> tuple[Floats, Floats]:
    """The weights (r, t) of statements that are so `alike` (r, r), and what the line says of each without it (r, t).

    Without it: Allen 1974, PRESS.
    """
    inverse = np.linalg.inv(alike + RIDGE * np.eye(len(alike)))
    weights = inverse @ target
    return weights, np.asarray(target - weights / np.diag(inverse)[:, None])


def weighed(
    evidence: Evidence,
    speakers: Groups,
    rows: Ints,
    weights: Floats,
    *,
    always: float = 0.0,
    speaker: float = 0.0,
) -> Weighed:
    """The line of the statements `rows` with these weights (r, t).

    `always`, `speaker`: how like two statements are whatever they say, and by the same speaker.
    """
    return Weighed(
        meaning=evidence.vectors[rows].T @ weights,
        words=evidence.words.pooled(rows, weights),
        always=always * weights.sum(0),
        speaker=speaker * speakers.sums(weights, rows),
    )
