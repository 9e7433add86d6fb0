"""Direct, mixed and indirect."""

import pytest

from onrecord.encoder.marks import quotations
from onrecord.extraction.kinds import Quoted
from onrecord.model import Span

TEXT = 'She said "we stay" and that “nobody” would leave.\nHe said:\nWe go tomorrow.'


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (['"we stay"'], "direct"),
        (["we stay"], "direct"),
        (["that “nobody” would leave"], "mixed"),
        (["would leave"], "indirect"),
        (['"we stay"', "would leave"], "mixed"),
        (["We go tomorrow."], "direct"),
    ],
)
def test_the_kind_says_how_much_is_quoted(words: list[str], kind: str) -> None:
    quoted = Quoted.of(quotations(TEXT, [Span(0, 49)]), [span("We go tomorrow.")])
    assert quoted.kind(TEXT, [span(each) for each in words]) == kind


def test_inside_another_s_words_only_marks_inside_them_count() -> None:
    text = "“He told me ‘go home’ and that I was late,” she said."
    marks = quotations(text, [Span(0, len(text))])
    inner = Quoted.inside([Span(0, text.index(" she"))], marks)
    assert inner.kind(text, [Span(text.index("‘go"), text.index(" and"))]) == "direct"
    assert inner.kind(text, [Span(text.index("that I"), text.index(",”"))]) == "indirect"
