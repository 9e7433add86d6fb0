"""The body and the foot of a report: sub-headings, teasers of other stories, and where the report ends."""

import re
from itertools import pairwise

from onrecord.model import Role
from onrecord.reading.layout.pieces import Piece
from onrecord.reading.layout.quotations import is_lead_in
from onrecord.reading.layout.shapes import is_like_heading, is_prose
from onrecord.reading.layout.signatures import byline_of
from onrecord.reading.layout.speech import has_speech

_FEWEST_TEASER_WORDS = 5
_FEWEST_ITEM_WORDS = 5
_MOST_LINK_LABEL_WORDS = 8
_MOST_FOOT_WORDS = 13  # a longer line without a full stop may be a sentence that lost it

# Furniture after which the titles of other stories follow.
_ANNOUNCES_TEASERS = re.compile(
    r"(?:read|see|watch|more|related|recommended|most|trending|latest|top stories|you (?:may|might)"
    r"|also|editors?.? (?:picks|choice)"
    r"|sponsored|promoted|paid (?:content|post)|partner content"
    r"|don.?t miss|up next|next|popular|recent|similar|from )\b",
    re.IGNORECASE,
)


def mark_body(pieces: list[Piece], start: int) -> None:
    """Mark every piece from `start` on that has no role yet."""
    foot = _foot(pieces, start)
    _mark_announced(pieces, start)
    _mark_around_links(pieces, start)
    _mark_between(pieces, start, foot)
    _mark_foot(pieces, foot)
    for piece in pieces:
        if piece.role is None:
            piece.role = _role_of_rest(piece)


def _role_of_rest(piece: Piece) -> Role:
    """The role of what nothing else has marked; in Markdown ">" alone parts two paragraphs of a quotation."""
    if piece.mark == "quote":
        return "quotation" if piece.shown else "boilerplate"
    return "paragraph"


def _foot(pieces: list[Piece], start: int) -> int:
    """The place after the last piece that is surely the report's."""
    for place in range(len(pieces) - 1, start - 1, -1):
        if pieces[place].role is None and _is_content(pieces[place]):
            return place + 1
    return len(pieces)


def _is_content(piece: Piece) -> bool:
    if is_prose(piece) or piece.mark == "quote":
        return True
    return piece.mark == "item" and piece.words >= _FEWEST_ITEM_WORDS


def _mark_announced(pieces: list[Piece], start: int) -> None:
    """Titles of other stories right below "Related stories" and its like."""
    announced = False
    for piece in pieces[start:]:
        if piece.role == "boilerplate":
            announced = announced or bool(_ANNOUNCES_TEASERS.match(piece.shown))
        elif piece.role is None and announced and _is_teaser(piece):
            piece.role = "boilerplate"
        else:
            announced = False


def _mark_around_links(pieces: list[Piece], start: int) -> None:
    """The line that announces links, and the dates under them: "The editors also suggest:", "[2 May 2022]"."""
    for piece, after in pairwise(pieces[start:]):
        if after.mark == "link" and piece.role is None and _announces_links(piece):
            piece.role = "boilerplate"
        if piece.mark == "link" and after.role == "dateline":
            after.role = "boilerplate"


def _announces_links(piece: Piece) -> bool:
    return piece.shown.endswith(":") and piece.words <= _MOST_LINK_LABEL_WORDS and not is_lead_in(piece.shown)


def _is_teaser(piece: Piece) -> bool:
    titled = piece.mark in ("", "strong", "item") and piece.words >= _FEWEST_TEASER_WORDS
    return titled and not has_speech(piece.shown) and _is_titled(piece)


def _is_titled(piece: Piece) -> bool:
    return is_like_heading(piece) or _is_titled_item(piece)


def _is_titled_item(piece: Piece) -> bool:
    return piece.mark == "item" and not is_prose(piece) and piece.shown[0].isupper()


def _mark_between(pieces: list[Piece], start: int, foot: int) -> None:
    """Short lines between paragraphs: one alone is a sub-heading; of two the first is the title of another story."""
    place = start
    while place < foot:
        run = _run_of_headings(pieces, place, foot)
        plain = [piece for piece in run if piece.mark == ""]
        if len(plain) == len(run) == 2 and _is_teaser(run[0]):
            run[0].role = "boilerplate"
            run[1].role = "heading"
        elif len(run) == 1 or len(plain) < len(run):
            for piece in run:
                piece.role = "heading"
        place += len(run) or 1


def _run_of_headings(pieces: list[Piece], start: int, stop: int) -> list[Piece]:
    end = start
    while end < stop and pieces[end].role is None and _is_heading(pieces[end]):
        end += 1
    return pieces[start:end]


def _is_heading(piece: Piece) -> bool:
    return piece.mark in ("title", "heading") or (is_like_heading(piece) and piece.shown[0] not in '"“„«')


def _mark_foot(pieces: list[Piece], foot: int) -> None:
    """Below the last paragraph a short line heads nothing: it is a teaser, a label or the author's name."""
    for piece in pieces[foot:]:
        if piece.role is not None:
            continue
        if byline_of(piece, beside_date=False):
            piece.role = "byline"
        elif piece.mark in ("title", "heading") or (piece.words <= _MOST_FOOT_WORDS and _is_titled(piece)):
            piece.role = "boilerplate"
