"""The layout of a plain text: which stretches of it are the report, and which the page around it.

The rules are a list of passes over the pieces of the text; each settles the role of some and leaves the rest alone.
What no pass can tell is a paragraph: a menu line that is read costs little, a lost sentence is lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Block, Span
from onrecord.reading.layout.body import mark_body
from onrecord.reading.layout.captions import mark_descriptions, split_credits
from onrecord.reading.layout.furniture import is_furniture, mark_advertisements
from onrecord.reading.layout.head import mark_head, mark_page_head
from onrecord.reading.layout.joining import join_torn, join_wrapped
from onrecord.reading.layout.pieces import Piece, cut
from onrecord.reading.layout.quotations import mark_quotations
from onrecord.reading.layout.signatures import is_dateline, split_agency_line

__all__ = ["Layout", "Piece", "lay_out", "lay_out_fields", "settle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The pieces of a text with their roles, in order; `body` is the place of the first one after the head."""

    pieces: tuple[Piece, ...]
    body: int

    def blocks(self) -> tuple[Block, ...]:
        """The pieces as blocks: in order, apart, and covering all that is not white space."""
        return tuple(
            Block(span=Span(piece.start, piece.end), role=piece.role or "paragraph") for piece in self.pieces
        )


def lay_out(text: str, *, start: int = 0) -> Layout:
    """Find the role of every stretch of a plain text or Markdown scrape, in time that grows with its length.

    What stands before `start` is known to be none of the report.
    """
    lines = cut(text)
    for piece in lines:
        piece.role = "boilerplate" if piece.end <= start else piece.role
    pieces = join_wrapped(text, lines)
    mark_advertisements(pieces)
    _mark_furniture(text, pieces)
    pieces = join_torn(text, split_credits(text, pieces))
    mark_descriptions(pieces)
    return _with_body(text, pieces, mark_head(pieces))


def _with_body(text: str, pieces: list[Piece], body: int) -> Layout:
    """The layout of pieces whose head, up to `body`, is marked."""
    pieces = split_agency_line(text, pieces, body)
    mark_body(pieces, body)
    mark_quotations(text, pieces)
    return Layout(pieces=tuple(pieces), body=body)


def lay_out_fields(text: str, lines: Sequence[Piece]) -> Layout:
    """Find the roles of the lines that have none yet, in a text whose head and foot are known line by line."""
    pieces = join_wrapped(text, list(lines))
    mark_advertisements(pieces)
    _mark_furniture(text, pieces)
    pieces = join_torn(text, split_credits(text, pieces))
    mark_descriptions(pieces)
    return _with_body(text, pieces, _first_open(pieces))


def settle(text: str, pieces: list[Piece]) -> list[Piece]:
    """Settle the pieces of a text whose roles are known in part, as those of a page or feed are.

    What has no role yet is found to be furniture, the words that a lead-in announces, or a paragraph.
    """
    _mark_furniture(text, pieces)
    mark_page_head(pieces)
    pieces = split_credits(text, pieces)
    pieces = split_agency_line(text, pieces, _first_open(pieces))
    for piece in pieces:
        piece.role = piece.role or "paragraph"
    mark_quotations(text, pieces)
    return pieces


def _first_open(pieces: list[Piece]) -> int:
    return next((place for place, piece in enumerate(pieces) if piece.role is None), len(pieces))


def _mark_furniture(text: str, pieces: list[Piece]) -> None:
    for piece in pieces:
        if piece.role is not None or piece.mark in ("title", "heading", "quote", "image"):
            continue
        if is_dateline(piece):
            piece.role = "dateline"
        elif is_furniture(piece, text[piece.start : piece.end]):
            piece.role = "boilerplate"
