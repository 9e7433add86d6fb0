"""From a draft's doubts to one calibrated probability.

A logistic form over the square roots of the doubts (log-probabilities of its parts, 0 meaning sure), with weights
that `training/calibrate.py` fits on annotated articles: among statements given 0.8, about eight in ten should have
content and source right.  Roots, because the step from sure to nearly sure says more than the same step among the
unsure: on PolNeAR dev they brought the expected calibration error from 0.049 to 0.027, cross-fitted.
"""

import math
from collections.abc import Mapping

INTERCEPT = "intercept"
_SURE = 30.0  # beyond it the exponential says nothing more


def shrunk(doubt: float) -> float:
    """A doubt as it is weighed: its square root, 0 or less; what is no doubt (above 0) counts as none."""
    return -math.sqrt(max(0.0, -doubt))


def probability(doubts: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The probability that content and source are right together, 0 to 1; doubts without a weight count nothing."""
    total = weights.get(INTERCEPT, 0.0)
    total += sum(weights.get(name, 0.0) * shrunk(value) for name, value in doubts.items())
    return 1 / (1 + math.exp(-max(-_SURE, min(_SURE, total))))


def is_shown(doubts: Mapping[str, float], confidence: float, *, least: float, least_inner: float) -> bool:
    """Whether a draft with these doubts is sure enough to be given out.

    That somebody is quoted between quotation marks is certain, whoever it is; that words inside another's are a
    statement of their own is not.
    """
    if is_inner(doubts):
        return confidence >= least_inner
    quoted = doubts.get("indirect") == doubts.get("mixed") == 0.0
    return quoted or confidence >= least


def is_inner(doubts: Mapping[str, float]) -> bool:
    """Whether they are those of a draft that was found inside another's content."""
    return "inner" in doubts
