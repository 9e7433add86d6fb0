"""What must hold of the measures whatever the coders said."""

import random
from collections.abc import Sequence
from itertools import permutations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.review.agreement.nominal import Alpha, Cohen, Fleiss, Percent
from onrecord.review.agreement.ratings import Given, tabulate
from onrecord.review.agreement.resampling import Measure, estimate
from onrecord.review.agreement.unitising import Continuum, Places, UnitisedAlpha, UnitisedPercent, merged

LENGTH = 24
SOME = settings(max_examples=30, deadline=None)  # each example takes a measure several times
VALUES = st.sampled_from("xyz")


@st.composite
def tables(draw: st.DrawFn, coders: str = "ABC", *, complete: bool = False) -> list[Given]:
    """Rows of up to five articles, each unit with a value of each coder, or of some."""
    given_by_all: list[Given] = []
    for article in range(draw(st.integers(1, 5))):
        for number in range(draw(st.integers(1, 4))):
            who = coders if complete else draw(st.sets(st.sampled_from(coders), min_size=1))
            given_by_all += [
                (f"a-{article}", (article, number), coder, draw(VALUES)) for coder in sorted(who)
            ]
    return given_by_all


@st.composite
def places(draw: st.DrawFn) -> Places:
    """Places within a short text, in order, none overlapping another."""
    borders = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=6)))
    return list(zip(borders[::2], borders[1::2], strict=False))


@st.composite
def texts(draw: st.DrawFn, most: int = 4) -> list[Continuum]:
    """Articles that two or three coders went through."""
    return [
        Continuum(
            article=f"a-{number}",
            length=LENGTH,
            units={coder: draw(places()) for coder in draw(st.sampled_from(["AB", "BC", "ABC"]))},
        )
        for number in range(draw(st.integers(1, most)))
    ]


def value(measure: Measure, articles: int) -> float:
    return float(measure.under(np.ones((1, articles)))[0])


def values(rows: Sequence[Given]) -> list[float]:
    ratings = tabulate(rows)
    measures: list[Measure] = [Percent(ratings), Alpha(ratings), Fleiss(ratings.complete())]
    if ratings.coders == 2:
        measures.append(Cohen(ratings))
    articles = [ratings.articles, ratings.articles, ratings.complete().articles, ratings.articles]
    return [value(measure, number) for measure, number in zip(measures, articles, strict=False)]


@SOME
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_coders_and_units_does_not_matter(rows: list[Given], chance: random.Random) -> None:
    assume(tabulate(rows).units)
    names = dict(zip("ABC", chance.choice(list(permutations("ABC"))), strict=True))
    other = [(article, f"other {unit}", names[str(coder)], given) for article, unit, coder, given in rows]
    chance.shuffle(other)
    assert values(other) == pytest.approx(values(rows), nan_ok=True)


@SOME
@given(tables())
def test_coders_who_always_agree_agree_perfectly(rows: list[Given]) -> None:
    same = [(article, unit, coder, str(unit)) for article, unit, coder, _ in rows]
    assume(tabulate(same).complete().units > 1)
    assert values(same) == pytest.approx([1.0] * len(values(same)))


@SOME
@given(tables(complete=True))
def test_alpha_is_fleiss_kappa_but_for_the_size_of_the_sample(rows: list[Given]) -> None:
    ratings = tabulate(rows)
    n = ratings.units * 3
    expected = 1 - (1 - value(Fleiss(ratings), ratings.articles)) * (n - 1) / n
    assert value(Alpha(ratings), ratings.articles) == pytest.approx(expected, nan_ok=True)


@SOME
@given(tables("AB", complete=True), st.data())
def test_an_article_drawn_twice_counts_as_two_of_them(rows: list[Given], data: st.DataObject) -> None:
    ratings = tabulate(rows)
    times = data.draw(st.lists(st.integers(1, 3), min_size=ratings.articles, max_size=ratings.articles))
    again = [
        (f"{article} {copy}", (unit, copy), coder, given)
        for article, unit, coder, given in rows
        for copy in range(times[int(str(article)[2:])])
    ]
    weights = np.array([times], dtype=float)
    drawn = [float(kind(ratings).under(weights)[0]) for kind in (Percent, Alpha, Fleiss, Cohen)]
    assert drawn == pytest.approx(values(again), nan_ok=True)


def test_coders_who_throw_dice_agree_as_chance_has_it() -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    rows = [(f"a-{unit % 50}", unit, coder, chance.choice("xyz")) for unit in range(3000) for coder in "ABC"]
    _, alpha, fleiss = values(rows)
    assert alpha == pytest.approx(0, abs=0.03)
    assert fleiss == pytest.approx(0, abs=0.03)


def test_without_a_second_value_there_is_nothing_to_agree_on_beyond_chance() -> None:
    percent, *others = values([("a-1", unit, coder, "x") for unit in range(5) for coder in "AB"])
    assert percent == 1
    assert np.isnan(others).all()


