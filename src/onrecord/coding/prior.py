"""The weights from which the light model starts, as a model's folder keeps them."""

from collections.abc import Mapping
from typing import Any

from onrecord.coding.features import RELEVANCE, STANCE
from onrecord.coding.learner import Prior, Weights
from onrecord.errors import ModelError
from onrecord.model.statement_changes import STANCES


def stored(prior: Prior) -> dict[str, Any]:
    """What `model.json` keeps of a prior: weights by the name of their feature."""
    return {"first": _stored(prior.first), "later": _stored(prior.later)}


def prior_of(raw: Mapping[str, Any], digest: str) -> Prior:
    """The prior that `stored` gave; raises ModelError where a weight is missing."""
    try:
        return Prior(first=_weights(raw["first"]), later=_weights(raw["later"]), made_from=digest)
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(
            f"the model's weights for suggesting codes cannot be read: {error!r}; "
            "`python -m training.stance.settle --model FOLDER` fits them anew"
        ) from error


def _stored(weights: Weights) -> dict[str, Any]:
    return {
        "relevance": dict(zip(RELEVANCE, (round(w, 4) for w in weights.relevance), strict=True)),
        "stance": dict(zip(STANCE, (round(w, 4) for w in weights.stance), strict=True)),
        "least": round(weights.least, 4),
        "sides": dict(zip(STANCES, (round(w, 4) for w in weights.sides), strict=True)),
    }


def _weights(raw: Mapping[str, Any]) -> Weights:
    agree, disagree, neither = (float(raw["sides"][name]) for name in STANCES)
    return Weights(
        relevance=tuple(float(raw["relevance"][name]) for name in RELEVANCE),
        stance=tuple(float(raw["stance"][name]) for name in STANCE),
        least=float(raw["least"]),
        sides=(agree, disagree, neither),
    )
