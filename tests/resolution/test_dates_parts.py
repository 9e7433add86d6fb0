"""The parts that dates are found with: the calendar, holidays, numbers, the patterns' little language."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolution.dates import calendar, numbers
from onrecord.resolution.dates.holidays import HOLIDAYS, easter
from onrecord.resolution.dates.patterns import compiled
from onrecord.resolution.dates.tokens import CODES, tokenise

UNITS: list[calendar.Unit] = [
    "century",
    "decade",
    "year",
    "half",
    "quarter",
    "season",
    "month",
    "week",
    "weekend",
    "day",
]


@given(st.dates(date(200, 1, 1), date(9000, 1, 1)), st.sampled_from(UNITS))
def test_a_day_lies_in_the_stretch_around_it_and_the_next_begins_where_it_ends(
    day: date, unit: calendar.Unit
) -> None:
    here = calendar.around(unit, day)
    if unit != "weekend":
        assert here.first <= day <= here.last
    assert here.shifted(1).first > here.last
    assert here.shifted(3).shifted(-3) == here


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_and_its_week_are_written_as_iso_8601_has_them(day: date) -> None:
    assert calendar.day(day).value == day.isoformat()
    year, week, _ = day.isocalendar()
    assert calendar.around("week", day).value == f"{year:04}-W{week:02}"


def test_a_year_after_a_leap_day_is_the_28th() -> None:
    assert calendar.shift_years(calendar.day(date(2024, 2, 29)), 1).value == "2025-02-28"


def test_december_belongs_to_the_winter_that_follows() -> None:
    assert calendar.around("season", date(2029, 12, 5)).value == "2030-WI"
    assert calendar.around("season", date(2030, 3, 1)).value == "2030-SP"


@pytest.mark.parametrize(
    ("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2024, "03-31"), (2038, "04-25")]
)
def test_easter_falls_where_the_almanacs_have_it(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


def test_holidays_of_the_nth_weekday() -> None:
    assert HOLIDAYS["thanksgiving"](2030) == date(2030, 11, 28)
    assert HOLIDAYS["election day"](2028) == date(2028, 11, 7)
    assert HOLIDAYS["memorial day"](2027) == date(2027, 5, 31)
    assert HOLIDAYS["good friday"](2024) == easter(2024) - timedelta(days=2)


@pytest.mark.parametrize(
    ("words", "value"),
    [("24", 24), ("1,200", 1200), ("2 1/2", 2.5), ("½", 0.5), ("twenty - four", 24), ("two hundred and ten", 210),
     ("ninety thousand", None), ("maybe", None)],
)  # fmt: skip
def test_numbers_as_news_writes_them(words: str, value: float | None) -> None:
    assert numbers.number([words] if words[0] in "12½" else words.split()) == value


def test_years_in_words() -> None:
    assert numbers.spelled_year("nineteen ninety - six".split()) == 1996
    assert numbers.spelled_year("two thousand and four".split()) == 2004
    assert numbers.spelled_year("twenty ten".split()) == 2010
    assert numbers.spelled_year("twenty two".split()) is None


def test_every_token_stands_where_its_words_do() -> None:
    text = "On Nov. 2, 1989 (a Thursday) — 5 p.m. — it fell;  £1990\n\nB52 was there."
    tokens = tokenise(text)
    places = list(zip(tokens.starts, tokens.ends, strict=True))
    assert len(tokens.codes) == len(places)
    assert all(start < end for start, end in places)
    pieces = {text[start:end]: code for (start, end), code in zip(places, tokens.codes, strict=True)}
    assert pieces["Nov"] == CODES["monthabbr"]
    assert pieces["1989"] == CODES["fullyear"]
    assert pieces["p.m."] == CODES["meridiem"]
    assert pieces["£1990"] == pieces["B52"] == " "


def test_a_pattern_begins_with_what_it_can_begin_with() -> None:
    pattern = compiled("the? ( last | next ) n:dayno? UNIT", {"UNIT": "day | week"})
    assert pattern.first == {CODES[name] for name in ("the", "last", "next")}
    text = tokenise("the last 3 week")
    found = pattern.match(text.codes, 0)
    assert found is not None
    assert found.span("n") == (2, 3)


@pytest.mark.parametrize("slip", ["the?", "( last", "nosuch day"])
def test_a_slip_in_a_pattern_is_found_at_import(slip: str) -> None:
    with pytest.raises((ValueError, KeyError, IndexError)):
        compiled(slip, {})
