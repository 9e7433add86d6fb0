"""Quotation marks of every style, and what only looks like one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.marks import Quotation, quotations
from onrecord.model import Span


def paragraphs_of(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]


def found(text: str) -> list[Quotation]:
    return quotations(text, paragraphs_of(text))


def words(text: str) -> list[str]:
    return [q.span.of(text) for q in found(text)]


@pytest.mark.parametrize(
    "quotation",
    [
        "“We stay,”",
        '"We stay,"',
        "«We stay,»",
        "„We stay,“",
        "``We stay,''",
        "‘We stay,’",
        "'We stay,'",
        "»We stay,«",
        "”We stay,”",
        "”We stay,“",
        "“We stay,“",
        "”We stay“",
    ],
)
def test_every_style_of_marks_is_a_quotation(quotation: str) -> None:
    assert words(f"{quotation} said the harbour master.") == [quotation]


def test_a_mark_that_opens_closes_nothing_before_a_word() -> None:
    text = "“The mayor said: “Go.” Then nobody moved,” said Ruiz. The sign read Stop“. “So what?”"
    assert words(text) == ["“The mayor said: “Go.”", "“So what?”"]


def test_the_words_of_a_quotation_leave_its_marks_out() -> None:
    text = "She said ``not now'' twice."
    (quotation,) = found(text)
    assert quotation.words is not None
    assert quotation.words.of(text) == "not now"


@pytest.mark.parametrize(
    "text",
    [
        "The minister's aides weren't told.",
        "The workers’ vote and the owners’ plan.",
        "Back in the '90s, rock 'n' roll was king.",
        "He is 6'2\" tall.",
        "Give 'em time.",
        "An apostrophe at the end of the reporters' ",
    ],
)
def test_an_apostrophe_opens_no_quotation(text: str) -> None:
    assert words(text) == []


def test_a_possessive_plural_does_not_close_a_british_quotation() -> None:
    text = "‘The workers’ vote is Labour’s,’ he said. ‘It isn’t mine.’"
    assert words(text) == ["‘The workers’ vote is Labour’s,’", "‘It isn’t mine.’"]


def test_a_quotation_in_a_quotation_is_inner() -> None:
    outer, inner = found("“He told me ‘go home’ and left,” she said.")
    assert (outer.inner, inner.inner) == (False, True)


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“The first part goes on.\n“And here it ends,” she said."
    first, second = found(text)
    assert (first.closed, first.span.of(text)) == (False, "“The first part goes on.")
    assert (second.closed, second.span.of(text)) == (True, "“And here it ends,”")


def test_a_stray_straight_mark_does_not_swallow_its_paragraph() -> None:
    assert words('The board is 12" wide and "nothing else was measured here.') == []


@given(st.text(alphabet="ab s.,\n“”\"«»„‘’'`", max_size=60))
def test_quotations_lie_inside_one_paragraph_each(text: str) -> None:
    paragraphs = paragraphs_of(text)
    for quotation in quotations(text, paragraphs):
        assert any(paragraph.holds(quotation.span) for paragraph in paragraphs)
        assert quotation.closed == (quotation.closing > 0)


def test_two_apostrophes_open_and_close_where_a_paper_writes_both_marks_so() -> None:
    text = "''We will go,'' she said of a rock 6'' high. ''Not now.''"
    found = quotations(text, [Span(0, len(text))])
    assert [each.span.of(text) for each in found] == ["''We will go,''", "''Not now.''"]


def test_a_closing_mark_that_stands_before_a_word_opens_only_where_another_closes() -> None:
    assert words("She said ”never” and ”not now.”") == ["”never”", "”not now.”"]
    assert words("It was a long ”day at sea. Nobody spoke.") == []
    assert words("“No,” she said ” and left.") == ["“No,”"]
