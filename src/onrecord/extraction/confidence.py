"""From a draft's doubts to one calibrated probability.

A logistic form over the log-probabilities of its parts, with weights that `training/calibrate.py` fits on annotated
articles: among statements given 0.8, about eight in ten should have content and source right.
"""

import math
from collections.abc import Mapping

INTERCEPT = "intercept"


def probability(doubts: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The probability that content and source are right together, 0 to 1; doubts without a weight count nothing."""
    total = weights.get(INTERCEPT, 0.0) + sum(
        weights.get(name, 0.0) * value for name, value in doubts.items()
    )
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
