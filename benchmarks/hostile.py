"""Articles that mean harm, read to the end: how long each takes, and what comes of it: `python -m benchmarks.hostile`.

What is too slow for the tests: whole articles at the cap, fifty thousand quotation marks through the network, a folder
with one bad file among a thousand.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from onrecord.pipeline import Batch, Outcome, Stages
from onrecord.reading import find

GOOD = '"We are going home," envoy Mara Lind told reporters on Monday.\n'


def html(body: str) -> str:
    """A page with that body."""
    return f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>"


CASES: dict[str, Callable[[], str]] = {
    "50,000.txt": lambda: "“a” 'b' " * 12_500,
    "50,000-opening.txt": lambda: "“" * 50_000,
    "one-line-1MB.txt": lambda: "the minister said it was so and " * 33_000,
    "at-the-cap.txt": lambda: (GOOD * 6_200)[:399_000],
    "nested.html": lambda: html("<div>" * 10_000 + GOOD + "</div>" * 10_000),
    "blockquotes.html": lambda: html(f"<blockquote><p>{GOOD}</p></blockquote>" * 3_000),
    "colons.txt": lambda: "He said:\n\nWe will go, the mayor says.\n\n" * 3_000,
    "one-letter-lines.txt": lambda: "a\n" * 100_000,
}


def timed(folder: Path, workers: int) -> tuple[float, list[Outcome]]:
    """The seconds that a folder takes, and what it gives."""
    begun = time.perf_counter()
    found = list(Batch(stages=Stages(), workers=workers).outcomes(find([str(folder)])))
    return time.perf_counter() - begun, found


def main() -> None:
    """Print a line a case."""
    for name, make in CASES.items():
        with tempfile.TemporaryDirectory() as temporary:
            (Path(temporary) / name).write_text(make(), encoding="utf-8")
            seconds, (outcome,) = timed(Path(temporary), 1)
            statements = sum(len(reading.statements) for reading in outcome.readings)
            codes = ", ".join(skipped.code for skipped in outcome.skipped) or f"{statements} statements"
            print(f"{name:<24} {seconds:6.1f} s   {codes}", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        for number in range(1000):
            (Path(temporary) / f"{number:04}.txt").write_text(GOOD * 3, encoding="utf-8")
        (Path(temporary) / "0500.txt").write_bytes(b"\0\1\2")
        seconds, found = timed(Path(temporary), 2)
        read = sum(len(outcome.readings) for outcome in found)
        print(
            f"one bad among 1,000      {seconds:6.1f} s   {read} read, {sum(len(o.skipped) for o in found)} refused"
        )


if __name__ == "__main__":
    main()
