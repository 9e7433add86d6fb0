"""From the features of candidates to probabilities: a multinomial logistic form (McFadden 1974, "Conditional logit
analysis of qualitative choice behavior") over the candidates and leaving it open, its weights from
`training/speakers.py` and `training/sayings.py`."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

Weights = Mapping[str, float]


@cache
def shipped(package: str, name: str = "weights.json") -> Weights:
    """The weights that ship with a package."""
    found: dict[str, float] = json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
    return found


def score(features: Mapping[str, float], weights: Weights) -> float:
    """The sum of the weighted features; one without a weight counts nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items() if value)


def probabilities(options: Sequence[Mapping[str, float]], weights: Weights) -> list[float]:
    """The probability of each option, all together 1."""
    scores = [score(features, weights) for features in options]
    highest = max(scores)
    powers = [math.exp(one - highest) for one in scores]
    total = sum(powers)
    return [power / total for power in powers]
