"""Which cue each content belongs to, and which source each cue: asked of the trained linker, window by window."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.linker import Linker
from onrecord.encoder.reader import Encoded
from onrecord.encoder.windows import Window
from onrecord.extraction.decoding import Run

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a run belongs to: the number of a candidate, or None; and the log-probability of that answer."""

    target: int | None
    sureness: float


def link(
    pair: str, encoded: Encoded, linker: Linker, asking: Sequence[Run], asked: Sequence[Run]
) -> list[Link]:
    """For each asking run its link to one of the asked runs, or to none.

    A run is linked in the window that decides its first piece, to candidates that lie wholly in that window: hidden
    states of different windows cannot be compared.
    """
    answers: list[Link] = [Link(target=None, sureness=0.0)] * len(asking)
    ask, answer = places(encoded, asking), places(encoded, asked)
    for window, states in zip(encoded.windows, encoded.states, strict=True):
        mine = decided_in(window, ask)
        if not len(mine):
            continue
        theirs = np.flatnonzero((answer[:, 0] >= window.start) & (answer[:, 1] < window.end))
        scores = linker.log_probabilities(
            pair, states, within(ask[mine], window), within(answer[theirs], window)
        )
        for row, number in enumerate(mine):
            column = int(scores[row].argmax())
            target = int(theirs[column]) if column < len(theirs) else None
            answers[number] = Link(target=target, sureness=float(scores[row, column]))
    return answers


def places(encoded: Encoded, found: Sequence[Run]) -> Ints:
    """First and last piece of each run, both included: n, 2."""
    first, last = encoded.pieces.first, encoded.pieces.last
    return np.array([(first[run.start], last[run.end - 1]) for run in found], np.int64).reshape(-1, 2)


def decided_in(window: Window, placed: Ints) -> Ints:
    """The numbers of those places whose first piece the window decides."""
    return np.flatnonzero((placed[:, 0] >= window.keep_start) & (placed[:, 0] < window.keep_end))


def within(places: Ints, window: Window) -> Ints:
    """Places counted from the window's start; a run longer than the window is cut at its end."""
    return np.minimum(places, window.end - 1) - window.start
