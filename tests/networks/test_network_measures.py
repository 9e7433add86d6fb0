"""Backbone, camps, bars, and how sure a tie is."""

import csv
import io
import json
from itertools import combinations
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from studies import dna_file, quarrel

from onrecord.analysis.networks import Settings, Table, network
from onrecord.analysis.networks.measures import annealed_backbone, backbone, bars, camps, loss_of, sureness
from onrecord.analysis.networks.measures.annealing import temperature
from onrecord.analysis.networks.measures.backbone import spectrum
from onrecord.analysis.networks.measures.camp_search import score
from onrecord.analysis.networks.measures.camps import congruence_and_conflict
from onrecord.cli.network import network as command
from onrecord.errors import UsageError


def settings(**named: Any) -> Settings:
    usual = {"mode": "one", "rows": "organization", "columns": "concept", "qualifier": "agreement"}
    return Settings(**(usual | {"aggregation": "subtract", "normalisation": "average"} | named))


def two_camps(folder: Path, size: int = 3) -> Table:
    """Half of the organisations agree to everything, half to nothing."""
    rows = [
        (1, f"{camp}{number}", concept, int(camp == "yes"), 0, "calm")
        for camp in ("yes", "no")
        for number in range(size)
        for concept in ("build", "pay")
    ]
    return quarrel(folder, rows)


def test_the_spectrum_is_that_of_the_laplacian_or_to_dna_the_degrees() -> None:
    path = np.array([[0.0, 1, 0], [1, 0, 1], [0, 1, 0]])  # its Laplacian has 3, 1, 0
    assert spectrum(path, "onrecord") == pytest.approx([3 / 4, 1 / 4, 0])
    assert spectrum(path, "dna").tolist() == [2 / 4, 1 / 4, 1 / 4]
    assert not spectrum(np.zeros((3, 3)), "onrecord").any()


def test_the_backbone_lets_go_first_what_nobody_shares(tmp_path: Path) -> None:
    steps = backbone(quarrel(tmp_path), settings(aggregation="congruence"))
    assert steps[0].removed == "salmon"  # the anglers' alone
    assert steps[0].loss.statements == 7
    last = steps[-1].loss
    assert (last.backbone, last.redundant, last.statements) == (pytest.approx(1), 0, 0)


def test_the_loss_of_keeping_all_is_none_and_a_wrong_name_is_told(tmp_path: Path) -> None:
    table = quarrel(tmp_path)
    kept = loss_of(table, settings(), ["build", "pay", "salmon"])
    assert (kept.backbone, kept.statements) == (0, 8)
    # Without salmon no pair changes but by how much anglers say: dna, one-mode without normalisation, does not see it.
    assert loss_of(table, settings(normalisation="no", rules="dna"), ["build", "pay"]).backbone == 0
    with pytest.raises(UsageError, match="build, pay, salmon"):
        loss_of(table, settings(), ["dam"])
    with pytest.raises(UsageError, match="--mode one"):
        backbone(table, settings(mode="two", normalisation="no"))


def mixed(folder: Path) -> Table:
    """Five organisations on six concepts, each on its own side of most."""
    random = np.random.default_rng(11)
    rows = [
        (1 + at % 3, f"O{organisation}", f"c{concept}", int(random.random() < 0.6), 0, "calm")
        for at, (organisation, concept) in enumerate(random.integers(0, [5, 6], (60, 2)).tolist())
    ]
    return quarrel(folder, rows)


@pytest.mark.parametrize("rules", ["onrecord", "dna"])
def test_annealing_finds_the_best_of_all_sets(tmp_path: Path, rules: str) -> None:
    table, usual = mixed(tmp_path), settings(rules=rules)
    names = [f"c{at}" for at in range(6)]
    for size in (2, 3, 4):
        best = min(loss_of(table, usual, some).backbone for some in combinations(names, size))
        found = annealed_backbone(table, usual, size=size, steps=400)
        assert found.loss.backbone == pytest.approx(best)
        assert (len(found.kept), sorted(found.kept + found.redundant)) == (size, names)
    some_sets = [some for size in range(1, 6) for some in combinations(names, size)]
    best = min(loss_of(table, usual, some).backbone * exp(-2 * (6 - len(some)) / 6) for some in some_sets)
    assert annealed_backbone(table, usual, penalty=2, steps=800).penalized == pytest.approx(best)


def test_annealing_is_the_same_by_seed_and_keeps_less_with_a_greater_penalty(tmp_path: Path) -> None:
    table = mixed(tmp_path)
    assert annealed_backbone(table, settings(), steps=200) == annealed_backbone(table, settings(), steps=200)
    kept = [len(annealed_backbone(table, settings(), penalty=p, steps=600).kept) for p in (0, 3.5, 40)]
    assert kept == sorted(kept, reverse=True)
    assert kept[-1] == 1
    assert [round(temperature(share), 4) for share in (0, 5 / 12, 1)] == [0.9933, 0.5, 0.0009]


def test_annealing_needs_columns_to_leave_out(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="from 1 to 2"):
        annealed_backbone(quarrel(tmp_path), settings(), size=3)
    with pytest.raises(UsageError, match="1 concept only"):
        annealed_backbone(quarrel(tmp_path, [(1, "A", "build", 1, 0, "calm")]), settings())


