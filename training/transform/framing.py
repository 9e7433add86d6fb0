"""A direct quotation set anew: its frame as a lead-in, its words without their marks."""

import re
from collections.abc import Iterable

from onrecord.encoder.marks import Quotation
from onrecord.model import Span
from training.transform.direct import Direct
from training.transform.editing import BREAK, Edit, Fresh, Kept, Piece

_VERB = re.compile(r"[a-z]+(?:ed|d|s|id|te|ld)")
_NO_VERB = frozenset("as vs per according".split())
_ENDS = ".!?…—–"
_CLOSING = "\"”'’»)] \u00a0"


def lead_in(text: str, direct: Direct, stop: str) -> list[Piece]:
    """The frame as it comes before a quotation: capital first, source before cue, `stop` at its end."""
    source, cue, tail = direct.source, direct.cue, Kept(*direct.tail)
    if direct.frame.of(text).endswith(stop):
        stop = ""
    if direct.where == "before":
        return [Kept(direct.start, direct.frame.end), tail, Fresh(stop)]
    if source.start < cue.start or not inverts(text, direct):
        return [*_capital(text, direct.frame), tail, Fresh(stop)]
    comma = "," if "," in source.of(text) and not source.of(text).endswith(",") else ""
    return [*_capital(text, source), Fresh(comma + " "), Kept(cue.start, cue.end), tail, Fresh(stop)]


def inverts(text: str, direct: Direct) -> bool:
    """Whether the cue is a verb that can also stand after its source: *said she*, not *according to her*."""
    words = direct.cue.of(text)
    return bool(_VERB.fullmatch(words)) and words not in _NO_VERB


def bare(
    text: str,
    quotation: Quotation,
    inner: tuple[Quotation, ...],
    ending: str | None,
    *,
    outside: bool = False,
) -> list[Piece]:
    """The words of a quotation without its marks; quotations inside it get its marks.

    `ending` comes instead of a comma at the end, or where no punctuation ends the words; None leaves the end.
    With `outside` that stop is no part of the content.
    """
    start, end = quotation.span.start + quotation.opening, quotation.span.end - quotation.closing
    opening, closing = text[quotation.span.start : start], text[end : quotation.span.end]
    pieces, at = list[Piece](), start
    for each in inner:
        if start <= each.span.start and each.span.end <= end:
            begin, stop = each.span.start, each.span.end - each.closing
            pieces += [Kept(at, begin), Fresh(opening, begin, begin + each.opening)]
            pieces += [Kept(begin + each.opening, stop), Fresh(closing, stop, each.span.end)]
            at = each.span.end
    return _stopped(text, [*pieces, Kept(at, end)], (start, end), ending, outside=outside)


def ending_with(text: str, start: int, end: int, ending: str) -> list[Piece]:
    """`text[start:end]`, the end of a quotation, with another stop instead of its comma, or where it has none."""
    return _stopped(text, [Kept(start, end)], (start, end), ending, outside=False)


def _stopped(
    text: str, pieces: list[Piece], words: tuple[int, int], ending: str | None, *, outside: bool
) -> list[Piece]:
    start, end = words
    last = (
        start + len(text[start:end].rstrip(_CLOSING)) - 1
    )  # marks of an inner quotation may follow the comma
    if ending is None or last < start:
        return pieces
    outside = outside and last == end - 1
    if text[last] in ",;" or (outside and text[last] == "." and text[last - 1] != "."):
        stop = Fresh(ending) if outside else Fresh(ending, last, last + 1)
        return [part for piece in pieces for part in _with_stop(piece, last, stop)]
    if text[last] in _ENDS:
        return pieces
    return [*pieces, Fresh(ending) if outside else Fresh(ending, end - 1, end)]


def _with_stop(piece: Piece, last: int, stop: Fresh) -> list[Piece]:
    if isinstance(piece, Kept) and piece.start <= last < piece.end:
        return [Kept(piece.start, last), stop, Kept(last + 1, piece.end)]
    return [piece]


def own_paragraphs(text: str, rewritten: Iterable[tuple[Direct, list[Piece]]]) -> list[Edit]:
    """These pieces instead of each quotation's sentence, parted from what stands before and after it."""
    edits: list[Edit] = []
    done = 0
    for direct, pieces in rewritten:
        start, end = _with_blanks(text, direct)
        start = max(start, done)
        before = [Fresh(BREAK)] if max(direct.paragraph.start, done) < start else []
        after = [Fresh(BREAK)] if end < direct.paragraph.end else []
        edits.append(Edit(start, end, (*before, *pieces, *after)))
        done = end
    return edits


def _with_blanks(text: str, direct: Direct) -> tuple[int, int]:
    start, end, paragraph = direct.start, direct.end, direct.paragraph
    while start > paragraph.start and text[start - 1].isspace():
        start -= 1
    while end < paragraph.end and text[end].isspace():
        end += 1
    return start, end


def _capital(text: str, span: Span) -> list[Piece]:
    first = text[span.start].upper()
    if len(first) != 1:
        return [Kept(span.start, span.end)]
    return [Fresh(first, span.start, span.start + 1), Kept(span.start + 1, span.end)]
