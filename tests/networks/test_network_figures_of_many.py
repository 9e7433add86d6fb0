"""Figures of networks with many nodes: paths from some for those from all, camps by moves that are quickly known."""

from dataclasses import replace

import numpy as np
import pytest
from debates_in_time import Said, table

from onrecord.analysis.networks import Settings, Table
from onrecord.analysis.networks.measures import Doubt, Sample, camp_search, camps, centrality
from onrecord.analysis.networks.measures.camps import congruence_and_conflict, sample_of
from onrecord.analysis.networks.measures.centrality import FIGURES, paths_written
from onrecord.analysis.networks.measures.paths import between_and_near
from onrecord.analysis.networks.table import Floats
from onrecord.analysis.networks.weighing import Study
from onrecord.errors import UsageError


def ties_of(size: int, seed: int) -> Floats:
    """Nodes in a ring, each tied to the next three, and some at random: paths differ in length."""
    random = np.random.default_rng(seed)
    ties = np.zeros((size, size))
    for step in (1, 2, 3):
        ties[np.arange(size), (np.arange(size) + step) % size] = random.integers(1, 5, size)
    ties[random.integers(0, size, size // 2), random.integers(0, size, size // 2)] = 1
    ties = ties + ties.T
    np.fill_diagonal(ties, 0)
    return ties


def test_paths_from_some_nodes_come_near_those_from_all_within_their_errors() -> None:
    size, starts = 150, 60
    ties = ties_of(size, 1)
    whole = between_and_near(ties)
    off: dict[str, list[float]] = {"betweenness": [], "closeness": []}
    for seed in range(8):
        some = np.random.default_rng(seed).permutation(size)[:starts]
        found = between_and_near(ties, some)
        for name, known in off.items():
            error = getattr(found, f"{name}_error")
            away = getattr(found, name) - getattr(whole, name)
            assert abs(away.sum()) < 0.1 * getattr(whole, name).sum()
            some_error = error > 0  # none of a node that no path from the starts leads through
            assert some_error.mean() > 0.9
            known.extend((away[some_error] / error[some_error]).tolist())
    for distances in off.values():
        # 95 in a hundred if errors were normal: a few starts add most of a betweenness, so that fewer do.
        assert 0.8 < np.mean(np.abs(distances) < 2) <= 1


def test_paths_from_every_node_in_another_order_are_the_same() -> None:
    ties = ties_of(40, 2)
    whole, shuffled = between_and_near(ties), between_and_near(ties, np.random.default_rng(5).permutation(40))
    assert shuffled.betweenness == pytest.approx(whole.betweenness)
    assert shuffled.closeness == pytest.approx(whole.closeness)
    assert not shuffled.betweenness_error.any()


def debate(actors: int) -> Table:
    """Two camps that mostly agree inside, on things drawn by chance."""
    random = np.random.default_rng(actors)
    said: list[Said] = [
        (day, f"A{who:03d}", f"C{what}", int((who + what) % 2) if random.random() < 0.8 else day % 2)
        for day in range(12)
        for who in random.permutation(actors)[: actors // 2].tolist()
        for what in random.integers(0, 8, 2).tolist()
    ]
    return table(said)


USUAL = Settings(mode="one", rows="actor", columns="concept", qualifier="stance", aggregation="congruence")


def test_more_nodes_than_all_paths_are_looked_for_have_errors_and_say_so() -> None:
    found = {each.name: each.figures for each in centrality(debate(300), USUAL, most_starts=299)}
    whole = {each.name: each.figures for each in centrality(debate(300), USUAL)}
    assert len(found) == 300
    assert "closeness_error" not in whole["A000"]
    away = np.array([each["closeness"] - whole[name]["closeness"] for name, each in found.items()])
    errors = np.array([each["closeness_error"] for each in found.values()])
    assert np.all(errors > 0)
    assert np.mean(np.abs(away) < 2 * errors) > 0.85
    assert {name: each["strength"] for name, each in found.items()} == {
        name: each["strength"] for name, each in whole.items()
    }
    assert paths_written(300, USUAL, drawn=False) == {}
    assert paths_written(501, USUAL, drawn=False) == {"paths_from": 250, "seed": 1}
    assert paths_written(101, USUAL, drawn=True) == {"paths_from_in_draws": 60, "seed": 1}


def test_the_middle_of_more_than_a_hundred_has_intervals() -> None:
    many = debate(120)
    doubt = Doubt(Sample(Study.of(many, USUAL)), seed=1, draws=4)
    found = centrality(many, USUAL, doubt)
    again = centrality(many, USUAL, Doubt(Sample(Study.of(many, USUAL)), seed=1, draws=4))
    assert [each.intervals for each in found] == [each.intervals for each in again]
    for each in found:
        assert set(each.figures) == set(FIGURES)
        low, high = each.intervals["closeness_low"], each.intervals["closeness_high"]
        assert low is not None
        assert high is not None
        assert low < high


@pytest.mark.parametrize("count", [2, 3])
def test_hastened_moves_find_camps_that_fit_as_well(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    matrices = congruence_and_conflict(debate(40), USUAL)[1:]
    quick = camp_search.best_fit(*matrices, count, np.random.default_rng(1), "onrecord")
    monkeypatch.setattr(camp_search, "_hastened", lambda _, __, drawn, ___: drawn)
    slow = camp_search.best_fit(*matrices, count, np.random.default_rng(1), "onrecord")
    assert quick[0] == pytest.approx(slow[0], abs=2e-3)
    # No move of one row betters what was found.
    for row in range(40):
        for camp in range(count):
            moved = quick[1].copy()
            moved[row] = camp
            if len(set(moved.tolist())) == count:
                assert camp_search.score(*matrices, moved) <= quick[0] + 1e-9


def test_a_hundred_rows_have_camps_with_stability() -> None:
    many = debate(100)
    found = camps(many, USUAL, draws=2, doubt=Doubt(sample_of(many, USUAL), seed=1, draws=3))
    assert found.stability is not None
    assert found.stability.alike > 0.9
    evens = {camp for name, camp in zip(found.names, found.camps, strict=True) if int(name[1:]) % 2 == 0}
    assert len(evens) == 1


def test_camps_by_dna_s_exchanges_are_of_fewer_rows() -> None:
    with pytest.raises(UsageError, match="at most 200"):
        camps(debate(210), replace(USUAL, rules="dna"), draws=1)
