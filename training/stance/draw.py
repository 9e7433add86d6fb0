"""What the network learns from: sides taken on topics that are not set aside, and pairs that do not fit."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from corpus.codings import Coding, load_codings
from corpus.debate import Debate, load_corpus
from onrecord.encoder.pairs import whole
from training.stance import frames
from training.stance.sources import Row, aside, coding_rows, debate_rows, example_rows, gwsd, ibm, perspectrum

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
    studies: list[tuple[Debate | Coding, list[Row]]] = [
        (one, list(debate_rows(one))) for one in load_corpus(part="train")
    ]
    studies += [(one, list(coding_rows(one))) for one in load_codings()]
    for study, rows in studies:
        others = [row for row in rows if not row.relevant]
        wanted = min(len(others), int(OTHERS * len(rows) / len(study.codebook)))
        shown += [row for row in rows if row.relevant]
        shown += [others[n] for n in rng.choice(len(others), wanted, replace=False)]
        shown += list(example_rows(study)) * EXAMPLES
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
