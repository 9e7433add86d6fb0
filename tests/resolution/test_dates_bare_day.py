"""A day of the month alone: "on the 12th"."""

import pytest

from onrecord.resolution.dates import find_dates


def _values(text: str, published: str | None = "2031-03-14") -> list[str]:
    return [one.value for one in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She said on the 12th that the lock was shut.", "2031-03-12"),
        ("She said on the 20th that the lock was shut.", "2031-02-20"),
        ("The lock was shut on the 31st.", "2031-01-31"),
        ("The lock will open on the 20th.", "2031-03-20"),
        ("The lock will open on the 3rd.", "2031-04-03"),
        ("The lock was shut on the 14th.", "2031-03-14"),
    ],
)
def test_it_is_the_nearest_on_the_side_where_the_clause_looks(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "She lives on the 12th floor.",
        "They met on the 5th anniversary of the flood.",
        "The 12th was cold.",
        "He was shot on the 38th, by a lock.",
        "It stood on the 18th hole.",
    ],
)
def test_what_counts_something_else_is_none(text: str) -> None:
    assert _values(text) == []


def test_it_stays_open_where_nobody_says_when_the_article_appeared() -> None:
    assert _values("She said so on the 12th.", None) == ["XXXX-XX-12"]
