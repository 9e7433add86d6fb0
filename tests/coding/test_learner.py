import numpy as np
from sund_crossing import evidence, prior

from onrecord.coding import features
from onrecord.coding.learner import learn
from onrecord.coding.measuring import f1, macro_f1


def _first(reviewed, count):
    return dict(list(reviewed.items())[:count])


def test_suggests_before_anything_is_reviewed():
    given, codes = evidence(60)
    suggestions = learn(given, {}, prior()).suggest(given, {})
    assert len(suggestions) == 60 * 3
    said = np.array([one.shown for one in suggestions])
    true = np.array([one.concept in codes[one.statement] for one in suggestions])
    assert f1(said, true) > 0.9


def test_probabilities_are_probabilities():
    given, codes = evidence(40)
    for one in learn(given, _first(codes, 20), prior()).suggest(given, _first(codes, 20)):
        assert 0 <= one.relevance <= 1
        assert abs(sum(one.stances) - 1) < 1e-9
        assert 0 <= one.confidence <= one.relevance


def test_stance_gets_better_with_reviewed_statements():
    given, codes = evidence(200)
    truth = features.known(given, codes)
    held = np.arange(200) >= 100

    def score(count):
        taught = _first(codes, count)
        found = learn(given, taught, prior()).probabilities(given, taught)
        chosen = held[:, None] & (truth.side >= 0)
        return macro_f1(found.stances.argmax(-1)[chosen], truth.side[chosen])

    assert score(100) > score(0) + 0.2


def test_the_same_input_gives_the_same_version_and_the_same_weights():
    given, codes = evidence(80)
    one, other = (learn(given, _first(codes, 30), prior()) for _ in range(2))
    assert one == other
    assert one.version != learn(given, _first(codes, 31), prior()).version


def test_the_order_of_reviewed_statements_does_not_matter():
    given, codes = evidence(80)
    taught = _first(codes, 30)
    assert learn(given, taught, prior()) == learn(given, dict(reversed(taught.items())), prior())


def test_a_reviewed_statement_is_not_predicted_from_its_own_codes():
    given, codes = evidence(60)
    taught = _first(codes, 30)
    turned = taught | {"s-3": {} if taught["s-3"] else {"eel": "agree"}}
    rows = [features.relevance(given, features.known(given, some))[3] for some in (taught, turned)]
    own = features.RELEVANCE.index("reviewed_near")
    line = features.RELEVANCE.index("reviewed_line")
    # Its codes change the rates that all share, by a thirtieth; were it its own neighbour, these would jump.
    assert np.abs(rows[0][:, [own, line]] - rows[1][:, [own, line]]).max() < 0.25


def test_a_concept_that_the_codebook_lost_is_passed_over():
    given, codes = evidence(20)
    taught = _first(codes, 12) | {"s-0": {"gone": "agree"}}
    assert not features.known(given, taught).bears[0].any()


def test_one_concept_and_one_statement_are_enough():
    given, codes = evidence(1)
    assert len(learn(given, codes, prior()).suggest(given, codes)) == 3


def test_nothing_at_all_gives_nothing():
    given, _ = evidence(0)
    assert learn(given, {}, prior()).suggest(given, {}) == ()


def test_sums_over_the_others_of_a_name_are_those_of_the_table_of_pairs():
    rng = np.random.default_rng(3)
    names = [None if number < 2 else f"p-{number % 4}" for number in rng.integers(0, 12, 30)]
    x = rng.normal(size=(30, 3, 2))
    pairs = np.array(
        [[a is not None and a == b and i != j for j, b in enumerate(names)] for i, a in enumerate(names)],
        float,
    )
    assert np.allclose(features._sum_of_others(x, names), np.einsum("nm,mks->nks", pairs, x))
    some = rng.random(30) < 0.5
    assert (features.same(names, some) == pairs[:, some]).all()