def test_the_command_writes_both_backbones(tmp_path: Path) -> None:
    usual = (dna_file(tmp_path), "--aggregation", "subtract", "--normalisation", "average", "--measure")

    def call(*arguments: object) -> str:
        result = CliRunner().invoke(command, [str(each) for each in (*usual, *arguments)])
        assert result.exit_code == 0, result.output
        return result.stdout

    steps = json.loads(call("backbone"))
    assert [each["removed"] for each in steps["steps"]] == [
        each.removed for each in backbone(quarrel(tmp_path), settings())
    ]
    assert len(call("backbone", "--format", "csv").splitlines()) == 4
    best = json.loads(call("annealing", "--keep", 2))
    assert [each["part"] for each in best["columns"]] == ["backbone", "backbone", "redundant"]
    assert best["settings"]["keep"] == 2
    rows = list(csv.DictReader(io.StringIO(call("annealing", "--format", "csv"))))
    assert {row["part"] for row in rows} == {"backbone", "redundant"}


def test_bars_count_by_level(tmp_path: Path) -> None:
    found = bars(quarrel(tmp_path), settings(rows="concept", columns="organization"))
    assert [(bar.name, bar.counts) for bar in found] == [
        ("build", {"0": 1, "1": 3}),
        ("pay", {"0": 1, "1": 2}),
        ("salmon", {"0": 0, "1": 1}),
    ]
    tone = bars(quarrel(tmp_path), settings(qualifier="tone"))
    assert tone[0].counts == {"angry": 2, "calm": 1}
    assert bars(quarrel(tmp_path), settings(qualifier="tone", aggregation="ignore")) == tone
    with pytest.raises(UsageError, match="--qualifier"):
        bars(quarrel(tmp_path), settings(qualifier=None, aggregation="ignore"))


def test_planted_camps_are_found_and_score_one(tmp_path: Path) -> None:
    table = two_camps(tmp_path)
    found = camps(table, settings(), draws=20)
    assert found.names == ("no0", "no1", "no2", "yes0", "yes1", "yes2")
    assert found.camps == (0, 0, 0, 1, 1, 1)
    assert found.score == pytest.approx(1)
    assert found.chance < 0.1
    assert camps(table, settings(), draws=20) == found


def test_dna_gives_planted_camps_a_quarter_and_mixed_ones_more(tmp_path: Path) -> None:
    _, congruence, conflict = congruence_and_conflict(two_camps(tmp_path), settings())
    planted, mixed = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 1, 1, 0, 0, 1])
    assert score(congruence, conflict, planted, "dna") == pytest.approx(0.25)
    assert score(congruence, conflict, mixed, "dna") == pytest.approx(0.5167, abs=5e-5)
    assert score(congruence, conflict, planted) > score(congruence, conflict, mixed)


def test_camps_need_rows_to_be_put_into_them(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="3 rows"):
        camps(quarrel(tmp_path), settings(), count=4)


def test_a_tie_of_every_article_is_surer_than_one_of_a_single_article(tmp_path: Path) -> None:
    rows = [
        (document, name, "build", 1, 1, "calm") for document in (1, 2, 3) for name in ("Ministry", "Farmers")
    ]
    rows += [(3, "Anglers", "pay", 1, 1, "calm"), (3, "Smiths", "pay", 1, 1, "calm")]
    table = quarrel(tmp_path, rows)
    plain = settings(normalisation="no")
    names = [node.name for node in network(table, plain).rows]
    sure = sureness(table, plain)
    always, once = (
        (names.index("Farmers"), names.index("Ministry")),
        (names.index("Anglers"), names.index("Smiths")),
    )
    # Each draw has three articles, and in each of them both say it: three times three.
    assert (sure.low[always], sure.high[always]) == (9, 9)
    # One article in three: none of the draws' three in (2/3)^3 of the draws, so that the interval begins at 0.
    assert sure.low[once] == 0
    assert sure.high[once] >= 4
    assert sure.survival[always] > sure.survival[once] > 0.8
    assert not sure.low[names.index("Anglers"), names.index("Farmers")]
    assert np.array_equal(sure.high, sure.high.T)
    assert np.array_equal(sureness(table, plain).survival, sure.survival)


def test_no_code_is_wrong_and_every_tie_survives(tmp_path: Path) -> None:
    found = sureness(quarrel(tmp_path), settings(mode="two", normalisation="no"), wrong=0.0, draws=5)
    expected = network(quarrel(tmp_path), settings(mode="two", normalisation="no")).matrix
    assert np.array_equal(found.survival == 1, expected != 0)
    assert np.array_equal(found.code_low, expected)
    assert np.array_equal(found.code_high, expected)


def test_the_command_says_how_sure(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    arguments = [str(path), "--aggregation", "congruence", "--intervals"]
    head, *rows = csv.reader(
        io.StringIO(CliRunner().invoke(command, [*arguments, "--format", "edges"]).stdout)
    )
    assert head == ["row", "column", "weight", "low", "high", "code_low", "code_high", "survival", "rules"]
    assert all(float(row[5]) <= float(row[6]) for row in rows)
    assert all(float(row[3]) <= float(row[2]) <= float(row[4]) for row in rows)
    made = json.loads(CliRunner().invoke(command, arguments).stdout)
    assert made["settings"]["intervals"]["draws"] == 200
    assert len(made["survival"]) == 3
    assert isinstance(CliRunner().invoke(command, [*arguments, "--format", "gexf"]).exception, UsageError)
