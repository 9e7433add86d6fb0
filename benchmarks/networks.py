"""Holds the networks of a .dna file against those of DNA's own engine: `python -m benchmarks.networks`.

--shared names the folder that holds data/dna: sample.dna and reference_matrices.json, whose keys are
mode|aggregation|normalisation|duplicates.  Every entry of every matrix must be the same to 1e-6 under `--rules dna`,
and the figures for windows and kernels as DNA 3.1.2 gave them.  Exit status 1 at the first difference.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.analysis.networks import Settings, Table, network, series
from onrecord.reading.dna import read_dna
from onrecord.tabulating import from_dna

SHARED = Path(__file__).parent.parent.parent / "shared"
CLOSE = 1e-6

# Sums over all networks of a series, DNA 3.1.2 on sample.dna; agreement, duplicates included.
SERIES: tuple[tuple[str, dict[str, Any], int, float], ...] = (
    ("windows of 9 days, mode one", {"aggregation": "subtract", "size": 9}, 14, 390),
    ("windows of 9 days, mode two", {"mode": "two", "aggregation": "subtract", "size": 9}, 14, 98),
    ("uniform", {"aggregation": "subtract", "size": 8, "kernel": "uniform"}, 22, 817),
    ("epanechnikov", {"aggregation": "subtract", "size": 8, "kernel": "epanechnikov"}, 22, 689.53125),
    ("triangular", {"aggregation": "subtract", "size": 8, "kernel": "triangular"}, 22, 1625.09966),
    ("gaussian", {"aggregation": "subtract", "size": 8, "kernel": "gaussian"}, 22, 744.145477),
)


def settings(**named: Any) -> Settings:
    """The settings of every comparison, and those named."""
    usual = {"mode": "one", "rows": "organization", "columns": "concept", "qualifier": "agreement"}
    return Settings(**(usual | {"rules": "dna"} | named))


def matrices(table: Table, reference: dict[str, dict[str, Any]]) -> str | None:
    """The first difference from the reference, in words; None where there is none."""
    for key, expected in reference.items():
        mode, aggregation, normalisation, duplicates = key.split("|")
        found = network(
            table,
            settings(
                mode={"1": "one", "2": "two"}[mode],
                aggregation=aggregation,
                normalisation=normalisation,
                duplicates=duplicates,
            ),
        )
        names = [node.name for node in found.rows], [node.name for node in found.columns]
        if names != (expected["rows"], expected["cols"]):
            return f"{key}: other rows or columns"
        apart = float(np.abs(found.matrix - np.array(expected["matrix"])).max())
        if apart > CLOSE:
            return f"{key}: differs by {apart}"
        if found.statements != expected["n"]:
            return f"{key}: {found.statements} statements, not {expected['n']}"
        print(f"{key:<40} equal, {found.statements} statements")
    return None


def totals(table: Table) -> str | None:
    """The first series whose length or sum differs, in words; None where there is none."""
    for name, named, length, total in SERIES:
        found = [each.matrix.sum() for each in series(table, settings(**({"window": "days"} | named)))]
        if len(found) != length or abs(sum(found) - total) > 1e-5 * total:
            return f"{name}: {len(found)} networks, sum {sum(found)}, not {length}, {total}"
        print(f"{name:<40} equal, {length} networks, sum {total}")
    return None


def main() -> None:
    """Print each comparison; exit status 1 at the first that differs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.networks", description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    folder = parser.parse_args().shared / "data" / "dna"
    reference = json.loads((folder / "reference_matrices.json").read_text(encoding="utf-8"))
    table = from_dna(read_dna(folder / "sample.dna"), "DNA Statement").table
    if difference := matrices(table, reference) or totals(table):
        sys.exit(difference)


if __name__ == "__main__":
    main()
