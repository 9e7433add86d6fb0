"""Quotation marks set the borders of what is quoted."""

import pytest

from onrecord.encoder.marks import quotations
from onrecord.extraction.borders import Beside, snap, whole_emphasis
from onrecord.model import Span

TEXT = 'The envoy said: "We will not trade a lake for a promise," and left. He called it "shameful" again.'
PARAGRAPH = [Span(0, len(TEXT))]


def snapped(words: str) -> str:
    start = TEXT.index(words)
    return snap(Span(start, start + len(words)), quotations(TEXT, PARAGRAPH), TEXT).of(TEXT)


@pytest.mark.parametrize(
    "words", ["We will not trade a lake for a promise", "not trade a lake for a promise,"]
)
def test_most_of_a_quotation_becomes_the_quotation(words: str) -> None:
    assert snapped(words) == '"We will not trade a lake for a promise,"'


def test_a_little_of_a_quotation_stays_a_little() -> None:
    assert snapped("a lake") == "a lake"


def test_a_piece_that_ends_in_quoted_words_takes_the_closing_mark() -> None:
    assert snapped('it "shameful') == 'it "shameful"'


def test_quotations_are_looked_up_by_place() -> None:
    text = '"One."\n"Two."'
    paragraphs = [Span(0, 6), Span(7, 13)]
    beside = Beside(quotations(text, paragraphs))
    assert [quotation.span.of(text) for quotation in beside.of(Span(9, 11))] == ['"Two."']


@pytest.mark.parametrize(
    ("words", "whole"), [("The *Courier", "The *Courier*"), ("*Lamp* editor", "*Lamp* editor")]
)
def test_a_name_in_emphasis_keeps_its_second_asterisk(words: str, whole: str) -> None:
    text = "The *Courier* asked the *Lamp* editor."
    start = text.index(words)
    assert whole_emphasis(Span(start, start + len(words)), text).of(text) == whole


def test_a_quotation_whose_closing_mark_is_lost_does_not_swallow_its_speaker() -> None:
    text = "“We are going home and will not come back until it is done, said envoy Mara Lind."
    found = quotations(text, [Span(0, len(text))])
    assert snap(Span(1, text.index(", said")), found, text).of(text) == text[: text.index(", said")]
