"""Fits the weights by which the day of a statement is chosen: `python -m training.sayings`.

Reads the train part of our corpus, whose days are marked, and writes src/onrecord/resolution/sayings/weights.json.  The loss
and the rounds are those of training/speakers.py: in the second round the features see what the first one's weights
make of the statements before.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from corpus.debate import Debate, load_corpus
from onrecord.resolution.sayings import Dated
from onrecord.resolution.sayings.place import OPEN
from training.sayings_gold import Day, days_of
from training.speakers import Example, fit

OUT = Path(__file__).parents[1] / "src/onrecord/resolution/sayings/weights.json"
PENALTY = 4.0
ROUNDS = 3


def example(dated: Dated, day: Day) -> Example:
    """A statement with what is known of it; where no option is right, leaving it open is."""
    right = [day.fits(one.value) for one in dated.options]
    if not any(right):
        right = [one.value == OPEN for one in dated.options]
    return Example(options=tuple(one.features for one in dated.options), right=tuple(right))


def examples(debates: Iterable[Debate], weights: dict[str, float]) -> list[Example]:
    """Every statement of some debates."""
    return [
        example(dated, day)
        for debate in debates
        for report in debate.reports
        for _, dated, day in days_of(debate, report, weights)
    ]


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m training.sayings", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--penalty", type=float, default=PENALTY)
    options = parser.parse_args()
    debates = load_corpus(part="train")
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):
        weights = fit(examples(debates, weights), options.penalty)
    options.out.write_text(
        json.dumps(weights, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
