"""Centrality, brokers, coalitions and camps: the figures, and how sure they are."""

from itertools import pairwise, permutations, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from studies import quarrel

from onrecord.analysis.networks import Settings, Table, network
from onrecord.analysis.networks.measures import (
    Doubt,
    Sample,
    bars,
    brokerage,
    camps,
    centrality,
    coalitions,
    grouping,
)
from onrecord.analysis.networks.measures.agglomerating import cuts
from onrecord.analysis.networks.measures.barplot import bars_sample
from onrecord.analysis.networks.measures.brokerage import brokered, constraint
from onrecord.analysis.networks.measures.camp_search import score
from onrecord.analysis.networks.measures.camps import congruence_and_conflict, sample_of
from onrecord.analysis.networks.measures.centrality import leading
from onrecord.analysis.networks.measures.paths import between_and_near
from onrecord.analysis.networks.measures.profiles import by_k_means, by_linkage, profile_distances
from onrecord.analysis.networks.measures.stability import adjusted_rand, stability
from onrecord.analysis.networks.weighing import Study
from onrecord.errors import UsageError

PATH = np.array([[0.0, 2, 0], [2, 0, 1], [0, 1, 0]])
"""Three in a row, the one in the middle closer to the first."""


def settings(**named: Any) -> Settings:
    usual = {"mode": "one", "rows": "organization", "columns": "concept", "qualifier": "agreement"}
    return Settings(**(usual | {"aggregation": "subtract", "normalisation": "average"} | named))


def doubt(table: Table, usual: Settings, **named: Any) -> Doubt:
    return Doubt(Sample(Study.of(table, usual)), seed=1, **({"draws": 40} | named))


def two_camps(folder: Path, articles: int = 4) -> Table:
    """Three organisations agree to both concepts in every article, three to neither."""
    rows = [
        (1 + article % 3, f"{camp}{number}", concept, int(camp == "yes"), 0, "calm")
        for article in range(articles)
        for camp in ("yes", "no")
        for number in range(3)
        for concept in ("build", "pay")
    ]
    return quarrel(folder, rows)


def mixed(folder: Path, seed: int = 3, size: int = 6) -> Table:
    """Everybody says this and that."""
    random = np.random.default_rng(seed)
    rows = [
        (1 + at % 3, f"O{organisation}", f"c{concept}", int(random.random() < 0.5), 0, "calm")
        for at, (organisation, concept) in enumerate(random.integers(0, [size, 4], (70, 2)).tolist())
    ]
    return quarrel(folder, rows)


def test_the_middle_of_three_lies_between_and_nearest() -> None:
    found = between_and_near(PATH)
    between, near = found.betweenness, found.closeness
    assert between.tolist() == [0, 1, 0]
    # Lengths are 1/2 and 1: from the middle (2 + 1) / 2, from the first (2 + 2/3) / 2.
    assert near == pytest.approx([4 / 3, 3 / 2, 5 / 6])
    assert leading(PATH).argmax() == 1
    assert not between_and_near(np.zeros((3, 3))).closeness.any()
    alone = between_and_near(np.zeros((1, 1)))
    assert (alone.betweenness.tolist(), alone.closeness.tolist()) == ([0], [0])


def all_paths(ties: "np.ndarray[Any, Any]", start: int, end: int) -> list[tuple[float, tuple[int, ...]]]:
    """Every way from one to the other that meets nobody twice, with its length."""
    others = [node for node in range(len(ties)) if node not in (start, end)]
    ways = [way for size in range(len(others) + 1) for way in permutations(others, size)]
    steps = [list(pairwise((start, *way, end))) for way in ways]
    return [
        (sum(1 / ties[step] for step in each), way)
        for way, each in zip(ways, steps, strict=True)
        if all(ties[step] for step in each)
    ]


@given(size=st.integers(2, 6), seed=st.integers(0, 10_000), dense=st.sampled_from([0.3, 0.6, 0.9]))
@hypothesis_settings(deadline=None, max_examples=25)
def test_of_all_paths_the_shortest_count(size: int, seed: int, dense: float) -> None:
    random = np.random.default_rng(seed)
    # Powers of two have exact lengths, so that paths of the same length are.
    weights = np.where(random.random((size, size)) < dense, 2.0 ** random.integers(0, 3, (size, size)), 0)
    ties = np.triu(weights, 1) + np.triu(weights, 1).T
    between, near = np.zeros(size), np.zeros(size)
    for start, end in permutations(range(size), 2):
        ways = all_paths(ties, start, end)
        if not ways:
            continue
        least = min(length for length, _ in ways)
        shortest = [way for length, way in ways if length == least]
        near[start] += 1 / least
        for node in (node for way in shortest for node in way):
            between[node] += 1 / len(shortest)
    found = between_and_near(ties)
    assert found.betweenness == pytest.approx(between / max(1, (size - 1) * (size - 2)))
    assert found.closeness == pytest.approx(near / (size - 1))
    assert not found.betweenness_error.any()
    assert not found.closeness_error.any()


