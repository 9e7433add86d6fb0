"""The names that the network sees, from the scores of the same pass that finds statements."""

from collections.abc import Iterator

import numpy as np

from onrecord.encoder.reader import Encoded
from onrecord.extraction.datelines import dateline_names
from onrecord.extraction.decoding import Floats, Run, runs
from onrecord.extraction.name_runs import best_name_labels
from onrecord.extraction.name_scores import corrected
from onrecord.extraction.name_words import name_words
from onrecord.model import NAME_KINDS, Article, Name, Span


def names_of(article: Article, encoded: Encoded) -> tuple[Name, ...]:
    """The names of persons, organisations and places in an article that was read, in the order of its text."""
    seen = _seen(article.text, encoded) if len(encoded.names) else ()
    return tuple(sorted((*seen, *dateline_names(article)), key=lambda one: one.span))


def _seen(text: str, encoded: Encoded) -> Iterator[Name]:
    words = name_words(text, encoded.pieces)
    scores = corrected(words, encoded.names)
    labels = best_name_labels(words, scores)
    for run in runs(labels, scores):
        yield _name(encoded, scores, run)


def _name(encoded: Encoded, scores: Floats, run: Run) -> Name:
    """A run as a name: `encoder.labels.NAME_LABELS` stand in the order of the labels of roles."""
    chances = np.exp(scores[run.start : run.end])
    return Name(
        span=Span(int(encoded.pieces.word_start[run.start]), int(encoded.pieces.word_end[run.end - 1])),
        kind=NAME_KINDS[run.role],
        confidence=float(chances[:, 2 * run.role + 1 : 2 * run.role + 3].sum(1).min()),
    )
