"""Windows and kernels: networks in time."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from studies import quarrel

from onrecord.analysis.networks import Settings, Table, network, series
from onrecord.errors import UsageError
from onrecord.model.network import Network

FIRST = datetime(2024, 2, 1)


def week(folder: Path) -> Table:
    """One statement a day on one thing, for eight days: Ministry and Anglers in turn, all agreeing."""
    names = ("Ministry", "Anglers")
    rows = [(day, names[day % 2], "build", 1, 1, "calm") for day in range(1, 9)]
    return quarrel(folder, rows, dates={day: FIRST + timedelta(days=day - 1) for day in range(1, 9)})


def settings(**named: Any) -> Settings:
    usual = {"mode": "one", "rows": "organization", "columns": "concept", "qualifier": "agreement"}
    return Settings(**(usual | {"aggregation": "congruence"} | named))


def tie(found: Network) -> float:
    return float(found.matrix.sum() / 2)


def test_a_window_of_days_holds_the_same_number_on_both_sides(tmp_path: Path) -> None:
    found = list(series(week(tmp_path), settings(window="days", size=3)))
    periods = [each.period for each in found]
    assert periods[0] is not None
    assert periods[0].start == "2024-02-01T00:00:00"
    assert periods[0].middle == "2024-02-02T00:00:00"
    assert periods[0].stop == "2024-02-03T00:00:00"
    assert len(found) == 6
    # Three statements, two of one and one of the other.
    assert [(each.statements, tie(each)) for each in found] == [(3, 2)] * 6


def test_an_even_width_is_rounded_up_as_dna_does(tmp_path: Path) -> None:
    assert [each.statements for each in series(week(tmp_path), settings(window="days", size=4))] == [5] * 4


def test_weeks_months_and_years_are_those_of_the_calendar(tmp_path: Path) -> None:
    dates = {number: datetime(2024, 1, 31 if number == 1 else 1) for number in (1, 2)}
    dates = {1: datetime(2024, 1, 31), 2: datetime(2024, 4, 30), 3: datetime(2026, 1, 31)}
    rows = [(number, "Ministry", "build", 1, 1, "calm") for number in dates]
    table = quarrel(tmp_path, rows, dates=dates)
    middles = [
        each.period.middle[:10] for each in series(table, settings(window="months", size=1)) if each.period
    ]
    assert middles[:3] == ["2024-01-31", "2024-02-29", "2024-03-31"]
    assert len(middles) == 25
    assert len(list(series(table, settings(window="years", size=1)))) == 3
    assert len(list(series(table, settings(window="weeks", size=1)))) == 105


def test_a_window_of_events_holds_as_many_before_and_after(tmp_path: Path) -> None:
    found = list(series(week(tmp_path), settings(window="events", size=4)))
    assert [each.statements for each in found] == [5] * 4
    assert [tie(each) for each in found] == [6] * 4


def test_events_that_tie_at_the_rim_are_drawn_by_the_seed(tmp_path: Path) -> None:
    rows = [
        (1, name, "build", 1, 1, "calm") for name in ("Ministry", "Anglers", "Farmers", "Priests", "Smiths")
    ]
    rows += [(2, "Ministry", "build", 1, 1, "calm"), (3, "Anglers", "build", 1, 1, "calm")]
    dates = {day: FIRST + timedelta(days=day) for day in (1, 2, 3)}
    table = quarrel(tmp_path, rows, dates=dates)

    def who(seed: int) -> list[tuple[str, ...]]:
        found = series(table, settings(window="events", size=2, seed=seed))
        return [tuple(node.name for node in each.rows) for each in found]

    assert who(3) == who(3)
    assert len({tuple(who(seed)) for seed in range(12)}) > 1
    for seed in range(12):
        found = list(series(table, settings(window="events", size=2, seed=seed)))
        assert [each.statements for each in found] == [3] * 5
        # The last window is around the ministry's second statement: the anglers after it, one of the first five before.
        assert found[-1].period is not None
        assert found[-1].period.middle == (FIRST + timedelta(days=2)).isoformat()


@pytest.mark.parametrize("aggregation", ["ignore", "congruence", "conflict", "subtract"])
@pytest.mark.parametrize("normalisation", ["no", "average", "jaccard", "cosine"])
@pytest.mark.parametrize("qualifier", ["agreement", "strength", "tone"])
def test_each_window_is_the_network_of_that_time(
    tmp_path: Path, aggregation: str, normalisation: str, qualifier: str
) -> None:
    random = np.random.default_rng(5)
    rows = [
        (
            int(day),
            f"O{random.integers(6)}",
            f"c{random.integers(4)}",
            *map(int, random.integers(0, 2, 2)),
            "ab"[day % 2],
        )
        for day in np.repeat(np.arange(1, 15), 3)
    ]
    table = quarrel(tmp_path, rows, dates={day: FIRST + timedelta(days=day) for day in range(1, 15)})
    named = {"aggregation": aggregation, "normalisation": normalisation, "qualifier": qualifier}
    for found in series(table, settings(window="days", size=5, **named)):
        assert found.period is not None
        start, stop = map(datetime.fromisoformat, (found.period.start, found.period.stop))
        alone = network(table, settings(start=start, stop=stop, **named))
        assert [node.name for node in found.rows] == [node.name for node in alone.rows]
        assert found.matrix == pytest.approx(alone.matrix)
        assert found.frequencies[0].tolist() == alone.frequencies[0].tolist()


@pytest.mark.parametrize(
    ("kernel", "rules", "expected"),
    [
        # Width 4, the moment is the third day; days 1, 3, 5 are the anglers', d = 1, 0, -1; 2 and 4 have 1/2, -1/2.
        ("uniform", "onrecord", 6 * 0.5),
        ("epanechnikov", "onrecord", 2 * np.sqrt(0.75 * 0.75 * 0.75)),
        ("triangular", "onrecord", 2 * np.sqrt(1 * 0.5)),
        # dna: |1 - d| is 0, 1, 2 and 1/2, 3/2
        ("triangular", "dna", (1 + np.sqrt(2)) * (np.sqrt(0.5) + np.sqrt(1.5))),
    ],
)
def test_kernels_reckoned_by_hand(tmp_path: Path, kernel: str, rules: str, expected: float) -> None:
    found = list(series(week(tmp_path), settings(window="days", size=4, kernel=kernel, rules=rules)))
    assert len(found) == 8
    names = [node.name for node in found[2].rows]
    assert found[2].matrix[names.index("Anglers"), names.index("Ministry")] == pytest.approx(expected)


def test_a_gaussian_kernel_reaches_all_statements(tmp_path: Path) -> None:
    found = next(series(week(tmp_path), settings(window="days", size=4, kernel="gaussian")))
    root = np.sqrt(np.exp(-((np.arange(8) / 2) ** 2) / 2) / np.sqrt(2 * np.pi))
    assert found.statements == 8
    assert tie(found) == pytest.approx(root[::2].sum() * root[1::2].sum())


def test_a_kernel_between_rows_and_columns_and_its_average(tmp_path: Path) -> None:
    table = week(tmp_path)
    two = list(
        series(table, settings(mode="two", aggregation="subtract", window="days", size=4, kernel="uniform"))
    )
    assert two[2].matrix.tolist() == [[1.5], [1.0]]
    one = list(series(table, settings(window="days", size=4, kernel="uniform", normalisation="average")))
    assert tie(one[2]) == pytest.approx(6 * 0.5 * 2 / (2 + 3))


def test_dna_counts_the_place_of_a_number_and_leaves_the_diagonal(tmp_path: Path) -> None:
    rows = [(1, "Ministry", "build", 1, -5, "calm"), (1, "Anglers", "build", 1, 7, "calm")]
    table = quarrel(tmp_path, rows, dates={1: FIRST})
    usual = {
        "window": "days",
        "size": 2,
        "kernel": "uniform",
        "qualifier": "strength",
        "aggregation": "subtract",
    }
    (ours,) = series(table, settings(mode="two", **usual))
    assert ours.matrix.tolist() == [[3.5], [-2.5]]
    (dna,) = series(table, settings(mode="two", rules="dna", **usual))
    assert dna.matrix.tolist() == [[0.5], [0]]
    (one,) = series(table, settings(rules="dna", **usual))
    assert one.matrix.diagonal() == pytest.approx([0.5, 0.5])


def test_too_many_windows_are_refused(tmp_path: Path) -> None:
    rows = [(day, "Ministry", "build", 1, 1, "calm") for day in (1, 2)]
    table = quarrel(tmp_path, rows, dates={1: datetime(1900, 1, 1), 2: datetime(2024, 1, 1)})
    with pytest.raises(UsageError, match="more windows"):
        list(series(table, settings(window="days", size=3)))


def test_without_statements_there_is_no_window(tmp_path: Path) -> None:
    nobody = settings(window="days", size=3, exclude=(("concept", "build"),))
    assert list(series(week(tmp_path), nobody)) == []


@pytest.mark.parametrize("mode", ["one", "two"])
@pytest.mark.parametrize("kernel", ["uniform", "gaussian"])
def test_ties_that_cancel_leave_nothing_and_a_network_is_symmetric(
    tmp_path: Path, mode: str, kernel: str
) -> None:
    """√½ √½ is not ½ in a computer: such a rest must not look like a tie."""
    names = ("Ministry", "Anglers", "Farmers")
    rows = [
        (day, name, concept, (day + at) % 2, 1, "calm")
        for day in range(1, 5)
        for at, name in enumerate(names)
        for concept in ("build", "pay", "salmon")
    ]
    rows += [(day, name, concept, 1 - yes, 1, "calm") for day, name, concept, yes, _, _ in rows]
    table = quarrel(tmp_path, rows, dates=dict.fromkeys(range(1, 5), FIRST))
    asked = settings(mode=mode, aggregation="subtract", window="days", size=3, kernel=kernel)
    for each in series(table, asked):
        assert not each.matrix.any()
    lopsided = quarrel(tmp_path, rows[:-5], dates=dict.fromkeys(range(1, 5), FIRST))
    for each in series(lopsided, asked):
        assert each.matrix.any()
        if mode == "one":
            assert np.array_equal(each.matrix, each.matrix.T)


def test_thirds_that_cancel_leave_nothing(tmp_path: Path) -> None:
    """From 0 to 1 is a third of the way to 3, to 2 two thirds: what unites is as much as what sets apart."""
    said = (
        ("Ministry", "build", 0),
        ("Anglers", "build", 1),
        ("Anglers", "build", 2),
        ("Farmers", "salmon", 3),
    )
    rows = [(1, name, concept, 1, strength, "calm") for name, concept, strength in said]
    found = network(quarrel(tmp_path, rows), settings(qualifier="strength", aggregation="subtract"))
    assert len(found.rows) == 3
    assert not found.matrix.any()
