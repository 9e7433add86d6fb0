"""Paragraphs put together again: lines wrapped at a width, and sentences that a blank line has torn apart."""

import re
from collections.abc import Callable
from statistics import median

from onrecord.reading.layout.pieces import Piece

# Widths at which mail programs, terminals and editors wrap text.
_NARROWEST, _WIDEST = 45, 110
_FEWEST_WRAPPED = 3
_SLACK = 3
_FULL = 0.8  # of the width: a line that is at least so long may have been wrapped
_MOSTLY = 0.5

# A line that stops in mid-sentence is torn only if it is longer than headings, captions and menus are.
_TORN_LENGTH = 45
_BEGINS_PARAGRAPH = ("", "item")
_OPEN_END = re.compile(r"[\w,;–—-][*_]{0,2}$")


def join_wrapped(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with hard-wrapped lines joined, if the text is wrapped at a width."""
    width = _width(pieces)
    if not width:
        return pieces
    return _grouped(pieces, lambda last, piece: _wrapped(text, last, piece, width))


def join_torn(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with paragraphs made whole that an empty line tears in mid-sentence."""
    return _grouped(pieces, lambda last, piece: _torn(text, last, piece))


def _grouped(pieces: list[Piece], goes_on: Callable[[Piece, Piece], bool]) -> list[Piece]:
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and goes_on(groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_merged(group) for group in groups]


def _merged(group: list[Piece]) -> Piece:
    first = group[0]
    if len(group) == 1:
        return first
    return Piece(
        start=first.start,
        end=group[-1].end,
        shown=" ".join(piece.shown for piece in group),
        mark=first.mark,
        gap=first.gap,
        indent=first.indent,
        role=first.role,
    )


def _width(pieces: list[Piece]) -> int:
    """The width at which the text is wrapped, or 0 where a line is a paragraph."""
    lengths = [piece.end - piece.start for piece in pieces]
    followed = [length for length, after in zip(lengths, pieces[1:], strict=False) if not after.gap]
    if len(followed) < _FEWEST_WRAPPED:
        return 0
    width = sorted(followed)[int(0.95 * (len(followed) - 1))]
    longer = sum(length > width + _SLACK for length in lengths)
    full = sum(length > _FULL * width for length in followed)
    if longer > 0.1 * len(pieces) or full < _MOSTLY * len(followed):
        return 0
    return width if _NARROWEST <= width <= _WIDEST and median(followed) > _MOSTLY * width else 0


def _wrapped(text: str, last: Piece, piece: Piece, width: int) -> bool:
    """Whether `piece` goes on with the paragraph of `last`: its first word had no room on that line."""
    if piece.gap or last.role or piece.role:
        return False
    if piece.mark != last.mark and (piece.mark or last.mark not in _BEGINS_PARAGRAPH):
        return False
    first_word = text[piece.start : piece.end].split(maxsplit=1)[0]
    return last.end - last.start + 1 + len(first_word) > width


def _torn(text: str, last: Piece, piece: Piece) -> bool:
    if last.role or piece.role or piece.mark or last.mark not in ("", "quote", "item"):
        return False
    if last.end - last.start < _TORN_LENGTH or not text[piece.start].islower():
        return False
    return bool(_OPEN_END.search(text, max(last.start, last.end - 4), last.end))