def test_constraint_is_great_where_ties_lead_to_the_same_people() -> None:
    assert constraint(PATH) == pytest.approx([1, (2 / 3) ** 2 + (1 / 3) ** 2, 1])
    # Three tied alike: each half of the other's, and a quarter more through the third, twice.
    assert constraint(1 - np.eye(3)) == pytest.approx([2 * (1 / 2 + 1 / 4) ** 2] * 3)


def test_who_leads_does_not_depend_on_which_of_equal_parts_comes_first() -> None:
    pairs = np.kron(np.eye(2), np.array([[0.0, 1], [1, 0]]))
    assert leading(pairs) == pytest.approx([1, 1, 1, 1])
    assert not leading(np.zeros((2, 2))).any()


def test_centrality_counts_ties_of_both_signs(tmp_path: Path) -> None:
    found = {each.name: each for each in centrality(quarrel(tmp_path), settings(normalisation="no"))}
    # Ministry and farmers: build twice alike, pay against; anglers and farmers: build against, pay alike.
    assert found["Ministry"].figures["ties"] == 1
    assert found["Ministry"].figures["strength"] == 1
    assert found["Ministry"].figures["opposition"] == 3
    assert found["Ministry"].statements == 3
    assert found["Farmers"].intervals == {}
    both = centrality(quarrel(tmp_path), settings(mode="two", normalisation="no"))
    assert [each.variable for each in both] == ["organization"] * 3 + ["concept"] * 3
    with pytest.raises(UsageError, match="kinds of ties"):
        centrality(quarrel(tmp_path), settings(mode="two", normalisation="no", aggregation="combine"))


def test_a_figure_that_rests_on_one_article_is_less_sure(tmp_path: Path) -> None:
    rows = [(document, name, "build", 1, 1, "calm") for document in (1, 2, 3) for name in ("A", "B")]
    rows += [(3, "C", "pay", 1, 1, "calm"), (3, "D", "pay", 1, 1, "calm")]
    table, usual = quarrel(tmp_path, rows), settings(aggregation="congruence", normalisation="no")
    found = {each.name: each.intervals for each in centrality(table, usual, doubt(table, usual))}
    assert (found["A"]["strength_low"], found["A"]["strength_high"]) == (9, 9)
    assert found["C"]["strength_low"] == 0
    assert found["C"]["strength_high"] >= 4
    none_wrong = centrality(table, usual, doubt(table, usual, wrong=0.0))
    assert all(
        each.intervals["strength_code_low"]
        == each.figures["strength"]
        == each.intervals["strength_code_high"]
        for each in none_wrong
    )
    assert centrality(table, usual, doubt(table, usual)) == centrality(table, usual, doubt(table, usual))


def test_brokers_have_the_role_that_the_groups_of_the_three_give() -> None:
    expected = {
        (0, 0, 0): "coordinator",
        (0, 1, 0): "itinerant",
        (0, 0, 1): "gatekeeper",
        (1, 0, 0): "gatekeeper",
        (0, 1, 2): "liaison",
    }
    names = ("brokered", "coordinator", "itinerant", "gatekeeper", "liaison", "constraint")
    for groups, role in expected.items():
        middle = dict(zip(names, brokered(PATH, np.array(groups))[1].tolist(), strict=True))
        assert {name: value for name, value in middle.items() if value and name != "constraint"} == {
            "brokered": 1,
            role: 1,
        }
    whole = 1 - np.eye(3)
    assert not brokered(whole, np.array([0, 0, 0]))[:, 0].any()  # all are tied: nobody stands between
    assert np.isnan(brokered(np.zeros((2, 2)), np.array([0, 1]))[:, -1]).all()


def test_brokers_of_a_debate_and_how_sure_they_are(tmp_path: Path) -> None:
    table, usual = quarrel(tmp_path), settings(normalisation="no")
    found = {each.name: each for each in brokerage(table, usual, (None, None, None), doubt(table, usual))}
    assert found["Anglers"].figures["constraint"] is None  # only at odds
    assert found["Ministry"].figures["constraint"] == pytest.approx(1)
    assert set(found["Farmers"].intervals) >= {"brokered_low", "liaison_high", "constraint_code_high"}


