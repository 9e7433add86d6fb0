"""The day that stands at the head of an article, from which dates are told where nobody says when it appeared."""

import time

import pytest

from onrecord.model import Block, Role, Span
from onrecord.resolution.dates import find_dates


def _values(*parts: tuple[Role, str]) -> list[str]:
    """The values in an article of these blocks."""
    text, blocks = "", []
    for role, words in parts:
        blocks.append(Block(span=Span(len(text), len(text) + len(words)), role=role))
        text += words + "\n\n"
    return [one.value for one in find_dates(text, None, blocks)]


@pytest.mark.parametrize(
    "line",
    [
        "**The Halvern Post** | 14 October 2032 | Mira Oster",
        "Mira Oster · Thursday, 14 October 2032, 09.30",
        "Published on 14 October 2032",
        "HALVERN, 14 October 2032",
    ],
)
def test_the_day_at_the_head_is_what_dates_are_told_from(line: str) -> None:
    body = (
        "The two met in the hall on Wednesday and neither gave way over the pier, as everybody had feared.\n\n"
        "She had voted for the pier in 2029. He said that he had told her so in July. He wrote on 11 October. "
        "The works will begin on 1 November. Her office said that she would speak on Friday. She left last year."
    )
    text = f"Oster against Oster: the pier debate\n\n{line}\n\n{body}"
    head = text.index("14 October")
    blocks = [
        Block(span=Span(0, text.index("\n")), role="heading"),
        Block(span=Span(text.index(line), text.index(line) + len(line)), role="standfirst"),
        Block(span=Span(text.index(body), len(text)), role="paragraph"),
    ]
    found = [
        one.value for one in find_dates(text, None, blocks) if one.span.start > head + len("14 October 2032")
    ]
    assert found == [
        "2032-10-13", "2029", "2032-07", "2032-10-11", "2032-11-01", "2032-10-15", "2031",
    ]  # fmt: skip


def test_a_day_in_a_sentence_at_the_head_is_not_that_of_the_report() -> None:
    first = "On 14 October 2002 the pier burned down and nobody was hurt."
    text = f"The pier\n\n{first}\n\nShe left last year."
    blocks = [
        Block(span=Span(0, 8), role="heading"),
        Block(span=Span(10, 10 + len(first)), role="standfirst"),
        Block(span=Span(12 + len(first), len(text)), role="paragraph"),
    ]
    assert [one.value for one in find_dates(text, None, blocks)] == ["2002-10-14", "XXXX"]


@pytest.mark.parametrize(
    "heading", ["Talks to go on Monday", "1 May 2029: the pier, two days later", "Talks"]
)
def test_a_day_in_the_heading_does_not_hide_the_dateline(heading: str) -> None:
    found = _values(("heading", heading), ("dateline", "7 March 2031"), ("paragraph", "It rained yesterday."))
    assert found[-1] == "2031-03-06"


def test_a_day_after_the_head_is_not_that_of_the_report() -> None:
    found = _values(
        ("byline", "Mira Oster"), ("paragraph", "7 March 2031"), ("paragraph", "It rained yesterday.")
    )
    assert found == ["2031-03-07", "XXXX-XX-XX"]


@pytest.mark.parametrize(
    ("line", "is_head"),
    [
        ("First published on: 4 March 2031", True),
        ("___ 4 March 2031", True),
        ("(4 March 2031)", True),
        ("Unpublished 4 March 2031", False),
        ("The pier of 4 March 2031", False),
        ("_The Halvern Post_ 4 March 2031", True),
    ],
)
def test_what_stands_before_the_day_in_its_part_of_the_line(line: str, is_head: bool) -> None:
    found = _values(("boilerplate", line), ("paragraph", "It rained yesterday."))
    assert (found[-1] == "2031-03-03") is is_head


@pytest.mark.parametrize("piece", ["_", "*(", " ", "published ", "# >"])
def test_a_long_line_before_the_day_takes_time_that_grows_with_it_alone(piece: str) -> None:
    """Some 0.1 to 0.7 seconds of the processor; minutes where it is quadratic."""
    begun = time.process_time()
    _values(("boilerplate", piece * (60_000 // len(piece)) + "x 4 March 2031"), ("paragraph", "Yesterday."))
    assert time.process_time() - begun < 5
