"""One small mechanism under all transformations: pieces of an annotated text put together anew, annotations and all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Span
from training.polnear import Annotated, Attribution

BREAK = "\n\n"
"""What the transformations put between paragraphs."""

_BREAK = re.compile(r"\s*[\r\n\u2028\u2029]\s*")


@dataclass(frozen=True, slots=True)
class Kept:
    """Words of the old text, taken over with every annotation on them; code points, half open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fresh:
    """New words.  They stand in for the old text's `start` to `end`, and belong to the spans that hold all of that.

    With `start` and `end` the same place they belong to the spans that lie around it; with neither, to none.
    """

    words: str
    start: int | None = None
    end: int | None = None


Piece = Kept | Fresh


@dataclass(frozen=True, slots=True)
class Edit:
    """What comes instead of the old text's `start` to `end` (code points, half open; the same place: between)."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def instead(start: int, end: int, words: str) -> Edit:
    """New words for old ones, annotated as the old ones were."""
    return Edit(start, end, (Fresh(words, start, end),))


def edited(article: Annotated, edits: Iterable[Edit]) -> Annotated:
    """The article after the edits, every span carried over.

    Spans that nothing is left of vanish, spans that were cut shrink, spans over a paragraph's end become one a
    paragraph, contents that new blanks alone part become one, as those of one quotation are.  An attribution that
    has lost all its content is dropped; one that has lost cue and source is not.
    Raises ValueError for edits that overlap.
    """
    placed = _laid_out(_all_pieces(len(article.text), sorted(edits, key=lambda e: (e.start, e.end))))
    text = "".join(p.words if isinstance(p, Fresh) else article.text[p.start : p.end] for p, _ in placed)
    rows = [_carried(row, placed, text) for row in article.attributions]
    return replace(article, text=text, attributions=tuple(row for row in rows if row is not None))


def _all_pieces(length: int, edits: Sequence[Edit]) -> Iterator[Piece]:
    done = 0
    for edit in edits:
        if edit.start < done:
            raise ValueError(f"two edits overlap at {edit.start}: the text up to {done} has been rewritten")
        yield Kept(done, edit.start)
        yield from edit.pieces
        done = edit.end
    yield Kept(done, length)


def _laid_out(pieces: Iterable[Piece]) -> list[tuple[Piece, int]]:
    placed, at = [], 0
    for piece in pieces:
        placed.append((piece, at))
        at += len(piece.words) if isinstance(piece, Fresh) else piece.end - piece.start
    return placed


def _carried(row: Attribution, placed: list[tuple[Piece, int]], text: str) -> Attribution | None:
    source, cue, content = (
        tuple(sorted({new for span in spans for new in _images(span, placed, text)}))
        for spans in (row.source, row.cue, row.content)
    )
    if row.content and not content:
        return None
    fresh = {at for piece, at in placed if isinstance(piece, Fresh) and piece.words.isspace()}
    return replace(row, source=source, cue=cue, content=_fused(content, text, fresh))


def _images(span: Span, placed: list[tuple[Piece, int]], text: str) -> Iterator[Span]:
    """Where a span's letters now stand: one span where they still stand together."""
    start = end = -1
    for piece, at in placed:
        image = _image(span, piece, at)
        if image is None:
            continue
        if image[0] != end:
            yield from _clean(text, start, end)
            start = image[0]
        end = image[1]
    yield from _clean(text, start, end)


def _image(span: Span, piece: Piece, at: int) -> tuple[int, int] | None:
    if isinstance(piece, Kept):
        start, end = max(span.start, piece.start), min(span.end, piece.end)
        return (at + start - piece.start, at + end - piece.start) if start < end else None
    if piece.start is None or piece.end is None or not piece.words:
        return None
    inside = span.start <= piece.start and piece.end <= span.end
    if piece.start == piece.end:
        inside = span.start < piece.start < span.end
    return (at, at + len(piece.words)) if inside else None


def _clean(text: str, start: int, end: int) -> Iterator[Span]:
    """One span a paragraph, without blanks at its ends."""
    if start >= end:
        return
    cuts = [(match.start() + start, match.end() + start) for match in _BREAK.finditer(text[start:end])]
    for begin, stop in zip([start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True):
        words = text[begin:stop]
        first = begin + len(words) - len(words.lstrip())
        last = stop - len(words) + len(words.rstrip())
        if first < last:
            yield Span(first, last)


def _fused(spans: tuple[Span, ...], text: str, fresh: set[int]) -> tuple[Span, ...]:
    """The spans with those made one that have nothing but blanks between them, where the edits put the blanks."""
    found: list[Span] = []
    for span in spans:
        last = found[-1].end if found else 0
        if (
            found
            and last in fresh
            and not text[last : span.start].strip()
            and "\n" not in text[last : span.start]
        ):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
