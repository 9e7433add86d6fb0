"""Two of one name in one article, told apart by title or in words."""

import pytest
from speaking import likeliest

_OPENING = "It was cold\n\nSir Bram Orle, a retired judge, said that it would last. "
_JUDGE = ("that it would last", "said", "Sir Bram Orle, a retired judge,")
_LAWMAKER = ("that it would pass", "said", "Bram Orle, the member for Halvern,")


def test_sir_bram_and_mr_orle_are_two() -> None:
    text = _OPENING + (
        "Bram Orle, the member for Halvern, said that it would pass. Mr Orle said so twice. Sir Bram said no.\n"
    )
    parts = [_JUDGE, _LAWMAKER, ("so twice", "said", "Mr Orle"), ("no", "said", "Sir Bram")]
    assert likeliest(text, *parts) == ["Sir Bram Orle", "Bram Orle", "Bram Orle", "Sir Bram Orle"]


@pytest.mark.parametrize("apart", ["who is not related to the judge", "no relation of the judge"])
def test_two_are_two_where_the_article_says_so(apart: str) -> None:
    source = f"Bram Orle, the member for Halvern, {apart},"
    text = f"{_OPENING}{source} said that it would pass.\n"
    assert likeliest(text, _JUDGE, (*_LAWMAKER[:2], source)) == ["Sir Bram Orle", "Bram Orle"]


def test_two_without_a_title_are_marked_by_what_they_are() -> None:
    text = (
        "It was cold\n\nBram Orle, a retired judge, said that it would last. "
        "Bram Orle, a plumber and no relation, said that it would pass.\n"
    )
    parts = [
        ("that it would last", "said", "Bram Orle, a retired judge,"),
        ("that it would pass", "said", "Bram Orle, a plumber and no relation,"),
    ]
    assert likeliest(text, *parts) == ["Bram Orle", "Bram Orle (plumber)"]


@pytest.mark.parametrize(
    "more",
    [
        "Bram Orle, the member for Halvern, said that it would pass.",
        "Bram Orle, the member for Halvern, said that it would pass. Sir Bram left.",
        "Bram Orle, the member for Halvern, said that it would pass. He is not related to the Quells.",
    ],
)
def test_a_title_left_out_once_makes_nobody_two(more: str) -> None:
    assert likeliest(f"{_OPENING}{more}\n", _JUDGE, _LAWMAKER) == ["Bram Orle", "Bram Orle"]


def test_two_of_one_surname_who_are_not_related_are_no_namesakes() -> None:
    text = _OPENING + "Ines Orle, who is not related to Sir Bram, said that it would pass.\n"
    source = "Ines Orle, who is not related to Sir Bram,"
    assert likeliest(text, _JUDGE, (*_LAWMAKER[:2], source)) == ["Bram Orle", "Ines Orle"]
