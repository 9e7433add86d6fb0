import numpy as np
from sund_crossing import evidence

from onrecord.coding import features
from onrecord.coding.learner import learn
from onrecord.coding.measuring import f1
from training.stance.settle import Marked, _by_rarity, settle


def _debate(seed: int) -> Marked:
    given, codes = evidence(160, seed)
    return Marked(name=f"debate-{seed}", evidence=given, codes=codes)


def test_weights_that_were_fitted_on_some_debates_serve_another():
    prior = settle([_debate(1), _debate(2)])
    other = _debate(3)
    found = learn(other.evidence, {}, prior).probabilities(other.evidence, {})
    truth = features.known(other.evidence, other.codes)
    assert f1(found.relevance >= prior.first.least, truth.bears > 0) > 0.9


def test_nothing_is_weighed_before_a_review_that_only_a_review_can_say():
    prior = settle([_debate(1)])
    weights = dict(zip(features.RELEVANCE, prior.first.relevance, strict=True))
    assert {weights[name] for name in features.RELEVANCE if name.startswith("reviewed_")} == {0.0}
    assert prior.later.relevance[features.RELEVANCE.index("reviewed_line")] != 0


def test_a_rare_side_is_made_up_for():
    agree, disagree, neither = _by_rarity(np.array([0] * 97 + [1] * 97 + [2] * 9))
    assert agree == disagree == 1.0
    assert neither > 3
