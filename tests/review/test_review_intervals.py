"""Intervals against published figures, and cases that can be worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.review.intervals import over_clusters, wilson


# R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), 857-872,
# table I, method 3 (score, no continuity correction).
@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_score_interval_is_that_of_newcombes_table(right: int, of: int, low: float, high: float) -> None:
    assert wilson(right, of) == pytest.approx((low, high), abs=0.00005)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_score_interval_holds_the_share_and_mirrors(case: tuple[int, int]) -> None:
    right, of = case
    low, high = wilson(right, of)
    assert 0 <= low <= right / of + 1e-12
    assert right / of - 1e-12 <= high <= 1
    other = wilson(of - right, of)
    assert (1 - other[1], 1 - other[0]) == pytest.approx((low, high))


def test_clusters_that_are_alike_leave_nothing_open() -> None:
    assert over_clusters([(1, 2)] * 7, seed=1) == (0.5, 0.5)


def test_of_two_clusters_that_differ_wholly_everything_is_open() -> None:
    # Draws of two give 0, 1/2 and 1 with chances 1/4, 1/2 and 1/4.
    assert over_clusters([(0, 3), (3, 3)], seed=1) == (0.0, 1.0)


def test_thirds_of_many_clusters_come_near_the_normal_interval() -> None:
    # 300 clusters of one: the share 1/3 has a standard error of sqrt(1/3 * 2/3 / 300) = 0.02722.
    low, high = over_clusters([(n % 3 == 0, 1) for n in range(300)], seed=1)
    assert (low, high) == pytest.approx((0.3333 - 1.96 * 0.02722, 0.3333 + 1.96 * 0.02722), abs=0.007)


def test_cases_that_stand_together_count_for_less() -> None:
    apart = over_clusters([(n % 2, 1) for n in range(100)], seed=1)
    together = over_clusters([(10 * (n % 2), 10) for n in range(10)], seed=1)
    assert together[1] - together[0] > 2 * (apart[1] - apart[0])


def test_where_all_are_right_each_cluster_counts_as_one() -> None:
    assert over_clusters([(9, 9), (4, 4), (30, 30)], seed=1) == wilson(3, 3)
    assert over_clusters([(0, 9), (0, 4)], seed=1) == wilson(0, 2)
    assert over_clusters([(1, 3)], seed=1) == wilson(0, 1)


def test_the_same_seed_gives_the_same_interval() -> None:
    clusters = [(n % 4, 4) for n in range(20)]
    assert over_clusters(clusters, seed=3) == over_clusters(clusters, seed=3)
