"""The best row of labels for names: no name begins or ends with a word that can stand only within one.

The path of `decoding`, with what a word allows: "Ministry of Trade and" ends before "and" or goes on behind it.
"""

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.labels import NAME_LABELS, OUT, begin, inside
from onrecord.extraction.decoding import best_path
from onrecord.extraction.name_scores import doubtful
from onrecord.extraction.name_words import Flags, NameWords, never_first, never_last
from onrecord.model import NAME_KINDS

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = np.float32(-1e4)
_KINDS = range(len(NAME_KINDS))
_BEGINS = [begin(kind) for kind in _KINDS]
_INSIDES = [inside(kind) for kind in _KINDS]


def _steps(*, ends: bool) -> Floats:
    """From a label to the next one; without `ends` what has begun has to go on."""
    allowed = np.zeros((len(NAME_LABELS), len(NAME_LABELS)), np.float32)
    for kind in _KINDS:
        named = [begin(kind), inside(kind)]
        allowed[:, inside(kind)] = _NEVER
        if not ends:
            allowed[named] = _NEVER
        allowed[named, inside(kind)] = 0
    for kind in _KINDS if not ends else ():
        others = [label for one in _KINDS if one != kind for label in (begin(one), inside(one))]
        allowed[others, inside(kind)] = _NEVER
    allowed[OUT, _INSIDES] = _NEVER
    return allowed


_STEPS = np.stack([_steps(ends=True), _steps(ends=False)])
"""From a word that may end a name, and from one that may not."""


def best_name_labels(words: NameWords, scores: Floats) -> Ints:
    """The best sequence of `encoder.labels.NAME_LABELS`: w, from (w, 7) log-probabilities.

    Words that surely are no names, away from all that may be, are none: only the stretches between them are looked at,
    and no name reaches over their ends.
    """
    labels = np.zeros(len(scores), np.int64)
    rows = doubtful(scores)
    bound = never_last(words)
    apart = np.diff(rows, prepend=-2) > 1
    last = np.append(apart[1:], np.ones(min(len(rows), 1), bool))
    some = _allowed(words, scores, bound)[rows]
    some[np.flatnonzero(apart)[:, None], _INSIDES] += _NEVER
    some[np.flatnonzero(last & bound[rows])[:, None], _BEGINS + _INSIDES] += _NEVER
    labels[rows] = best_path(some, np.cumsum(apart), _STEPS, bound[rows].astype(np.int64))
    return labels


def _allowed(words: NameWords, scores: Floats, bound: Flags) -> Floats:
    """The scores without what cannot be: a name that goes on over a paragraph's end, begins with "of" or ends there."""
    made = scores.copy()
    opening = np.flatnonzero(np.diff(words.paragraph, prepend=-1))
    made[opening[:, None], _INSIDES] += _NEVER
    made[np.flatnonzero(never_first(words))[:, None], _BEGINS] += _NEVER
    cut = np.flatnonzero(bound & words.ends_paragraph)
    made[cut[:, None], _BEGINS + _INSIDES] += _NEVER
    return made
