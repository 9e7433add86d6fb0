"""A day of a month that other words name: the 12th of this month."""

import pytest

from onrecord.resolution.dates import find_dates


def _values(text: str, published: str | None) -> list[str]:
    return [one.value for one in find_dates(text, published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the 12th of this month", "2031-03-12"),
        ("the 3rd of last month", "2031-02-03"),
        ("the twenty-third of next month", "2031-04-23"),
        ("the first of this month", "2031-03-01"),
    ],
)
def test_it_is_a_day_of_the_month_that_is_named(words: str, value: str) -> None:
    assert _values(f"They met on {words}.", "2031-03-06") == [value]


def test_it_stays_open_where_nobody_says_when_the_article_appeared() -> None:
    assert _values("They met on the 12th of this month.", None) == ["XXXX-XX-12"]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("The first of this month's talks failed.", ["2031-03"]),
        ("The 40th of this month it was.", ["2031-03"]),
        ("They met on the 31st of last month.", []),
    ],
)
def test_what_is_no_such_day_gives_none(words: str, values: list[str]) -> None:
    assert _values(words, "2031-03-06") == values
