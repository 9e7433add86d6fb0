"""Dates in texts that nobody wrote for us: impossible days, absurd numbers, hostile repetition."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Block, Span
from onrecord.resolution.dates import find_dates
from onrecord.resolution.dates.lexicon import CLASSES

_DAY = r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"
VALUE = re.compile(
    rf"(?:{_DAY}|XXXX-WXX-[1-7])(?:T(?:\d\d(?::\d\d){{1,2}}|MO|AF|EV|NI))?"
    r"|(?:\d{4}|XXXX)(?:-(?:\d\d|XX|W\d\d|WXX|[QH][1-4X]|WI|SP|SU|FA)(?:-WE)?)?"
    r"|\d{2,3}|XXX?|BC\d{4}|(?:PAST|PRESENT|FUTURE)_REF"
    r"|P(?:T?(?:\d+(?:\.\d+)?|X)[A-Z]{1,2})+(?:T\d+[A-Z])?"
)
WORDS = sorted({word for words in CLASSES.values() for word in words.split()})
ODD = (
    "1 31 32 0 00 0000 1990 2024 99999 99999999 1,200 2.5 ½ 2 1/2 29 30 3rd 21st 1990s 0s 11/02/89 2024-02-30 10:35 "
    "25:99 5.30 9999 1000 '98 '90s - , . ( ) $ said will be the of Q3 H9 1994-95 May March ٣ ۲۰۲۴"
).split()


@given(
    st.lists(
        st.sampled_from([*WORDS, *ODD]).flatmap(lambda word: st.sampled_from([word, word.capitalize()])),
        max_size=14,
    ),
    st.sampled_from([" ", "-", ", ", "\n\n"]),
    st.sampled_from([None, "0001-01-01", "9999-12-31", "2024-02-29", "1998-03-04", "no day"]),
)
@settings(max_examples=300, deadline=None)
def test_whatever_words_come_together_every_value_is_one_of_timex3(
    words: list[str], between: str, published: str | None
) -> None:
    text = between.join(words)
    found = find_dates(text, published)
    assert [one for one in found if not VALUE.fullmatch(one.value)] == []
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    for one in find_dates(text, "2031-03-04"):
        assert one.span.of(text).strip()


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "last ",
        "one ",
        "the ",
        "two-",
        "£",
        "1,111,",
        "end of the ",
        " ",
        "\n",
        "1:",
        "٣",
        "a.m. ",
        "2 1/",
        "'",
    ],
)
def test_a_megabyte_of_one_piece_is_passed_over_at_once(piece: str) -> None:
    """Some 0.1 to 0.5 seconds of the processor where this was measured; anything quadratic would take hours."""
    text = piece * (1_000_000 // len(piece))
    begun = time.process_time()
    find_dates(text, "2031-03-04")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "sentence", ["On Friday, May 1, he said so. ", "In the late end of the first x half of ", "two-x"]
)
def test_time_grows_with_the_length_of_the_text(sentence: str) -> None:
    def took(times: int) -> float:
        begun = time.process_time()
        find_dates(sentence * times, "2031-03-04")
        return time.process_time() - begun

    took(100)
    assert took(8_000) < 40 * max(took(1_000), 0.001)  # 8 times as long; 64 if it were quadratic


@pytest.mark.parametrize(
    "text",
    [
        "99999999 years ago",
        "9999 years ago",
        "the year 0000",
        "Feb. 30, 2024",
        "February 29, 2023",
        "2024-13-41",
        "31/31/2024",
    ],
)
def test_what_no_calendar_holds_gives_no_day(text: str) -> None:
    assert [one.value for one in find_dates(text, "2031-03-04") if re.fullmatch(_DAY, one.value)] == []


def test_leap_days_are_kept_where_there_are_some() -> None:
    assert [one.value for one in find_dates("It sank on Feb. 29.", "2031-03-04")] == ["2028-02-29"]
    assert [one.value for one in find_dates("It sank on Feb. 29, 2024.", None)] == ["2024-02-29"]


def test_only_ascii_digits_are_numbers() -> None:
    assert find_dates("في ٢٠٢٤ and ２０２４", "2031-03-04") == []


def test_a_date_to_come_is_a_date() -> None:
    assert [one.value for one in find_dates("The bond is due in 2099.", "2031-03-04")] == ["2099"]


def test_captions_do_not_change_what_the_next_sentence_goes_on_from() -> None:
    text = "They met on 3 May 2020.\n\nThe pier, in 1950.\n\nTwo days later they parted."
    caption = Block(span=Span(text.index("The pier"), text.index("1950.") + 5), role="caption")
    beside = [one.value for one in find_dates(text, "2031-03-04", [caption])]
    assert beside == ["2020-05-03", "1950", "2020-05-05"]
    assert [one.value for one in find_dates(text, "2031-03-04")][-1] != "2020-05-05"
