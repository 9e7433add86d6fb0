"""Fits the weights from which the light model starts, on debates that the network did not learn from.

`python -m training.stance.settle --model FOLDER` does that for a network as it is; no torch is needed.
`first` are fitted on statements of which nothing is reviewed, `later` on the others of a debate of which some were
reviewed, drawn several times.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.debate import Concept, Debate, load_corpus
from onrecord.coding import features
from onrecord.coding.evidence import Evidence, Reads, gather
from onrecord.coding.fitting import binary, choice, sigmoid
from onrecord.coding.learner import Prior, Weights
from onrecord.coding.measuring import f1
from onrecord.coding.prior import stored
from onrecord.coding.units import Unit
from onrecord.encoder.bearing import SHIPPED, Bearing
from onrecord.model import codebook
from onrecord.model.coding import Reviewed
from training.stance.settings import settings
from training.stance.sources import framed

DRAWS, REVIEWED = 4, 100
LOOSE = 1.0  # precision of the prior around 0
RARITY = (
    0.6  # 0.5, 0.6, 0.75 gave macro F1 0.503, 0.503, 0.494 with 100 reviewed on the dev debates; 0 gave 0.470
)
NOTHING = Weights(relevance=(0.0,) * len(features.RELEVANCE), stance=(0.0,) * len(features.STANCE), least=0.5)
THRESHOLDS = np.arange(0.05, 0.66, 0.01)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The evidence on a debate and its codes as they were marked."""

    name: str
    evidence: Evidence
    codes: Reviewed


def marked(debate: Debate, reads: Reads) -> Marked:
    """A debate of the corpus: its speakers and reports as marked."""
    units, codes = [], {}
    for report in debate.reports:
        for statement in report.statements:
            name = f"{report.name}#{statement.number}"
            speaker = statement.speaker or statement.group
            units.append(
                Unit(id=name, framed=framed(report.text, statement), speaker=speaker, article=report.name)
            )
            codes[name] = dict(statement.codes)
    book = codebook.Codebook(title=debate.name, concepts=tuple(concept(one) for one in debate.codebook))
    return Marked(name=debate.id, evidence=gather(units, book, reads), codes=codes)


def concept(one: Concept) -> codebook.Concept:
    """A concept of the corpus as the program has it."""
    return codebook.Concept(
        name=one.id,
        label=one.label,
        definition=one.definition,
        examples_for=(one.example_for,),
        examples_against=(one.example_against,),
        parent=one.parent,
    )


def drawn(one: Marked, count: int, seed: int) -> Reviewed:
    """So many of its statements, drawn at random, with their codes."""
    ids = one.evidence.ids
    rows = np.random.default_rng(seed).permutation(len(ids))[:count]
    return {ids[row]: one.codes[ids[row]] for row in rows}


def settle(debates: Sequence[Marked]) -> Prior:
    """The weights before and after some statements are reviewed."""
    first = _weights([(one, {}) for one in debates], NOTHING)
    cases = [(one, drawn(one, REVIEWED, seed)) for one in debates for seed in range(DRAWS)]
    return Prior(first=first, later=_weights(cases, first))


def _weights(cases: Sequence[tuple[Marked, Reviewed]], first: Weights) -> Weights:
    xs, ys, choices, sides = [], [], [], []
    for one, reviewed in cases:
        what, truth = features.known(one.evidence, reviewed), features.known(one.evidence, one.codes)
        rest = ~what.is_reviewed
        seen = features.Features(one.evidence, what, first.relevance, first.stance)
        xs.append(seen.relevance(np.flatnonzero(rest)).reshape(-1, len(features.RELEVANCE)))
        ys.append(truth.bears[rest].reshape(-1))
        taken = rest[:, None] & (truth.side >= 0)
        choices.append(seen.stance()[taken])
        sides.append(truth.side[taken])
    x, y = np.concatenate(xs), np.concatenate(ys)
    relevance = _binary(x, y)
    z, side = np.concatenate(choices), np.concatenate(sides)
    stance = choice(z, side, np.zeros(z.shape[-1]), np.full(z.shape[-1], LOOSE))
    p = sigmoid(x @ relevance)
    least = max(THRESHOLDS, key=lambda t: f1(p >= t, y > 0))
    return Weights(
        relevance=tuple(map(float, relevance)),
        stance=tuple(map(float, stance)),
        least=float(least),
        sides=_by_rarity(side),
    )


def _by_rarity(side: NDArray[np.int64]) -> tuple[float, float, float]:
    """What makes up for how rare a side is, so that each class counts the same: that of agree is 1."""
    share = (np.bincount(side, minlength=3) + 1) / (len(side) + 3)
    agree, disagree, neither = (float(one) for one in (share / share[0]) ** -RARITY)
    return agree, disagree, neither


def _binary(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    size = x.shape[-1]
    return binary(x, y, np.zeros(size), np.full(size, LOOSE))


def main() -> None:
    """Fit the weights on the dev debates and write them beside the network."""
    parser = argparse.ArgumentParser(prog="python -m training.stance.settle", description=__doc__)
    parser.add_argument(
        "--model", type=Path, default=SHIPPED, help="the network's folder (default: the shipped one)"
    )
    folder = parser.parse_args().model
    reads = Bearing.load(folder)
    prior = settle([marked(debate, reads) for debate in load_corpus(part="dev")])
    settings(folder, name=reads.about.name, weights=stored(prior))


if __name__ == "__main__":
    main()
