"""A study of DNA into a ledger and out again: what is equal, table by table, and whether its networks are the same.

    python -m benchmarks.dna_round_trip --shared ../shared

ENTITIES are compared without the empty one of a variable, which DNA's window needs and its own sample file lacks for
some; nothing else may differ, and the exit status is 1 where it does.
"""

import argparse
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.analysis.networks import Settings, network
from onrecord.ledger import Filter, Ledger
from onrecord.ledger.taking import Refused
from onrecord.model import Coder
from onrecord.publishing.dna.file import write_dna
from onrecord.publishing.dna.study import study
from onrecord.reading.dna import read_dna
from onrecord.tabulating import Tabulated, from_dna, from_ledger

TABLES = (
    "SETTINGS", "CODERS", "CODERRELATIONS", "DOCUMENTS", "STATEMENTTYPES", "VARIABLES", "VARIABLELINKS", "REGEXES",
    "ENTITIES", "ATTRIBUTEVARIABLES", "ATTRIBUTEVALUES", "STATEMENTS", "DATABOOLEAN", "DATAINTEGER", "DATASHORTTEXT",
    "DATALONGTEXT",
)  # fmt: skip
AGGREGATIONS = {
    "one": ("ignore", "congruence", "conflict", "subtract"),
    "two": ("ignore", "subtract", "combine"),
}
DUPLICATES = ("include", "document", "week", "month", "year", "acrossrange")
ROWS = ("person", "organization")


def main() -> int:
    """Measure and print; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--shared", type=Path, required=True)
    path = parser.parse_args().shared / "data" / "dna" / "sample.dna"
    with tempfile.TemporaryDirectory() as folder:
        ledger, out = Path(folder) / "study.db", Path(folder) / "out.dna"
        seconds = _there_and_back(path, ledger, out)
        print(f"in and out: {seconds:.2f} s")
        wrong = 0
        for table in TABLES:
            before, after = _rows(path, table), _rows(out, table)
            equal = before == after
            wrong += not equal
            print(f"{table:20} {len(before):4} rows  {'equal' if equal else f'NOT EQUAL, {len(after)} rows'}")
        wrong += _networks(path, ledger, out)
    return 1 if wrong else 0


def _there_and_back(path: Path, ledger: Path, out: Path) -> float:
    def refuse(refused: Refused) -> None:
        print(f"{refused.place}: {refused.reason}", file=sys.stderr)

    began = time.perf_counter()
    with Ledger.open(ledger, create=True) as opened:
        taken = opened.take_dna(read_dna(path), path.name, Coder(name="x"), refuse, now=datetime.now(UTC))
        again = opened.take_dna(read_dna(path), path.name, Coder(name="x"), refuse, now=datetime.now(UTC))
        print(f"taken in: {taken}")
        print(f"again:    {again}")
        made = study(opened, opened.records(Filter()), everything=True, made_on="2000-01-01")
        write_dna(made.file, out, password="x")  # noqa: S106 - of a file that is thrown away
        problems = opened.check()
    print(f"problems of the ledger: {problems}")
    return time.perf_counter() - began


def _rows(path: Path, table: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our names
        if table == "ENTITIES":
            empty = {row[0] for row in rows if row[2] == ""}
            rows = [row for row in rows if row[0] not in empty]
        return sorted(rows, key=repr)


def _networks(path: Path, ledger: Path, out: Path) -> int:
    """How many networks of the three are not the same."""
    with Ledger.open(ledger) as opened:
        sources: list[tuple[str, Tabulated]] = [
            ("file", from_dna(read_dna(path))),
            ("file written", from_dna(read_dna(out))),
            ("ledger", from_ledger(opened)),
        ]
        counted = wrong = 0
        for mode, rows, aggregation, duplicates, rules in _settings():
            counted += 1
            made = []
            for name, source in sources:
                qualifier = "stance" if name == "ledger" else "agreement"
                settings = Settings(
                    mode=mode, rows=rows, columns="concept", qualifier=qualifier, aggregation=aggregation,
                    duplicates=duplicates, rules=rules,
                )  # fmt: skip
                made.append(network(source.table, settings, source.known))
            first = made[0]
            for (name, _), other in zip(sources[1:], made[1:], strict=True):
                same = [one.name for one in first.rows] == [one.name for one in other.rows]
                if not same or not np.array_equal(first.matrix, other.matrix):
                    wrong += 1
                    print(f"NOT EQUAL: {name}, {mode} {rows} {aggregation} {duplicates} {rules}")
    print(f"networks: {counted} settings, each of the file, the file written and the ledger; {wrong} differ")
    return wrong


def _settings() -> Iterator[tuple[Any, str, Any, Any, Any]]:
    for mode, aggregations in AGGREGATIONS.items():
        for rows, aggregation, duplicates, rules in product(
            ROWS, aggregations, DUPLICATES, ("onrecord", "dna")
        ):
            yield mode, rows, aggregation, duplicates, rules


if __name__ == "__main__":
    sys.exit(main())
