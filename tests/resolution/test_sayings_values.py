"""What a date may mean as a day on which something was said: at the ends of the calendar, and cut at publication."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speaking import told

from onrecord.model.edtf import is_edtf
from onrecord.resolution.dates import find_dates
from onrecord.resolution.resolving import resolve
from onrecord.resolution.sayings.values import since, values

ENDS = ("0001-01-01", "0001-01-03", "0001-12-30", "0002-02-01", "9998-12-31", "9999-01-01", "9999-12-31")
COUNTS = ("a", "one", "three", "12", "99")
WORDS = tuple("day week fortnight weekend month quarter year decade century".split())
TURNS = ("last", "this", "next", "the previous", "the following", "on", "since", "late")
NAMES = tuple(
    "Monday Sunday January March December winter summer fall weekend week month year Christmas".split()
)
FULL = (
    "44 BC",
    "AD 1",
    "1 January",
    "31 December",
    "December 9999",
    "9999-12-31",
    "the day before yesterday",
)
WHEN = st.one_of(
    st.builds("{} {}s ago".format, st.sampled_from(COUNTS), st.sampled_from(WORDS)),
    st.builds("in {} {}s".format, st.sampled_from(COUNTS), st.sampled_from(WORDS)),
    st.builds("{} {}s later".format, st.sampled_from(COUNTS), st.sampled_from(WORDS)),
    st.builds("{} {}".format, st.sampled_from(TURNS), st.sampled_from(NAMES)),
    st.builds("the {} before".format, st.sampled_from(NAMES)),
    st.sampled_from(FULL),
)


def _meant(words: str, published: str) -> list[str]:
    text = f"Ana Ruiz said so {words}."
    day = date.fromisoformat(published)
    return [value for one in find_dates(text, published) for value, _, _ in values(one, text, day)]


@given(WHEN, WHEN, st.sampled_from(ENDS))
@settings(max_examples=60, deadline=None)
def test_a_day_outside_the_calendar_is_unknown_and_never_a_failure(
    first: str, second: str, published: str
) -> None:
    text = (
        f"Mill to close\n\n{first.capitalize()}, Ana Ruiz said that the mill would close.\n\n"
        f"Ola Brix added {second} that it had no orders.\n"
    )
    report, found = told(
        text,
        ("that the mill would close", "said", "Ana Ruiz"),
        ("that it had no orders", "added", "Ola Brix"),
        published=published,
    )
    days = [one.said_on for one in resolve(report, found)]
    assert [one for one in days if one and not is_edtf(one.value)] == []


@pytest.mark.parametrize(
    "when", ["three weeks ago", "two months ago", "a year ago", "12 years ago", "on Sunday", "late March"]
)
def test_what_lies_before_the_year_1_is_no_day(when: str) -> None:
    assert [
        value for value in _meant(when, "0001-01-03") if value < "0001-01-01" or value > "0001-01-03"
    ] == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("today", "9999-12-31"),
        ("in December 9999", "9999-12"),
        ("this year", "9999"),
        ("yesterday", "9999-12-30"),
    ],
)
def test_the_last_days_of_the_calendar_are_days(words: str, value: str) -> None:
    assert [one.value for one in find_dates(f"It rained {words}.", "9999-12-31")] == [value]


@pytest.mark.parametrize(
    ("words", "published", "value"),
    [
        ("this winter", "2031-12-20", "2031-12"),
        ("this winter", "2032-01-20", "2031-12/2032-01"),
        ("this winter", "2032-03-20", "2031-12/2032-02"),
        ("in spring 2031", "2031-03-10", "2031-03"),
        ("this week", "2031-03-10", "2031-03-10"),
        ("this week", "2031-03-12", "2031-03-10/2031-03-12"),
    ],
)
def test_a_stretch_that_has_not_ended_goes_to_publication_and_may_be_one_day_or_month(
    words: str, published: str, value: str
) -> None:
    assert _meant(words, published) == [value]


def test_since_a_month_or_day_is_no_stretch_where_it_is_that_of_publication() -> None:
    assert since("2031-12", date(2031, 12, 20)) == "2031-12"
    assert since("2031-10", date(2031, 12, 20)) == "2031-10/2031-12"
    assert since("2031-12-20", date(2031, 12, 20)) == "2031-12-20"
