"""How well concepts and stances are suggested: `python -m benchmarks.coding --shared ../shared [--part sets|dev|test]`.

Stance sets: macro F1 on topics that were set aside by their hash, beside a linear model on sentence vectors, with the
paired bootstrap over topics.  Debates of corpus/: F1 of concepts and macro F1 of stances, without a reviewed statement
and with 100.  On the dev debates, on which the first weights were fitted, each debate is measured with weights fitted
on the two others; the test debates with those that ship.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from benchmarks.kept import Kept
from benchmarks.quality import HERE, held
from corpus.debate import PartOfCorpus, load_corpus
from onrecord.coding import features
from onrecord.coding.evidence import Floats, Reads
from onrecord.coding.fitting import binary, choice, softmax
from onrecord.coding.learner import Prior, learn
from onrecord.coding.measuring import calibration_error, f1, interval, macro_f1
from onrecord.coding.prior import prior_of
from onrecord.encoder.bearing import Bearing
from onrecord.model.statement_changes import STANCES
from training.stance.settle import REVIEWED, Marked, drawn, marked, settle
from training.stance.sources import Row, aside, gwsd, ibm, perspectrum

SETS: dict[str, tuple[Callable[[Path], list[Row]], int]] = {
    "perspectrum": (perspectrum, 2),
    "ibm": (ibm, 2),
    "gwsd": (gwsd, 3),
}
PRECISIONS = (1.0, 3.0, 10.0, 30.0)
DRAWS = 5


def stance_set(name: str, shared: Path, reads: Reads) -> Iterator[tuple[str, float]]:
    """Figures on one stance set."""
    load, classes = SETS[name]
    rows = load(shared / "data" / "stance")
    learned = [row for row in rows if not aside(name, row.topic)]
    unseen = [row for row in rows if aside(name, row.topic)]
    true = _sides(unseen)
    scores = np.array(_at_once(lambda row: reads.scores(row.concept, row.framed)[1 : 1 + classes], unseen))
    linear = linear_model(learned, unseen, classes, reads)
    ours, theirs = scores.argmax(1), linear.argmax(1)
    topics = [row.topic for row in unseen]
    low, high = interval(
        topics, lambda n: macro_f1(ours[n], true[n]) - macro_f1(theirs[n], true[n]), samples=1000
    )
    chance = _cross_fitted(scores, true, topics)
    yield "count", len(unseen)
    yield "macro_F1", macro_f1(ours, true)
    yield "linear_macro_F1", macro_f1(theirs, true)
    yield "more_than_linear", macro_f1(ours, true) - macro_f1(theirs, true)
    yield "more_low", low
    yield "more_high", high
    yield "calibration_error", calibration_error(chance.max(1), (chance.argmax(1) == true).astype(float))


def _sides(rows: Sequence[Row]) -> np.ndarray:
    return np.array([STANCES.index(row.stance) for row in rows if row.stance])


def linear_model(learned: Sequence[Row], unseen: Sequence[Row], classes: int, reads: Reads) -> Floats:
    """Scores (n, classes) of a logistic regression a class on the vectors of text and concept and their product."""
    x, y = _inputs(learned, reads), _sides(learned)
    # One learned topic in five chooses the precision.
    inner = np.array([int(aside("inner", row.topic)) for row in learned], bool)

    def fitted(rows: np.ndarray, precision: float) -> Floats:
        prior, firm = np.zeros(x.shape[1]), np.full(x.shape[1], precision)
        return np.stack([binary(x[rows], (y[rows] == c) * 1.0, prior, firm) for c in range(classes)], 1)

    precision = max(PRECISIONS, key=lambda p: macro_f1((x[inner] @ fitted(~inner, p)).argmax(1), y[inner]))
    return _inputs(unseen, reads) @ fitted(np.ones(len(x), bool), precision)


def _inputs(rows: Sequence[Row], reads: Reads) -> Floats:
    text = np.stack(_at_once(lambda row: reads.vector(row.framed.text), rows))
    about = np.stack([reads.vector(row.concept) for row in rows])
    return np.concatenate([text, about, text * about * 20, np.ones((len(rows), 1))], 1) * 3


def _at_once(asked: Callable[[Row], Floats], rows: Sequence[Row]) -> list[Floats]:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(asked, rows))


def _cross_fitted(scores: Floats, true: np.ndarray, topics: Sequence[str]) -> Floats:
    """Probabilities by a scale and a shift for each class, fitted on the other half of the topics."""
    names = sorted(set(topics))
    half = np.array([names.index(topic) % 2 for topic in topics])
    shifts = np.broadcast_to(np.eye(scores.shape[1])[:, 1:], (*scores.shape, scores.shape[1] - 1))
    x = np.concatenate([scores[:, :, None], shifts], -1)
    found = np.zeros(scores.shape)
    for side in (0, 1):
        weights = choice(
            x[half != side], true[half != side], np.zeros(x.shape[-1]), np.full(x.shape[-1], 0.1)
        )
        found[half == side] = softmax(x[half == side] @ weights)
    return found


def debates(part: PartOfCorpus, reads: Reads, shipped: Prior) -> Iterator[tuple[str, float]]:
    """Figures on the debates of one part, with no statement reviewed and with REVIEWED of each debate."""
    every = [marked(debate, reads) for debate in load_corpus(part=part)]
    priors = [
        settle([other for other in every if other is not one]) if part == "dev" else shipped for one in every
    ]
    cases = list(zip(every, priors, strict=True))
    yield from _figures("first", cases, [0])
    yield from _figures(f"with_{REVIEWED}", cases, list(range(100, 100 + DRAWS)))


def _figures(
    name: str, cases: Sequence[tuple[Marked, Prior]], seeds: Sequence[int]
) -> Iterator[tuple[str, float]]:
    said, true, chance, side, said_side, sides = ([] for _ in range(6))  # type: ignore[var-annotated]
    for one, prior in cases:
        truth = features.known(one.evidence, one.codes)
        for seed in seeds:
            reviewed = drawn(one, 0 if name == "first" else REVIEWED, seed)
            learner = learn(one.evidence, reviewed, prior)
            found = learner.probabilities(one.evidence, reviewed)
            rest = ~features.known(one.evidence, reviewed).is_reviewed
            said.append((found.relevance >= learner.weights.least)[rest].ravel())
            chance.append(found.relevance[rest].ravel())
            true.append(truth.bears[rest].ravel() > 0)
            taken = rest[:, None] & (truth.side >= 0)
            side.append(truth.side[taken])
            said_side.append(found.side[taken])
            sides.append(found.stances[taken])
            if seed == seeds[0]:
                print(
                    f"  {one.name:<20} {name:<9} concepts {f1(said[-1], true[-1]):.3f}"
                    f" stance {macro_f1(said_side[-1], side[-1]):.3f} codes {len(side[-1])}"
                )
    whole = [np.concatenate(some) for some in (said, true, chance, side, said_side, sides)]
    yield f"{name}_concept_F1", f1(whole[0], whole[1])
    yield f"{name}_concept_error", calibration_error(whole[2], whole[1].astype(float))
    yield f"{name}_stance_macro_F1", macro_f1(whole[4], whole[3])
    chosen = whole[5][np.arange(len(whole[4])), whole[4]]
    yield f"{name}_stance_error", calibration_error(chosen, (whole[4] == whole[3]).astype(float))


def main() -> None:
    """Print each figure beside its floor; exit status 1 where one is below."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.coding", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument(
        "--model", type=Path, help="a folder of the second model (default: the one that ships)"
    )
    parser.add_argument(
        "--part",
        choices=("sets", "dev", "test"),
        default="sets",
        help="the stance sets, or the debates of that part",
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep what the network said there")
    options = parser.parse_args()
    bearing = Bearing.load(options.model)
    reads = Kept(bearing, options.keep)
    fine = True
    if options.part != "sets":
        prior = prior_of(bearing.about.weights, bearing.about.digest)
        fine = held(_rounded(debates(options.part, reads, prior)), f"coding_{options.part}")
    else:
        for name in SETS:
            print(name)
            fine = held(_rounded(stance_set(name, options.shared, reads)), f"coding_{name}") and fine
            reads.save()
    reads.save()
    sys.exit(0 if fine else 1)


def _rounded(figures: Iterator[tuple[str, float]]) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in figures}


if __name__ == "__main__":
    main()
