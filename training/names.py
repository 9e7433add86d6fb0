"""Fits what corrects the network's scores of names: `python -m training.names`.

Reads marked names of the English Worldwide Newswire (`corpus.names`, the train tenths alone) and what the shipped
network makes of these articles; writes src/onrecord/extraction/name_weights.json.  Logistic regression with the
network's log-probabilities as an offset, by Adam over all words at once, with an L2 penalty on standardised signs.

The network learned from the same articles and is surer on them than on others (F1 0.90 where the dev tenth has 0.81),
so the corrections are held small, and a part of the agreement over an article is left to a fixed rule
(`extraction.name_scores.AGREEING`).
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.names import NamedText, load_names
from corpus.texts import article_of
from onrecord.encoder.labels import NAME_LABELS, begin, inside
from onrecord.encoder.pieces import Pieces
from onrecord.encoder.reader import Encoded
from onrecord.extraction.name_scores import doubtful
from onrecord.extraction.name_signs import COLUMNS, signs_of
from onrecord.extraction.name_words import name_words
from onrecord.extraction.statements import encode
from onrecord.model import NAME_KINDS, Span
from onrecord.pipeline import Stages

OUT = Path(__file__).parents[1] / "src/onrecord/extraction/name_weights.json"
PENALTY, STEPS, RATE = 30.0, 150, 0.03
_LEAST_SPREAD = 0.05
"""A sign that varies less is not blown up to the size of the others."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Rows = tuple[Floats, Floats, Ints]
"""Signs (r, COLUMNS), the network's log-probabilities (r, 7), the right labels (r)."""


def encoded(texts: Iterable[NamedText], model: Path | None) -> Iterator[tuple[NamedText, Encoded]]:
    """The texts after a network's pass, the shipped one's by default."""
    stages = Stages(model=model)
    stages.load_model()
    for one in texts:
        yield one, encode(article_of(one.name, one.text), stages.encoder)


def rows_of(text: str, pieces: Pieces, scores: Floats, marked: NamedText) -> Rows:
    """The words of an article that may be part of a name, or are."""
    right = labels_of(pieces, marked)
    rows = np.union1d(doubtful(scores), np.flatnonzero(right))
    return signs_of(name_words(text, pieces), scores, rows), scores[rows], right[rows]


def labels_of(pieces: Pieces, marked: NamedText) -> Ints:
    """The right label of each word: `encoder.labels.NAME_LABELS`."""
    labels = np.zeros(len(pieces.word_start), np.int64)
    for start, end, kind in marked.names:
        named = pieces.words_in(Span(start, end))
        labels[named.start : named.stop] = inside(NAME_KINDS.index(kind))
        labels[named[:1]] = begin(NAME_KINDS.index(kind))
    return labels


def fit(rows: Rows, *, penalty: float = PENALTY, steps: int = STEPS) -> Floats:
    """The weights (COLUMNS, 7) with the least loss."""
    signs, scores, right = rows
    middle, spread = signs.mean(0), np.maximum(signs.std(0), _LEAST_SPREAD)
    middle[0], spread[0] = 0, 1
    standard = (signs - middle) / spread
    asked = np.eye(len(NAME_LABELS), dtype=np.float32)[right]
    weights = np.zeros((signs.shape[1], len(NAME_LABELS)), np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        powers = scores + standard @ weights
        given = np.exp(powers - powers.max(1, keepdims=True))
        given /= given.sum(1, keepdims=True)
        slope = standard.T @ (given - asked) / len(right) + penalty / len(right) * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        rate = RATE * (1 - 0.9 * step / steps)
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    made: Floats = weights / spread[:, None]
    made[0] -= (middle / spread) @ weights
    return made


def write(path: Path, weights: Floats) -> None:
    """Write weights as they ship: a line a sign."""
    kept = {
        column: [round(float(one), 3) for one in row]
        for column, row in zip(COLUMNS, weights, strict=True)
        if np.abs(row).max() >= 0.0005
    }
    lines = (f"{json.dumps(column, ensure_ascii=False)}: {json.dumps(row)}" for column, row in kept.items())
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def joined(parts: Iterable[Rows]) -> Rows:
    """The rows of all articles."""
    signs, scores, right = zip(*parts, strict=True)
    return np.concatenate(signs), np.concatenate(scores), np.concatenate(right)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m training.names", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--shared", type=Path, default=OUT.parents[4] / "shared")
    parser.add_argument("--model", type=Path, help="a model's folder, the shipped one by default")
    options = parser.parse_args()
    texts = load_names(options.shared, "train")
    parts = (rows_of(one.text, seen.pieces, seen.names, one) for one, seen in encoded(texts, options.model))
    write(options.out, fit(joined(parts)))


if __name__ == "__main__":
    main()
