"""How fast networks are made, on an invented table: `nice -n 19 python -m benchmarks.networks_speed`.

A million statements of 5,000 actors on 200 concepts in 600 days: the one-mode congruence network, and 500 windows of 30
days or more.  Prints seconds and the most memory that the process had; exit status 1 where a limit is passed.
"""

import argparse
import resource
import sys
from time import perf_counter

import numpy as np

from onrecord.analysis.networks import Numbers, Settings, Table, Texts, network, series

ONE_SECONDS, SERIES_SECONDS, MEMORY = 5.0, 60.0, 2_000_000_000
"""What the one network, the 500 windows and the whole process may take."""

WINDOWS = 500


def invented(statements: int, actors: int, concepts: int, days: int) -> Table:
    """A table in which a few actors and concepts have most of the statements, as in a debate."""
    random = np.random.default_rng(7)
    first = np.datetime64("2031-01-01", "s")
    return Table(
        ids=np.arange(statements, dtype=np.int64),
        documents=random.integers(0, max(1, statements // 5), statements),
        times=first + np.sort(random.integers(0, days, statements)) * np.timedelta64(86_400, "s"),
        starts=np.zeros(statements, dtype=np.int64),
        stops=np.ones(statements, dtype=np.int64),
        variables={
            "actor": _names("Actor", actors, random, statements),
            "concept": _names("Concept", concepts, random, statements),
            "stance": Numbers(
                values=random.integers(0, 2, statements), known=np.ones(statements, np.bool_), boolean=True
            ),
        },
    )


def _names(name: str, count: int, random: np.random.Generator, statements: int) -> Texts:
    codes = np.minimum(count - 1, (count * random.random(statements) ** 1.5).astype(np.int64))
    return Texts(labels=tuple(f"{name} {number:05}" for number in range(count)), codes=codes)


def main() -> None:
    """Measure and print; exit status 1 where a limit is passed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.networks_speed", description=__doc__)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--days", type=int, default=WINDOWS + 30)
    options = parser.parse_args()
    table = invented(options.statements, 5000, 200, options.days)
    usual = {"mode": "one", "rows": "actor", "columns": "concept", "qualifier": "stance"}
    settings = Settings(**usual, aggregation="congruence")  # type: ignore[arg-type]
    start = perf_counter()
    found = network(table, settings)
    one = perf_counter() - start
    print(f"one network: {one:.2f} s, {len(found.rows):,} rows, {found.statements:,} statements")
    windows = Settings(**usual, aggregation="congruence", window="days", size=options.days - WINDOWS)  # type: ignore[arg-type]
    start = perf_counter()
    made = sum(1 for _ in series(table, windows))
    several = perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(f"{made} windows: {several:.1f} s; at most {memory / 1e6:,.0f} MB")
    sys.exit(int(one > ONE_SECONDS or several > SERIES_SECONDS or memory > MEMORY))


if __name__ == "__main__":
    main()
