"""Fits the weights by which it is decided through whom words came: `python -m training.chains`.

Reads the chains that are marked in the train part of our corpus, and writes
src/onrecord/resolution/speakers/chain_weights.json.  Each option of a statement is one example of its own: part of the
chain, or not (the conditional logit of training/speakers.py with two options is a logistic regression).
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from corpus.debate import Debate, load_corpus
from onrecord.model import Statement
from onrecord.resolution.speakers.resolving import Resolver
from training.speakers import Example, fit, write_weights
from training.speakers_gold import golds_of, plain

OUT = Path(__file__).parents[1] / "src/onrecord/resolution/speakers/chain_weights.json"
PENALTY = 2.0
STEPS = 150
ROUNDS = 3
Prepared = list[tuple[Resolver, list[Statement], list[frozenset[str]]]]


def prepared(debates: Iterable[Debate]) -> Prepared:
    """The articles of some debates, who spoke in them decided, with the forms of the names in each marked chain."""
    found = []
    for debate in debates:
        for report in debate.reports:
            article, statements, _ = golds_of(debate, report)
            resolver = Resolver(article, statements)
            list(resolver.opinions())
            found.append((resolver, statements, [forms(debate, one.via) for one in report.statements]))
    return found


def forms(debate: Debate, via: Iterable[str]) -> frozenset[str]:
    """Every form of the names of a marked chain."""
    actors = [debate.actors[name].names if name in debate.actors else (name,) for name in via]
    return frozenset(plain(form) for names in actors for form in names)


def examples(articles: Prepared, weights: dict[str, float]) -> list[Example]:
    """Every option of every statement."""
    found = []
    for resolver, statements, marked in articles:
        right = {one.id: names for one, names in zip(statements, marked, strict=True)}
        for statement, options, _ in resolver.chains_with(weights).looked(statements):
            for one in options:
                is_part = bool({plain(form) for form in one.entity.forms} & right[statement.id])
                found.append(Example(options=({}, one.features), right=(not is_part, is_part)))
    return found


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m training.chains", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--penalty", type=float, default=PENALTY)
    options = parser.parse_args()
    articles = prepared(load_corpus(part="train"))
    weights: dict[str, float] = {"rule": 1.0, "outer": 1.0}
    for _ in range(ROUNDS):
        weights = fit(examples(articles, weights), options.penalty, STEPS, weights)
    write_weights(options.out, weights)


if __name__ == "__main__":
    main()
