"""The names that the network sees, from the scores of the same pass that finds statements."""

from itertools import pairwise

import numpy as np

from onrecord.encoder.labels import OUT
from onrecord.encoder.reader import Encoded
from onrecord.model import NAME_KINDS, Name, Span


def names_of(encoded: Encoded) -> tuple[Name, ...]:
    """The names of persons, organisations and places in what was read, in the order of the text.

    Each word has its likeliest label; a word that goes on with a name of another kind, or with none, begins one.
    """
    labels = encoded.names.argmax(1)
    kinds = np.where(labels == OUT, -1, (labels - 1) // 2)
    before = np.concatenate([[-1], kinds[:-1]])
    apart = np.diff(encoded.pieces.paragraph, prepend=-1) != 0
    begins = (kinds >= 0) & ((labels % 2 == 1) | (kinds != before) | apart)
    edges = np.flatnonzero(begins | ((kinds < 0) & (before >= 0)) | (apart & (before >= 0)))
    return tuple(
        _name(encoded, int(start), int(end), int(kinds[start]))
        for start, end in pairwise([*edges, len(labels)])
        if kinds[start] >= 0
    )


def _name(encoded: Encoded, start: int, end: int, kind: int) -> Name:
    chances = np.exp(encoded.names[start:end])
    return Name(
        span=Span(int(encoded.pieces.word_start[start]), int(encoded.pieces.word_end[end - 1])),
        kind=NAME_KINDS[kind],
        confidence=float(chances[:, 2 * kind + 1 : 2 * kind + 3].sum(1).min()),
    )
