"""The form that the model reads keeps every offset."""

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.canonical import canonical
from onrecord.encoder.marks import quotations
from onrecord.model import Span


def form(text: str) -> str:
    paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return canonical(text, quotations(text, paragraphs))


def test_outer_marks_of_every_style_become_one() -> None:
    assert form("«Go» or ‘go’ or ``go''") == "“Go” or “go” or “ go” "


def test_markdown_emphasis_becomes_blanks() -> None:
    assert form("The *Courier* was **clear**.") == "The  Courier  was   clear  ."


def test_a_product_of_two_numbers_is_not_emphasis() -> None:
    assert form("3 * 4 and snake_case_name") == "3 * 4 and snake_case_name"


@given(st.text(max_size=80))
def test_the_length_never_changes(text: str) -> None:
    assert len(form(text)) == len(text)
