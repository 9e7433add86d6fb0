"""Every setting of a network against the same formulas said again with plain loops (`slow_networks`)."""

import random
from datetime import datetime, timedelta
from itertools import product
from typing import Any

import numpy as np
import pytest
from slow_networks import Said, Slow

from onrecord.analysis.networks import DUPLICATES, KERNELS, Numbers, Settings, Table, Texts, network, series

ONE = list(product(("ignore", "congruence", "conflict", "subtract"), ("no", "average", "jaccard", "cosine")))
TWO = [(each, norm) for each in ("ignore", "subtract") for norm in ("no", "activity", "prominence")]
WEIGHTS = [("one", *pair) for pair in ONE] + [("two", *pair) for pair in (*TWO, ("combine", "no"))]
SOME = 5  # of the moments of a kernel every fifth is enough: loops over pairs take their time
LEVELS: dict[str, tuple[Any, ...]] = {
    "yes and no": (0, 1),
    "numbers": (-2, 0, 3, 200, None),  # DNA never takes two 200s for the same
    "texts": ("calm", "angry", "", "wry"),
    "one number": (5,),
}


def invented(kind: str, seed: int = 3, count: int = 60) -> list[Said]:
    """Statements in 24 documents over fourteen months, many of them said again; some without a row or a level."""
    chance = random.Random(f"{kind}{seed}")  # noqa: S311 - no secret
    first = datetime(2023, 11, 28, 9, 30)
    days = sorted(chance.randrange(420) for _ in range(24))
    times = [first + timedelta(days=day, hours=chance.randrange(12)) for day in days]
    names, things = ["Äther", "Bakers", "b", "🌊 Anglers", "Z" * 300, ""], ["build", "pay", "salmon", "tax"]
    return [
        Said(
            number=number,
            document=document,
            time=times[document],
            row=chance.choice(names),
            column=chance.choice(things[:2] if chance.random() < 0.6 else things),
            level=chance.choice(LEVELS[kind]),
        )
        for number in range(count)
        for document in (chance.randrange(24),)
    ]


def table_of(said: list[Said], kind: str) -> Table:
    levels = [each.level for each in said]
    column: Texts | Numbers = (
        Texts.of(str(level) for level in levels)
        if kind == "texts"
        else Numbers.of(levels, boolean=kind == "yes and no")  # type: ignore[arg-type]
    )
    return Table(
        ids=np.array([each.number for each in said]),
        documents=np.array([each.document for each in said]),
        times=np.array([each.time for each in said], dtype="datetime64[s]"),
        starts=np.array([each.number for each in said]),
        stops=np.array([each.number + 1 for each in said]),
        variables={
            "who": Texts.of(each.row for each in said),
            "what": Texts.of(each.column for each in said),
            "how": column,
        },
    )


def settings(mode: str, aggregation: str, normalisation: str, **named: Any) -> Settings:
    usual: dict[str, Any] = {"rows": "who", "columns": "what", "qualifier": "how"}
    return Settings(
        **usual | {"mode": mode, "aggregation": aggregation, "normalisation": normalisation} | named
    )


def in_java_order(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: name.encode("utf-16-be"))


def hold_against(found: Any, expected: tuple[list[str], list[str], list[list[float]]], what: str) -> None:
    rows, columns, matrix = expected
    assert [node.name for node in found.rows] == in_java_order(rows), what
    assert [node.name for node in found.columns] == in_java_order(columns), what
    down, across = (
        [rows.index(node.name) for node in found.rows],
        [columns.index(node.name) for node in found.columns],
    )
    wanted = np.array(matrix).reshape(len(rows), len(columns))[np.ix_(down, across)]
    assert np.isfinite(found.matrix).all(), what
    assert found.matrix == pytest.approx(wanted, abs=1e-9), what


@pytest.mark.parametrize("rules", ["onrecord", "dna"])
@pytest.mark.parametrize("kind", LEVELS)
def test_a_network_by_every_setting(kind: str, rules: str) -> None:
    said = invented(kind)
    table = table_of(said, kind)
    for (mode, aggregation, normalisation), duplicates in product(WEIGHTS, DUPLICATES):
        slow = Slow(
            said=said,
            boolean=kind == "yes and no",
            mode=mode,
            aggregation=aggregation,
            normalisation=normalisation,
            duplicates=duplicates,
            rules=rules,
        )
        found = network(table, settings(mode, aggregation, normalisation, duplicates=duplicates, rules=rules))
        kept = slow.filtered()
        assert found.statements == len(kept)
        hold_against(found, slow.network(kept), f"{slow.mode} {aggregation} {normalisation} {duplicates}")


@pytest.mark.parametrize(("unit", "size"), [("days", 61), ("weeks", 8), ("months", 3), ("years", 1)])
@pytest.mark.parametrize("kind", ["yes and no", "numbers", "texts"])
def test_windows_in_time_by_every_weight(kind: str, unit: str, size: int) -> None:
    said = [each for each in invented(kind) if unit != "days" or each.document < 12]
    table = table_of(said, kind)
    for mode, aggregation, normalisation in WEIGHTS:
        slow = Slow(
            said=said,
            boolean=kind == "yes and no",
            mode=mode,
            aggregation=aggregation,
            normalisation=normalisation,
            duplicates="document",
        )
        made = settings(mode, aggregation, normalisation, duplicates="document", window=unit, size=size)
        found, expected = list(series(table, made)), list(slow.windows(unit, size))
        assert len(found) == len(expected) > 0
        for one, (middle, wanted) in zip(found, expected, strict=True):
            assert one.period is not None
            assert one.period.middle == middle.isoformat()
            hold_against(one, wanted, f"{middle} {mode} {aggregation} {normalisation}")


@pytest.mark.parametrize("rules", ["onrecord", "dna"])
@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize("kind", ["yes and no", "numbers", "texts"])
def test_kernels_by_every_weight(kind: str, kernel: str, rules: str) -> None:
    said = invented(kind, count=40)
    table = table_of(said, kind)
    weights = [each for each in WEIGHTS if each[2] in ("no", "average") and each[1] != "combine"]
    for (mode, aggregation, normalisation), (unit, size) in product(weights, (("months", 5), ("weeks", 31))):
        slow = Slow(
            said=said,
            boolean=kind == "yes and no",
            mode=mode,
            aggregation=aggregation,
            normalisation=normalisation,
            rules=rules,
        )
        made = settings(mode, aggregation, normalisation, rules=rules, window=unit, size=size, kernel=kernel)
        found = list(series(table, made))
        expected = list(slow.kernels(kernel, unit, size, SOME))
        assert len(found) > len(expected) > 0
        for one, (middle, wanted) in zip(found[::SOME], expected, strict=True):
            hold_against(one, wanted, f"{middle} {mode} {aggregation} {normalisation} {unit}")
