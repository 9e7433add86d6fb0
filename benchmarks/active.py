"""How many reviewed statements for how much F1: asking by doubt and diversity against asking at random.

`python -m benchmarks.active --shared ../shared`.  On topics of the stance sets that nothing was learned from: half of
a set's statements can be asked about, the other half is judged, many times over; the dev debates likewise, whose codes
the weights were fitted on.  Printed are the mean scores step by step, and how many of the statements that were asked
for are saved against as many at random as the last step has, with the middle 95% over draws of the halvings.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.kept import Kept
from benchmarks.quality import HERE, held
from corpus.debate import load_corpus
from onrecord.coding import features
from onrecord.coding.asking import next_to_review
from onrecord.coding.evidence import Floats, Reads, gather
from onrecord.coding.learner import Prior, Probabilities, learn
from onrecord.coding.prior import prior_of
from onrecord.coding.units import Unit
from onrecord.encoder.bearing import Bearing
from onrecord.model.codebook import Codebook, Concept
from onrecord.model.coding import Reviewed
from training.stance.settle import Marked, marked
from training.stance.sources import Row, aside, by_topic, gwsd, ibm, perspectrum

TOPICS = 10  # of a set, those with most statements
STEP, STEPS = 8, 10  # statements asked for at a time, and how often
TIMES = 30  # halvings of a set; over 12 what is saved on a debate came out anywhere from 0.1 to 0.8
SAMPLES = 1000  # draws of the halvings
ASKED, BY_CHANCE = "asked", "by chance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """Scores (times, STEPS + 1) after 0, STEP, 2 STEP ... reviewed statements."""

    asked: Floats
    by_chance: Floats


def pool(name: str, rows: Sequence[Row], reads: Reads) -> Marked:
    """The topics with most statements among those set aside, as one debate: a concept a topic."""
    found = by_topic([row for row in rows if aside(name, row.topic)])
    if name == "gwsd":
        found = {"climate": [row for some in found.values() for row in some]}
    largest = sorted(found, key=lambda topic: (-len(found[topic]), topic))[:TOPICS]
    concepts = tuple(Concept(name=topic, label=found[topic][0].concept) for topic in largest)
    units, codes = [], {}
    for topic in largest:
        for number, row in enumerate(found[topic]):
            units.append(Unit(id=f"{topic}#{number}", framed=row.framed))
            codes[f"{topic}#{number}"] = {topic: row.stance} if row.stance else {}
    return Marked(
        name=name, evidence=gather(units, Codebook(title=name, concepts=concepts), reads), codes=codes
    )


def simulate(one: Marked, prior: Prior, times: int = TIMES) -> Curves:
    """Both curves, each halving with both ways of asking."""
    found: dict[str, list[list[float]]] = {ASKED: [], BY_CHANCE: []}
    for seed in range(times):
        order = np.random.default_rng(seed).permutation(len(one.evidence.units))
        judged, open_ = order[: len(order) // 2], order[len(order) // 2 :]
        for way, scores in found.items():
            scores.append(_scores(one, prior, judged, open_, way))
    return Curves(asked=np.array(found[ASKED]), by_chance=np.array(found[BY_CHANCE]))


def _scores(one: Marked, prior: Prior, judged: np.ndarray, open_: np.ndarray, way: str) -> list[float]:
    ids = one.evidence.ids
    may = {ids[row] for row in open_}
    truth = features.known(one.evidence, one.codes)
    reviewed: Reviewed = {}
    scores = []
    for step in range(STEPS + 1):
        learner = learn(one.evidence, reviewed, prior)
        found = learner.probabilities(one.evidence, reviewed)
        scores.append(_score(truth, found, learner.weights.least, judged))
        if way == ASKED:
            wanted = next_to_review(one.evidence, found, reviewed, count=STEP, among=may)
        else:
            wanted = tuple(ids[row] for row in open_[step * STEP : (step + 1) * STEP])
        reviewed = {**reviewed, **{name: one.codes[name] for name in wanted}}
    return scores


def _score(truth: features.Known, found: Probabilities, least: float, judged: np.ndarray) -> float:
    """Macro F1 of the side, with every concept that a statement is right or wrongly held to bear on counted.

    A code that was missed or invented counts as a class of its own beside the three sides.
    """
    shown = found.relevance >= least
    said = np.where(shown, found.side, -1)[judged].ravel()
    true = truth.side[judged].ravel()
    sides = [side for side, times in Counter(true.tolist()).items() if side >= 0 and times]
    return float(np.mean([_one_class(said == side, true == side) for side in sides]))


def _one_class(said: np.ndarray, true: np.ndarray) -> float:
    return 2 * int((said & true).sum()) / max(1, int(said.sum() + true.sum()))


def share(curves: Curves) -> float:
    """How many asked statements give what all the random ones gave at the end, as a share of these.

    Between two steps the mean curve is taken to be straight; 1.0 or more where asking does not help.
    """
    goal = curves.by_chance.mean(0)[-1]
    asked = curves.asked.mean(0)
    reached = np.flatnonzero(asked >= goal)
    if not len(reached):
        return 2.0
    at = int(reached[0])
    if at == 0:
        return 0.0
    part = (goal - asked[at - 1]) / max(asked[at] - asked[at - 1], 1e-9)
    return float((at - 1 + part) / STEPS)


def _between(curves: Curves) -> tuple[float, float]:
    """The middle 95% of what is saved, over draws of the halvings."""
    random = np.random.default_rng(1)
    times = len(curves.asked)
    saved = [
        1 - share(Curves(asked=curves.asked[rows], by_chance=curves.by_chance[rows]))
        for rows in random.integers(0, times, (SAMPLES, times))
    ]
    low, high = np.quantile(saved, [0.025, 0.975])
    return float(low), float(high)


def main() -> None:
    """Print the curves and the shares beside their ceilings."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.active", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument(
        "--model", type=Path, help="a folder of the second model (default: the one that ships)"
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep what the network said there")
    options = parser.parse_args()
    bearing = Bearing.load(options.model)
    reads, prior = Kept(bearing, options.keep), prior_of(bearing.about.weights, bearing.about.digest)
    folder = options.shared / "data" / "stance"
    sets = [
        pool(name, load(folder), reads)
        for name, load in (("perspectrum", perspectrum), ("ibm", ibm), ("gwsd", gwsd))
    ]
    sets += [marked(debate, reads) for debate in load_corpus(part="dev")]
    figures = {}
    for one in sets:
        curves = simulate(one, prior)
        for way, some in ((ASKED, curves.asked), (BY_CHANCE, curves.by_chance)):
            print(f"{one.name:<16} {way:<10}" + "".join(f" {value:.3f}" for value in some.mean(0)))
        print(
            "{:<16} saved {:.2f} [{:.2f}, {:.2f}]".format(one.name, 1 - share(curves), *_between(curves)),
            flush=True,
        )
        figures[f"saved_{one.name.replace('-', '_')}"] = round(1 - share(curves), 3)
        reads.save()
    sys.exit(0 if held(figures, "active") else 1)


if __name__ == "__main__":
    main()
