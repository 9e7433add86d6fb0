"""A text as the model takes it: word pieces with their places, and which pieces make a word.

Paragraphs are tokenised one by one and joined by a break piece, so that no piece reaches over a paragraph's end.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder.canonical import canonical
from onrecord.encoder.marks import Quotation, quotations
from onrecord.model import Span

Ints = NDArray[np.int64]

BREAK = 2  # [unused1] of the BERT vocabulary stands between paragraphs
OUTSIDE, INSIDE, MARK = 0, 1, 2  # a piece outside quotation marks, inside, or a mark itself
QUOTE_STATES = 3
SMALL, CAPITAL, CAPITALS = 0, 1, 2  # of a word: no capital first, one first, capitals alone
SIGNS = QUOTE_STATES * 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """n pieces and w words (a word is what the tokeniser first splits: punctuation stands alone).

    `ids`, `signs`: n; what goes into the network, without [CLS] and [SEP].  The vocabulary knows neither quotations nor
    capitals: a sign is the state of quotation of a piece and QUOTE_STATES times the capitals of its word.
    `word_start`, `word_end`: w; places in the text, in code points, half open.
    `first`, `last`: w; the index of a word's first and last piece.
    `paragraph`: w; the number of the word's paragraph.
    `quotations`: where the text stands between quotation marks.
    """

    ids: Ints
    signs: Ints
    word_start: Ints
    word_end: Ints
    first: Ints
    last: Ints
    paragraph: Ints
    quotations: tuple[Quotation, ...]

    def words_in(self, span: Span) -> range:
        """The numbers of the words that share a character with a place of the text."""
        start = int(np.searchsorted(self.word_end, span.start, side="right"))
        return range(start, int(np.searchsorted(self.word_start, span.end, side="left")))


def cut(text: str, paragraphs: Sequence[Span], tokenizer: Tokenizer) -> Pieces:
    """Cut the paragraphs of a text into pieces; what lies outside the paragraphs is not read."""
    found = quotations(text, paragraphs)
    plain = canonical(text, found)
    builder = _Builder()
    for number, paragraph in enumerate(paragraphs):
        encoding = tokenizer.encode(plain[paragraph.start : paragraph.end], add_special_tokens=False)
        builder.add(number, paragraph.start, encoding.ids, encoding.offsets, encoding.word_ids)
    return builder.build(text, _quote_state(len(text), found), found)


def _quote_state(length: int, found: Sequence[Quotation]) -> NDArray[np.int8]:
    state = np.zeros(length + 1, np.int8)
    outer = [quotation for quotation in found if not quotation.inner]
    for quotation in outer:
        state[quotation.span.start : quotation.span.end] = INSIDE
    for quotation in outer:
        state[quotation.span.start] = MARK
        state[quotation.span.end - quotation.closing : quotation.span.end] = MARK
    return state


class _Builder:
    """Gathers pieces paragraph by paragraph, in plain lists: faster than growing arrays."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self.starts: list[int] = []
        self.words: list[tuple[int, int, int, int, int]] = []  # start, end, first, last, paragraph

    def add(
        self,
        paragraph: int,
        shift: int,
        ids: list[int],
        offsets: list[tuple[int, int]],
        word_ids: list[int | None],
    ) -> None:
        if not ids:
            return
        if self.ids:
            self.ids.append(BREAK)
            self.starts.append(-1)
        base, previous = len(self.ids), None
        for index, ((start, end), word) in enumerate(zip(offsets, word_ids, strict=True)):
            if word == previous and self.words:
                begun, _, first, _, _ = self.words[-1]
                self.words[-1] = (begun, end + shift, first, base + index, paragraph)
            else:
                self.words.append((start + shift, end + shift, base + index, base + index, paragraph))
            previous = word
            self.starts.append(start + shift)
        self.ids += ids

    def build(self, text: str, state: NDArray[np.int8], found: Sequence[Quotation]) -> Pieces:
        starts = np.array(self.starts, np.int64)
        words = np.array(self.words, np.int64).reshape(-1, 5)
        return Pieces(
            ids=np.array(self.ids, np.int64),
            signs=np.where(starts < 0, OUTSIDE, state[starts]) + QUOTE_STATES * self._capitals(text),
            word_start=words[:, 0].copy(),
            word_end=words[:, 1].copy(),
            first=words[:, 2].copy(),
            last=words[:, 3].copy(),
            paragraph=words[:, 4].copy(),
            quotations=tuple(found),
        )

    def _capitals(self, text: str) -> Ints:
        """The capitals of the word of each piece."""
        states = np.zeros(len(self.ids), np.int64)
        for start, end, first, last, _ in self.words:
            if text[start].isupper():
                alone = end - start > 1 and text[start:end].isupper()
                states[first : last + 1] = CAPITALS if alone else CAPITAL
        return states
