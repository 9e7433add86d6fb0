"""What is chosen after training, on articles that the network did not learn from: the labels' bias, the weights of
the confidence, and the confidence below which nothing is shown.

Three sets decide together, each as much as the others: PolNeAR's dev part, the corpus's, and the dev part of the news
that we marked; where one is not there, the others do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from operator import attrgetter, itemgetter
from pathlib import Path
from statistics import fmean

import numpy as np

from corpus.debate import load_corpus
from corpus.news import load_news
from onrecord.encoder.labels import LABELS
from onrecord.extraction.confidence import is_inner, is_shown, probability
from training import calibrate, export, own, polnear
from training.calibrate import Judged, Remembering
from training.export import Measured
from training.polnear import Annotated

Bias = tuple[float, ...]
NONE: Bias = (0.0,) * len(LABELS)
BIASES: tuple[Bias, ...] = tuple(
    (0.0, source, source, cue, cue, content, content)
    for source, cue, content in product((0.0, 0.5, 1.0), (0.0, 0.5, 1.0), (-0.3, 0.0))
)
"""The settings tried: a cue or a source more costs less than one missed, a word of content too much as one too few."""
INNER_BIASES: tuple[Bias, ...] = tuple(
    (0.0, source, source, cue, cue, content, content)
    for source, cue, content in product((0.0, 0.7), (0.0, 0.7, 1.4), (0.0, 0.7))
)
"""Those tried for what stands inside another's words: seldom marked, it is seldom likelier than nothing."""

_FOLDS = 4
_ROUNDS = 2
"""Times that the bias inside others' words and the one outside them are chosen in turn, each for the other."""

LEASTS = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)
LEASTS_INNER = (0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One setting of everything, and what it makes of the articles; `score` is the mean attributed F1 of the sets."""

    score: float
    measured: Measured
    found: dict[str, list[Judged]]


def settle(folder: Path, shared: Path, *, name: str) -> None:
    """Choose and write down a model's settings."""
    sets = {key: some for key, some in sets_of(shared).items() if some}
    encoders = {key: Remembering(folder, some) for key, some in sets.items()}

    def tried(bias: tuple[Bias, Bias]) -> Choice:
        found = {key: calibrate.judge(encoders[key].with_bias(bias), sets[key]) for key in sets}
        calibration = calibrate.fit(judgeable(found, sets))
        settings = (
            Measured(bias=bias, calibration=calibration, least=least, least_inner=inner)
            for least, inner in product(LEASTS, LEASTS_INNER)
        )
        said = {key: [probability(one.doubts, calibration) for one in some] for key, some in found.items()}
        scored = (
            (fmean(_f1(found[key], said[key], sets[key], each) for key in sets), each) for each in settings
        )
        score, measured = max(scored, key=itemgetter(0))
        return Choice(score=score, measured=measured, found=found)

    best = max((tried((bias, NONE)) for bias in BIASES), key=attrgetter("score"))
    for _ in range(_ROUNDS):
        outer, _inner = best.measured.bias
        best = max((tried((outer, bias)) for bias in INNER_BIASES), key=attrgetter("score"))
        _outer, inner = best.measured.bias
        best = max((tried((bias, inner)) for bias in BIASES), key=attrgetter("score"))
    export.settings(folder, name=name, measured=best.measured)
    print(f"bias {best.measured.bias}, least {best.measured.least}, inside {best.measured.least_inner}")
    errors = _cross_fitted(best.found, sets)
    for key, some in sets.items():
        said = [probability(one.doubts, best.measured.calibration) for one in best.found[key]]
        f1 = _f1(best.found[key], said, some, best.measured)
        print(f"{key}: F1 {f1:.4f}; expected calibration error, cross-fitted, {errors[key]:.4f}")


def judgeable(found: Mapping[str, Sequence[Judged]], sets: Mapping[str, Sequence[Annotated]]) -> list[Judged]:
    """The drafts that can be judged, which the confidence is fitted on.

    Where nobody marked what is reported inside another's words, a draft of that cannot be judged.
    """
    return [
        one
        for key, some in found.items()
        for one in some
        if not is_inner(one.doubts) or sets[key][one.article].ours
    ]


def _cross_fitted(
    found: Mapping[str, Sequence[Judged]], sets: Mapping[str, Sequence[Annotated]]
) -> dict[str, float]:
    """The expected calibration error in each set, on articles that the weights were not fitted on."""
    said: dict[str, list[float]] = {key: [] for key in found}
    right: dict[str, list[float]] = {key: [] for key in found}
    for fold in range(_FOLDS):
        weights = calibrate.fit([one for one in judgeable(found, sets) if one.article % _FOLDS != fold])
        for key, some in found.items():
            held_out = [one for one in judgeable({key: some}, sets) if one.article % _FOLDS == fold]
            said[key] += [probability(one.doubts, weights) for one in held_out]
            right[key] += [float(one.right) for one in held_out]
    return {key: calibrate.expected_error(np.array(said[key]), np.array(right[key])) for key in found}


def sets_of(shared: Path) -> dict[str, list[Annotated]]:
    """The articles that decide, by the set that they are of."""
    return {
        "polnear": polnear.load(shared / "data/polnear/dev", every_annotator=False),
        "debates": own.annotated(load_corpus(part="dev")),
        "news": own.annotated_sheets(load_news(shared, "dev")),
    }


def _f1(
    judged: Sequence[Judged], said: Sequence[float], annotated: Sequence[Annotated], measured: Measured
) -> float:
    """Attributed F1 of what is shown under these settings; `said` are the confidences."""
    asked = sum(bool(row.content) for each in annotated for row in each.attributions)
    leasts = {"least": measured.least, "least_inner": measured.least_inner}
    shown = [one for one, sure in zip(judged, said, strict=True) if is_shown(one.doubts, sure, **leasts)]
    return 2 * sum(one.right for one in shown) / (len(shown) + asked)
