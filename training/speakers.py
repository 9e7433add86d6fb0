"""Fits the weights by which a speaker is chosen: `python -m training.speakers`.

Reads the train part of our corpus, whose speakers are marked, the practice sheets and our marks in real news, and the
half of the labelled PolNeAR articles that is learned from; writes src/onrecord/resolution/speakers/weights.json.
The loss is that of the conditional logit: the logarithm of the probability given to the right candidates together, or
to leaving it open where none is right; with an L2 penalty.  Two rounds: in the second the features see what the first
one's weights decide of the statements before.
"""

import argparse
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.debate import Debate, load_corpus
from corpus.news import load_news
from corpus.sheets import load_sheets
from onrecord.resolution.choosing import score, shipped
from onrecord.resolution.speakers.resolving import Opinion, opinions
from training.seen import names_in
from training.speakers_gold import Gold, golds_of
from training.speakers_polnear import labelled
from training.speakers_sheets import Labelled, with_speakers

OUT = Path(__file__).parents[1] / "src/onrecord/resolution/speakers/weights.json"
PENALTY = 2.0
"""Of 0.2 to 30, that which made dev's loss least."""
DEBATES = 5
"""How often the debates are counted: the sheets and the news have one speaker in most of their forms."""
STEPS = 250
ROUNDS = 2
REAL = 3
"""How often each of the 152 labelled statements of real news is counted: they are few beside 2,819 invented ones."""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of the options of a statement, leaving it open first; which of them are right."""

    options: tuple[dict[str, float], ...]
    right: tuple[bool, ...]


def example(opinion: Opinion, gold: Gold) -> Example:
    """A statement with what is known of it."""
    right = [gold.is_right(speaker) for speaker in opinion.speakers]
    return Example(
        options=(opinion.null, *(one.features for one in (*opinion.options, *opinion.clashing))),
        right=(not any(right), *right, *(False for _ in opinion.clashing)),
    )


def examples(debates: Iterable[Debate], weights: dict[str, float]) -> list[Example]:
    """Every statement of some debates."""
    found = []
    for debate in debates:
        for report in debate.reports:
            article, statements, golds = golds_of(debate, report)
            given = opinions(article, statements, names_in(article), weights)
            found += [example(one, gold) for one, gold in zip(given, golds, strict=True)]
    return found


def labelled_examples(given: Iterable[Labelled], weights: dict[str, float]) -> list[Example]:
    """The statements of texts of which some have a label."""
    return [
        example(one, gold)
        for article, statements, golds in given
        for one, gold in zip(opinions(article, statements, names_in(article), weights), golds, strict=True)
        if gold is not None
    ]


def fit(
    given: Sequence[Example],
    penalty: float = PENALTY,
    steps: int = STEPS,
    start: Mapping[str, float] | None = None,
    only: re.Pattern[str] | None = None,
) -> dict[str, float]:
    """The weights with the least loss (Adam with the whole batch; the loss is nearly convex), from `start` on.

    With `only` those are fitted in whose names it is found, the others stay as at the start.
    """
    names = sorted(
        {
            name
            for one in given
            for features in one.options
            for name in features
            if only is None or only.search(name)
        }
    )
    column = {name: at for at, name in enumerate(names)}
    held = {name: weight for name, weight in (start or {}).items() if name not in column}
    rows = [features for one in given for features in one.options]
    base = np.array([score(row, held) for row in rows])
    filled = [
        (at, column[name], value)
        for at, row in enumerate(rows)
        for name, value in row.items()
        if value and name in column
    ]
    row, columns = (np.array([one[part] for one in filled]) for part in (0, 1))
    values = np.array([one[2] for one in filled])
    owner = np.repeat(np.arange(len(given)), [len(one.options) for one in given])
    right = np.array([float(flag) for one in given for flag in one.right])
    weights = np.array([(start or {}).get(name, 0.0) for name in names])
    first, second = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, steps + 1):
        scores = base + np.bincount(row, weights[columns] * values, len(rows))
        free = _softmax(scores, owner, len(given))
        bound = free * right
        bound /= np.maximum(np.bincount(owner, bound, len(given)), 1e-12)[owner]
        slope = np.bincount(columns, (free - bound)[row] * values, len(names))
        gradient = slope / len(given) + penalty / len(given) * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        weights -= 0.1 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    kept = held if only else {}
    return {**kept, **{name: round(float(weights[at]), 3) for name, at in column.items()}}


def _softmax(scores: np.ndarray, owner: np.ndarray, count: int) -> np.ndarray:
    highest = np.full(count, -np.inf)
    np.maximum.at(highest, owner, scores)
    powers = np.exp(scores - highest[owner])
    return powers / np.bincount(owner, powers, count)[owner]


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m training.speakers", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--shared", type=Path, default=OUT.parents[5] / "shared")
    parser.add_argument(
        "--only", type=re.compile, metavar="PATTERN", help="fit these beside those that ship, in one round"
    )
    options = parser.parse_args()
    debates = load_corpus(part="train")
    polnear = list(labelled(options.shared / "data/polnear/dev", learned=True))
    sheets = list(with_speakers(load_sheets()))
    news = list(with_speakers(load_news(options.shared, "train")))
    weights = dict(shipped("onrecord.resolution.speakers")) if options.only else {}
    for _ in range(1 if options.only else ROUNDS):
        given = [
            *examples(debates, weights) * DEBATES,
            *labelled_examples(polnear, weights) * REAL,
            *labelled_examples(sheets, weights),
            *labelled_examples(news, weights),
        ]
        weights = fit(given, start=weights, only=options.only)
    write_weights(options.out, weights)


def write_weights(path: Path, weights: Mapping[str, float]) -> None:
    """Write weights as they ship: JSON, a line a weight, in the order of their names."""
    path.write_text(
        json.dumps(weights, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
