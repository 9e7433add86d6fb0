"""The statements of a study beside its codebook, read once: suggestions, what to review next, the learning curve.

from onrecord.coding.study import Study, draft_codebook
from onrecord.coding.units import unit

units = [unit(article.text, statement, article=article.id) for statement in statements]
study = Study.read(units, codebook)
study.suggest()                                # before anything is reviewed
reviewed = {"s-1": {"toll": "disagree"}, "s-2": {}}
study.suggest(reviewed)                        # fitted anew, in seconds
study.next_to_review(reviewed, count=10)
study.curve(reviewed).verdict
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from onrecord.coding import asking, drafting
from onrecord.coding.curve import Curve, curve
from onrecord.coding.evidence import Evidence, gather, unit_vectors
from onrecord.coding.learner import Learner, Prior, Probabilities, learn
from onrecord.coding.prior import prior_of
from onrecord.coding.units import Unit
from onrecord.encoder.bearing import Bearing
from onrecord.model.codebook import Codebook
from onrecord.model.coding import Reviewed, Suggestion

NOTHING: Reviewed = {}

_LAST = "last"


@dataclass(slots=True)
class _Fit:
    """What was fitted to `reviewed`, and what it thinks, once somebody asked."""

    reviewed: Reviewed
    learner: Learner
    thinks: Probabilities | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What the network says of the statements, and the weights from which learning starts; `model` is its name."""

    evidence: Evidence
    prior: Prior
    model: str
    _fitted: dict[str, _Fit] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def read(cls, units: Sequence[Unit], codebook: Codebook, bearing: Bearing | None = None) -> "Study":
        """Ask the network (the shipped one by default) about every statement and concept."""
        bearing = bearing or Bearing.load()
        return cls(
            evidence=gather(units, codebook, bearing),
            prior=prior_of(bearing.about.weights, bearing.about.digest),
            model=bearing.about.name,
        )

    def learner(self, reviewed: Reviewed = NOTHING) -> Learner:
        """The light model, fitted to what was reviewed; fitted once for as long as that stays the same."""
        return self._fit(reviewed).learner

    def probabilities(self, reviewed: Reviewed = NOTHING) -> Probabilities:
        """What it thinks of every statement and concept; reckoned once for as long as what was reviewed stays."""
        fit = self._fit(reviewed)
        if fit.thinks is None:
            fit.thinks = fit.learner.probabilities(self.evidence, fit.reviewed)
        return fit.thinks

    def coder(self, reviewed: Reviewed = NOTHING) -> str:
        """The name under which codes of that fit are kept: the model's, and the version of the light model."""
        return f"{self.model}/{self.learner(reviewed).version}"

    def suggest(
        self, reviewed: Reviewed = NOTHING, *, every: bool = False, among: Collection[str] | None = None
    ) -> tuple[Suggestion, ...]:
        """The suggestions that count, or `every` one with its probabilities; of all statements or those `among`."""
        learner, thinks = self.learner(reviewed), self.probabilities(reviewed)
        return tuple(learner.suggestions(self.evidence, thinks, every=every, among=among))

    def next_to_review(
        self, reviewed: Reviewed = NOTHING, *, count: int = 10, among: Collection[str] | None = None
    ) -> tuple[str, ...]:
        """The ids of the statements that teach most, of those `among` which may be asked for, all by default."""
        found = self.probabilities(reviewed)
        return asking.next_to_review(self.evidence, found, reviewed, count=count, among=among)

    def _fit(self, reviewed: Reviewed) -> _Fit:
        known = self._fitted.get(_LAST)
        if known is None or known.reviewed != reviewed:
            # A copy, since the caller may go on adding to its own.
            taught = {name: dict(codes) for name, codes in reviewed.items()}
            known = self._fitted[_LAST] = _Fit(taught, learn(self.evidence, taught, self.prior))
        return known

    def curve(self, reviewed: Reviewed, *, wanted: float = 0.75) -> Curve:
        """How good the suggestions are by now, measured on the reviewed statements, and whether that is enough."""
        return curve(self.evidence, reviewed, self.prior, wanted=wanted)


def draft_codebook(
    title: str, units: Sequence[Unit], *, concepts: int | None = None, bearing: Bearing | None = None
) -> Codebook:
    """A first codebook from the statements themselves, for a person to edit."""
    bearing = bearing or Bearing.load()
    return drafting.draft(title, units, unit_vectors(units, bearing), concepts=concepts)
