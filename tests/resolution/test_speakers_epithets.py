"""Whom an article means by an age, a country, or a word that anybody may be called by."""

import pytest
from building import article
from speaking import likeliest, speakers

from onrecord.resolution.speakers.ages import note_ages
from onrecord.resolution.speakers.casting import cast_of


@pytest.mark.parametrize(
    "text",
    [
        "Quell wins\n\nMara Quell, 34, won.\n",
        "Quell wins\n\nMara Quell (34) won.\n",
        "Quell wins\n\nMara Quell, aged 34, won.\n",
        "Quell wins\n\nMara Quell, a 34-year-old plumber, won.\n",
        "Quell wins\n\nThe 34-year-old plumber Mara Quell won.\n",
    ],
)
def test_an_age_is_read_where_a_name_stands(text: str) -> None:
    cast = cast_of(article(text))
    note_ages(cast)
    assert {age for entity in cast.entities for age in entity.ages} == {"34-year-old"}


@pytest.mark.parametrize("called", ["The 34-year-old", "The Swede", "The star"])
def test_whoever_was_named_is_called_by_what_anybody_may_be(called: str) -> None:
    text = f"Quell wins\n\nMara Quell won the cup on Monday. {called} said it was hard.\n"
    (said,) = speakers(text, ("it was hard", "said", called))
    assert said is not None
    assert said.name == "Mara Quell"


def test_an_age_means_whoever_is_told_to_be_of_that_age() -> None:
    text = (
        "Quell wins\n\nMara Quell, 34, won the cup. Her rival Ilse Tarn, 29, came second. "
        "The 34-year-old said it was hard.\n"
    )
    (said,) = speakers(text, ("it was hard", "said", "The 34-year-old"))
    assert said is not None
    assert said.name == "Mara Quell"


def test_nobody_of_another_age_is_meant() -> None:
    text = "Quell wins\n\nMara Quell, 29, won the cup on Monday. The 34-year-old said it was hard.\n"
    assert likeliest(text, ("it was hard", "said", "The 34-year-old")) == ["34-year-old"]


def test_who_has_no_name_is_nobody_who_has_one() -> None:
    text = (
        "Man held\n\nA 34-year-old from Varn was held on Monday. Mara Quell led the inquiry. "
        "The 34-year-old said it was a mistake.\n"
    )
    assert likeliest(text, ("it was a mistake", "said", "The 34-year-old")) == ["34-year-old"]
