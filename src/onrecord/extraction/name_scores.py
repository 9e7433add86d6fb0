"""The network's scores of names, corrected by what stands around each word and elsewhere in the article.

A multinomial logistic regression beside the network's own log-probabilities, fitted by `python -m training.names`; then
what is left is pooled once more over the places of each word.
"""

import json
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.labels import NAME_LABELS, begin, inside
from onrecord.extraction.name_signs import COLUMNS, means_elsewhere, signs_of
from onrecord.extraction.name_words import NameWords
from onrecord.model import NAME_KINDS

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_SURELY_NONE = 0.9995
"""From this probability on a word is left as it is, if its neighbours are too."""
AGREEING = 0.6
"""How much the other places of a word count beside the place itself: of 0.3, 0.6, 0.9 and 1.2 the best one on both
halves of the dev tenth (F1 0.825, 0.830, 0.827, 0.826; without it 0.821)."""
_AT_ONCE = 16_384
"""Words whose signs are held at a time: 32 MB."""
_MOST = 3
"""Other places from which on they count wholly."""
_HARDLY = 0.02


def corrected(words: NameWords, scores: Floats) -> Floats:
    """Log-probabilities (w, 7) after the network's (w, 7)."""
    return agreed(words, weighed(words, scores, _weights()))


def doubtful(scores: Floats) -> Ints:
    """The words that may be part of a name, and their neighbours."""
    some = scores[:, 0] < np.log(_SURELY_NONE)
    some[1:] |= some[:-1].copy()
    some[:-1] |= some[1:].copy()
    return np.flatnonzero(some)


def weighed(words: NameWords, scores: Floats, weights: Floats) -> Floats:
    """The scores with the signs' say; `weights` are (COLUMNS, 7)."""
    rows = doubtful(scores)
    made = scores.copy()
    for at in range(0, len(rows), _AT_ONCE):
        some = rows[at : at + _AT_ONCE]
        made[some] = _normal(scores[some] + signs_of(words, scores, some) @ weights)
    return made


def agreed(words: NameWords, scores: Floats, much: float = AGREEING) -> Floats:
    """The scores with what the same word is elsewhere: each kind's probability there, for words with capitals."""
    chances = np.exp(scores)
    kinds = [[0], *([begin(kind), inside(kind)] for kind in range(len(NAME_KINDS)))]
    by_kind = np.stack([chances[:, labels].sum(1) for labels in kinds], 1)
    mean, others = means_elsewhere(by_kind, words.same)
    counted = much * np.minimum(others, _MOST) / _MOST * words.capital
    said = np.log(mean + _HARDLY) * counted[:, None]
    made = scores.copy()
    for column, labels in enumerate(kinds):
        made[:, labels] += said[:, [column]].astype(np.float32)
    return _normal(made)


@cache
def _weights() -> Floats:
    text = files("onrecord.extraction").joinpath("name_weights.json").read_text(encoding="utf-8")
    kept: dict[str, list[float]] = json.loads(text)
    none = [0.0] * len(NAME_LABELS)
    return np.array([kept.get(column, none) for column in COLUMNS], np.float32)


def _normal(scores: Floats) -> Floats:
    top = scores.max(-1, keepdims=True)
    return np.asarray(scores - top - np.log(np.exp(scores - top).sum(-1, keepdims=True)), np.float32)
