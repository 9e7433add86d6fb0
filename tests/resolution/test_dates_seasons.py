"""Which season is meant, on each day of a year: a winter has days of two years."""

from datetime import date, timedelta

import pytest

from onrecord.resolution.dates import calendar, find_dates
from onrecord.resolution.dates.calendar import SEASONS, Point

YEAR = [date(2031, 1, 1) + timedelta(days=day) for day in range(0, 365, 3)]
NAMES = {"winter": "WI", "spring": "SP", "summer": "SU", "autumn": "FA"}


def _meant(words: str, on: date) -> Point:
    [one] = find_dates(f"It was dry {words}.", on.isoformat())
    year, season = one.value.split("-")
    return calendar.within("season", int(year), SEASONS.index(season) + 1)


@pytest.mark.parametrize("name", NAMES)
def test_the_last_one_has_ended_and_the_next_has_not_begun(name: str) -> None:
    for on in YEAR:
        last, next_ = _meant(f"last {name}", on), _meant(f"next {name}", on)
        assert last.last < on <= last.shifted(4).last
        assert next_.shifted(-4).first <= on < next_.first


@pytest.mark.parametrize("name", NAMES)
def test_this_one_is_the_one_that_the_day_lies_in(name: str) -> None:
    for on in YEAR:
        around = calendar.around("season", on)
        if around.value.endswith(NAMES[name]):
            assert _meant(f"this {name}", on) == around


@pytest.mark.parametrize(
    ("on", "winter", "summer"),
    [
        ("2031-01-10", "2031-WI", "2031-SU"),
        ("2031-04-10", "2031-WI", "2031-SU"),
        ("2031-09-10", "2032-WI", "2031-SU"),
        ("2031-11-30", "2032-WI", "2031-SU"),
        ("2031-12-20", "2032-WI", "2031-SU"),
    ],
)
def test_this_winter_is_the_nearer_one_and_this_summer_that_of_the_year(
    on: str, winter: str, summer: str
) -> None:
    day = date.fromisoformat(on)
    assert (_meant("this winter", day).value, _meant("this summer", day).value) == (winter, summer)


def test_a_winter_is_given_out_by_its_months() -> None:
    [one] = find_dates("It was dry this winter.", "2031-12-20")
    assert (one.value, one.edtf) == ("2032-WI", "2031-12/2032-02")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The pier opened in spring.", ["2030-SP"]),
        ("The pier will open by summer.", ["2031-SU"]),
        ("It has been shut since autumn, he said.", ["2030-FA"]),
        ("She bathed in spring water.", []),
        ("It broke by fall after fall.", []),
        ("They live in Fall River.", []),
    ],
)
def test_a_bare_season_after_a_word_that_goes_with_times(text: str, values: list[str]) -> None:
    assert [one.value for one in find_dates(text, "2031-01-06")] == values
