"""Scores who is said to have spoken, given the places of source, cue and content: `python -m benchmarks.speakers`.

Four parts: dev and test of our corpus, the half of the labelled PolNeAR articles that nothing was learned from, and the
dev articles of our marks in real news.
A name is right if it is one of the forms of the right actor; an unnamed source or a group if its words are the
report's, or one's words stand within the other's.  With --reader the statements are the shipped reader's own, and
those count that have a marked statement's content.  Figures are held against benchmarks/floors.toml.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import is_found
from benchmarks.quality import held, share
from corpus.agreement import letters_of
from corpus.debate import Debate, load_corpus
from corpus.news import load_news
from corpus.report import Report
from onrecord.model import Article, Statement
from onrecord.pipeline import Stages
from onrecord.resolution.speakers.resolving import ANSWERED, Opinion, Resolver
from training.seen import names_in
from training.speakers_gold import Gold, golds_of
from training.speakers_polnear import labelled
from training.speakers_sheets import with_speakers

HERE = Path(__file__).parent
PARTS = ("dev", "test", "polnear", "news")
COVERED = 0.85
"""The share of statements with a speaker that is asked to be answered, for the second figure."""
SURE = 0.9
"""The probability from which on answers are counted once more: those that one would rely on unread."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer: how sure, whether right, whether there was somebody to name."""

    confidence: float
    right: bool
    asked: bool


def judged(opinion: Opinion, gold: Gold) -> Judged:
    """The likeliest speaker of a statement beside the right one; no answer where leaving it open is likelier."""
    best = opinion.speakers[0] if opinion.speakers else None
    sure = best.confidence if best is not None and best.confidence > opinion.open else 0.0
    return Judged(sure, gold.is_right(best), bool(gold.names or gold.own))


def figures(answers: list[Judged]) -> dict[str, float]:
    """How many of those with a speaker are answered and how many answers are right: by default, from SURE on, and at
    COVERED.
    """
    asked = sum(one.asked for one in answers) or 1
    given = [one for one in answers if one.confidence >= ANSWERED]
    sure = [one for one in answers if one.confidence >= SURE]
    ranked = sorted((one for one in answers if one.confidence > 0), key=lambda one: -one.confidence)
    wide = ranked[: round(COVERED * asked)]
    return {
        "statements": len(answers),
        "precision": share(sum(one.right for one in given), len(given)),
        "answered": share(sum(one.asked for one in given), asked),
        "sure_precision": share(sum(one.right for one in sure), len(sure)),
        "sure_answered": share(sum(one.asked for one in sure), asked),
        "wide_precision": share(sum(one.right for one in wide), len(wide)),
        "wide_answered": share(sum(one.asked for one in wide), asked),
    }


def on_corpus(debates: Iterable[Debate]) -> dict[str, float]:
    """The figures on some debates, from the marked places; words a second of resolving alone."""
    answers: list[Judged] = []
    words, seconds = 0, 0.0
    for debate in debates:
        for report in debate.reports:
            article, statements, golds = golds_of(debate, report)
            names = names_in(article)
            begun = time.process_time()
            resolver = Resolver(article, statements, names)
            by_id = {one.statement.id: one for one in resolver.opinions()}
            seconds += time.process_time() - begun
            words += len(report.text.split())
            answers += [judged(by_id[one.id], gold) for one, gold in zip(statements, golds, strict=True)]
    speed = {"words_a_second": round(words / seconds)} if seconds else {}
    return figures(answers) | speed


def with_reader(debates: Iterable[Debate]) -> dict[str, float]:
    """The figures end to end: of the reader's statements those whose content and source are marked ones."""
    stages = Stages()
    answers = [
        one for debate in debates for report in debate.reports for one in _read(stages, debate, report)
    ]
    return figures(answers)


def _read(stages: Stages, debate: Debate, report: Report) -> Iterator[Judged]:
    article, _, golds = golds_of(debate, report)
    found = list(stages.reading(article).statements)
    resolver = Resolver(article, found, names_in(article))
    by_id = {one.statement.id: one for one in resolver.opinions()}
    for marked, gold in zip(report.statements, golds, strict=True):
        for one in found:
            if is_found(report, marked, [_letters(report, one)]):
                yield judged(by_id[one.id], gold)
                break


def _letters(report: Report, one: Statement) -> tuple[frozenset[int], frozenset[int]]:
    content = letters_of(report, [span.pair() for span in one.content])
    return content, letters_of(report, [span.pair() for span in one.source])


def on_news(shared: Path) -> dict[str, float]:
    """The figures on the marked articles of other outlets that nothing was learned from."""
    answers: list[Judged] = []
    for article, statements, golds in with_speakers(load_news(shared, "dev")):
        answers += _labelled_answers(article, statements, golds)
    return figures(answers)


def on_polnear(split: Path) -> dict[str, float]:
    """The figures on the labelled statements of real news that nothing was learned from."""
    answers: list[Judged] = []
    for article, statements, golds in labelled(split, learned=False):
        answers += _labelled_answers(article, statements, golds)
    return figures(answers)


def _labelled_answers(
    article: Article, statements: list[Statement], golds: list[Gold | None]
) -> Iterator[Judged]:
    by_id = {one.statement.id: one for one in Resolver(article, statements, names_in(article)).opinions()}
    for statement, gold in zip(statements, golds, strict=True):
        if gold is not None:
            yield judged(by_id[statement.id], gold)


def main() -> None:
    """Print each part's figures beside their floors; exit status 1 where one is below."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speakers", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--part", choices=PARTS, action="append")
    parser.add_argument(
        "--reader", action="store_true", help="end to end, with the shipped reader's statements"
    )
    options = parser.parse_args()
    good = True
    for part in options.part or PARTS:
        print(f"-- {part}")
        if part == "polnear":
            good &= held(on_polnear(options.shared / "data/polnear/dev"), "speakers_polnear")
        elif part == "news":
            good &= held(on_news(options.shared), "speakers_news")
        elif options.reader:
            held(with_reader(load_corpus(part=part)), "speakers_reader")
        else:
            good &= held(on_corpus(load_corpus(part=part)), f"speakers_{part}")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
