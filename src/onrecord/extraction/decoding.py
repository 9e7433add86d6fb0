"""From a score for every word to runs of words with one role: the best sequence of labels that makes sense.

Viterbi over the labels with hard constraints (a further word follows a first word of the same role, and no run reaches
over a paragraph's end); in the trial the constraints were worth seven points of exact content.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.labels import LABELS, OUT, begin, inside

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = np.float32(-1e4)
_ROLES = (0, 1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words `start` to `end` (half open) with one role.

    `sureness` is the mean log-probability of its words' labels; `border` the log-probability that it begins where it
    begins and ends where it ends.
    """

    role: int
    start: int
    end: int
    sureness: float
    border: float


def _transitions() -> Floats:
    allowed = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for role in _ROLES:
        allowed[:, inside(role)] = _NEVER
        allowed[[begin(role), inside(role)], inside(role)] = 0
    return allowed


_TRANSITIONS = _transitions()
_INSIDE = [inside(role) for role in _ROLES]


def best_labels(log_probabilities: Floats, paragraph: Ints) -> Ints:
    """The best sequence of labels: w, from (w, 7) log-probabilities; `paragraph` (w) numbers the words' paragraphs."""
    scores = log_probabilities.copy()
    opening = np.flatnonzero(np.diff(paragraph, prepend=-1))
    scores[opening[:, None], _INSIDE] += _NEVER
    return best_path(scores, paragraph, _TRANSITIONS[None], np.zeros(len(scores), np.int64))


def best_path(scores: Floats, stretch: Ints, steps: Floats, way: Ints) -> Ints:
    """The labels with the most: w, from (w, l) scores and (s, l, l) scores of going from a label to the next one.

    `stretch` (w) numbers the stretches of words, which know nothing of each other: all are gone through at once, a
    word of each at a time.  `way` (w) is by which of the steps one goes on from a word.
    """
    labels = np.zeros(len(scores), np.int64)
    if not len(labels):
        return labels
    opening = np.flatnonzero(np.diff(stretch, prepend=stretch[0] - 1))
    lengths = np.diff(opening, append=len(labels))
    longest_first = np.argsort(-lengths, kind="stable")
    opening, lengths = opening[longest_first], lengths[longest_first]
    # How many stretches have a word with that number, from the second on.
    having = np.searchsorted(-lengths, -np.arange(1, lengths[0]), side="left")
    came_from = np.zeros(scores.shape, np.int8)
    best = scores[opening]
    for number, count in enumerate(having, 1):
        words = opening[:count] + number
        reached = best[:count, :, None] + steps[way[words - 1]]
        came_from[words] = reached.argmax(1)
        best[:count] = reached.max(1) + scores[words]
    labels[opening + lengths - 1] = best.argmax(1)
    for number, count in reversed(list(enumerate(having, 1))):
        words = opening[:count] + number
        labels[words - 1] = came_from[words, labels[words]]
    return labels


def runs(labels: Ints, log_probabilities: Floats) -> list[Run]:
    """The runs that a sequence of labels makes, in order; the log-probabilities (w, 7) are the unbiased ones."""
    starts = np.flatnonzero((labels != OUT) & (labels % 2 == 1))
    ends = _ends(labels, starts)
    chosen = np.concatenate([[0.0], np.cumsum(log_probabilities[np.arange(len(labels)), labels])])
    return [
        _run(int(labels[start] - 1) // 2, int(start), int(end), log_probabilities, chosen)
        for start, end in zip(starts, ends, strict=True)
    ]


def _ends(labels: Ints, starts: Ints) -> Ints:
    """For each run's first word, the first word after the run."""
    stops = np.flatnonzero((labels == OUT) | (labels % 2 == 1))
    stops = np.concatenate([stops, [len(labels)]])
    return stops[np.searchsorted(stops, starts, side="right")]


def _run(role: int, start: int, end: int, log_probabilities: Floats, chosen: NDArray[np.float64]) -> Run:
    after = log_probabilities[end, inside(role)] if end < len(log_probabilities) else _NEVER
    stops_here = float(np.log1p(-min(np.exp(after), 1 - 1e-6)))
    return Run(
        role=role,
        start=start,
        end=end,
        sureness=float(chosen[end] - chosen[start]) / (end - start),
        border=float(log_probabilities[start, begin(role)]) + stops_here,
    )
