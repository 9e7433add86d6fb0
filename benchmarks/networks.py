"""Holds the networks of a .dna file against those of DNA's own engine: `python -m benchmarks.networks`.

--shared names the folder that holds data/dna: sample.dna and reference_matrices.json, whose keys are
mode|aggregation|normalisation|duplicates.  Every entry of every matrix must be the same to 1e-6 under `--rules dna`,
and the figures for windows and kernels as DNA 3.1.2 gave them.  Exit status 1 at the first difference.
"""

import argparse
import json
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.analysis.networks import Settings, Table, network, series
from onrecord.analysis.networks.measures import annealed_backbone, backbone, bars, camps, loss_of
from onrecord.analysis.networks.measures.camp_search import score
from onrecord.analysis.networks.measures.camps import congruence_and_conflict
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


# The nested backbone of the same file, step by step, with DNA's own settings: loss of the backbone, of what went,
# statements left; then loss and redundant loss of two concepts together; polarization of a grouping and its share.
BACKBONE = (
    (0.027258206, 1.0, 22),
    (0.017394918, 0.904942966, 19),
    (0.030613957, 0.904942966, 17),
    (0.144695609, 0.403236814, 12),
    (0.322650733, 0.430361205, 6),
    (1.0, 0.0, 0),
)
TWO_KEPT = (0.454518865, 0.180093692)
GROUPING, POLARIZATION = (0, 1, 1, 0, 0, 1, 0), 0.53424927084197


# Statements by concept, in their order: disagree, agree; duplicates = document.
BARS = ((4, 2), (0, 1), (0, 3), (0, 2), (2, 4), (1, 4))


def measures(table: Table) -> str | None:
    """The first measure that differs, in words; None where there is none."""
    usual = settings(aggregation="subtract", normalisation="average", duplicates="document")
    steps = backbone(table, usual)
    found = [(each.loss.backbone, each.loss.redundant, each.loss.statements) for each in steps]
    if len(found) != len(BACKBONE) or np.abs(np.array(found) - np.array(BACKBONE)).max() > CLOSE:
        return f"backbone: {found}"
    # Those that the nested backbone let go fourth and fifth.
    two = loss_of(table, usual, [steps[3].removed, steps[4].removed])
    if np.abs(np.array([two.backbone, two.redundant]) - np.array(TWO_KEPT)).max() > CLOSE:
        return f"backbone of two: {two}"
    if (wrong := _annealed(table, usual, [each.removed for each in steps])) is not None:
        return wrong
    _, congruence, conflict = congruence_and_conflict(table, settings())
    apart = score(congruence, conflict, np.array(GROUPING), "dna")
    if abs(apart - POLARIZATION) > CLOSE:
        return f"polarization: {apart}, not {POLARIZATION}"
    found_camps = camps(table, settings(), draws=0)
    if found_camps.camps != GROUPING or abs(found_camps.score - POLARIZATION) > CLOSE:
        return f"camps: {found_camps.camps} with {found_camps.score}, not {GROUPING} with {POLARIZATION}"
    counted = bars(table, settings(rows="concept", columns="organization", duplicates="document"))
    if [tuple(each.counts.values()) for each in counted] != list(BARS):
        return f"bars: {counted}"
    print("backbone, polarization, camps and bars   equal")
    return None


def _annealed(table: Table, usual: Settings, concepts: list[str]) -> str | None:
    """Annealing against every set of its size; of each size the nested backbone can only lose as much or more."""
    for size in range(1, len(concepts)):
        found = annealed_backbone(table, usual, size=size).loss.backbone
        best = min(loss_of(table, usual, some).backbone for some in combinations(concepts, size))
        nested = BACKBONE[len(concepts) - size - 1][0]
        if abs(found - best) > CLOSE or found > nested + CLOSE:
            return f"annealed backbone of {size}: {found}, the best of all is {best}, the nested one {nested}"
    return None


def main() -> None:
    """Print each comparison; exit status 1 at the first that differs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.networks", description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    folder = parser.parse_args().shared / "data" / "dna"
    reference = json.loads((folder / "reference_matrices.json").read_text(encoding="utf-8"))
    table = from_dna(read_dna(folder / "sample.dna"), "DNA Statement").table
    if difference := matrices(table, reference) or totals(table) or measures(table):
        sys.exit(difference)


if __name__ == "__main__":
    main()
