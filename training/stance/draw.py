"""What the network learns from: sides taken on topics that are not set aside, and pairs that do not fit."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from corpus.debate import load_corpus
from onrecord.encoder.pairs import whole
from training.stance import frames
from training.stance.sources import Row, aside, debate_rows, example_rows, gwsd, ibm, perspectrum

STRANGERS = 0.25  # pairs from two topics, for each that belongs together
OTHERS = 2.0  # concepts of the same codebook on which a statement does not bear, for each statement
EXAMPLES = 3  # times that a codebook's own examples are seen
INVENTED = 2000
BARE = 0.15  # of the statements that are shown without what stands around them


def draw(shared: Path, rng: np.random.Generator) -> list[Row]:
    """The rows of a training, in no order that matters."""
    folder = shared / "data" / "stance"
    claims = [
        row for rows in (perspectrum(folder), ibm(folder)) for row in rows if not aside(row.source, row.topic)
    ]
    climate = [row for row in gwsd(folder) if not aside(row.source, row.topic)]
    strangers = [_stranger(row, claims, rng) for row in claims if rng.random() < STRANGERS]
    shown: list[Row] = []
    for debate in load_corpus(part="train"):
        rows = list(debate_rows(debate))
        others = [row for row in rows if not row.relevant]
        wanted = min(len(others), int(OTHERS * len(rows) / len(debate.codebook)))
        shown += [row for row in rows if row.relevant]
        shown += [others[n] for n in rng.choice(len(others), wanted, replace=False)]
        shown += list(example_rows(debate)) * EXAMPLES
    shown = [_bare(row) if rng.random() < BARE else row for row in shown]
    return [*claims, *climate, *strangers, *shown, *frames.invented(INVENTED, rng)]


def _stranger(row: Row, claims: Sequence[Row], rng: np.random.Generator) -> Row:
    other = claims[rng.integers(len(claims))]
    while other.topic == row.topic:
        other = claims[rng.integers(len(claims))]
    return replace(row, concept=other.concept, relevant=False, stance=None)


def _bare(row: Row) -> Row:
    framed = row.framed
    return replace(row, framed=whole(" ".join(span.of(framed.text) for span in framed.content)))
