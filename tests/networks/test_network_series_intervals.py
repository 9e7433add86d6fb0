"""How sure the ties of a series are: each window's articles and codes are drawn for themselves."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from studies import Row, dna_file, quarrel

import onrecord
from onrecord.analysis.networks import Settings, Table
from onrecord.analysis.networks.measures import sure_series, sureness
from onrecord.analysis.networks.measures.sampling import LEAST_ARTICLES, Draw, Sample
from onrecord.cli.network import network

FIRST = datetime(2024, 3, 1)
NAMES = ("Ministry", "Anglers", "Farmers")
ROWS: tuple[Row, ...] = tuple(
    (day, NAMES[(day + turn) % 3], ("build", "pay")[day % 2], (day + turn) % 2, 1, "calm")
    for day in range(1, 14)
    for turn in range(2)
)
DATES = {day: FIRST + timedelta(days=day) for day in range(1, 14)}
USUAL: dict[str, Any] = {
    "mode": "one",
    "rows": "organization",
    "columns": "concept",
    "qualifier": "agreement",
    "aggregation": "subtract",
}


def debate(folder: Path) -> Table:
    return quarrel(folder, ROWS, dates=DATES)


def test_a_window_of_everything_is_as_sure_as_the_network(tmp_path: Path) -> None:
    table = debate(tmp_path)
    (one,) = sure_series(table, Settings(**USUAL, window="days", size=12), seed=3, draws=50)
    whole = sureness(table, Settings(**USUAL), seed=[3, 0], draws=50)  # type: ignore[arg-type]
    assert one.sureness is not None
    for name, matrix in one.sureness.matrices().items():
        assert np.array_equal(matrix, whole.matrices()[name]), name


@pytest.mark.parametrize("mode", ["one", "two"])
def test_a_kernel_that_weighs_all_alike_halves_ties_and_intervals(tmp_path: Path, mode: str) -> None:
    table = debate(tmp_path)
    plain = {**USUAL, "mode": mode}
    first = next(
        sure_series(table, Settings(**plain, window="days", size=90, kernel="uniform"), seed=3, draws=40)
    )
    whole = sureness(table, Settings(**plain), seed=[3, 0], draws=40)  # type: ignore[arg-type]
    assert first.sureness is not None
    assert np.allclose(first.sureness.low, whole.low / 2)
    assert np.allclose(first.sureness.code_high, whole.code_high / 2)
    assert np.array_equal(first.sureness.survival, whole.survival)


def test_a_tie_lies_in_its_interval_and_survives_where_no_code_is_wrong(tmp_path: Path) -> None:
    found = list(sure_series(debate(tmp_path), Settings(**USUAL, window="days", size=7), wrong=0.0, draws=80))
    assert len(found) > 3
    wide = 0.0
    for each in found:
        sure = each.sureness
        assert sure is not None
        assert sure.low.shape == each.matrix.shape
        assert np.all((sure.low <= each.matrix) & (each.matrix <= sure.high))
        assert np.array_equal(sure.code_low, each.matrix)
        assert np.array_equal(sure.survival, (each.matrix != 0).astype(float))
        wide = max(wide, float((sure.high - sure.low).max()))
    assert wide > 0


def test_a_window_has_the_rows_that_it_has_without_intervals(tmp_path: Path) -> None:
    rows = [*ROWS, (1, "Lock-keeper", "pay", 1, 1, "calm"), (2, "Ministry", "salmon", 1, 1, "calm")]
    path = dna_file(tmp_path, rows, dates=DATES)
    for isolates in (False, True):
        asked = {"aggregation": "subtract", "window": "days", "size": 5, "isolates": isolates}
        sure = list(onrecord.network_series(path, intervals=True, **asked))
        plain = list(onrecord.network_series(path, **asked))
        assert len({len(each.rows) for each in sure}) == (1 if isolates else 2)
        for one, other in zip(sure, plain, strict=True):
            assert one.rows == other.rows
            assert np.array_equal(one.matrix, other.matrix)
            assert one.sureness is not None
            assert one.sureness.high.shape == one.matrix.shape


def test_few_articles_have_no_interval_over_articles(tmp_path: Path) -> None:
    path = dna_file(tmp_path, ROWS, dates=DATES)
    asked = [str(path), "--aggregation", "subtract", "--window", "days", "--size", "3", "--intervals"]
    found = CliRunner().invoke(network, asked)
    assert found.exit_code == 0, found.output
    made = json.loads(found.stdout)
    assert made["settings"]["intervals"] == {"draws": 200, "level": 0.95, "wrong": 0.05, "seed": 1}
    for each in made["networks"]:
        for weights, low, code_low in zip(each["matrix"], each["low"], each["code_low"], strict=True):
            assert [value is None for value in low] == [weight != 0 for weight in weights]
            assert None not in code_low
    head, *rows = csv.reader(io.StringIO(CliRunner().invoke(network, [*asked, "--format", "edges"]).stdout))
    assert head[3:] == [
        *("row", "column", "weight", "low", "high", "code_low", "code_high", "survival", "rules")
    ]
    assert {row[6] for row in rows} == {""}
    assert all(0 <= float(row[10]) <= 1 for row in rows)
    edges = onrecord.as_networkx(
        next(onrecord.network_series(path, aggregation="subtract", window="days", size=3, intervals=True))
    ).edges(data=True)
    assert edges
    assert all("low" not in each and "survival" in each for *_, each in edges)


def test_articles_are_drawn_only_for_windows_that_get_an_interval(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    resampled = Sample.resampled

    def counting(sample: Sample, random: np.random.Generator, draws: int) -> Iterator[Draw]:
        for each in resampled(sample, random, draws):
            drawn.append(sample.articles)
            yield each

    monkeypatch.setattr(Sample, "resampled", counting)
    rows = [row for row in ROWS if row[0] not in (3, 4, 5, 6)]
    table = quarrel(tmp_path, rows, dates={day: DATES[day] for day in {row[0] for row in rows}})
    found = list(sure_series(table, Settings(**USUAL, window="days", size=7), draws=20))
    sure = [each.sureness for each in found if each.sureness is not None]
    with_interval = [each for each in sure if not np.isnan(each.low).any()]
    assert 0 < len(with_interval) < len(sure) == len(found)
    assert len(drawn) == 20 * len(with_interval)
    assert min(drawn) >= LEAST_ARTICLES


def test_the_same_seed_gives_the_same_and_another_another(tmp_path: Path) -> None:
    path = dna_file(tmp_path, ROWS, dates=DATES)

    def ends(seed: int) -> list[list[float]]:
        asked = {"aggregation": "subtract", "window": "days", "size": 9, "seed": seed}
        return [
            each.sureness.survival.ravel().tolist()
            for each in onrecord.network_series(path, intervals=True, **asked)
            if each.sureness is not None
        ]

    assert ends(1) == ends(1) != ends(2)


def test_what_python_is_given_is_written_with_its_intervals(tmp_path: Path) -> None:
    path = dna_file(tmp_path, ROWS, dates=DATES)
    made = onrecord.network(path, aggregation="subtract", intervals=True, wrong=0.2, seed=4)
    assert made.settings["intervals"] == {"draws": 200, "level": 0.95, "wrong": 0.2, "seed": 4}
    assert "intervals" not in onrecord.network(path, aggregation="subtract").settings
    asked = [str(path), "--aggregation", "subtract", "--intervals", "--wrong", "0.2", "--seed", "4"]
    written = json.loads(CliRunner().invoke(network, asked).stdout)
    assert made.sureness is not None
    assert written["high"] == made.sureness.high.tolist()
    assert written["settings"]["intervals"] == made.settings["intervals"]


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ({"mode": "events"}, "mode='one' or 'two'"),
        ({"exclude": ("concept", "pay")}, "exclude holds pairs"),
        ({"include": "concept=pay"}, "include holds pairs"),
        ({"exclude": ("ab", "cd")}, "exclude holds pairs"),
        ({"exclude": [("agreement", 1)]}, "exclude holds pairs"),
        ({"start": "2024-03"}, "start is a datetime"),
        ({"stop": FIRST.date()}, "stop is a datetime"),
        ({"seed": -1}, "seed is a whole number"),
        ({"intervals": True, "wrong": 2.0}, "0 to 1"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, named: dict[str, Any], words: str) -> None:
    with pytest.raises(onrecord.UsageError, match=words):
        onrecord.network(dna_file(tmp_path, ROWS, dates=DATES), **named)
