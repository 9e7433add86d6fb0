"""Joins ledgers that two coders filled apart: `python -m benchmarks.joining --pairs 1000`.

Each pair holds the same articles; readings by several models, decisions, undos and added statements come to each in its
own order.  Joined one way and the other, the two must hold the same, joining once more must change nothing, and `check`
must be clean.  The same number gives the same pair, so that one that differs can be looked at: `--first 37 --pairs 1`.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from onrecord.errors import OnRecordError
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    Accept,
    Add,
    Article,
    Block,
    Change,
    Coder,
    Correct,
    Note,
    Reading,
    Reject,
    SetCode,
    SetSpeaker,
    Span,
    Statement,
    content_hash,
    identify,
)

ANN, BEN = Coder(name="Ann"), Coder(name="Ben")
MODELS = tuple(f"m{number}" for number in range(9))
MORNING = datetime(2024, 3, 2, 9, tzinfo=UTC)

_TEXTS = (
    "The mayor said the old quay would be sold before winter.  Dockers called the plan a gift to strangers and a "
    "shame for the town.",
    "According to the harbour office, no ship was turned away last week, and none will be turned away this week.",
)
_SAID = ("the old quay would be sold before winter", "a gift to strangers and a shame for the town",
         "no ship was turned away last week", "none will be turned away this week")  # fmt: skip


def _article(number: int, text: str) -> Article:
    return Article(
        doc=f"{number}.txt", text=text, blocks=(Block(span=Span(0, len(text)), role="paragraph"),), format="text",
        source_hash=content_hash(text.encode()), outlet="The Tide", published="2024-03-01", language="en",
    )  # fmt: skip


def _reading(article: Article) -> Reading:
    places = [Span(at, at + len(words)) for words in _SAID if (at := article.text.find(words)) >= 0]
    return Reading(article=article, statements=tuple(_statement(article, (place,)) for place in places))


def _statement(article: Article, content: tuple[Span, ...], confidence: float = 0.8) -> Statement:
    return Statement(
        id=identify(article.id, content), kind="indirect", content=content, confidence=confidence
    )


READINGS = tuple(_reading(_article(number, text)) for number, text in enumerate(_TEXTS))


class Desk:
    """One coder at one ledger, who does something at random, and whose clock goes on with it."""

    def __init__(self, ledger: Ledger, coder: Coder, chance: random.Random, begin: datetime) -> None:
        self.ledger, self.coder, self.chance, self.now = ledger, coder, chance, begin

    def work(self, steps: int) -> None:
        """Do so many things; what makes no sense is left."""
        for _ in range(steps):
            self.now += timedelta(minutes=1)
            try:
                self.chance.choice(
                    (self._reread, self._decide, self._decide, self._decide, self._add, self._undo)
                )()
            except OnRecordError:
                continue

    def _reread(self) -> None:
        run = self.ledger.start_run(
            model_hash=self.chance.choice(MODELS), options={}, at=self.now, stage="rereading"
        )
        reading = self.chance.choice(READINGS)
        found = {one.id: one for one in self._found(reading)}
        ordered = tuple(sorted(found.values(), key=lambda one: one.content))
        self.ledger.reread(run, replace(reading, statements=ordered), now=self.now)

    def _found(self, reading: Reading) -> Iterator[Statement]:
        """Some of what stands there, some of it a word longer or shorter, with another confidence."""
        for one in reading.statements:
            if self.chance.random() < 0.75:
                place = self._moved(reading.article.text, one.content[0])
                yield _statement(reading.article, (place,), self.chance.choice((0.5, 0.8)))

    def _moved(self, text: str, span: Span) -> Span:
        ends = (span.end, text.rfind(" ", span.start, span.end), text.find(" ", span.end + 1))
        end = self.chance.choice(ends)
        return Span(span.start, end) if end > span.start and not text[end - 1].isspace() else span

    def _add(self) -> None:
        article = self.chance.choice(READINGS).article
        starts = [at + 1 for at, letter in enumerate(article.text) if letter == " "]
        start, end = sorted(self.chance.sample(starts, 2))
        words = article.text[start : end - 1].rstrip()
        content = (Span(start, start + len(words)),)
        self.ledger.decide(self.coder, article.id, Add(content=content, kind="indirect"), now=self.now)

    def _undo(self) -> None:
        self.ledger.undo(self.coder, now=self.now)

    def _decide(self) -> None:
        every = list(self.ledger.records(Filter(review="all")))
        change: Change = self.chance.choice(
            (
                Accept(),
                Reject(),
                SetCode(concept="quay", stance="agree"),
                SetSpeaker(actor=None),
                Correct(kind="direct"),
                Correct(source=(Span(0, 3),)),
                Note(text="look again"),
            )
        )
        subject = self.chance.choice(every).statement.id
        settles = self.chance.random() < 0.2
        self.ledger.decide(self.coder, subject, change, now=self.now, settles=settles)


def made(path: Path, model: str) -> Ledger:
    """A new ledger with the articles, read by that model."""
    ledger = Ledger.open(path, create=True)
    run = ledger.start_run(model_hash=model, options={}, at=MORNING - timedelta(days=1))
    for reading in READINGS:
        ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])
    return ledger


def state(ledger: Ledger) -> dict[str, Any]:
    """All that must be the same."""
    return {
        "articles": sorted(ledger.articles(), key=lambda each: each.id),
        "records": sorted(ledger.records(Filter(review="all")), key=lambda each: each.statement.id),
        "log": list(ledger.log()),
        "problems": ledger.check(),
    }


def wrong_with(number: int, folder: Path) -> str:
    """What is wrong with the pair of that number, or an empty text."""
    chance = random.Random(number)  # noqa: S311 - nothing secret
    with made(folder / "a.db", "m0") as a, made(folder / "b.db", chance.choice(("m0", "m1"))) as b:
        ann, ben = Desk(a, ANN, chance, MORNING), Desk(b, BEN, chance, MORNING + timedelta(seconds=30))
        if chance.random() < 0.3:  # they were joined before
            ann.work(4)
            b.join(a)
        ann.work(chance.randrange(2, 10))
        ben.work(chance.randrange(2, 10))
        a.backup(folder / "a-and-b.db")
        b.backup(folder / "b-and-a.db")
        with Ledger.open(folder / "a-and-b.db") as one, Ledger.open(folder / "b-and-a.db") as other:
            one.join(b)
            other.join(a)
            before, there = state(one), state(other)
            one.join(b)
            again = state(one)
    if before["problems"]:
        return f"check: {before['problems']}"
    differing = [key for key in before if before[key] != there[key]]
    twice = [key for key in before if before[key] != again[key]]
    return f"differ in {differing}" if differing else f"joined twice, other {twice}" if twice else ""


def main() -> int:
    """Join, compare, print; 1 where something differs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.joining", description=__doc__)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    wrong = 0
    for number in range(options.first, options.first + options.pairs):
        with tempfile.TemporaryDirectory() as folder:
            if what := wrong_with(number, Path(folder)):
                wrong += 1
                print(f"pair {number}: {what}", flush=True)
    print(f"{options.pairs} pairs joined both ways: {wrong or 'none'} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
