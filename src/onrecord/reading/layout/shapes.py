"""What a piece looks like: running prose, or the short line that a heading or a teaser is."""

import re

from onrecord.reading.layout.pieces import SHORT_LINE, Piece
from onrecord.reading.layout.speech import OPENING_MARKS, ends_sentence, has_quotation_mark

_FEWEST_PROSE_WORDS = 3
_FEWEST_LEAD_IN_WORDS = 5
_PROSE_WITHOUT_STOP = 18
_MOST_HEADING_WORDS = 17
_MOST_QUESTION_WORDS = 12

_ABBREVIATED_END = re.compile(r"\b(?:[A-Z]\.){1,4}$|\b(?:Inc|Jr|Sr|Co|Corp|Ltd|No|St|vs|etc)\.$")
_MOST_ABBREVIATED_WORDS = 9
_HEADING_START = re.compile(r"[^\W_a-zß-ÿ]|[\"'‘’“”„«¿¡(\[$€£#]{1,2}\w")
# A turn of an interview: "Q: ...", "((WN)) ...", "TAPPER: ..."
_TURN = re.compile(r"\(\(|[QA][:.]\s|[QA](?=[A-Z][a-z])|[A-Z][A-Z .'’-]{1,30}:\s")
_NO_HEADING_END = re.compile(r"[,;:–—-]$")


def is_prose(piece: Piece) -> bool:
    """Whether a piece is a sentence or more: what paragraphs are made of."""
    shown = piece.shown
    if len(shown) > SHORT_LINE or piece.words >= _PROSE_WITHOUT_STOP:
        return True
    if shown.endswith(":"):
        return piece.words >= _FEWEST_LEAD_IN_WORDS
    if not ends_sentence(shown) or _ends_in_abbreviation(piece):
        return False
    if shown[-1] in "?!" and piece.words <= _MOST_QUESTION_WORDS:
        return shown[0] in OPENING_MARKS
    return piece.words >= _FEWEST_PROSE_WORDS or has_quotation_mark(shown)


def is_like_heading(piece: Piece) -> bool:
    """Whether a piece could stand over a text: short, no full stop, and beginning as names and titles do."""
    shown = piece.shown
    if not shown or piece.words > _MOST_HEADING_WORDS or piece.mark in ("item", "quote") or is_prose(piece):
        return False
    if _NO_HEADING_END.search(shown) or (shown.endswith(".") and not _ends_in_abbreviation(piece)):
        return False
    return bool(_HEADING_START.match(shown)) and not _TURN.match(shown)


def _ends_in_abbreviation(piece: Piece) -> bool:
    """Whether the stop at the end is that of an abbreviation in a short line: "Voters decide in S.C."."""
    return 1 < piece.words <= _MOST_ABBREVIATED_WORDS and bool(_ABBREVIATED_END.search(piece.shown[-12:]))
