"""Names beside one another: which may be one person's, by the names alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolution.actors.comparing import Likeness, likeness
from onrecord.resolution.actors.linking import blocks_of
from onrecord.resolution.actors.names import person_name

NAMES = [
    "Mara Quell", "M. Quell", "Quell", "Mara Quell-Orlo", "Mara Jane Quell", "Tomas Quell", "Mara Quell Jr.", "QUELL",
    "Dr. Mara Quell", "Mara Quel", "Quell Mara", "M. J. Quell", "Mara van der Quell", "Li", "王小明", "",
    "'; --", "Å. B.",
]  # fmt: skip


def alike(one: str, other: str) -> Likeness:
    return likeness(person_name(one), person_name(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("Moammar Gaddafi", "Muammar Qadhafi"),
        ("Bill Orlo", "William Orlo"),
        ("Mara Quell", "Mara Jane Quell"),
        ("Mara Quell", "Mara Quell-Orlo"),
        ("Pedro Almeida", "Pedro Almeida Vidal"),
        ("Orban Viktor", "Viktor Orbán"),
        ("Ho Jong-min", "Ho Jong Min"),
        ("Guðrun Þorsdóttir", "Gudrun Thorsdottir"),
        ("Mara Orlo née Quell", "Mara Quell"),
        ("George W. Bruhn", "George Walker Bruhn"),
    ],
)
def test_forms_of_one_name_are_variants(one: str, other: str) -> None:
    assert alike(one, other) == Likeness.VARIANT
    assert blocks_of(one, "person") & blocks_of(other, "person")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MARA QUELL", "Mara Quell"),
        ("Mr Tomas Wieck", "Tomas Wieck"),
        ("Tomas Wieck, M.D.", "Tomas Wieck"),
        ("Ursula van der Lume", "Ursula Lume"),
        ("Hanus í Lágabø", "Hanus i Lagabo"),
        ("Tomas Wieck Jr. Jr.", "Tomas Wieck Jnr"),
    ],
)
def test_capitals_titles_particles_and_degrees_are_none_of_a_name(one: str, other: str) -> None:
    assert alike(one, other) == Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara Quell", "Tomas Quell"),
        ("Tomas Wieck Sr.", "Tomas Wieck Jr."),
        ("Tomas Wieck II", "Tomas Wieck III"),
        ("George W. Bruhn", "George H. W. Bruhn"),
        ("J. Quell", "Mara Quell"),
        ("Mara Quell", "Mara Strake"),
        ("Hans Meyer", "Hans Mayr"),
    ],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert alike(one, other) == Likeness.DIFFERENT


@pytest.mark.parametrize(("one", "other"), [("Quell", "Mara Quell"), ("M. Quell", "Mara Quell")])
def test_what_many_may_share_is_short(one: str, other: str) -> None:
    assert alike(one, other) == Likeness.SHORT


def test_a_junior_beside_a_name_without_rank_is_no_more_than_near() -> None:
    assert alike("Tomas Wieck", "Tomas Wieck Jr.") == Likeness.NEAR


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_likeness_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)


@given(st.text(max_size=60))
def test_any_text_is_taken_apart(name: str) -> None:
    assert likeness(person_name(name), person_name(name)) in (Likeness.SAME, Likeness.DIFFERENT)
    blocks_of(name, "person")
    blocks_of(name, "organisation")


def test_a_name_without_a_letter_is_in_no_block() -> None:
    assert blocks_of("--- '' ;", "person") == frozenset()
    assert blocks_of("", "organisation") == frozenset()
    assert blocks_of("a senior official", "unnamed") == frozenset()
