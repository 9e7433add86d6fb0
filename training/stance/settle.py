"""Fits the weights from which the light model starts, on debates that the network did not learn from.

No torch is needed here.  `first` are fitted on statements of which nothing is reviewed, `later` on the others of a
debate of which some were reviewed, drawn several times.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.debate import Concept, Debate
from onrecord.coding import features
from onrecord.coding.evidence import Evidence, Reads, gather
from onrecord.coding.fitting import binary, choice, sigmoid
from onrecord.coding.learner import Prior, Weights
from onrecord.coding.measuring import f1
from onrecord.coding.units import Unit
from onrecord.model import codebook
from onrecord.model.coding import Reviewed
from training.stance.sources import framed

DRAWS, REVIEWED = 4, 100
LOOSE = 1.0  # precision of the prior around 0
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
    return Prior(first=_weights([(one, {}) for one in debates]), later=_weights(
        [(one, drawn(one, REVIEWED, seed)) for one in debates for seed in range(DRAWS)]
    ))  # fmt: skip


def _weights(cases: Sequence[tuple[Marked, Reviewed]]) -> Weights:
    xs, ys, choices, sides = [], [], [], []
    for one, reviewed in cases:
        what, truth = features.known(one.evidence, reviewed), features.known(one.evidence, one.codes)
        rest = ~what.is_reviewed
        xs.append(features.relevance(one.evidence, what)[rest].reshape(-1, len(features.RELEVANCE)))
        ys.append(truth.bears[rest].reshape(-1))
        taken = rest[:, None] & (truth.side >= 0)
        choices.append(features.stance(one.evidence, what)[taken])
        sides.append(truth.side[taken])
    x, y = np.concatenate(xs), np.concatenate(ys)
    relevance = _binary(x, y)
    z = np.concatenate(choices)
    stance = choice(z, np.concatenate(sides), np.zeros(z.shape[-1]), np.full(z.shape[-1], LOOSE))
    p = sigmoid(x @ relevance)
    least = max(THRESHOLDS, key=lambda t: f1(p >= t, y > 0))
    return Weights(
        relevance=tuple(map(float, relevance)), stance=tuple(map(float, stance)), least=float(least)
    )


def _binary(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    size = x.shape[-1]
    return binary(x, y, np.zeros(size), np.full(size, LOOSE))
