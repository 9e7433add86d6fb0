"""Fits the weights by which the day of a statement is chosen: `python -m training.sayings`.

Reads the train part of our corpus and the real news whose days are marked, and writes
src/onrecord/resolution/sayings/weights.json.  The
loss is that of training/speakers.py.  In the second round the features see what the first one's weights make of the
statements before; then the same for the second look, which sees what the first made of the whole article.  What a
debate's features see was made by weights fitted without that debate: otherwise the second look would learn to trust
the first more than it may (stacking, Wolpert 1992, "Stacked generalization").
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.debate import load_corpus
from onrecord.model import StatementId
from onrecord.resolution.choosing import Weights
from onrecord.resolution.sayings import Dated, Dater
from onrecord.resolution.sayings.dating import votes_of
from onrecord.resolution.sayings.place import INFERRED, OPEN
from training.passed_on import Day, Text, of_debates, of_news
from training.sayings_gold import dater_of
from training.speakers import Example, fit, write_weights

OUT = Path(__file__).parents[1] / "src/onrecord/resolution/sayings/weights.json"
PENALTY = 8.0
"""Of 0.5 to 8 the one with the best precision for as many days, in debates and in news kept out."""
STEPS = 150
ROUNDS = 2
FOLDS = 3
"""Parts of the debates, each of which is seen through weights from the others."""

Prepared = list[tuple[Dater, dict[StatementId, Day]]]


def example(dated: Dated, day: Day) -> Example:
    """A statement with what is known of it; where no option is right, or the annotator gave none, leaving it open is,

    or concluding it: the marked reports do not tell the two apart.
    """
    right = [day.fits(one.value) or (day.value is None and one.value == INFERRED) for one in dated.options]
    if not any(right):
        right = [one.value == OPEN for one in dated.options]
    return Example(options=tuple(one.features for one in dated.options), right=tuple(right))


def prepared(texts: Iterable[Text]) -> Prepared:
    """Some texts, ready to be dated, and the marked days of their statements."""
    return [
        (
            dater_of(text, {}),
            {one.id: marks.day for one, marks in zip(text.statements, text.marks, strict=True)},
        )
        for text in texts
    ]


def examples(articles: Prepared, weights: Weights, *, second: bool) -> list[Example]:
    """Every statement, at the first or the second look."""
    found = []
    for dater, days in articles:
        dater.weights = weights
        looks = list(dater.looks(None))
        if second:
            looks = list(dater.looks(votes_of(looks)))
        found += [example(dated, days[dated.statement.id]) for _, dated in looks]
    return found


def learned(parts: Sequence[Prepared], penalty: float = PENALTY) -> Weights:
    """The weights from all parts of the debates, each of which is looked at with weights from the others."""
    whole: Weights = {}
    without: list[Weights] = [{} for _ in parts]
    for second in (False, True):
        for _ in range(ROUNDS):
            seen = [
                examples(part, weights, second=second) for part, weights in zip(parts, without, strict=True)
            ]
            whole = {**whole, **fit(_joined(seen), penalty, STEPS, whole)}
            for at, weights in enumerate(without):
                rest = _joined([*seen[:at], *seen[at + 1 :]])
                without[at] = {**weights, **fit(rest, penalty, STEPS, weights)}
    return whole


def _joined(parts: Iterable[list[Example]]) -> list[Example]:
    return [one for part in parts for one in part]


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m training.sayings", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--penalty", type=float, default=PENALTY)
    parser.add_argument("--shared", type=Path, default=OUT.parents[5] / "shared")
    options = parser.parse_args()
    debates, news = load_corpus(part="train"), list(of_news(options.shared, "train"))
    parts = [prepared(of_debates(debates[at::FOLDS])) + prepared(news[at::FOLDS]) for at in range(FOLDS)]
    write_weights(options.out, learned(parts, options.penalty))


if __name__ == "__main__":
    main()
