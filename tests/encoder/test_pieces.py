"""Pieces know their places in the text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.encoder.folder import SHIPPED
from onrecord.encoder.pieces import (
    BREAK,
    CAPITAL,
    CAPITALS,
    INSIDE,
    MARK,
    OUTSIDE,
    QUOTE_STATES,
    SMALL,
    Pieces,
    cut,
)
from onrecord.model import Span


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    loaded = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


def words(pieces: Pieces, text: str) -> list[str]:
    return [text[a:b] for a, b in zip(pieces.word_start, pieces.word_end, strict=True)]


def test_words_are_the_text_s_words(tokenizer: Tokenizer) -> None:
    text = "The Kestrian envoy’s answer: “No.”"
    pieces = cut(text, [Span(0, len(text))], tokenizer)
    assert words(pieces, text) == "The Kestrian envoy ’ s answer : “ No . ”".split()


def test_a_break_stands_between_paragraphs(tokenizer: Tokenizer) -> None:
    text = "One.\n\nTwo."
    pieces = cut(text, [Span(0, 4), Span(6, 10)], tokenizer)
    assert list(pieces.ids).count(BREAK) == 1
    assert list(pieces.paragraph) == [0, 0, 1, 1]


def test_what_lies_outside_the_paragraphs_is_not_read(tokenizer: Tokenizer) -> None:
    text = "Menu Share\n\nShe said so."
    pieces = cut(text, [Span(12, len(text))], tokenizer)
    assert words(pieces, text) == ["She", "said", "so", "."]


def test_pieces_know_whether_they_are_quoted(tokenizer: Tokenizer) -> None:
    text = "He said “yes” twice"
    pieces = cut(text, [Span(0, len(text))], tokenizer)
    assert list(pieces.signs % QUOTE_STATES) == [OUTSIDE, OUTSIDE, MARK, INSIDE, MARK, OUTSIDE]


def test_pieces_know_the_capitals_of_their_words(tokenizer: Tokenizer) -> None:
    text = "The OECD’s Kerlavan I"
    pieces = cut(text, [Span(0, len(text))], tokenizer)
    states = [
        list(pieces.signs[a : b + 1] // QUOTE_STATES) for a, b in zip(pieces.first, pieces.last, strict=True)
    ]
    assert [set(some) for some in states] == [{CAPITAL}, {CAPITALS}, {SMALL}, {SMALL}, {CAPITAL}, {CAPITAL}]
    assert len(states[4]) > 1  # all pieces of a word alike


def test_words_are_found_by_place(tokenizer: Tokenizer) -> None:
    text = "He said nothing at all"
    pieces = cut(text, [Span(0, len(text))], tokenizer)
    assert pieces.words_in(Span(3, 10)) == range(1, 3)


@given(st.text(max_size=60))
def test_places_are_in_order_and_inside_the_text(tokenizer: Tokenizer, text: str) -> None:
    if not text:
        return
    pieces = cut(text, [Span(0, len(text))], tokenizer)
    assert (pieces.word_start <= pieces.word_end).all()
    assert (np.diff(pieces.word_start) >= 0).all()
    assert not len(pieces.word_end) or pieces.word_end.max() <= len(text)
