"""The measures against worked examples that others published."""

import numpy as np
import pytest

from onrecord.review.agreement.nominal import Alpha, Cohen, Fleiss, Percent
from onrecord.review.agreement.ratings import Ratings, tabulate
from onrecord.review.agreement.resampling import Measure
from onrecord.review.agreement.unitising import Continuum, UnitisedAlpha

# Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C: 4 observers, 12 units, some values missing.
OBSERVERS = {
    "A": "1 2 3 3 2 1 4 1 2 . . .",
    "B": "1 2 3 3 2 2 4 1 2 5 . 3",
    "C": ". 3 3 3 2 3 4 2 2 5 1 .",
    "D": "1 2 3 3 2 4 4 1 2 5 1 .",
}

# Fleiss 1971, table 1: of 6 psychiatrists, how many gave each of 30 patients each of 5 diagnoses.
PATIENTS = """
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
"""

# Krippendorff 2004, Content Analysis, p. 254: two observers of a continuum from 150 to 450, here counted from 0.
CATEGORY_C = Continuum(
    article="a-one",
    length=300,
    units={"i": [(75, 145), (220, 250)], "j": [(70, 150), (205, 225), (250, 270)]},
)
CATEGORY_K = Continuum(
    article="a-one", length=300, units={"i": [(30, 90), (150, 200)], "j": [(30, 90), (150, 200)]}
)


def value(measure: Measure, articles: int = 1) -> float:
    return float(measure.under(np.ones((1, articles)))[0])


def observed() -> Ratings:
    return tabulate(
        ("a-one", unit, observer, given)
        for observer, row in OBSERVERS.items()
        for unit, given in enumerate(row.split())
        if given != "."
    )


def two_by_two(both: int, first: int, second: int, neither: int) -> Ratings:
    pairs = (
        [("yes", "yes")] * both
        + [("yes", "no")] * first
        + [("no", "yes")] * second
        + [("no", "no")] * neither
    )
    return tabulate(
        ("a-one", unit, coder, given)
        for unit, pair in enumerate(pairs)
        for coder, given in zip("AB", pair, strict=True)
    )


def test_nominal_alpha_of_krippendorffs_four_observers_is_his() -> None:
    ratings = observed()
    assert value(Alpha(ratings)) == pytest.approx(0.743, abs=0.0005)
    assert (ratings.units, ratings.coders) == (11, 4), (
        "his unit 12 has one value alone, and counts for nothing"
    )


def test_kappa_of_fleiss_psychiatrists_is_his() -> None:
    ratings = tabulate(
        ("a-one", patient, place, diagnosis)
        for patient, row in enumerate(PATIENTS.split())
        for place, diagnosis in enumerate(
            diagnosis for diagnosis, times in enumerate(row) for _ in range(int(times))
        )
    )
    assert value(Fleiss(ratings)) == pytest.approx(0.430, abs=0.0005)


def test_kappa_of_the_textbook_two_by_two_table_is_as_in_the_textbook() -> None:
    # p_o = 0.70, p_e = 0.5 * 0.6 + 0.5 * 0.4 = 0.50
    ratings = two_by_two(20, 5, 10, 15)
    assert value(Cohen(ratings)) == pytest.approx(0.40)
    assert value(Percent(ratings)) == pytest.approx(0.70)


def test_alpha_of_two_observers_without_gaps_is_as_by_hand() -> None:
    # 20 values, 10 of each; 16 of the 20 pairs within units are the same: 1 - (20 - 1) (20 - 16) / (400 - 200)
    assert value(Alpha(two_by_two(4, 1, 1, 4))) == pytest.approx(1 - 19 * 4 / 200)


def test_unitised_disagreements_of_krippendorffs_continuum_are_his() -> None:
    ones = np.ones((1, 1))
    found = [UnitisedAlpha([category]).disagreements(ones) for category in (CATEGORY_C, CATEGORY_K)]
    assert [float(seen[0]) for seen, _ in found] == pytest.approx([0.0144, 0.0000], abs=0.00005)
    assert [float(expected[0]) for _, expected in found] == pytest.approx([0.0532, 0.0490], abs=0.00005)


def test_unitised_alpha_of_krippendorffs_continuum_is_his() -> None:
    assert value(UnitisedAlpha([CATEGORY_C])) == pytest.approx(0.7286, abs=0.00005)
    assert value(UnitisedAlpha([CATEGORY_K])) == pytest.approx(1.0)
    both = [UnitisedAlpha([one]).disagreements(np.ones((1, 1))) for one in (CATEGORY_C, CATEGORY_K)]
    together = 1 - float(sum(seen for seen, _ in both)[0] / sum(expected for _, expected in both)[0])
    assert together == pytest.approx(0.859, abs=0.0005)
