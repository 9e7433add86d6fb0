"""Direct, mixed or indirect: how much of a content stands between quotation marks, or in a block quotation."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.encoder.marks import Quotation
from onrecord.model import Kind, Span
from onrecord.model.span import merged


class Quoted:
    """Stretches of a text that are quoted words."""

    def __init__(self, stretches: Iterable[Span]) -> None:
        self._spans = merged(stretches)
        self._starts = [span.start for span in self._spans]

    @classmethod
    def of(cls, quotations: Iterable[Quotation], blocks: Iterable[Span]) -> "Quoted":
        """What an article quotes: all between outer marks, and its block quotations."""
        return cls([*(q.span for q in quotations if not q.inner), *blocks])

    @classmethod
    def inside(cls, outer: Sequence[Span], quotations: Sequence[Quotation]) -> "Quoted":
        """What somebody quotes whose own words are the content `outer`: all between marks that stand inside it.

        `quotations` are in the order of their opening marks.
        """
        starts = [quotation.span.start for quotation in quotations]
        ranges = (
            (piece, bisect_left(starts, piece.start), bisect_left(starts, piece.end)) for piece in outer
        )
        spans = ((piece, quotations[at].span) for piece, low, high in ranges for at in range(low, high))
        return cls(span for piece, span in spans if piece.holds(span) and piece != span)

    def kind(self, text: str, content: Sequence[Span]) -> Kind:
        """The kind of a content, by its letters and digits: marks and commas at its borders decide nothing."""
        inside = outside = 0
        for span in content:
            quoted, plain = self._count(text, span)
            inside, outside = inside + quoted, outside + plain
        if not inside:
            return "indirect"
        return "mixed" if outside else "direct"

    def _count(self, text: str, span: Span) -> tuple[int, int]:
        """Letters and digits of a span inside and outside quoted stretches."""
        total, inside = _letters(text, span.start, span.end), 0
        at = max(0, bisect_right(self._starts, span.start) - 1)
        while at < len(self._spans) and self._spans[at].start < span.end:
            stretch = self._spans[at]
            inside += _letters(text, max(span.start, stretch.start), min(span.end, stretch.end))
            at += 1
        return inside, total - inside


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
