"""Quotations with a signature after a dash."""

import time

import pytest

from onrecord.extraction.drafts import Draft
from onrecord.extraction.edges import Edges
from onrecord.extraction.signed import attribute_signed, signed_quotations
from onrecord.model import Block, Span


def laid_out(*paragraphs: str) -> tuple[str, list[Block]]:
    text = "\n\n".join(paragraphs)
    places = [text.index(words) for words in paragraphs]
    spans = [Span(a, a + len(words)) for a, words in zip(places, paragraphs, strict=True)]
    return text, [Block(span=span, role="paragraph") for span in spans]


def found(*paragraphs: str) -> list[tuple[str, str, str]]:
    text, blocks = laid_out(*paragraphs)
    return [(q.body[0].of(text), q.dash.of(text), q.who.of(text)) for q in signed_quotations(blocks, text)]


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        ("“Close it.” ― Ana Ruiz", ("“Close it.”", "―", "Ana Ruiz")),
        ("”Close it.”\u00a0—\u00a0Ana Ruiz.", ("”Close it.”", "—", "Ana Ruiz")),
        (
            '"Two months\' pay, and they call it “fair”." -- Pier van Dam, 34, a baker',
            ('"Two months\' pay, and they call it “fair”."', "--", "Pier van Dam, 34, a baker"),
        ),
        ("*“Close it.”* – *Ana Ruiz (Halden)*", ("“Close it.”", "–", "Ana Ruiz (Halden)")),
        ("«Fermez-le.» — Odile Farran", ("«Fermez-le.»", "—", "Odile Farran")),
    ],
)
def test_a_paragraph_with_its_signature(paragraph: str, parts: tuple[str, str, str]) -> None:
    assert found(paragraph) == [parts]


def test_a_signature_alone_in_the_next_paragraph() -> None:
    assert found("“Close it.”", "— Ana Ruiz, baker", "The bridge opened in May.") == [
        ("“Close it.”", "—", "Ana Ruiz, baker")
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We won,” he said — and Ruiz laughed.",
        "“No.” – then silence.",
        "“No.” – Ruiz smiled and left",
        "“No.” Ana Ruiz",
        '"We will close the harbour," Mara Lind said. "It is over for us." — Ana Ruiz',
        "“It is over for us.” — Reuters",
        "Ruiz said: “No.” — Ana Ruiz",
        "“No.” — “Yes.”",
        "“” — Ana Ruiz",
        "“No.” — Will it rain?",
        "“No.” — " + "Ana " * 40,
        "— Ana Ruiz",
        "“",
    ],
)
def test_what_is_none(paragraph: str) -> None:
    assert found(paragraph) == []


@pytest.mark.parametrize(
    ("paragraphs", "bodies", "who"),
    [
        (["Let him say so.", "— Ana Ruiz, in a letter"], ["Let him say so."], "Ana Ruiz"),
        (["> Let him say so.\n> — Ana Ruiz"], ["Let him say so."], "Ana Ruiz"),
        (["> Let him say so", "> -- Ana Ruiz"], ["Let him say so"], "Ana Ruiz"),
        (["One.", "Two. — Ana Ruiz"], ["One.", "Two."], "Ana Ruiz"),
    ],
)
def test_a_block_set_apart_needs_no_marks_to_be_signed(
    paragraphs: list[str], bodies: list[str], who: str
) -> None:
    text, blocks = laid_out(*paragraphs)
    quoted = [Block(span=block.span, role="quotation") for block in blocks]
    assert signed_quotations(blocks, text) == []
    (one,) = signed_quotations(quoted, text)
    assert [piece.of(text) for piece in one.body] == bodies
    assert one.who.of(text) == who


@pytest.mark.parametrize(
    "paragraph", ["We won — Ana Ruiz and I.", "We won. - and left", "We won.\n- It rained."]
)
def test_a_block_that_ends_in_no_name_is_not_signed(paragraph: str) -> None:
    assert signed_quotations([Block(span=Span(0, len(paragraph)), role="quotation")], paragraph) == []


def test_one_word_signs_where_several_quotations_are_signed() -> None:
    assert [who for _, _, who in found("“Close it.” — Ana", "“Keep it.” — Bo")] == ["Ana", "Bo"]


def draft(content: list[Span], cue: list[Span] | None = None) -> Draft:
    return Draft(content=tuple(content), cue=tuple(cue or ()), source=(), doubts={})


def test_twenty_thousand_signed_quotations_take_seconds() -> None:
    paragraph, apart = "“Close it.” — Ana Ruiz", 24
    text = "\n\n".join([paragraph] * 20_000)
    spans = [Span(at, at + len(paragraph)) for at in range(0, len(text), apart)]
    rows = [Block(span=span, role="quotation" if k % 2 else "paragraph") for k, span in enumerate(spans)]
    begun = time.process_time()
    signed = signed_quotations(rows, text)
    kept = attribute_signed([draft([Span(span.start, span.start + 9)]) for span in spans], signed)
    assert len(signed) == len(kept) == 20_000
    assert time.process_time() - begun < 8


def test_a_long_run_of_letters_or_line_breaks_costs_no_more_than_it_is_long() -> None:
    begun = time.process_time()
    Edges("a" * 200_000 + " " + "1" * 200_000)
    breaks = "> " + "\n" * 20_000 + "Keep it"
    assert signed_quotations([Block(span=Span(0, len(breaks)), role="quotation")], breaks) == []
    assert time.process_time() - begun < 2


def test_what_is_signed_is_the_signers_and_nobody_elses() -> None:
    text, blocks = laid_out(
        "“Close it.” — Ana Ruiz", "“Keep it, my aunt says no.” — Bo Lind", "Bo Lind laughed."
    )
    (first, second, last) = (block.span for block in blocks)
    signed = signed_quotations(blocks, text)
    says = text.index("says")
    inside = draft([Span(says + 5, says + 7)], [Span(says, says + 4)])
    merged = draft([first, second, last])
    wrong = draft([Span(second.start, second.start + 9)])
    kept = attribute_signed([merged, wrong, inside], signed)
    assert [[piece.of(text) for piece in one.content] for one in kept] == [
        ["Bo Lind laughed."],
        ["no"],
        ["“Close it.”"],
        ["“Keep it, my aunt says no.”"],
    ]
    assert [one.source[0].of(text) for one in kept[2:]] == ["Ana Ruiz", "Bo Lind"]


def test_the_signature_of_a_block_is_nobodys_words() -> None:
    text, blocks = laid_out("Let him say so.", "— Ana Ruiz, in a letter")
    quoted = [Block(span=block.span, role="quotation") for block in blocks]
    (one,) = attribute_signed([draft([block.span for block in blocks])], signed_quotations(quoted, text))
    assert [piece.of(text) for piece in one.content] == ["Let him say so."]


def test_without_signatures_nothing_changes() -> None:
    text, blocks = laid_out("Ana Ruiz said “no”.")
    drafts = [draft([Span(14, 18)])]
    assert attribute_signed(drafts, signed_quotations(blocks, text)) == drafts
