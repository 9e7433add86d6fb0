"""Codes that are suggested, and what a person says of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.statement_changes import STANCES, Stance

Reviewed = Mapping[str, Mapping[str, Stance]]
"""For each reviewed statement's id the stance toward each concept that it bears on; empty where it bears on none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A statement may bear on a concept, and its speaker may take that side.

    `relevance`: the probability that it bears on the concept; `stances`: the probabilities of agree, disagree and
    neither if it does, in that order; all of them 0 to 1 and calibrated.  `stance` need not be the likeliest: the rarer
    sides count for more.  `shown`: whether `relevance` reaches the
    least that counts.
    """

    statement: str
    concept: str
    stance: Stance
    relevance: float
    stances: tuple[float, float, float]
    shown: bool

    @property
    def confidence(self) -> float:
        """The probability that concept and stance are right together."""
        return self.relevance * self.stances[STANCES.index(self.stance)]
