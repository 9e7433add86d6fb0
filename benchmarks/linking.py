"""Scores what one more article costs to link: `python -m benchmarks.linking`, in one ledger that grows.

At 1,000, 10,000 and 100,000 actors it links articles of six speakers, five by whole names and one by a surname alone,
of two sorts: `few` have surnames as a population has them (Zipf's law as Mandelbrot has it, the commonest borne by 8 in
1,000), `many` have the commonest surname of all.  Counted are

- `rows`: rows that SQLite gave, and `steps`: hundreds of steps of its virtual machine, of which rows that it looks at
  and does not give cost some too,
- `names`: pairs of names and of people who were held against each other,
- `ms`: milliseconds of one core, which depend on the machine.

`--namesakes` fills the ledger with the bearers of the commonest surname alone, 8 in 1,000 of its size: others are in
other blocks, and the `many` cost the same without them, in a hundredth of the time.

Each is the mean over the articles, and beside it stands how many times that of the smallest ledger it is.
"""

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from benchmarks.identity import batched_names, store, surname
from onrecord.ledger import Ledger, RunId
from onrecord.ledger.database import Database
from onrecord.resolution.actors import people
from onrecord.resolution.speakers.lexicon.given import given_names

SIZES = (1_000, 10_000, 100_000)
ARTICLES = 30
_OF_COMMONEST = 8  # of 1,000
_SPEAKERS = 200  # of one article while the ledger is filled
_PARTS = ("rows", "steps", "names", "ms")
COMMONEST = "Barbarbarbar"


def measured(
    ledger: Ledger, run: RunId, chosen: Random, sort: str, first: int, articles: int
) -> dict[str, float]:
    """The means of what so many articles cost, each linked by itself."""
    given, spent = sorted(given_names()), Counter[str]()
    for at in range(articles):
        if sort == "few":
            names = [*next(batched_names(chosen, 5, 5)), surname(chosen)]
        else:
            names = [*(f"{chosen.choice(given).title()} {COMMONEST}" for _ in range(5)), COMMONEST]
        store(ledger, run, first + at, names)
        with counted(ledger, spent):
            begun = time.process_time()
            ledger.link()
            spent["ms"] += int((time.process_time() - begun) * 1_000_000)
    spent["ms"] //= 1_000
    return {part: round(spent[part] / articles, 1) for part in _PARTS}


@contextmanager
def counted(ledger: Ledger, spent: Counter[str]) -> Iterator[None]:
    """While it lasts, counts the rows that the ledger asks for and the names and people held against each other."""
    rows, value = Database.rows, Database.value

    def every_row(self: Database, *given: Any) -> Iterator[Any]:
        for row in rows(self, *given):
            spent["rows"] += 1
            yield row

    def one_value(self: Database, *given: Any) -> Any:
        spent["rows"] += 1
        return value(self, *given)

    def held(known: Callable[..., Any]) -> Callable[..., Any]:
        def comparing(*given: Any, **named: Any) -> Any:
            spent["names"] += 1
            return known(*given, **named)

        return comparing

    with (
        patch.object(Database, "rows", every_row),
        patch.object(Database, "value", one_value),
        patch.object(people, "likeness", held(people.likeness)),
        patch.object(people, "weight_of", held(people.weight_of)),
        patch.object(people, "signs", held(people.signs)),
    ):
        connection = ledger._database._connection

        def step() -> None:
            spent["steps"] += 1

        connection.set_progress_handler(step, 100)
        yield
        connection.set_progress_handler(None, 0)


def main() -> None:
    """Print the figures, a line for each size and sort of article."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linking", description=__doc__)
    parser.add_argument("--size", type=int, action="append", help="actors in the ledger (thrice by default)")
    parser.add_argument("--articles", type=int, default=ARTICLES, help="linked at each size")
    parser.add_argument("--namesakes", action="store_true", help="fill it with one surname's bearers alone")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    options = parser.parse_args()
    chosen, found = Random(7), dict[str, dict[str, float]]()  # noqa: S311 - not for secrets
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "all.db", create=True) as ledger,
    ):
        run = ledger.start_run(model_hash="-", options={}, at=datetime.now(UTC))
        filled = 0
        first: dict[str, dict[str, float]] = {}
        for size in sorted(options.size or SIZES):
            wanted = size * _OF_COMMONEST // 1_000 if options.namesakes else size
            for some in batched_names(chosen, wanted - filled, _SPEAKERS):
                names = [f"{name.rpartition(' ')[0]} {COMMONEST}" for name in some]
                store(ledger, run, filled, names if options.namesakes else some)
                filled += len(some)
            ledger.link()
            for at, sort in enumerate(("many",) if options.namesakes else ("few", "many")):
                start = 1_000_000 + 10 * size + at * options.articles
                cost = measured(ledger, run, chosen, sort, start, options.articles)
                smallest = first.setdefault(sort, cost)
                ratios = {f"{part}_times": round(cost[part] / max(smallest[part], 0.1), 2) for part in _PARTS}
                found[f"{size} {sort}"] = cost | ratios
                shown = ", ".join(f"{cost[one]:g} {one} ({ratios[f'{one}_times']:g}x)" for one in _PARTS)
                print(f"{size:>7} actors, {sort} namesakes: {shown}", flush=True)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
