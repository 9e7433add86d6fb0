"""How soon the command answers, and how much memory it takes: `python -m benchmarks.start`.

Whole processes, timed from outside; medians of several runs after one that warms the disk's cache.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
COMMAND = [sys.executable, "-m", "onrecord"]


def seconds(arguments: list[str], runs: int) -> float:
    """The median of a command's wall time, each run in an empty folder."""
    taken = []
    for _ in range(runs + 1):
        with tempfile.TemporaryDirectory() as cwd:
            begun = time.perf_counter()
            subprocess.run([*COMMAND, *arguments], check=False, capture_output=True, cwd=cwd)
            taken.append(time.perf_counter() - begun)
    return statistics.median(taken[1:])


def main() -> None:
    """Print start-up times, the time of one article from cold, and the memory of a batch."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.start", description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    examples = (HERE.parent / "examples").resolve()
    article = next(examples.rglob("*.txt"))
    page = next(examples.rglob("*.html"))
    print(f"onrecord --help          {seconds(['--help'], options.runs) * 1000:.0f} ms")
    print(f"one text from cold       {seconds(['read', str(article)], options.runs):.2f} s")
    print(f"one HTML page from cold  {seconds(['read', str(page)], options.runs):.2f} s")
    print(f"report of the examples   {seconds(['report', str(examples)], 3):.2f} s")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of the largest of these: {peak:.0f} MB")


if __name__ == "__main__":
    main()
