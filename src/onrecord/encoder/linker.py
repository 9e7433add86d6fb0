"""The trained linker: which cue a content belongs to, which source a cue, and what kind of act a cue names.

A span is represented by the hidden states of its first and last piece; a pair of spans is scored by a biaffine form,
plus a learned number for their distance in pieces (signed, in buckets of powers of two) and for the rank of that
distance among the candidates; one more column says that the span belongs to none.  Hidden states depend on the
window they were computed in, so both ends of a pair must come from the same window.
"""

from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

BUCKETS = 20
RANKS = 8
PAIRS = {"content_cue": ("content", "cue_asked"), "cue_source": ("cue", "source")}


def gaps(asking: Ints, asked: Ints) -> Ints:
    """Signed distances in pieces between spans (q, 2) and (k, 2), both ends included: q, k; 0 where they overlap."""
    after = asked[None, :, 0] - asking[:, None, 1]
    before = asked[None, :, 1] - asking[:, None, 0]
    apart: Ints = np.where(after > 0, after, np.where(before < 0, before, 0))
    return apart


def distance_buckets(gap: Ints) -> Ints:
    """The bucket of a distance: 10 powers of two to either side."""
    power = np.minimum(np.log2(np.abs(gap) + 1).astype(np.int64), 9)
    buckets: Ints = np.where(gap < 0, power, power + 10)
    return buckets


def distance_ranks(gap: Ints) -> Ints:
    """How many candidates lie nearer, up to 7."""
    nearest = np.argsort(np.abs(gap), axis=1, kind="stable")
    return np.minimum(np.argsort(nearest, axis=1, kind="stable"), RANKS - 1)


def _gelu(x: Floats) -> Floats:
    # The tanh form differs from the exact one by at most 5e-4: far less than any decision here turns on.
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x))), np.float32)


class Linker:
    """The linker's weights and how they score, in numpy: a few spans an article need no network library."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        self.weights = weights

    @classmethod
    def load(cls, path: Path) -> "Linker":
        """Read the weights; raises ModelError where the file is not what it should be."""
        try:
            with np.load(path, allow_pickle=False) as stored:
                weights = {name: stored[name].astype(np.float32) for name in stored.files}
        except (OSError, ValueError, EOFError, BadZipFile) as error:
            raise ModelError(f"{path}: cannot be read as the linker's weights: {error}") from error
        needed = {
            f"{pair}{part}"
            for pair in PAIRS
            for part in ("", "_distance", "_rank", "_none.weight", "_none.bias")
        }
        needed |= {"act.weight", "act.bias"}
        if missing := needed - set(weights):
            raise ModelError(
                f"{path}: lacks {', '.join(sorted(missing))}; is it a linker of another version?"
            )
        return cls(weights)

    def log_probabilities(self, pair: str, states: Floats, asking: Ints, asked: Ints) -> Floats:
        """Log-probabilities that a span belongs to each candidate, last column none: q, k + 1.

        `states`: the hidden states of one window (L, H); `asking` (q, 2), `asked` (k, 2): first and last piece of each
        span in that window, both included.
        """
        ask, answer = PAIRS[pair]
        query = self._project(ask, states, asking)
        score = query @ self.weights[f"{pair}_none.weight"].T + self.weights[f"{pair}_none.bias"]
        if len(asked):
            key, gap = self._project(answer, states, asked), gaps(asking, asked)
            form = (query @ self.weights[pair]) @ key.T * (4 / np.sqrt(query.shape[1]))
            form = form + self.weights[f"{pair}_distance"][distance_buckets(gap)]
            form = form + self.weights[f"{pair}_rank"][distance_ranks(gap)]
            score = np.concatenate([form, score], axis=1)
        top = score.max(1, keepdims=True)
        return np.asarray(score - top - np.log(np.exp(score - top).sum(1, keepdims=True)), np.float32)

    def act_scores(self, states: Floats, cues: Ints) -> Floats:
        """How well each kind of act (`model.ACTS`) fits each cue (k, 2) of one window: k, 4."""
        scores = _ends(states, cues) @ self.weights["act.weight"].T + self.weights["act.bias"]
        return np.asarray(scores, np.float32)

    def _project(self, name: str, states: Floats, spans: Ints) -> Floats:
        ends = _ends(states, spans)
        return _gelu(ends @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"])


def _ends(states: Floats, spans: Ints) -> Floats:
    """The hidden states of each span's first and last piece side by side: k, 2H."""
    return np.concatenate([states[spans[:, 0]], states[spans[:, 1]]], axis=1)
