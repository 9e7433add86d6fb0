"""Fits the weights by which it is decided through whom words came: `python -m training.chains`.

Reads the chains that are marked in the train part of our corpus and in real news, and writes
src/onrecord/resolution/speakers/chain_weights.json.  Each option of a statement is one example of its own: part of the
chain, or not (the conditional logit of training/speakers.py with two options is a logistic regression).  Statements
within others have features of their own, and are fitted apart: whether a speaker's own word on what others said is
marked as passed on differs from debate to debate, so the penalty is higher; in real news it mostly is.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from corpus.debate import load_corpus
from onrecord.model import Statement
from onrecord.resolution.speakers.resolving import Resolver
from training.passed_on import Text, of_debates, of_news
from training.seen import names_in
from training.speakers import Example, fit, write_weights
from training.speakers_gold import Gold

OUT = Path(__file__).parents[1] / "src/onrecord/resolution/speakers/chain_weights.json"
PENALTY = 0.3
"""For statements that stand in no other's: of 0.1, 0.3 and 1 the one with the best F1 kept out and on dev."""
PENALTY_WITHIN = 1.0
"""For those within others: 0.5 to 4 differ by less than 0.01 of F1 in four parts of real news, each kept out."""
STEPS = 300
Prepared = list[tuple[Resolver, list[Statement], list[list[Gold]]]]


def prepared(texts: Iterable[Text]) -> Prepared:
    """Some texts, who spoke in them decided, with their marked chains."""
    found = []
    for text in texts:
        resolver = Resolver(text.article, text.statements, names_in(text.article))
        list(resolver.opinions())
        found.append((resolver, text.statements, [marks.via for marks in text.marks]))
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
    parser.add_argument("--shared", type=Path, default=OUT.parents[5] / "shared")
    options = parser.parse_args()
    texts = [*of_debates(load_corpus(part="train")), *of_news(options.shared, "train")]
    write_weights(options.out, learned(prepared(texts), options.penalty))


if __name__ == "__main__":
    main()