@SOME
@given(texts())
def test_expected_unitised_disagreement_is_the_mean_over_all_places(continua: list[Continuum]) -> None:
    """Every pair of sections, moved against each other through all places in which they disagree, one by one."""
    units = [end - start for one in continua for own in one.units.values() for start, end in own]
    gaps = [length for one in continua for own in one.units.values() for length in gaps_of(own)]
    moved = sum(
        shift**2 + (shift + a - b) ** 2
        for i, a in enumerate(units)
        for j, b in enumerate(units)
        if i != j
        for shift in range(-a + 1, b)
    ) + sum(2 * unit**2 * max(0, gap - unit + 1) for unit in units for gap in gaps)
    coded = sum(LENGTH * len(one.units) for one in continua)
    ways = coded * (coded - 1) - sum(unit * (unit - 1) for unit in units)
    _, expected = UnitisedAlpha(continua).disagreements(np.ones((1, len(continua))))
    assert float(expected[0]) == pytest.approx(moved / (LENGTH * len(continua) * ways))


def gaps_of(own: Places) -> list[int]:
    borders = [0, *(border for place in own for border in place), LENGTH]
    return [end - start for start, end in zip(borders[::2], borders[1::2], strict=True) if end > start]


@SOME
@given(texts(), st.randoms(use_true_random=False))
def test_the_order_of_coders_and_articles_does_not_matter_for_places(
    continua: list[Continuum], chance: random.Random
) -> None:
    other = [
        Continuum(article=one.article, length=one.length, units=dict(reversed(one.units.items())))
        for one in continua
    ]
    chance.shuffle(other)
    for kind in (UnitisedAlpha, UnitisedPercent):
        found = [estimate(kind(some), len(some), seed=3, draws=20) for some in (continua, other)]
        assert found[0] == found[1]


@SOME
@given(texts(), st.data())
def test_a_text_drawn_twice_counts_as_two_of_them(continua: list[Continuum], data: st.DataObject) -> None:
    times = data.draw(st.lists(st.integers(1, 3), min_size=len(continua), max_size=len(continua)))
    again = [
        Continuum(article=f"{one.article} {copy}", length=one.length, units=one.units)
        for one, number in zip(continua, times, strict=True)
        for copy in range(number)
    ]
    for kind in (UnitisedAlpha, UnitisedPercent):
        drawn = float(kind(continua).under(np.array([times], dtype=float))[0])
        assert drawn == pytest.approx(value(kind(again), len(again)), nan_ok=True)


@SOME
@given(texts())
def test_coders_who_mark_the_same_places_agree_perfectly(continua: list[Continuum]) -> None:
    same = [
        Continuum(article=one.article, length=LENGTH, units=dict.fromkeys(one.units, one.units["B"]))
        for one in continua
    ]
    assume(any(one.units["B"] for one in same))
    assume(any(one.units["B"] != [(0, LENGTH)] for one in same))
    assert value(UnitisedAlpha(same), len(same)) == pytest.approx(1.0)
    assert value(UnitisedPercent(same), len(same)) == 1.0


def test_places_marked_at_random_agree_as_chance_has_it() -> None:
    chance = random.Random(7)  # noqa: S311 - no secret

    def marked() -> Places:
        start = chance.randrange(0, 900)
        return [(start, start + chance.randrange(20, 100))]

    continua = [
        Continuum(article=f"a-{number}", length=1000, units={"A": marked(), "B": marked()})
        for number in range(600)
    ]
    assert value(UnitisedAlpha(continua), 600) == pytest.approx(0, abs=0.1)


def test_places_that_share_a_character_are_one_and_those_that_touch_are_two() -> None:
    assert merged([(5, 9), (0, 3), (2, 4), (9, 12)]) == [(0, 4), (5, 9), (9, 12)]


def test_the_same_seed_gives_the_same_interval_and_it_holds_the_value() -> None:
    chance = random.Random(1)  # noqa: S311 - no secret
    rows: list[Given] = []
    for unit in range(200):
        first = chance.choice("xy")
        second = first if chance.random() < 0.8 else chance.choice("xy")
        rows += [(f"a-{unit % 20}", unit, "A", first), (f"a-{unit % 20}", unit, "B", second)]
    ratings, again = tabulate(rows), tabulate(reversed(rows))
    found = estimate(Alpha(ratings), ratings.articles, seed=5)
    assert found == estimate(Alpha(again), again.articles, seed=5)
    assert found != estimate(Alpha(ratings), ratings.articles, seed=6)
    assert found.low is not None
    assert found.value is not None
    assert found.high is not None
    assert found.low < found.value < found.high < found.low + 0.5


def test_one_article_has_a_value_and_no_interval() -> None:
    ratings = tabulate([("a-1", unit, coder, "xy"[unit % 2]) for unit in range(4) for coder in "AB"])
    found = estimate(Alpha(ratings), 1, seed=1)
    assert (found.value, found.low, found.high) == (1.0, None, None)
