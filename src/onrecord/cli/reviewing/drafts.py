"""Places while they are moved word by word: values in, values out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.model import Correct, Span, Statement

# A word with what holds it together (isn't, co-operate, 3.5), or a mark by itself: one can leave a quotation mark out.
_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*|[^\w\s]")

Part = Literal["content", "source"]
Side = Literal["start", "end"]
Pieces = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One end of one piece of a part."""

    part: Part
    piece: int
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The content and the source of a statement, and which of their ends moves; `words` are all those of the text."""

    words: Sequence[Span]
    content: Pieces
    source: Pieces
    at: int = 0

    @property
    def edges(self) -> list[Edge]:
        """The ends in the order of Tab; a source that is not there has one, from which it grows."""
        sides: tuple[Side, ...] = ("start", "end")
        found = [
            Edge(part=part, piece=piece, side=side)
            for part, pieces in self._parts()
            for piece in range(len(pieces))
            for side in sides
        ]
        return found if self.source else [*found, Edge(part="source", piece=0, side="start")]

    @property
    def edge(self) -> Edge:
        """The end that moves."""
        return self.edges[self.at]

    @property
    def word(self) -> Span | None:
        """The first or last word of the piece, at the end that moves; None for a source that is not there."""
        pieces = self._pieces()
        if not pieces:
            return None
        piece = pieces[self.edge.piece]
        return Span(*_ends(self.words, piece, self.edge.side))

    def turned(self) -> "Draft":
        """With the next end to move."""
        return replace(self, at=(self.at + 1) % len(self.edges))

    def moved(self, by: int) -> "Draft":
        """With the end `by` words further, not into another piece of its part; the other end gives way."""
        edge, pieces = self.edge, self._pieces()
        if not pieces:
            return replace(self, source=(self._before_content(),))
        piece = _moved(self.words, pieces, edge, by)
        return self._with((*pieces[: edge.piece], piece, *pieces[edge.piece + 1 :]))

    def without_piece(self) -> "Draft":
        """Without the piece whose end would move; the last piece of the content stays."""
        edge, pieces = self.edge, self._pieces()
        left = (*pieces[: edge.piece], *pieces[edge.piece + 1 :])
        if edge.part == "content" and not left:
            return self
        fewer = self._with(left)
        return replace(fewer, at=min(self.at, len(fewer.edges) - 1))

    def correction(self, statement: Statement) -> Correct | None:
        """The decision that makes the statement so, or None where it is so."""
        content = None if self.content == statement.content else self.content
        source = None if self.source == statement.source else self.source
        return None if content is source is None else Correct(content=content, source=source)

    def _parts(self) -> tuple[tuple[Part, Pieces], ...]:
        return ("content", self.content), ("source", self.source)

    def _pieces(self) -> Pieces:
        return self.content if self.edge.part == "content" else self.source

    def _with(self, pieces: Pieces) -> "Draft":
        return replace(self, content=pieces) if self.edge.part == "content" else replace(self, source=pieces)

    def _before_content(self) -> Span:
        """The word before the content, or the first of the text."""
        before = bisect_right(self.words, self.content[0].start, key=lambda word: word.end) - 1
        return self.words[max(before, 0)]


def draft(text: str, content: Pieces, source: Pieces) -> Draft:
    """A draft of places in that text."""
    return Draft(words=words_of(text), content=content, source=source)


def words_of(text: str) -> list[Span]:
    """Every word and mark of a text, in order."""
    return [Span(*found.span()) for found in _WORD.finditer(text)]


def word_after(words: Sequence[Span], at: int) -> Span:
    """The first letter-bearing word that begins at or after that place, or the last of all words."""
    after = bisect_left(words, at, key=lambda word: word.start)
    return next((word for word in words[after:] if word.end - word.start > 1), words[-1])


def _moved(words: Sequence[Span], pieces: Pieces, edge: Edge, by: int) -> Span:
    piece = pieces[edge.piece]
    first, last = _room(words, pieces, edge.piece)
    if edge.side == "start":
        now = bisect_right(words, piece.start, key=lambda word: word.end)
        if by < 0 and words[now].start < piece.start:
            by += 1  # to the beginning of the word that it stands in
        word = words[min(max(now + by, first), last)]
        return Span(word.start, max(piece.end, word.end))
    now = bisect_left(words, piece.end, key=lambda word: word.start) - 1
    if by > 0 and words[now].end > piece.end:
        by -= 1
    word = words[min(max(now + by, first), last)]
    return Span(min(piece.start, word.start), word.end)


def _room(words: Sequence[Span], pieces: Pieces, piece: int) -> tuple[int, int]:
    """The numbers of the first and last words between the pieces on either side."""
    after = pieces[piece - 1].end if piece else 0
    before = pieces[piece + 1].start if piece + 1 < len(pieces) else words[-1].end
    first = bisect_left(words, after, key=lambda word: word.start)
    return first, bisect_right(words, before, key=lambda word: word.end) - 1


def _ends(words: Sequence[Span], piece: Span, side: Side) -> tuple[int, int]:
    if side == "start":
        word = words[bisect_right(words, piece.start, key=lambda word: word.end)]
        return piece.start, min(word.end, piece.end)
    word = words[bisect_left(words, piece.end, key=lambda word: word.start) - 1]
    return max(word.start, piece.start), piece.end
