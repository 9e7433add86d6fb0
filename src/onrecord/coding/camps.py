"""Who stands with whom: a speaker's side on one concept is foretold by the sides on the others.

Over all speakers, sides on two concepts go together, against each other, or not at all; with a speaker's sides on the
other concepts that gives a lean on this one.  Sides are the network's, weighed by relevance, and the reviewed codes.
"""

import numpy as np
from numpy.typing import NDArray

from onrecord.coding.evidence import Evidence
from onrecord.coding.fitting import sigmoid, softmax
from onrecord.coding.reviewed import Known

Floats = NDArray[np.float64]
LONELY = 1.0  # what two concepts have to have in common before it counts by half


def camps(evidence: Evidence, what: Known) -> Floats:
    """n, k: above 0 where the speaker is likely to agree; 0 where nobody knows who speaks.

    Neither the statement itself nor, in what goes together, anything by its speaker counts.
    """
    leans = _leans(evidence, what)
    found = np.zeros_like(leans)
    speakers: dict[str, list[int]] = {}
    for row, one in enumerate(evidence.units):
        if one.speaker:
            speakers.setdefault(one.speaker, []).append(row)
    stands = {name: leans[rows].sum(0) for name, rows in speakers.items()}
    table = _damped(np.array([*stands.values()])) if stands else np.zeros((0, leans.shape[1]))
    together = table.T @ table
    for own, (name, rows) in zip(table, speakers.items(), strict=True):
        others = together - np.outer(own, own)
        size = np.sqrt(np.maximum(np.diag(others), 0.0))
        links = others / (np.outer(size, size) + LONELY)
        np.fill_diagonal(links, 0.0)
        found[rows] = _damped(stands[name] - leans[rows]) @ links
    return found


def _leans(evidence: Evidence, what: Known) -> Floats:
    """n, k: the chance to agree less that to disagree, by relevance; 1, -1 or 0 where it was reviewed."""
    sides = softmax(evidence.scores[:, :, 1:])
    likely = sigmoid(evidence.scores[:, :, 0]) * (sides[:, :, 0] - sides[:, :, 1])
    reviewed = np.array([1.0, -1.0, 0.0, 0.0])[what.side]  # the last is that of -1: no code
    return np.asarray(np.where(what.is_reviewed[:, None], reviewed, likely))


def _damped(x: Floats) -> Floats:
    return np.asarray(x / (1 + np.abs(x)))
