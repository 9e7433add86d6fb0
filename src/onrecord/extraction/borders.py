"""Where a content begins and ends, once its words are known: quotation marks decide.

The network gets most of a quotation right; who quotes says exactly where it begins and ends.  So a piece that covers
most of a quotation and hardly anything else becomes that quotation, and marks at a piece's border belong to it.
"""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.encoder.marks import Quotation
from onrecord.model import Span

COVERS = 0.6
"""How much of a quotation's length a piece must cover to become the quotation."""

ANGLES = r"(?:>[ \t\xa0]*)+"
"""The angle brackets with which Markdown sets a line apart as quoted, with their blanks: a regular expression."""

STRAY = 0.1
"""How much of a piece may lie outside the quotation that it becomes."""


def snap(piece: Span, quotations: Sequence[Quotation], text: str) -> Span:
    """The piece with its borders set by the quotations it meets; `quotations` are those that it may meet.

    A quotation whose closing mark is lost sets no border but its opening one: where it ends is not known.
    """
    for quotation in quotations:
        if quotation.closed and not quotation.inner and _is(piece, quotation.span):
            return quotation.span
    return _balanced(piece, quotations, text)


def _is(piece: Span, quotation: Span) -> bool:
    shared = min(piece.end, quotation.end) - max(piece.start, quotation.start)
    if shared <= 0:
        return False
    outside = piece.end - piece.start - shared
    return shared >= COVERS * (quotation.end - quotation.start) and outside <= STRAY * (
        piece.end - piece.start
    )


def _balanced(piece: Span, quotations: Sequence[Quotation], text: str) -> Span:
    """The piece with the opening mark just before it and the closing mark just after it, where its words are quoted."""
    start, end = piece.start, piece.end
    for quotation in quotations:
        words = quotation.words
        if words is None:
            continue
        if words.start == start and words.end > start:
            start = quotation.span.start
        if quotation.closed and quotation.span.start >= start and words.end <= end < quotation.span.end:
            end = quotation.span.end
    return trimmed(Span(start, end), text)


def whole_emphasis(span: Span, text: str) -> Span:
    """The span with the Markdown asterisk that closes a name in emphasis which it ends in, and would leave out."""
    if span.of(text).count("*") % 2 and text.startswith("*", span.end):
        return Span(span.start, span.end + 1)
    return span


def trimmed(span: Span, text: str, signs: str = "") -> Span:
    """The span without white space, and without any of `signs`, at its borders; one of nothing else stays as it is."""

    def is_bare(place: int) -> bool:
        return text[place].isspace() or text[place] in signs

    start, end = span.start, span.end
    while start < end and is_bare(start):
        start += 1
    while start < end and is_bare(end - 1):
        end -= 1
    return Span(start, end) if start < end else span


class Beside:
    """The quotations that a place touches, looked up in the time that it takes to name them.

    Quotations between double marks never overlap each other, nor do those between single marks.
    """

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._families = [[q for q in quotations if q.single == single] for single in (False, True)]
        self._ends = [[q.span.end for q in family] for family in self._families]

    def of(self, span: Span) -> list[Quotation]:
        """The quotations that share a character with the span or touch it, in the order of their opening marks."""
        found: list[Quotation] = []
        for family, ends in zip(self._families, self._ends, strict=True):
            at = bisect_left(ends, span.start)
            while at < len(family) and family[at].span.start <= span.end:
                found.append(family[at])
                at += 1
        return sorted(found, key=lambda quotation: quotation.span)