@pytest.mark.parametrize("method", ["louvain", "kmeans", "hierarchical"])
def test_planted_coalitions_are_found_and_stable(tmp_path: Path, method: Any) -> None:
    table, usual = two_camps(tmp_path), settings()
    found = grouping(table, usual, method=method, doubt=doubt(table, usual, draws=12))
    assert [node.name for node in found.nodes] == ["no0", "no1", "no2", "yes0", "yes1", "yes2"]
    assert found.groups == (0, 0, 0, 1, 1, 1)
    assert found.modularity > 0.4
    assert found.stability is not None
    assert found.survival is not None
    assert found.stability.groups == (1, 1)
    assert found.stability.alike == 1
    assert min(found.survival.groups) > 0.5
    assert found.interval is not None
    assert found.interval[0] == pytest.approx(found.modularity)


def test_groups_of_chance_are_less_stable_than_planted_ones(tmp_path: Path) -> None:
    usual = settings()
    planted, chance = two_camps(tmp_path), mixed(tmp_path)
    stable = [
        grouping(table, usual, doubt=doubt(table, usual, draws=30)).stability for table in (planted, chance)
    ]
    assert stable[0] is not None
    assert stable[1] is not None
    assert stable[1].alike < 0.7 < stable[0].alike
    assert stable[1].low < stable[1].high


def test_so_many_groups_as_are_asked_for(tmp_path: Path) -> None:
    table = mixed(tmp_path)
    for method in ("kmeans", "hierarchical"):
        for count in (2, 3, 6):
            found = grouping(table, settings(), method=method, count=count)  # type: ignore[arg-type]
            alone = sum(group is None for group in found.groups)
            assert len({group for group in found.groups if group is not None}) + alone == count
    with pytest.raises(UsageError, match="6 rows cannot be put into 7"):
        grouping(table, settings(), method="kmeans", count=7)
    with pytest.raises(UsageError, match="leave --groups away"):
        grouping(table, settings(), count=2)
    with pytest.raises(UsageError, match="--mode one"):
        grouping(table, settings(mode="two", normalisation="no"), method="hierarchical")


def test_profiles_are_as_far_apart_as_what_they_do_not_share(tmp_path: Path) -> None:
    study = Study.of(quarrel(tmp_path), settings())
    apart = profile_distances(study.part(study.chosen).counts)
    # Anglers: against build, for pay, for salmon.  Farmers: for build, for pay.  Ministry: for build, against pay.
    assert apart == pytest.approx(np.array([[0, 3 / 4, 1], [3 / 4, 0, 2 / 3], [1, 2 / 3, 0]]))


@pytest.mark.parametrize("linkage", ["average", "complete", "ward"])
def test_the_nearest_are_joined_first(linkage: Any) -> None:
    places = np.array([0.0, 1, 10, 12, 30])
    apart = np.abs(places[:, None] - places[None, :])
    found = [groups.tolist() for groups in cuts(apart, linkage, 4)]
    assert found == [[0, 0, 1, 2, 3], [0, 0, 1, 1, 2], [0, 0, 0, 0, 1]]


def test_ward_joins_what_raises_the_squares_least() -> None:
    """Two of three places on a line at 0, 2 and 5: joined they raise the squares by 2 (0 and 2), 4.5 or 12.5."""
    places = np.array([0.0, 2, 5])
    ((last,),) = [list(cuts(np.abs(places[:, None] - places[None, :]), "ward", 2))]
    assert last.tolist() == [0, 0, 1]


def test_k_means_has_the_least_squares_of_all_groupings() -> None:
    random = np.random.default_rng(5)
    has = random.random((7, 6)) < 0.5
    has[:, 0] = True
    both = has.astype(float) @ has.T
    size = has.sum(axis=1)
    apart = 1 - both / (size[:, None] + size[None, :] - both)

    def squares(groups: "np.ndarray[Any, Any]") -> float:
        # The sum of squares from the middles is that between pairs by the size of their group.
        return sum(
            apart[np.ix_(groups == group, groups == group)].sum() / (2 * (groups == group).sum())
            for group in set(groups.tolist())
        )

    (found,) = by_k_means(apart, [3], np.random.default_rng(1), 10)
    best = min(squares(np.array(groups)) for groups in product(range(3), repeat=7) if len(set(groups)) == 3)
    assert squares(found) == pytest.approx(best)
    assert all(int(groups.max()) + 1 in (2, 3) for groups in by_linkage(apart, [2, 3]))


