"""Borders that cut no number and no word in two, and keep no mark of Markdown's."""

import pytest

from onrecord.extraction.drafts import Draft
from onrecord.extraction.edges import Edges, without_marks
from onrecord.model import Span


def place(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def settled(content: str, text: str, cue: str = "") -> tuple[str, str]:
    one = Draft(content=(place(content, text),), cue=(place(cue, text),) if cue else (), source=(), doubts={})
    found = Edges(text).settle(one)
    return found.content[0].of(text), "".join(span.of(text) for span in found.cue)


@pytest.mark.parametrize(
    ("cut", "whole", "text"),
    [
        ("of 25", "of 25,000", "On Friday he spoke of 25,000."),
        ("000 crowns", "40,000 crowns", "It put the sum at 40,000 crowns."),
        ("twice in e-", "twice in e-mails", "She wrote twice in e-mails."),
        ("based union", "Halden-based union", "The Halden-based union."),
        ("at 14.", "at 14.20", "It left at 14.20 or later."),
        ("spoke of 25", "spoke of 25", "He spoke of 25, and left."),
        ("said no", "said no", "He said no - and left."),
    ],
)
def test_a_border_cuts_no_number_and_no_word(cut: str, whole: str, text: str) -> None:
    assert settled(cut, text)[0] == whole


def test_a_content_does_not_grow_into_its_cue() -> None:
    assert settled("Never", "Never-said it was.", cue="said") == ("Never", "said")


@pytest.mark.parametrize(
    ("marked", "bare", "text"),
    [
        ("# Ministry", "Ministry", "Rain.\n# Ministry takes it back"),
        ("> We won", "We won", "> We won."),
        ("> We won", "We won", "Rain.\n>\u00a0> We won."),
        ("> we won", "> we won", "Rain > we won."),
        ("**The Herald**", "The Herald", "By **The Herald** today"),
        ("**The Herald", "The Herald", "By **The Herald** today"),
        ("_The Herald_", "The Herald", "By _The Herald_ today"),
        ("__The Herald", "The Herald", "By __The Herald__ today"),
        ("_Lamp_ editor", "_Lamp_ editor", "The _Lamp_ editor"),
        ("Herald**", "Herald", "By **The Herald** today"),
        ("*Lamp* editor", "*Lamp* editor", "The *Lamp* editor"),
        ("the *Lamp*", "the *Lamp*", "Ask the *Lamp* editor"),
        ("f***", "f***", "He called it f*** again"),
        ("#bridge", "#bridge", "#bridge is open"),
        ("C# user", "C# user", "The C# user"),
        ("**", "**", "a ** b **"),
    ],
)
def test_marks_at_a_border_go_and_words_stay(marked: str, bare: str, text: str) -> None:
    assert without_marks(place(marked, text), text).of(text) == bare
