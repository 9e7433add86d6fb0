"""Where a clause looks from the day it is told on: words that say that a day is to come although the verb is past."""

import pytest

from onrecord.resolution.dates import find_dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mira Oster spoke ahead of Sunday's vote.", "2031-03-09"),
        ("Sellers closed their stalls ahead of the weekend.", "2031-W10-WE"),
        ("He left ahead of the 15 March vote.", "2031-03-15"),
        ("He was glad of Sunday's vote.", "2031-03-02"),
        ("He went ahead on Sunday.", "2031-03-02"),
        ("Of Sunday's vote he said nothing.", "2031-03-02"),
    ],
)
def test_what_something_is_ahead_of_is_to_come(text: str, value: str) -> None:
    assert [one.value for one in find_dates(text, "2031-03-06")] == [value]
