"""Annotated texts as the network learns them: a label a word, and which spans belong together.

Cut by the same code that cuts a text at run time.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder.labels import CONTENT, CUE, LEVELS, OUTER, SOURCE, begin, inside
from onrecord.encoder.pieces import Pieces, cut
from onrecord.model import ACTS, NAME_KINDS, Span
from training.polnear import Annotated, Attribution

_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]*[^\s\u2028\u2029][^\r\n\u2028\u2029]*")

Links = dict[int, frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of words with one role: first and last piece, both included."""

    role: int
    level: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """`labels`: (2, n), a label a level on a word's first piece and -100 elsewhere (and where nobody marked that
    level); `names`: (n,) in the same way; links go from segment number to numbers; `acts` from a cue's number to the
    number of its act; `ours` says that our guide was followed.
    """

    name: str
    pieces: Pieces
    labels: NDArray[np.int64]
    names: NDArray[np.int64]
    segments: tuple[Segment, ...]
    cues_of: Links
    sources_of: Links
    acts: dict[int, int]
    weight: float
    ours: bool


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that hold more than blanks: PolNeAR's texts have a paragraph a line."""
    return [Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(text)]


def make(article: Annotated, tokenizer: Tokenizer) -> Example:
    """The example that an annotated text makes."""
    pieces = cut(article.text, paragraphs(article.text), tokenizer)
    maker = _Maker(pieces)
    for row in article.attributions:
        maker.add(row)
    return Example(
        name=article.name, pieces=pieces, names=_names(article, pieces), segments=tuple(maker.segments()),
        labels=maker.labels(levels=(len(LEVELS) if article.ours else OUTER + 1) if article.stated else 0),
        cues_of=_frozen(maker.cues_of), sources_of=_frozen(maker.sources_of), acts=maker.acts,
        weight=article.weight, ours=article.ours,
    )  # fmt: skip


def _names(article: Annotated, pieces: Pieces) -> NDArray[np.int64]:
    labels = np.full(len(pieces.ids), -100, np.int64)
    if article.names is not None:
        words = np.zeros(len(pieces.first), np.int64)
        for span, kind in article.names:
            of = pieces.words_in(span)
            words[of.start : of.stop] = inside(NAME_KINDS.index(kind))
            words[of.start : of.start + 1] = begin(NAME_KINDS.index(kind))
        labels[pieces.first] = words
    return labels


def _frozen(links: dict[int, set[int]]) -> Links:
    return {key: frozenset(values) for key, values in links.items()}


class _Maker:
    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.numbers: dict[tuple[int, int, int, int], int] = {}  # level, role, first word, last word + 1
        self.cues_of: dict[int, set[int]] = {}
        self.sources_of: dict[int, set[int]] = {}
        self.acts: dict[int, int] = {}

    def add(self, row: Attribution) -> None:
        sources = {n for span in row.source for n in self._numbers(row.level, SOURCE, span)}
        cues = {n for span in row.cue for n in self._numbers(row.level, CUE, span)}
        if row.act is not None:
            self.acts |= dict.fromkeys(cues, ACTS.index(row.act))
        for number in cues:
            self.sources_of.setdefault(number, set()).update(sources)
        for number in (n for span in row.content for n in self._numbers(row.level, CONTENT, span)):
            self.cues_of.setdefault(number, set()).update(cues)

    def _numbers(self, level: int, role: int, span: Span) -> list[int]:
        """The segments of a span: one a paragraph, since no segment reaches over a paragraph's end."""
        words, paragraph = self.pieces.words_in(span), self.pieces.paragraph
        cuts = [words.start, *(k for k in words[1:] if paragraph[k] != paragraph[k - 1]), words.stop]
        found = [(level, role, a, b) for a, b in pairwise(cuts) if a < b]
        return [self.numbers.setdefault(key, len(self.numbers)) for key in found]

    def labels(self, *, levels: int) -> NDArray[np.int64]:
        words = np.zeros((len(LEVELS), len(self.pieces.first)), np.int64)
        for level, role, start, end in self.numbers:
            words[level, start:end] = inside(role)
            words[level, start] = begin(role)
        labels = np.full((len(LEVELS), len(self.pieces.ids)), -100, np.int64)
        labels[:levels, self.pieces.first] = words[:levels]
        return labels

    def segments(self) -> list[Segment]:
        first, last = self.pieces.first, self.pieces.last
        return [
            Segment(role=role, level=level, first=int(first[start]), last=int(last[end - 1]))
            for level, role, start, end in self.numbers
        ]
