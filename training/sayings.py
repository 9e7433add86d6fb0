"""Fits the weights by which the day of a statement is chosen: `python -m training.sayings`.

Reads the train part of our corpus, whose days are marked, and writes src/onrecord/resolution/sayings/weights.json.  The
loss and the rounds are those of training/speakers.py: in the second round the features see what the first one's weights
make of the statements before.  Then the same for the second look, which sees what the first made of the whole article.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from corpus.debate import Debate, load_corpus
from onrecord.model import StatementId
from onrecord.resolution.sayings import Dated, Dater
from onrecord.resolution.sayings.dating import votes_of
from onrecord.resolution.sayings.place import INFERRED, OPEN
from training.sayings_gold import Day, dater_of, day_of
from training.speakers import Example, fit, write_weights

OUT = Path(__file__).parents[1] / "src/onrecord/resolution/sayings/weights.json"
PENALTY = 4.0
STEPS = 150
ROUNDS = 2


def example(dated: Dated, day: Day) -> Example:
    """A statement with what is known of it; where no option is right, or the annotator gave none, leaving it open is,

    or concluding it: the marked reports do not tell the two apart.
    """
    right = [day.fits(one.value) or (day.value is None and one.value == INFERRED) for one in dated.options]
    if not any(right):
        right = [one.value == OPEN for one in dated.options]
    return Example(options=tuple(one.features for one in dated.options), right=tuple(right))


def prepared(debates: Iterable[Debate]) -> list[tuple[Dater, dict[StatementId, Day]]]:
    """The articles of some debates, ready to be dated, and the marked days of their statements."""
    found = []
    for debate in debates:
        for report in debate.reports:
            _, dater, statements = dater_of(debate, report, {})
            days = [day_of(report, marked) for marked in report.statements]
            found.append((dater, {one.id: day for one, day in zip(statements, days, strict=True)}))
    return found


def examples(
    articles: list[tuple[Dater, dict[StatementId, Day]]], weights: dict[str, float], *, second: bool
) -> list[Example]:
    """Every statement, at the first or the second look."""
    found = []
    for dater, days in articles:
        dater.weights = weights
        looks = list(dater.looks(None))
        if second:
            looks = list(dater.looks(votes_of(looks)))
        found += [example(dated, days[dated.statement.id]) for _, dated in looks]
    return found


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m training.sayings", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--penalty", type=float, default=PENALTY)
    options = parser.parse_args()
    articles = prepared(load_corpus(part="train"))
    weights: dict[str, float] = {}
    for second in (False, True):
        for _ in range(ROUNDS):
            given = examples(articles, weights, second=second)
            weights = weights | fit(given, options.penalty, STEPS, weights)
    write_weights(options.out, weights)


if __name__ == "__main__":
    main()
