"""Kills processes that write to a ledger, and looks for what was confirmed: `python -m benchmarks.crash --kills 50`.

A writer says on its standard output what `decide` or `store_source` has confirmed, line by line, and is killed with
SIGKILL at a random moment: everything it said has to be in the ledger, and the ledger has to be whole.  Then two
writers decide in one ledger at once for `--seconds`: both have to come to their end, and nothing may be lost.

A kill is not a power cut: what a disk does with a confirmed decision that it has not written is not tried here.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from benchmarks.invented import Invented
from onrecord.ledger import Filter, Ledger
from onrecord.model import Accept, Change, Coder, Correct, Reject, SetCode, Statement

ARTICLES = 20
"""How many the writers of decisions find in the ledger."""


def prepare(path: Path) -> None:
    """A new ledger with invented articles to decide about."""
    invented = Invented(statements=4)
    with Ledger.open(path, create=True) as ledger:
        run = ledger.start_run(model_hash="invented", options={}, at=datetime.now(UTC))
        for number in range(ARTICLES):
            reading = invented.reading(number)
            ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])


def decide(path: Path, seed: int, seconds: float) -> None:
    """Accept, reject, code, correct and undo for so long, and print the id of each decision once it is made."""
    chance, coder = random.Random(seed), Coder(name=f"writer {seed}")  # noqa: S311 - nothing secret
    with Ledger.open(path) as ledger:
        # Rejected ones too: after many writers no other may be left.
        statements = [each.statement for each in ledger.records(Filter(review="all"))]
        made, end = 0, time.monotonic() + seconds
        while time.monotonic() < end:
            if made and chance.random() < 0.2:
                decision, made = ledger.undo(coder, now=datetime.now(UTC)), made - 1
            else:
                one = chance.choice(statements)
                change = _change(chance, one)
                decision, made = ledger.decide(coder, one.id, change, now=datetime.now(UTC)), made + 1
            print(decision.id, flush=True)


def _change(chance: random.Random, statement: Statement) -> Change:
    return chance.choice(
        (
            Accept(),
            Reject(reason="no claim"),
            SetCode(concept="claim-01", stance="agree"),
            Correct(cue=() if chance.random() < 0.5 else statement.cue, kind="indirect"),
        )
    )


def store(path: Path, seed: int, seconds: float) -> None:
    """Store one article after the other for so long, and print the id of each once it is stored."""
    invented, end = Invented(statements=4, seed=1_000 + seed), time.monotonic() + seconds
    with Ledger.open(path) as ledger:
        run = ledger.start_run(model_hash="invented", options={}, at=datetime.now(UTC))
        for number in count():
            if time.monotonic() >= end:
                return
            reading = invented.reading(number)
            ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])
            print(reading.article.id, flush=True)


WRITERS: dict[str, Callable[[Path, int, float], None]] = {"decide": decide, "store": store}


def writer(kind: str, path: Path, seed: int, seconds: float) -> "subprocess.Popen[str]":
    """A process that writes; what it printed is what it was told is on disk."""
    command = [sys.executable, "-m", "benchmarks.crash", "--as", kind, "--ledger", str(path)]
    return subprocess.Popen(
        [*command, "--seed", str(seed), "--seconds", str(seconds)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1],
    )  # fmt: skip


def kill_one(kind: str, path: Path, seed: int) -> set[str]:
    """Start a writer, kill it some time after its first line; the ids that it confirmed."""
    process = writer(kind, path, seed, seconds=60)
    assert process.stdout is not None  # noqa: S101 - a pipe
    first = process.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, 0.5))  # noqa: S311 - nothing secret
    process.send_signal(signal.SIGKILL)
    rest, error = process.communicate()
    if not first or process.returncode != -signal.SIGKILL:
        raise SystemExit(f"the writer ended by itself: {error}")
    # The last line may be half written; the decision is confirmed by its end.
    return {line.strip() for line in [first, *rest.splitlines(keepends=True)] if line.endswith("\n")}


def two_at_once(path: Path, seconds: float) -> tuple[set[str], list[str]]:
    """Two that decide at once; what they confirmed, and what they complained of."""
    processes = [writer("decide", path, seed, seconds) for seed in (1, 2)]
    said = [process.communicate() for process in processes]
    return {line for out, _ in said for line in out.split()}, [error for _, error in said if error]


def lost(path: Path, confirmed: set[str]) -> set[str]:
    """What was confirmed and is not in the ledger."""
    with Ledger.open(path) as ledger:
        held = {each.decision.id for each in ledger.log()} | {each.id for each in ledger.articles()}
    return confirmed - held


def problems(path: Path, confirmed: set[str]) -> list[str]:
    """What is lost, and what `check` finds."""
    with Ledger.open(path) as ledger:
        found = [f"{each.code}: {each.detail}" for each in ledger.check()]
    return [*(f"lost: {each}" for each in sorted(lost(path, confirmed))), *found]


def kill_many(kind: str, path: Path, kills: int) -> bool:
    """Kill so many writers, one after the other, on one ledger; whether nothing is lost after any of them."""
    confirmed: set[str] = set()
    for seed in range(kills):
        confirmed |= kill_one(kind, path, seed)
        wrong = problems(path, confirmed)
        if wrong:
            print(f"{kind}, kill {seed + 1}: {wrong}")
            return False
    print(
        f"{kind}: {kills} writers killed, {len(confirmed):,} confirmed, none lost, the ledger whole each time"
    )
    return True


def main() -> int:
    """Kill, look, print; 1 where something was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--as", dest="kind", choices=WRITERS, help=argparse.SUPPRESS)
    parser.add_argument("--ledger", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.kind:
        WRITERS[options.kind](options.ledger, options.seed, options.seconds)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "debate.db"
        prepare(path)
        whole = [kill_many(kind, path, options.kills) for kind in WRITERS]
        confirmed, errors = two_at_once(path, options.seconds)
        wrong = [*errors, *problems(path, confirmed)]
    print(
        f"two at once for {options.seconds:.0f} s: {len(confirmed):,} confirmed, {wrong or 'none lost, no error'}"
    )
    return 0 if all(whole) and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