def test_the_rand_index_is_one_for_the_same_and_about_none_for_chance() -> None:
    one = np.array([0, 0, 0, 1, 1, 1])
    assert adjusted_rand(one, 1 - one) == 1
    assert adjusted_rand(one, np.zeros(6, dtype=np.int64)) == 0
    # Hubert and Arabie's formula by hand: 2 pairs together in both, 6 and 5 in each, of 15.
    other = np.array([0, 0, 1, 1, 2, 2])
    together, expected = 2, 6 * 3 / 15
    assert adjusted_rand(one, other) == pytest.approx((together - expected) / ((6 + 3) / 2 - expected))


def test_stability_leaves_out_who_is_not_in_a_draw() -> None:
    groups = np.array([0, 0, 1, 1])
    here = np.array([True, True, True, True])
    same = stability(groups, [(groups, here)] * 3)
    assert (same.nodes, same.groups, same.alike) == ((1, 1, 1, 1), (1, 1), 1)
    halved = stability(
        groups, [(np.array([0, 1, 2, 2]), here), (groups, np.array([True, True, True, False]))]
    )
    assert halved.nodes == (0.75, 0.75, 1, 1)
    assert halved.groups == (0.75, 1)
    assert stability(groups, [(groups, ~here)]).nodes == (None,) * 4


@pytest.mark.parametrize("rules", ["onrecord", "dna"])
@pytest.mark.parametrize("count", [2, 3])
def test_camps_are_the_best_of_all(tmp_path: Path, rules: Any, count: int) -> None:
    """DNA's own search keeps the sizes of camps even; so of those all groupings of even size."""
    table = mixed(tmp_path)
    found = camps(table, settings(rules=rules), count=count, draws=0)
    names, congruence, conflict = congruence_and_conflict(table, settings())
    every = [np.array(each) for each in product(range(count), repeat=len(names)) if len(set(each)) == count]
    if rules == "dna":
        every = [each for each in every if len(set(np.bincount(each).tolist())) == 1]
    best = max(score(congruence, conflict, each, rules) for each in every)
    assert score(congruence, conflict, np.array(found.camps), rules) == pytest.approx(found.score)
    assert found.score == pytest.approx(best)


def test_camps_say_how_sure_they_are(tmp_path: Path) -> None:
    table, usual = two_camps(tmp_path), settings()
    found = camps(table, usual, draws=5, doubt=Doubt(sample_of(table, usual), seed=1, draws=20))
    assert found.stability is not None
    assert found.stability.groups == (1, 1)
    assert found.interval is not None
    low, high, code_low, code_high = found.interval
    assert (low, high) == (pytest.approx(1), pytest.approx(1))
    assert code_low < code_high <= 1


def test_bars_have_intervals_by_level(tmp_path: Path) -> None:
    table, usual = quarrel(tmp_path), settings(rows="concept", columns="organization")
    sure = Doubt(bars_sample(table, usual), seed=1, draws=40)
    build = bars(table, usual, sure)[0]
    assert build.counts == {"0": 1, "1": 3}
    # Against it is one article of three: none of a draw of three in 8 of 27 draws, all three in 1 of 27.
    assert build.intervals["0_low"] == 0
    assert build.intervals["0_high"] in (2, 3)
    held = bars(table, usual, Doubt(bars_sample(table, usual), seed=1, draws=5, wrong=0.0))[0].intervals
    assert (held["1_code_low"], held["1_code_high"]) == (3, 3)


def test_who_only_disagrees_is_in_no_group_with_those_it_has_nothing_to_do_with(tmp_path: Path) -> None:
    rows = [
        (1, who, what, agrees, 0, "calm")
        for who, what, agrees in (
            *(
                ("Ferrymen", "toll", 1),
                ("Ferrymen", "pier", 1),
                ("Council", "toll", 1),
                ("Council", "pier", 1),
            ),
            *(("Millers", "weir", 1), ("Anglers", "weir", 1)),
            *(("Vane", "toll", 0), ("Ness", "crane", 0), ("Sund", "quay", 0)),
        )
    ]
    two = settings(mode="two", normalisation="no")
    table = quarrel(tmp_path, rows)
    found = grouping(table, two)
    groups = dict(zip((node.name for node in found.nodes), found.groups, strict=True))
    grouped = {name for name, group in groups.items() if group is not None}
    assert grouped == {"Ferrymen", "Council", "toll", "pier", "Millers", "Anglers", "weir"}
    assert coalitions(network(table, two)).groups == found.groups
    apart = settings(aggregation="conflict")
    assert any(group is not None for group in grouping(table, apart).groups)
