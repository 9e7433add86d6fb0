"""The light model: weighs the features, fitted to the reviewed statements, the same for the same input.

Its weights begin at a prior that was fitted on debates of other matters, so that it answers before anything is
reviewed, and every reviewed statement moves them.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from onrecord.coding import features
from onrecord.coding.evidence import Evidence
from onrecord.coding.features import Features, Known
from onrecord.coding.fitting import binary, choice, sigmoid, softmax
from onrecord.model.coding import Reviewed, Suggestion
from onrecord.model.statement_changes import STANCES

Floats = NDArray[np.float64]
FEW = 10  # reviewed statements from which the weights of a debate that is under way are taken
AT_ONCE = 2048  # statements whose features are in memory at the same time
RELEVANCE_PRECISION, STANCE_PRECISION = 60.0, 60.0  # how firmly the weights stay near the prior


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """One weight for each name of `features.RELEVANCE` and of `features.STANCE`, and the least relevance shown.

    `sides`: what the chances of agree, disagree and neither are multiplied by before the side that counts is chosen.
    """

    relevance: tuple[float, ...]
    stance: tuple[float, ...]
    least: float
    sides: tuple[float, float, float] = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """The weights before anything is reviewed (`first`), and those from which learning starts (`later`)."""

    first: Weights
    later: Weights
    made_from: str = ""

    def of(self, reviewed: int) -> Weights:
        """The weights that fit so many reviewed statements."""
        return self.first if reviewed < FEW else self.later


@dataclass(frozen=True, slots=True, kw_only=True)
class Probabilities:
    """`relevance`: n, k; `stances`: n, k, 3, in the order of STANCES; `side`: n, k: the number of the suggested one."""

    relevance: Floats
    stances: Floats
    side: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """A fitted model; `first` are the weights before anything was reviewed; `version` names it in every code."""

    weights: Weights
    first: Weights
    version: str

    def probabilities(self, evidence: Evidence, reviewed: Reviewed) -> Probabilities:
        """What it thinks of every statement and concept; what was reviewed counts for the others only."""
        seen = Features(evidence, features.known(evidence, reviewed), self.first.relevance, self.first.stance)
        shape = len(evidence.units), len(evidence.concepts)
        relevance, stances = np.zeros(shape), np.zeros((*shape, len(STANCES)))
        for start in range(0, shape[0], AT_ONCE):
            rows = np.arange(start, min(start + AT_ONCE, shape[0]))
            relevance[rows] = sigmoid(seen.relevance(rows) @ np.array(self.weights.relevance))
            stances[rows] = softmax(seen.stance(rows) @ np.array(self.weights.stance))
        side = (stances * np.array(self.weights.sides)).argmax(-1)
        return Probabilities(relevance=relevance, stances=stances, side=side)

    def suggest(self, evidence: Evidence, reviewed: Reviewed) -> tuple[Suggestion, ...]:
        """A suggestion for each statement and concept, in their order; `shown` marks those that count."""
        return tuple(self.suggestions(evidence, self.probabilities(evidence, reviewed)))

    def suggestions(
        self,
        evidence: Evidence,
        found: Probabilities,
        *,
        every: bool = True,
        among: Collection[str] | None = None,
    ) -> Iterator[Suggestion]:
        """Those that count or `every` one, of all statements or those `among`, in their order, one by one."""
        for row, one in enumerate(evidence.units):
            if among is not None and one.id not in among:
                continue
            chances = found.relevance[row].tolist()
            for column, chance in enumerate(chances):
                shown = chance >= self.weights.least
                if shown or every:
                    yield Suggestion(
                        statement=one.id,
                        concept=evidence.concepts[column],
                        stance=STANCES[int(found.side[row, column])],
                        relevance=chance,
                        stances=_three(found.stances[row, column]),
                        shown=shown,
                    )


def learn(evidence: Evidence, reviewed: Reviewed, prior: Prior) -> Learner:
    """Fit the weights to what was reviewed; with nothing reviewed they are the prior's."""
    start = prior.of(len(reviewed))
    what = features.known(evidence, reviewed)
    weights = _fitted(evidence, what, start, prior.first) if what.is_reviewed.any() else start
    return Learner(weights=weights, first=prior.first, version=_version(weights, reviewed, prior.made_from))


def _fitted(evidence: Evidence, what: Known, start: Weights, first: Weights) -> Weights:
    seen = Features(evidence, what, first.relevance, first.stance)
    rows = what.rows
    x = seen.relevance(rows).reshape(-1, len(features.RELEVANCE))
    prior = np.array(start.relevance)
    relevance = binary(x, what.bears[rows].reshape(-1), prior, np.full(len(prior), RELEVANCE_PRECISION))
    stance = np.array(start.stance)
    side = what.side[rows]
    if (side >= 0).any():
        x = seen.stance(rows)[side >= 0]
        stance = choice(x, side[side >= 0], stance, np.full(len(stance), STANCE_PRECISION))
    return replace(start, relevance=_tuple(relevance), stance=_tuple(stance))


def _version(weights: Weights, reviewed: Reviewed, made_from: str) -> str:
    """Twelve letters that stand for the network, the weights and what they were learned from."""
    told: Mapping[str, object] = {
        "made_from": made_from,
        "relevance": [round(w, 6) for w in weights.relevance],
        "stance": [round(w, 6) for w in weights.stance],
        "least": weights.least,
        "sides": weights.sides,
        "reviewed": {name: dict(sorted(codes.items())) for name, codes in sorted(reviewed.items())},
    }
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:12]


def _tuple(values: Floats) -> tuple[float, ...]:
    return tuple(float(value) for value in values)


def _three(values: Floats) -> tuple[float, float, float]:
    agree, disagree, neither = (float(value) for value in values)
    return agree, disagree, neither
