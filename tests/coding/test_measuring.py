import numpy as np

from onrecord.coding.measuring import calibration_error, f1, interval, macro_f1


def test_f1_of_known_counts():
    said, true = np.array([1, 1, 0, 0], bool), np.array([1, 0, 1, 0], bool)
    assert f1(said, true) == 0.5
    assert f1(np.zeros(2, bool), np.zeros(2, bool)) == 1.0


def test_macro_f1_weighs_every_class_alike():
    assert macro_f1(np.zeros(10, int), np.array([0] * 9 + [1])) == (18 / 19 + 0) / 2


def test_calibration_error_of_honest_and_of_boastful_confidences():
    rng = np.random.default_rng(1)
    said = rng.random(50_000)
    right = (rng.random(50_000) < said).astype(float)
    assert calibration_error(said, right) < 0.01
    assert abs(calibration_error(np.full(100, 0.9), np.r_[np.ones(50), np.zeros(50)]) - 0.4) < 1e-9


def test_an_interval_over_groups_is_wider_than_one_over_rows():
    rows = np.repeat(np.random.default_rng(1).random(10), 20)
    mean = lambda chosen: float(rows[chosen].mean())  # noqa: E731
    apart, together = interval(range(200), mean), interval(np.repeat(np.arange(10), 20).tolist(), mean)
    assert together[1] - together[0] > 2 * (apart[1] - apart[0])


def test_rows_of_a_group_are_drawn_together_and_each_group_as_often_as_it_was_drawn():
    groups = ["a", "b", "a", "c", "b", "a"]
    seen = []
    interval(groups, lambda rows: float(seen.append(rows.tolist()) or 0), samples=20, seed=3)
    random = np.random.default_rng(3)
    members = {0: [0, 2, 5], 1: [1, 4], 2: [3]}
    for rows in seen:
        assert rows == [row for group in random.integers(0, 3, 3).tolist() for row in members[group]]
