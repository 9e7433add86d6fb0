"""Fits the weights by which it is decided through whom words came: `python -m training.chains`.

Reads the chains that are marked in the train part of our corpus, and writes
src/onrecord/resolution/speakers/chain_weights.json.  Each option of a statement is one example of its own: part of the
chain, or not (the conditional logit of training/speakers.py with two options is a logistic regression).  Statements
within others have features of their own, and are fitted apart: whether a speaker's own word on what others said is
marked as passed on differs from debate to debate, so little of that can be learned, and the penalty is higher.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from corpus.debate import Debate, load_corpus
from onrecord.model import Statement
from onrecord.resolution.speakers.resolving import Resolver
from training.seen import names_in
from training.speakers import Example, fit, write_weights
from training.speakers_gold import Gold, chain_of, golds_of

OUT = Path(__file__).parents[1] / "src/onrecord/resolution/speakers/chain_weights.json"
PENALTY = 0.3
"""For statements that stand in no other's: of 0.1, 0.3 and 1 the one with the best F1 kept out and on dev."""
PENALTY_WITHIN = 4.0
"""For those within others."""
STEPS = 300
Prepared = list[tuple[Resolver, list[Statement], list[list[Gold]]]]


def prepared(debates: Iterable[Debate]) -> Prepared:
    """The articles of some debates, who spoke in them decided, with their marked chains."""
    found = []
    for debate in debates:
        for report in debate.reports:
            article, statements, _ = golds_of(debate, report)
            resolver = Resolver(article, statements, names_in(article))
            list(resolver.opinions())
            found.append((resolver, statements, [chain_of(debate, one) for one in report.statements]))
    return found


def examples(articles: Prepared, *, within: bool) -> list[Example]:
    """Every option of every statement within others, or of the rest."""
    found = []
    for resolver, statements, marked in articles:
        right = {one.id: golds for one, golds in zip(statements, marked, strict=True)}
        chains = resolver.chains_with({})
        for statement, options, _ in chains.looked(chains.carriers(statements)):
            for one in options if (statement.parent is not None) == within else ():
                names = one.entity.forms or [one.entity.name]
                is_part = any(gold.fits(name) for gold in right[statement.id] for name in names)
                found.append(Example(options=({}, one.features), right=(not is_part, is_part)))
    return found


def learned(articles: Prepared, penalty: float = PENALTY) -> dict[str, float]:
    """The weights of both kinds of statements."""
    within = fit(examples(articles, within=True), PENALTY_WITHIN, STEPS)
    return within | fit(examples(articles, within=False), penalty, STEPS)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m training.chains", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--penalty", type=float, default=PENALTY)
    options = parser.parse_args()
    write_weights(options.out, learned(prepared(load_corpus(part="train")), options.penalty))


if __name__ == "__main__":
    main()
