"""What body or outlet a name is said to be, and whom "the union" means."""

import pytest
from building import article
from speaking import likeliest, speakers

from onrecord.resolution.speakers.bodies import turns_on
from onrecord.resolution.speakers.casting import cast_of


@pytest.mark.parametrize(
    ("name", "word", "is_so"),
    [
        ("miners union", "union", True),
        ("union of miners", "union", True),
        ("orland bank group", "bank", True),
        ("union press international", "union", False),
        ("orland union insurance", "union", False),
        ("varn police federation", "police", True),
    ],
)
def test_a_name_turns_on_the_last_word_for_a_body(name: str, word: str, is_so: bool) -> None:
    assert turns_on(tuple(name.split()), word) is is_so


def test_the_union_is_the_one_that_was_called_a_union() -> None:
    text = (
        "Strike at mine\n\nThe miners’ union ORT walked out on Monday. Orland Union Insurance was not affected. "
        "The union said that it had no choice.\n"
    )
    assert likeliest(text, ("it had no choice", "said", "The union")) == ["ORT"]


def test_whoever_told_the_court_is_no_court() -> None:
    cast = cast_of(
        article("Dam in doubt\n\nQuell told the court Orland had paid, and the court Orland set up sat.\n")
    )
    found = next(entity for entity in cast.entities if "Orland" in entity.forms)
    assert [known.words for known in found.bodies] == ["court"]


@pytest.mark.parametrize("before", ["Portuguese daily", "weekly", "newspaper", "left-wing magazine"])
def test_an_outlet_is_known_by_the_word_before_it(before: str) -> None:
    text = f"Cup final near\n\nBram Quell spoke on Monday. The {before} O Farol wrote that he was ill. He said no.\n"
    (paper,) = speakers(text, ("he was ill", "wrote", f"The {before} O Farol"))
    assert paper is not None
    assert (paper.name, paper.type) == ("O Farol", "outlet")
    assert likeliest(text, ("no", "said", "He")) == ["Bram Quell"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dam in doubt\n\nHe told the newspaper Mara Quell had left.\n", "Mara Quell"),
        ("Dam in doubt\n\nHe missed the weekly Orland meeting.\n", "Orland"),
    ],
)
def test_no_outlet_is_known_by_a_word_that_goes_with_something_else(text: str, name: str) -> None:
    cast = cast_of(article(text))
    assert next(entity for entity in cast.entities if name in entity.forms).kind != "outlet"
