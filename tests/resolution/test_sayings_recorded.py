"""The day on which a conversation was recorded is that of all its answers."""

import pytest
from speaking import told

from onrecord.resolution.resolving import resolve

TALK = """Ilse Dorn on the lock

The lock of Sund has been shut since Monday.

Post: Why is it shut?

Ilse Dorn: Nobody paid for the gates.

Post: Will it open?

Ilse Dorn: In May.

{}
"""


def _day(line: str, content: str, cue: str, source: str) -> str | None:
    report, found = told(TALK.format(line), (content, cue, source), published="2031-03-14")
    [one] = resolve(report, found)
    return one.said_on.value if one.said_on else None


@pytest.mark.parametrize(
    "line",
    [
        "Interview recorded on 3 March.",
        "The conversation was conducted on 3 March.",
        "Recorded on 3 March.",
    ],
)
def test_it_is_the_day_of_an_answer(line: str) -> None:
    assert _day(line, "Nobody paid for the gates.", ":", "Ilse Dorn") == "2031-03-03"


def test_a_day_of_something_else_is_not() -> None:
    line = "The lock was filmed on 3 March and again on 5 March."
    assert _day(line, "Nobody paid for the gates.", ":", "Ilse Dorn") != "2031-03-03"
