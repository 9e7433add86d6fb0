"""How a large ledger fares: `python -m benchmarks.ledger --articles 100000 --statements 10 --out FOLDER`.

It stores invented articles one by one as `onrecord add` does, without the model; makes decisions on 1 in 50 statements;
and asks questions of every kind, each another one.  It prints what adding costs at the beginning and at the end, the
size of the file, the peak of memory, and for every kind of question the median and the 95th percentile.  With `--steps`
it stops at 1,000 and 10,000 articles to ask as well.  `--again` asks the ledger that lies in FOLDER already.
"""

import argparse
import os
import platform
import random
import resource
import sqlite3
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.invented import CONCEPTS, Invented
from benchmarks.ledger_questions import kinds_of_question
from onrecord.ledger import Ledger
from onrecord.model import STANCES, Accept, Coder, Reading, Reject, SetCode

WINDOW = 1_000  # articles whose median is the cost of adding
DECIDED = 50  # one statement in so many
STEPS = (1_000, 10_000)
TARGET_MS, TARGET_RATIO = 50.0, 1.2
ANN, BEN = Coder(name="Ann"), Coder(name="Ben")


@dataclass(slots=True)
class Filling:
    """A ledger that grows: seconds of each store, and of all of it."""

    invented: Invented
    ledger: Ledger
    stored: list[float]
    decided: int = 0

    def grow(self, to: int) -> None:
        """Store articles until there are so many, then decide on some of the new statements."""
        run = self.ledger.start_run(model_hash="invented", options={}, at=datetime.now(UTC))
        chance = random.Random(len(self.stored))  # noqa: S311 - nothing secret
        chosen: list[str] = []
        for number in range(len(self.stored), to):
            reading = self.invented.reading(number)
            begun = time.perf_counter()
            self.ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])
            self.stored.append(time.perf_counter() - begun)
            chosen += _some(chance, reading)
        self._decide(chance, chosen)

    def _decide(self, chance: random.Random, chosen: list[str]) -> None:
        for statement in chosen:
            verdict = Accept() if chance.random() < 0.7 else Reject(reason="no claim")
            code = SetCode(concept=chance.choice(CONCEPTS), stance=chance.choice(STANCES))
            for change in (verdict, code):
                self.ledger.decide(chance.choice((ANN, BEN)), statement, change, now=datetime.now(UTC))
        self.decided += 2 * len(chosen)


def _some(chance: random.Random, reading: Reading) -> Iterator[str]:
    return (each.id for each in reading.statements if chance.random() < 1 / DECIDED)


def fill(invented: Invented, path: Path, articles: int, *, steps: bool) -> None:
    """Make the ledger, and say what it cost; ask it at each step before the last."""
    with Ledger.open(path, create=True) as ledger:
        now = datetime.now(UTC)
        for actor in invented.actors:
            ledger.new_actor(ANN, actor.name, actor.type, now=now)
        filling = Filling(invented=invented, ledger=ledger, stored=[])
        for to in [*(step for step in STEPS if steps and step < articles), articles]:
            begun, before = time.perf_counter(), filling.decided
            filling.grow(to)
            print(
                f"\n{to:,} articles, {filling.decided - before:,} more decisions: {time.perf_counter() - begun:.0f} s"
            )
            if to < articles:
                ask(ledger, invented)
    _tell_storing(filling.stored, path)


def _tell_storing(stored: list[float], path: Path) -> None:
    early, late = (1_000 * statistics.median(part) for part in (_around_first(stored), stored[-WINDOW:]))
    verdict = "met" if late <= TARGET_RATIO * early else "MISSED"
    print(f"storing: {sum(stored):.0f} s, {len(stored) / sum(stored):.0f} articles a second")
    print(
        f"adding an article: {early:.2f} ms at the 1,000th, {late:.2f} ms at the {len(stored):,}th "
        f"(medians of {WINDOW:,})"
    )
    print(f"ratio {late / early:.2f}, wanted at most {TARGET_RATIO}: {verdict}")
    print(f"file: {path.stat().st_size / 1e6:,.0f} MB")
    print(f"peak of memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def _around_first(stored: list[float]) -> list[float]:
    """The window with the 1,000th article in its middle."""
    return stored[WINDOW // 2 : WINDOW // 2 + WINDOW]


def ask(ledger: Ledger, invented: Invented, count: int = 50) -> bool:
    """Ask `count` different questions of each kind, print the times; whether every median is under the target."""
    counts = ledger.counts()
    print(
        f"\n{counts.articles:,} articles, {counts.statements:,} statements; milliseconds over {count} questions each\n"
    )
    print(f"{'':44} {'median':>8} {'95th %':>8} {'found':>7}")
    fast = True
    for kind, questions in kinds_of_question(ledger, invented, count):
        times, found = [], []
        for question in questions:
            begun = time.perf_counter()
            found.append(question())
            times.append(1_000 * (time.perf_counter() - begun))
        median, late = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        slow = "" if median < TARGET_MS else "  SLOW"
        fast = fast and not slow
        print(f"{kind:44} {median:8.1f} {late:8.1f} {statistics.mean(found):7.1f}{slow}", flush=True)
    return fast


def main() -> None:
    """Make a ledger, ask it, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--statements", type=int, default=10, help="in an article")
    parser.add_argument("--out", type=Path, required=True, help="a folder for the ledger")
    parser.add_argument("--steps", action="store_true", help="ask at 1,000 and 10,000 articles as well")
    parser.add_argument("--again", action="store_true", help="ask the ledger that is there")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / f"invented-{options.articles}.db"
    print(
        f"{platform.platform()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
    invented = Invented(options.statements)
    if not options.again:
        if path.exists():
            parser.error(f"{path} exists: remove it, or ask it with --again")
        fill(invented, path, options.articles, steps=options.steps)
    with Ledger.open(path) as ledger:
        print(
            "\nevery median is under 50 ms" if ask(ledger, invented) else "\nsome median is not under 50 ms"
        )


if __name__ == "__main__":
    main()
