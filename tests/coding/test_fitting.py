import numpy as np

from onrecord.coding.fitting import binary, choice, sigmoid, softmax


def test_finds_the_weights_that_made_the_data():
    rng = np.random.default_rng(1)
    x = rng.normal(size=(20_000, 3))
    w = np.array([1.0, -2.0, 0.5])
    y = (rng.random(20_000) < sigmoid(x @ w)).astype(float)
    assert np.abs(binary(x, y, np.zeros(3), np.full(3, 0.01)) - w).max() < 0.1


def test_finds_the_weights_of_a_choice():
    rng = np.random.default_rng(1)
    x = rng.normal(size=(20_000, 3, 2))
    w = np.array([1.5, -1.0])
    y = (softmax(x @ w).cumsum(1) < rng.random((20_000, 1))).sum(1)
    assert np.abs(choice(x, y, np.zeros(2), np.full(2, 0.01)) - w).max() < 0.1


def test_a_firm_prior_stays_and_no_data_leave_it():
    x, y = np.ones((5, 1)), np.ones(5)
    assert abs(binary(x, y, np.array([-1.0]), np.array([1e6]))[0] + 1) < 1e-3
    assert binary(np.zeros((0, 2)), np.zeros(0), np.array([0.3, 0.4]), np.ones(2)).tolist() == [0.3, 0.4]


def test_data_that_can_be_told_apart_whole_give_finite_weights():
    x = np.array([[-1.0], [1.0]])
    assert np.isfinite(binary(x, np.array([0.0, 1.0]), np.zeros(1), np.full(1, 0.1))).all()


def test_extreme_scores_give_no_overflow():
    assert sigmoid(np.array([-1e4, 1e4])).tolist() == [0.0, 1.0]
    assert softmax(np.array([1e4, 0.0])).tolist() == [1.0, 0.0]
