"""Quotations that go on in the next paragraph."""

import re
from dataclasses import replace

from onrecord.encoder.marks import quotations
from onrecord.extraction.continued import headings_apart, join_continued, paragraphs_apart
from onrecord.extraction.drafts import Draft
from onrecord.model import Span

DOUBTS = {"content": -0.1, "no_cue": 0.0, "no_source": 0.0}


def draft_of(text: str, content: str, *, cue: str | None = None, source: str | None = None) -> Draft:
    def place(words: str | None) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    return Draft(content=place(content), cue=place(cue), source=place(source), doubts=dict(DOUBTS))


def joined(text: str, *drafts: Draft) -> list[Draft]:
    paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return join_continued(drafts, paragraphs, quotations(text, paragraphs))


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“We wait,” said Brandt. “We have waited long.\n“Now we act.”"
    first = draft_of(text, "“We have waited long.", cue="said", source="Brandt")
    (one,) = joined(text, first, draft_of(text, "“Now we act.”"))
    assert [span.of(text) for span in one.content] == ["“We have waited long.", "“Now we act.”"]


def test_a_whole_quotation_after_a_quotation_keeps_the_speaker() -> None:
    text = "“We wait,” said Brandt.\n“Nobody else will.”"
    _, second = joined(
        text, draft_of(text, "“We wait,”", cue="said", source="Brandt"), draft_of(text, "“Nobody else will.”")
    )
    assert [span.of(text) for span in second.source] == ["Brandt"]
    assert second.cue == ()


def test_a_paragraph_between_breaks_the_chain() -> None:
    text = "“We wait,” said Brandt.\nRain fell on the harbour.\n“Nobody else will.”"
    _, second = joined(
        text, draft_of(text, "“We wait,”", cue="said", source="Brandt"), draft_of(text, "“Nobody else will.”")
    )
    assert second.source == ()


def test_a_quotation_with_a_cue_of_its_own_is_left_alone() -> None:
    text = "“We wait,” said Brandt.\n“We do not,” said Ostrow."
    first = draft_of(text, "“We wait,”", cue="said", source="Brandt")
    second = draft_of(text, "“We do not,”", cue="said", source="Ostrow")
    assert joined(text, first, second) == [first, second]


def test_a_crosshead_in_marks_does_not_go_on_from_a_quotation() -> None:
    text = "“We wait,” said Brandt.\n“A year of rain”\nRain fell on the harbour."
    first = draft_of(text, "“We wait,”", cue="said", source="Brandt")
    crosshead = draft_of(text, "“A year of rain”")
    paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    marks = quotations(text, paragraphs)
    _, second = join_continued([first, crosshead], paragraphs, marks, [paragraphs[1]])
    assert second.source == ()


def test_a_crosshead_is_taken_from_the_statement_before_it() -> None:
    text = "“We wait,” said Brandt.\n“A year of rain”\nRain fell on the harbour."
    both = draft_of(text, "“We wait,”", cue="said", source="Brandt")
    heading = Span(text.index("“A year"), text.index("\nRain"))
    both = replace(both, content=(*both.content, heading))
    first, second = headings_apart([both], [heading])
    assert [span.of(text) for span in first.content] == ["“We wait,”"]
    assert (first.cue, first.source) == (both.cue, both.source)
    assert (second.content, second.cue, second.source) == ((heading,), (), ())
    assert second.doubts["no_source"] == -1.0


def test_a_heading_keeps_what_it_attributes_itself() -> None:
    text = "“We wait,” says Brandt\nRain fell on the harbour."
    one = draft_of(text, "“We wait,”", cue="says", source="Brandt")
    assert headings_apart([one], [Span(0, text.index("\n"))]) == [one]


def test_what_a_heading_alone_holds_keeps_its_cue_in_the_text() -> None:
    text = "“We wait”\nThat is what Brandt said."
    one = draft_of(text, "“We wait”", cue="said", source="Brandt")
    assert headings_apart([one], [Span(0, text.index("\n"))]) == [one]


def _with_a_piece_above(text: str) -> list[Draft]:
    first = draft_of(text, "that it was safe", cue="replied", source="She")
    both = draft_of(text, "“It is not,”", cue="called", source="a man")
    above = draft_of(text, "“It holds.”").content
    paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return paragraphs_apart(
        [first, replace(both, content=(*above, *both.content))], paragraphs, quotations(text, paragraphs)
    )


def test_a_quotation_behind_somebody_elses_words_is_not_the_next_paragraphs() -> None:
    text = "She replied that it was safe. “It holds.”\n“It is not,” called a man."
    _, second, third = _with_a_piece_above(text)
    assert [span.of(text) for span in second.content] == ["“It is not,”"]
    assert [span.of(text) for span in third.content] == ["“It holds.”"]
    assert (third.cue, third.source) == ((), ())


def test_a_quotation_before_anybody_elses_words_may_be_the_next_paragraphs() -> None:
    text = "“It holds.” She replied that it was safe.\n“It is not,” called a man."
    assert len(_with_a_piece_above(text)) == 2
