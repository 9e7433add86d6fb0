"""Annotated texts as the network learns them: a label a word, and which spans belong together.

Cut by the same code that cuts a text at run time.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder.labels import CONTENT, CUE, SOURCE, begin, inside
from onrecord.encoder.pieces import Pieces, cut
from onrecord.model import Span
from training.polnear import Annotated

_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]*[^\s\u2028\u2029][^\r\n\u2028\u2029]*")

Links = dict[int, frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of words with one role: first and last piece, both included."""

    role: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """`labels`: n, a label on a word's first piece and -100 elsewhere; links go from segment number to numbers."""

    name: str
    pieces: Pieces
    labels: NDArray[np.int64]
    segments: tuple[Segment, ...]
    cues_of: Links
    sources_of: Links
    weight: float


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that hold more than blanks: PolNeAR's texts have a paragraph a line."""
    return [Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(text)]


def make(article: Annotated, tokenizer: Tokenizer) -> Example:
    """The example that an annotated text makes."""
    pieces = cut(article.text, paragraphs(article.text), tokenizer)
    maker = _Maker(pieces)
    for row in article.attributions:
        maker.add(row.source, row.cue, row.content)
    return Example(
        name=article.name, pieces=pieces, labels=maker.labels(), segments=tuple(maker.segments()),
        cues_of=_frozen(maker.cues_of), sources_of=_frozen(maker.sources_of), weight=article.weight,
    )  # fmt: skip


def _frozen(links: dict[int, set[int]]) -> Links:
    return {key: frozenset(values) for key, values in links.items()}


class _Maker:
    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.numbers: dict[tuple[int, int, int], int] = {}  # role, first word, last word + 1
        self.cues_of: dict[int, set[int]] = {}
        self.sources_of: dict[int, set[int]] = {}

    def add(self, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]) -> None:
        sources = {n for span in source for n in self._numbers(SOURCE, span)}
        cues = {n for span in cue for n in self._numbers(CUE, span)}
        for number in cues:
            self.sources_of.setdefault(number, set()).update(sources)
        for number in (n for span in content for n in self._numbers(CONTENT, span)):
            self.cues_of.setdefault(number, set()).update(cues)

    def _numbers(self, role: int, span: Span) -> list[int]:
        """The segments of a span: one a paragraph, since no segment reaches over a paragraph's end."""
        words, paragraph = self.pieces.words_in(span), self.pieces.paragraph
        cuts = [words.start, *(k for k in words[1:] if paragraph[k] != paragraph[k - 1]), words.stop]
        return [self.numbers.setdefault((role, a, b), len(self.numbers)) for a, b in pairwise(cuts) if a < b]

    def labels(self) -> NDArray[np.int64]:
        words = np.zeros(len(self.pieces.first), np.int64)
        for role, start, end in self.numbers:
            words[start:end] = inside(role)
            words[start] = begin(role)
        labels = np.full(len(self.pieces.ids), -100, np.int64)
        labels[self.pieces.first] = words
        return labels

    def segments(self) -> list[Segment]:
        first, last = self.pieces.first, self.pieces.last
        return [
            Segment(role=role, first=int(first[start]), last=int(last[end - 1]))
            for role, start, end in self.numbers
        ]
