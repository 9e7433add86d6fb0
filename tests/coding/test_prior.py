import pytest
from sund_crossing import prior

from onrecord.coding.prior import prior_of, stored
from onrecord.errors import ModelError


def test_what_is_stored_comes_back():
    assert prior_of(stored(prior()), "words") == prior()


def test_a_missing_weight_is_named():
    raw = stored(prior())
    del raw["later"]["stance"]["score"]
    with pytest.raises(ModelError, match="score"):
        prior_of(raw, "words")


def test_few_reviewed_statements_leave_the_first_weights():
    one = prior()
    assert one.of(0) is one.first
    assert one.of(100) is one.later
