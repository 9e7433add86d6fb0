import pytest
from sund_crossing import evidence, prior

from onrecord.coding.curve import LEAST, LEAST_OF_SIDE, curve


def test_too_few_reviewed_statements_are_said_to_be_too_few():
    given, codes = evidence(LEAST - 1)
    found = curve(given, codes, prior())
    assert found.points == ()
    assert not found.enough
    assert "too few" in found.verdict


def test_a_good_codebook_is_good_enough_to_stop():
    given, codes = evidence(120)
    found = curve(given, codes, prior(), wanted=0.75)
    assert [point.reviewed for point in found.points] == [30, 60, 120]
    assert found.enough
    assert "good enough to stop" in found.verdict
    assert set(found.by_concept) == {"bridge", "toll", "eel"}


def test_codes_that_follow_no_rule_are_never_good_enough():
    given, codes = evidence(120)
    turned = dict(zip(codes, [codes[name] for name in reversed(list(codes))], strict=True))
    found = curve(given, turned, prior(), wanted=0.75)
    assert not found.enough
    assert found.points[-1].concepts.value < 0.75


def test_every_quality_lies_within_its_interval():
    given, codes = evidence(80)
    found = curve(given, codes, prior())
    for quality in (*found.by_concept.values(), *(point.concepts for point in found.points)):
        assert 0 <= quality.low <= quality.high <= 1
        assert quality.low - 0.05 <= quality.value <= quality.high + 0.05


@pytest.mark.parametrize("size", [40, 50])
def test_the_sizes_asked_for_are_measured(size):
    given, codes = evidence(60)
    assert [point.reviewed for point in curve(given, codes, prior(), sizes=[size]).points] == [size]


def test_a_stance_with_few_codes_is_left_out_of_the_f1_of_stances_and_named():
    given, codes = evidence(80)
    plain = {
        name: {concept: "agree" if stance == "neither" else stance for concept, stance in one.items()}
        for name, one in codes.items()
    }
    coded = [name for name, one in plain.items() if one]
    rare = {name: dict.fromkeys(one, "neither") if name == coded[0] else one for name, one in plain.items()}
    whole, less = curve(given, plain, prior()), curve(given, rare, prior())
    assert whole.rare == ()
    assert less.rare == ("neither",)
    assert whole.stance is not None
    assert less.stance is not None
    assert 0 < whole.stance.count - less.stance.count < LEAST_OF_SIDE
    assert less.stance.value == pytest.approx(
        whole.stance.value, abs=0.1
    )  # a third of it, were its F1 of 0 counted
