"""Dates of publication."""

import pytest

from onrecord.reading.published import dates_in, publication_day


def day_of(*lines: str) -> str | None:
    day = publication_day(found for line in lines for found in dates_in(line))
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    "line",
    [
        "2023-06-07",
        "2023-06-07T10:45:00+01:00",
        "7 June 2023",
        "7th of June 2023",
        "June 7, 2023",
        "JUNE 7, 2023",
        "Jun. 7 2023",
        "7-Jun-2023",
        "07.06.2023",
        "Wednesday, June 7, 2023",
        "Published 10:45 BST, Wed 7 June 2023",
        "Published: 22:14, 7 Jun 2023 Updated: 9:02, 8 Jun 2023",
        "Updated 8 June 2023 | First published 7 June 2023",
        "2023/06/07",
    ],
)
def test_a_day_is_read_in_the_ways_in_which_outlets_write_it(line: str) -> None:
    assert day_of(line) == "2023-06-07"


def test_a_date_called_published_comes_before_one_called_updated_wherever_they_stand() -> None:
    assert day_of("Last updated 9 June 2023", "Published 7 June 2023") == "2023-06-07"
    assert day_of("Last updated: 9 June 2023") == "2023-06-09"


def test_a_day_that_can_be_read_two_ways_needs_other_evidence() -> None:
    assert day_of("03/04/2023") is None
    assert day_of("Mon 03/04/2023") == "2023-04-03"
    assert day_of("03/04/2023", "Updated 3 April 2023") == "2023-04-03"
    assert day_of("13/04/2023") == "2023-04-13"
    assert day_of("04/13/2023") == "2023-04-13"
    assert day_of("05/05/2023") == "2023-05-05"


@pytest.mark.parametrize(
    "line", ["31 February 2023", "1234-56-78", "12:30", "call 555 01 2023", "2023", "June 2023", ""]
)
def test_what_is_no_day_of_the_calendar_is_none(line: str) -> None:
    assert day_of(line) is None


def test_places_count_characters_of_the_line() -> None:
    line = "By Ann Lee, 7 June 2023"
    (found,) = dates_in(line)
    assert line[found.start : found.end] == "7 June 2023"
