"""Which lines of a report may say the day on which it appeared, and which day that is."""

from collections.abc import Iterable
from datetime import date
from itertools import takewhile

from onrecord.reading.layout.pieces import Piece
from onrecord.reading.layout.signatures import dates_of
from onrecord.reading.published import publication_day

_SIGNED = ("byline", "dateline")
_READ = ("paragraph", "quotation")
_LATEST = 12
"""Blocks from the top of a page within which its head lies."""


def printed_day(pieces: Iterable[Piece]) -> date | None:
    """The day of publication that the lines around a report print."""
    signed = [piece for piece in pieces if piece.role in _SIGNED or _may_be_dated(piece)]
    return publication_day(found for piece in signed for found in dates_of(piece))


def head_of_page(pieces: list[Piece]) -> list[Piece]:
    """The pieces above the first paragraph of a page: below it stand the days of other reports."""
    return list(takewhile(lambda piece: piece.role not in _READ, pieces[:_LATEST]))


def _may_be_dated(piece: Piece) -> bool:
    """Furniture that says when: "Published 7 June 2023 in Politics"; a line of law has a year, and no day."""
    return piece.role == "boilerplate" and any(
        word in piece.shown.lower() for word in ("published", "updated", "posted")
    )
