"""How likely codes are wrong: what a model itself said of its own, where nobody checked them."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from onrecord.ledger import Ledger
from onrecord.model import SetCode, StatementId

Coded = tuple[StatementId, str, bool]
"""A statement, the concept of its code, and whether a person made it."""


def chances_of_wrong(ledger: Ledger, codes: Iterable[Coded]) -> NDArray[np.float64]:
    """For each code the chance that it is wrong; NaN where nobody knows: a person's, or a model's that did not say.

    Where several models made it the surest counts.
    """
    return np.array(
        [float("nan") if by_person else _of_models(ledger, one, concept) for one, concept, by_person in codes]
    )


def _of_models(ledger: Ledger, statement: StatementId, concept: str) -> float:
    latest = {
        each.coder.name: each.change.confidence
        for each in ledger.desk.decisions(statement)
        if isinstance(each.change, SetCode) and each.change.concept == concept and each.coder.kind == "model"
    }
    return min((1 - sure for sure in latest.values() if sure is not None), default=float("nan"))
