from dataclasses import replace

import numpy as np
from sund_crossing import evidence, prior

from onrecord.coding import features
from onrecord.coding.groups import Groups
from onrecord.coding.learner import learn
from onrecord.coding.measuring import f1, macro_f1


def _first(codes, count):
    return dict(list(codes.items())[:count])


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
        return macro_f1(found.side[chosen], truth.side[chosen])

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
    first = prior().first
    found = [features.known(given, some) for some in (taught, turned)]
    seen = [features.Features(given, one, first.relevance, first.stance) for one in found]
    bears = [one.relevance()[3] for one in seen]
    line = features.RELEVANCE.index("reviewed_line")
    assert np.abs(bears[0][:, line] - bears[1][:, line]).max() < 1e-9
    sides = [one.stance()[3] for one in seen]
    own = [features.STANCE.index(name) for name in ("camp", "reviewed_line")]
    assert np.abs(sides[0][:, :, own] - sides[1][:, :, own]).max() < 1e-9


def test_the_line_leaves_a_statement_out_as_if_it_had_not_been_reviewed():
    given, codes = evidence(40)
    taught = _first(codes, 20)
    without = {name: some for name, some in taught.items() if name != "s-7"}
    line, first = features.RELEVANCE.index("reviewed_line"), prior().first
    found = [
        features.Features(given, features.known(given, some), first.relevance, first.stance).relevance()[
            7, :, line
        ]
        for some in (taught, without)
    ]
    assert np.abs(found[0]).max() > 0.01
    assert np.allclose(*found)


def test_the_rarer_side_counts_for_more_and_its_chance_stays_as_it_is():
    given, _ = evidence(60)
    plain, one = prior(), prior()
    weights = replace(one.first, sides=(1.0, 1.0, 50.0))
    most = learn(given, {}, replace(one, first=weights)).suggest(given, {})
    as_it_is = learn(given, {}, plain).suggest(given, {})
    assert {each.stance for each in most} == {"neither"}
    assert {each.stance for each in as_it_is} != {"neither"}
    assert [each.stances for each in most] == [each.stances for each in as_it_is]
    assert all(each.confidence == each.relevance * each.stances[2] for each in most)


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
    groups, every = Groups.by(names), np.arange(30)
    assert np.allclose(groups.others(groups.sums(x), every, x), np.einsum("nm,mks->nks", pairs, x))
    some = np.flatnonzero(rng.random(30) < 0.5)
    own = np.where(np.isin(every, some)[:, None, None], x, 0.0)
    assert np.allclose(
        groups.others(groups.sums(x[some], some), every, own),
        np.einsum("nm,mks->nks", pairs[:, some], x[some]),
    )
