"""How good the suggestions are by now, and whether reviewing more is worth it.

Measured on the reviewed statements themselves: each is predicted by a model that was fitted without it and the others
of its fold, so that nothing is judged by what it taught.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.coding.evidence import Evidence, part
from onrecord.coding.features import known
from onrecord.coding.learner import Prior, learn
from onrecord.coding.measuring import Ints, f1, interval, macro_f1
from onrecord.model.coding import Reviewed
from onrecord.model.statement_changes import STANCES, Stance

FOLDS = 5
LEAST = 30  # reviewed statements below which nothing is said about quality
GAIN = 0.02  # of F1 over the last step, below which more reviewing is no longer worth it
SAMPLES = 300
LEAST_OF_SIDE = 5  # codes of a stance below which its F1 is a matter of one code, and missing from many draws


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """A score between 0 and 1 with its 95% interval over statements, and on how many it rests."""

    value: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The quality with so many reviewed statements: F1 of concepts, and of the codes that are right in both."""

    reviewed: int
    concepts: Quality
    codes: Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """The points in order of size; the last one by concept; `enough` and `verdict` say whether to stop.

    `stance` is of the stances that have codes enough, `rare` are the others that occur.
    """

    points: tuple[Point, ...]
    by_concept: dict[str, Quality]
    stance: Quality | None
    enough: bool
    verdict: str
    rare: tuple[Stance, ...] = ()


@dataclass(frozen=True, slots=True)
class _Judged:
    said: NDArray[np.bool_]  # r, k
    true: NDArray[np.bool_]
    side_said: NDArray[np.int64]
    side_true: NDArray[np.int64]


def curve(
    evidence: Evidence, reviewed: Reviewed, prior: Prior, *, wanted: float = 0.75, sizes: Sequence[int] = ()
) -> Curve:
    """The learning curve over the reviewed statements in the order in which they were reviewed.

    `wanted` is the F1 of concepts at which the suggestions are good enough; `sizes` the numbers of reviewed statements
    that are measured (by default each half of the next, down to LEAST).
    """
    order = list(reviewed)
    steps = sorted({min(size, len(order)) for size in sizes or _halves(len(order))})
    judged = [
        (size, _judge(evidence, {name: reviewed[name] for name in order[:size]}, prior)) for size in steps
    ]
    points = tuple(_point(size, one) for size, one in judged)
    last = judged[-1][1] if judged else None
    enough, verdict = _verdict(points, len(order), wanted)
    return Curve(
        points=points,
        by_concept={} if last is None else _by_concept(evidence.concepts, last),
        stance=None if last is None else _stance(last),
        rare=() if last is None else _rare(last),
        enough=enough,
        verdict=verdict,
    )


def _halves(size: int) -> list[int]:
    return [size >> shift for shift in range(12) if size >> shift >= LEAST]


def _judge(evidence: Evidence, reviewed: Reviewed, prior: Prior) -> _Judged:
    rows = [row for row, one in enumerate(evidence.units) if one.id in reviewed]
    some = part(evidence, rows)
    truth = known(some, reviewed)
    said = np.zeros(truth.bears.shape, np.bool_)
    side = np.zeros(truth.bears.shape, np.int64)
    folds = np.random.default_rng(1).permutation(len(rows)) % FOLDS
    for fold in range(FOLDS):
        held = np.flatnonzero(folds == fold)
        taught = {some.units[n].id: reviewed[some.units[n].id] for n in np.flatnonzero(folds != fold)}
        learner = learn(some, taught, prior)
        found = learner.probabilities(some, taught)
        said[held] = found.relevance[held] >= learner.weights.least
        side[held] = found.side[held]
    return _Judged(said, truth.bears > 0, side, truth.side)


def _point(size: int, one: _Judged) -> Point:
    agreed = one.side_said == one.side_true

    def concepts(rows: Ints) -> float:
        return f1(one.said[rows], one.true[rows])

    def codes(rows: Ints) -> float:
        both = int(one.said[rows].sum() + one.true[rows].sum())
        return 2 * int((one.said & one.true & agreed)[rows].sum()) / both if both else 1.0

    rows = len(one.said)
    return Point(reviewed=size, concepts=_quality(rows, concepts, rows), codes=_quality(rows, codes, rows))


def _quality(rows: int, score: Callable[[Ints], float], count: int) -> Quality:
    low, high = interval(range(rows), score, samples=SAMPLES)
    return Quality(value=score(np.arange(rows)), low=low, high=high, count=count)


def _by_concept(names: Sequence[str], one: _Judged) -> dict[str, Quality]:
    return {name: _concept(one.said[:, column], one.true[:, column]) for column, name in enumerate(names)}


def _concept(said: NDArray[np.bool_], true: NDArray[np.bool_]) -> Quality:
    return _quality(len(said), lambda rows: f1(said[rows], true[rows]), int(true.sum()))


def _stance(one: _Judged) -> Quality | None:
    """The macro F1 of the stances that have codes enough to measure, the same ones in every draw; None without any."""
    said, true = one.side_said[one.true], one.side_true[one.true]
    enough = np.isin(true, _measured(one))
    said, true = said[enough], true[enough]
    if not len(true):
        return None
    return _quality(len(true), lambda rows: macro_f1(said[rows], true[rows]), len(true))


def _measured(one: _Judged) -> Ints:
    sides, counts = np.unique(one.side_true[one.true], return_counts=True)
    return sides[counts >= LEAST_OF_SIDE]


def _rare(one: _Judged) -> tuple[Stance, ...]:
    sides = np.unique(one.side_true[one.true])
    return tuple(STANCES[side] for side in np.setdiff1d(sides, _measured(one)).tolist())


def too_rare(rare: Sequence[Stance]) -> str:
    """What is said beside the F1 of stances of those that are left out of it."""
    return f"; {' and '.join(rare)} too rare to measure" if rare else ""


def _verdict(points: Sequence[Point], reviewed: int, wanted: float) -> tuple[bool, str]:
    if not points:
        return False, f"{reviewed} reviewed: too few to tell; review at least {LEAST}"
    last = points[-1].concepts
    shown = (
        f"F1 of concepts {last.value:.2f} [{last.low:.2f}, {last.high:.2f}] on {reviewed} reviewed statements"
    )
    if last.low >= wanted:
        return (
            True,
            f"{shown}: good enough to stop, even at the lower end of its interval ({wanted:.2f} was wanted)",
        )
    if len(points) < 2:
        return False, f"{shown}: go on, the interval reaches below {wanted:.2f} and there is no trend yet"
    gain = last.value - points[-2].concepts.value
    if last.value >= wanted and gain < GAIN:
        return True, (
            f"{shown}: good enough to stop, since the last {reviewed - points[-2].reviewed} brought {gain:+.2f}; that "
            f"it is {wanted:.2f} at least is not sure, for the interval reaches below"
        )
    if gain < GAIN:
        return False, (
            f"{shown}: not good enough ({wanted:.2f} was wanted), and the last {reviewed - points[-2].reviewed} "
            f"brought {gain:+.2f}: sharper definitions may help more than further reviewing"
        )
    return False, f"{shown}: go on, the last {reviewed - points[-2].reviewed} brought {gain:+.2f}"
