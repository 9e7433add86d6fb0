"""Interviews without labels: who asks and who answers, told by the row of paragraphs."""

import pytest

from onrecord.extraction.blocks import BlockQuotation, attribute_answers
from onrecord.extraction.drafts import Draft
from onrecord.extraction.interviews import answers
from onrecord.model import Block, Span

INTERVIEW = (
    "The ferry woman",
    "Odile Farran has run the last ferry for thirty years. She received us on deck.",
    "Do you miss the bridge?",
    "I never used it. My father did.",
    "People say you are stubborn.",
    "They told me so in May. I agreed.",
    "Would you stop if the council paid you?",
    "No.",
    "And besides, I have nobody to leave her to.",
    "What of your boat?",
    "She is older than I am.",
    "The conversation was shortened. The council did not answer.",
)
EXPLAINER = (
    "What you need to know about the ferry",
    "Why is the ferry closed?",
    "The hull failed an inspection on Monday.",
    "When will it run again?",
    "The council expects it by June.",
    "What does your ticket cost now?",
    "It remains valid on buses.",
    "Who pays?",
    "The county pays half.",
)


def laid_out(paragraphs: tuple[str, ...]) -> tuple[str, list[Block]]:
    text = "\n\n".join(paragraphs)
    places = [text.index(words) for words in paragraphs]
    spans = [Span(a, a + len(words)) for a, words in zip(places, paragraphs, strict=True)]
    return text, [Block(span=span, role="paragraph") for span in spans]


def found(paragraphs: tuple[str, ...]) -> list[tuple[str, ...]]:
    text, blocks = laid_out(paragraphs)
    return [tuple(span.of(text) for span in answer) for answer in answers(blocks, text)]


def test_answers_are_what_stands_between_questions_and_remarks() -> None:
    assert found(INTERVIEW) == [
        ("I never used it. My father did.",),
        ("They told me so in May. I agreed.",),
        ("No.", "And besides, I have nobody to leave her to."),
        ("She is older than I am.",),
    ]


def test_what_the_report_answers_itself_is_no_interview() -> None:
    assert found(EXPLAINER) == []


def test_labels_are_left_to_the_network() -> None:
    labelled = tuple(
        f"FARRAN: {words}" if number % 2 else f"Q {words}" for number, words in enumerate(INTERVIEW)
    )
    assert found(labelled) == []


@pytest.mark.parametrize("paragraphs", [(), ("Do you?",), ("Do you?", "I do.")])
def test_too_little_is_no_interview(paragraphs: tuple[str, ...]) -> None:
    assert found(paragraphs) == []


def test_a_long_hostile_row_takes_linear_time() -> None:
    assert len(found(tuple(f"Do you {n}?" if n % 2 else f"I do {n}." for n in range(1, 4001)))) == 2000


def test_what_an_answer_reports_stays_and_what_it_is_itself_goes() -> None:
    text, blocks = laid_out(INTERVIEW)
    body = (blocks[5].span,)

    def draft(content: str, cue: str = "", source: str = "") -> Draft:
        parts = (
            (Span(text.index(words), text.index(words) + len(words)),) if words else ()
            for words in (content, cue, source)
        )
        content_at, cue_at, source_at = parts
        return Draft(content=content_at, cue=cue_at, source=source_at, doubts={"no_cue": 0.0})

    reported = draft("so", "told", "They")
    part = draft("They told me so in May")
    answer = BlockQuotation(lead=None, body=body)
    kept = attribute_answers([reported, part], [answer], text)
    assert [(one.content, bool(one.cue)) for one in kept] == [(reported.content, True), (body, False)]
