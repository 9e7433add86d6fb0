"""Days that stand in an article and are those of something else."""

import pytest
from speaking import told

from onrecord.model import SaidOn
from onrecord.resolution.dates import find_dates
from onrecord.resolution.resolving import resolve
from onrecord.resolution.sayings.follows import following

LOCK = """Judge speaks on the lock

By Ilse Dorn

A judge said on Friday that the lock of Sund should not be built as planned. The cost, last counted {}, was high.

Minister Bruno Haake said the plan was unchanged. "We shall build it," Haake said.

The harbour board, which {} to pay a half, said it would wait.
"""


def _days(text: str, *parts: tuple[str, str | None, str | None], **facts: object) -> list[SaidOn | None]:
    report, found = told(text, *parts, **facts)
    return [one.said_on for one in resolve(report, found)]


def test_an_article_without_a_day_lends_its_statements_none_from_elsewhere_in_the_text() -> None:
    days = _days(
        LOCK.format("in spring 2034", "agreed"),
        ("that the lock of Sund should not be built as planned", "said", "A judge"),
        ("the plan was unchanged", "said", "Minister Bruno Haake"),
        ('"We shall build it,"', "said", "Haake"),
        ("it would wait", "said", "The harbour board"),
        published=None,
    )
    assert days == [None] * 4


def test_a_day_beside_the_cue_is_told_without_it_too() -> None:
    text = "The lock\n\nMinister Bruno Haake said on 5 March 2031 that the lock of Sund would be built.\n"
    [day] = _days(
        text, ("that the lock of Sund would be built", "said", "Minister Bruno Haake"), published=None
    )
    assert day is not None
    assert day.value == "2031-03-05"


def test_what_somebody_calls_today_is_no_day_of_what_another_says() -> None:
    text = """The lock

At the conference in Varn, Minister Bruno Haake declared: "Our concern today is the gates."

"The board has no money," engineer Ilse Dorn said.
"""
    [_, day] = _days(
        text,
        ('"Our concern today is the gates."', "declared", "Minister Bruno Haake"),
        ('"The board has no money,"', "said", "engineer Ilse Dorn"),
        published="2031-03-14",
    )
    assert day is not None
    assert day.inferred


@pytest.mark.parametrize("later", ["Within 24 hours", "Hours later", "Shortly afterwards"])
@pytest.mark.parametrize(("before", "day"), [("In August", "2030-08"), ("On 3 March", "2031-03-03")])
def test_hours_later_is_the_day_or_month_that_was_told_before(later: str, before: str, day: str) -> None:
    text = f"""The lock

{before}, engineer Ilse Dorn suggested that the gates could wait. The town was in uproar. {later}, the minister had to
say that they could not.
"""
    [first, second] = _days(
        text,
        ("that the gates could wait", "suggested", "engineer Ilse Dorn"),
        ("that they could not", "had to\nsay", "the minister"),
        published="2031-03-14",
    )
    assert (first and first.value, second and second.value) == (day, day)


def test_within_hours_of_something_is_the_day_of_that() -> None:
    text = "On 3 March the lock was closed. Within hours of the protest, the minister spoke."
    dates = find_dates(text, "2031-03-14")
    assert list(following(text, dates)) == []
