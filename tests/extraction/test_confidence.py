"""Doubts to a probability."""

import pytest

from onrecord.extraction.confidence import probability


def test_more_doubt_means_less_confidence() -> None:
    weights = {"intercept": 2.0, "cue": 1.5}
    assert probability({"cue": -2.0}, weights) < probability({"cue": -0.1}, weights)


def test_a_doubt_without_a_weight_counts_nothing() -> None:
    assert probability({"new": -9.0}, {"intercept": 0.0}) == pytest.approx(0.5)


def test_what_is_no_doubt_takes_nothing_away() -> None:
    assert probability({"cue": 0.3}, {"cue": 1.0}) == probability({}, {"cue": 1.0})


@pytest.mark.parametrize("doubt", [-1e9, 1e9])
def test_a_probability_stays_one(doubt: float) -> None:
    assert 0 <= probability({"cue": doubt}, {"cue": 1.0}) <= 1
