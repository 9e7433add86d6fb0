"""The names that the network sees, from the scores of the same pass that finds statements."""

import numpy as np

from onrecord.encoder.reader import Encoded
from onrecord.extraction.decoding import Run, best_labels, runs
from onrecord.model import NAME_KINDS, Name, Span


def names_of(encoded: Encoded) -> tuple[Name, ...]:
    """The names of persons, organisations and places in what was read, in the order of the text."""
    labels = best_labels(encoded.names, encoded.pieces.paragraph)
    return tuple(_name(encoded, run) for run in runs(labels, encoded.names))


def _name(encoded: Encoded, run: Run) -> Name:
    """A run as a name: `encoder.labels.NAME_LABELS` stand in the order of the labels of roles."""
    chances = np.exp(encoded.names[run.start : run.end])
    return Name(
        span=Span(int(encoded.pieces.word_start[run.start]), int(encoded.pieces.word_end[run.end - 1])),
        kind=NAME_KINDS[run.role],
        confidence=float(chances[:, 2 * run.role + 1 : 2 * run.role + 3].sum(1).min()),
    )
