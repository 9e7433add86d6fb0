"""Indirect speech ends with its sentence."""

import pytest

from onrecord.encoder.marks import quotations
from onrecord.extraction.borders import Beside
from onrecord.extraction.drafts import Draft
from onrecord.extraction.sentences import end_with_sentence, says_something
from onrecord.model import Span


def ended(text: str, said: str, cue: str) -> str:
    def place(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    draft = Draft(content=place(said), cue=place(cue), source=(), doubts={})
    paragraphs = [Span(0, len(text))]
    (span,) = end_with_sentence(draft, Beside(quotations(text, paragraphs)), text).content
    return span.of(text)


@pytest.mark.parametrize(
    ("text", "said", "cue", "left"),
    [
        (
            "The minister says the money is there. It is not.",
            "the money is there. It is not",
            "says",
            "the money is there",
        ),
        (
            "She claims that 9 of 10 agree! Nobody does.",
            "that 9 of 10 agree! Nobody does",
            "claims",
            "that 9 of 10 agree",
        ),
    ],
)
def test_what_comes_after_the_sentence_is_not_said(text: str, said: str, cue: str, left: str) -> None:
    assert ended(text, said, cue) == left


@pytest.mark.parametrize(
    ("text", "said", "cue"),
    [
        ("He said that Gen. Orlo and Mr. Vane had left.", "that Gen. Orlo and Mr. Vane had left", "said"),
        ("He said the U.S. Senate and J. Orlo agreed.", "the U.S. Senate and J. Orlo agreed", "said"),
        ("He said about 3.5 per cent. of it was his", "about 3.5 per cent. of it was his", "said"),
        ("Orlo said: The bridge is closed. We wait.", "The bridge is closed. We wait", "said"),
        ("Orlo said “it is closed. We wait”.", "“it is closed. We wait”", "said"),
        ("The bridge is closed. It stays so, said Orlo.", "The bridge is closed. It stays so", "said"),
    ],
)
def test_what_may_go_on_goes_on(text: str, said: str, cue: str) -> None:
    assert ended(text, said, cue) == said


@pytest.mark.parametrize(
    ("said", "counts"), [("to", False), ("of the", False), ("…", False), ("it", True), ("to go", True)]
)
def test_a_preposition_alone_is_said_by_nobody(said: str, counts: bool) -> None:
    text = f"He wants {said} now."
    start = text.index(said)
    draft = Draft(content=(Span(start, start + len(said)),), cue=(), source=(), doubts={})
    assert says_something(draft, text) is counts


@pytest.mark.parametrize(
    ("said", "something"),
    [
        ("Page 8", False),
        ("See pages 4 and 5", False),
        ("p. 12", False),
        ("Page 8 is blank", True),
        ("8", True),
    ],
)
def test_where_to_read_on_is_nothing_said(said: str, something: bool) -> None:
    text = f"THE PACKET SAYS: {said}"
    draft = Draft(content=(Span(17, len(text)),), cue=(Span(11, 16),), source=(), doubts={})
    assert says_something(draft, text) is something
