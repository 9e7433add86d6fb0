"""Captions of pictures and films, and the credits that scrapes glue to them."""

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.reading.layout.pieces import SHORT_LINE, Piece
from onrecord.reading.layout.shapes import is_like_heading, is_prose
from onrecord.reading.layout.speech import ends_sentence, has_speech

_AGENCY = (
    r"(?:Getty(?: Images)?|AP Photo|AP|AFP|EPA(?:-EFE)?|EFE|Reuters|REUTERS|dpa|ANP|TASS|Xinhua|Anadolu|Shutterstock"
    r"|i?Stock(?: Photo)?|Alamy(?: Stock Photo)?|picture[ -]alliance|IMAGO|imago(?: images)?"
    r"|Zuma(?: Press)?|PA(?: Wire| Media| Images)?"
    r"|Bloomberg|Ukrinform|NurPhoto|Sipa(?: USA)?|Polaris|Magnum|Flickr|Wikimedia(?: Commons)?|Creative Commons"
    r"|Unsplash|Pixabay|CC[ -]BY[\w .-]{0,10}|Handout|handout|File|file|Pool|pool|File photo|Screenshot|courtesy)"
)
_LABEL = (
    r"(?:Image|Photo|Picture|Photograph|Foto|Bild|Credit|Video|Source|Photo credit|Image credit"
    r"|Picture credit|Photo by|Image source|IMAGE|PHOTO|PICTURE|PHOTOGRAPH|CREDIT|VIDEO)"
)
# These stand apart from a caption even without its stop: no sentence goes on with them.
_PLAIN_LABEL = r"(?:IMAGE|PHOTO|PICTURE|PHOTOGRAPH|CREDIT|Credit|Photo credit|Image credit|Picture credit)"

# A credit at the end of a caption: glued to it ("... in the capitalImage: Jane Doe"), in brackets, or after its stop.
_GLUED_CREDIT = re.compile(
    rf"(?:(?<=[\w.!?)\"”'’])|(?<=[.!?)\"”'’] ))(?:{_LABEL}) ?[:©] ?(?=[\w©/(])|(?<=\w ){_PLAIN_LABEL}: ?(?=[A-Z©])"
)
_BRACKETED_CREDIT = re.compile(
    rf"\((?:[^()\[\]]{{0,100}}\b{_AGENCY}\b[^()\[\]]{{0,100}})\)\.?$"
    rf"|[(\[](?:(?:{_LABEL})s?\b[^()\[\]]{{1,150}}"
    r"|[A-Z][\w.'’-]{1,25}(?: [A-Z][\w.'’-]{1,25}){0,3} ?[/|] ?[A-Z][^()\[\]/]{1,60})[)\]]\.?$"
)
_TAIL_CREDIT = re.compile(
    rf"(?<=[.!?\"”)] )(?:[A-Z][\w.'’-]{{1,25}}(?: [A-Z][\w.'’-]{{1,25}}){{0,4}} ?(?:[/|,]"
    rf"|via) ?)?{_AGENCY}(?: ?(?:[/|,]|via) ?[\w .'’-]{{2,40}}){{0,3}}$"
)
_WHOLE_CREDIT = re.compile(
    rf"(?:{_LABEL}s?\s?(?:[:©|]|by\b"
    rf"|,)?\s?)?(?:(?:by )?[A-Z][\w.'’-]{{1,25}}(?: [A-Z][\w.'’-]{{1,25}}){{0,4}} ?(?:[/|,–-]|via"
    rf"|for) ?){{0,3}}"
    rf"{_AGENCY}(?: ?(?:[/|,–-]|via) ?[\w.'’ -]{{2,40}}){{0,3}}$"
)
_LABELLED_CREDIT = re.compile(rf"{_LABEL}s?\s?[:©,|]\s?(?=\S)")
_LABELLED_CAPTION = re.compile(
    r"(?:(?:Image|Media|Photo|Video) )?[Cc]aption\s?[:,]\s?|(?:Pictured|File photo"
    r"|FILE(?: PHOTO)?)\s?(?::|[–—-]{1,2})\s?"
)
_TITLE_OF_FILM = re.compile(
    r"(?:[A-Z][\w.’'-]{1,30} ){0,4}[A-Z][\w.’'-]{1,30}: (?:'[^\"]{8,200}'|‘[^\"]{8,200}’"
    r"|\"[^\".]{8,200}\"|“[^“”.]{8,200}”)$"
)
_NO_SPEAKER = re.compile(r"(?:And |But )?(?:He|She|They|It|I|We|You|Q|A)\b")

_LONGEST_CREDIT = 170
_MOST_CREDIT_WORDS = 22
_MOST_LABELLED_WORDS = 8
_MOST_CAPTION_WORDS = 70
_MOST_QUOTED_WORDS = 30  # a longer piece with speech in it is the report's, whatever stands at its end
_SHORTEST_DESCRIPTION = 3


def split_credits(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with captions marked and each glued-on credit made a piece of its own (boilerplate)."""
    found: list[Piece] = []
    for piece in pieces:
        settled = piece.role not in (None, "caption") or piece.mark in ("title", "heading", "quote")
        if settled or len(piece.shown) > SHORT_LINE:
            found.append(piece)
        else:
            found.extend(_caption_and_credit(text, piece))
    return found


def _caption_and_credit(text: str, piece: Piece) -> list[Piece]:
    shown = piece.shown
    if piece.mark == "image":
        return [replaced(piece, role="caption" if piece.words >= _SHORTEST_DESCRIPTION else "boilerplate")]
    if _is_credit(piece):
        return [replaced(piece, role="boilerplate")]
    if _LABELLED_CAPTION.match(shown):
        piece = replaced(piece, role="caption")
    place = _credit_start(text[piece.start : piece.end]) if piece.words <= _MOST_CAPTION_WORDS else None
    spoken = piece.role is None and piece.words > _MOST_QUOTED_WORDS and has_speech(piece.shown)
    if place is None or spoken:
        return [piece]
    return _parted(text, piece, piece.start + place)


def _is_credit(piece: Piece) -> bool:
    """Whether a whole piece is the credit of a picture."""
    shown = piece.shown
    if piece.words > _MOST_CREDIT_WORDS or ends_sentence(shown):
        return False
    if _WHOLE_CREDIT.match(shown) and not is_prose(piece):
        return True
    return bool(_LABELLED_CREDIT.match(shown)) and piece.words <= _MOST_LABELLED_WORDS


def _credit_start(raw: str) -> int | None:
    """Where the credit at the end of a caption begins."""
    begin = max(0, len(raw) - _LONGEST_CREDIT)
    for pattern in (_GLUED_CREDIT, _BRACKETED_CREDIT, _TAIL_CREDIT):
        match = pattern.search(raw, begin)
        if match and match.start() > 0 and not _goes_on(raw[match.start() :]):
            return match.start()
    return None


def _goes_on(credit: str) -> bool:
    """Whether running text follows what looked like a credit."""
    words = credit.split()
    small = sum(word.isalpha() and word.islower() for word in words)
    return len(words) > _MOST_CREDIT_WORDS or small > max(3, len(words) // 2)


def _parted(text: str, piece: Piece, place: int) -> list[Piece]:
    words = text[piece.start : place].rstrip()
    end = piece.start + len(words)
    caption = replaced(piece, end=end, shown=" ".join(words.split()), role="caption")
    credit = Piece(start=place, end=piece.end, shown=text[place : piece.end], role="boilerplate")
    return [caption, credit]


def replaced(piece: Piece, **changes: object) -> Piece:
    """A copy of `piece` with some fields set."""
    return replace(piece, **changes)  # type: ignore[arg-type]


def mark_descriptions(pieces: list[Piece]) -> None:
    """Mark as captions the picture's description right above its caption, and titles of films ("Name: 'words'")."""
    for piece, after in pairwise(pieces):
        if piece.role is None and after.role == "caption" and not after.gap and is_like_heading(piece):
            piece.role = "caption"
    for piece in pieces:
        if piece.role is None and piece.mark == "" and _is_title_of_film(piece.shown):
            piece.role = "caption"


def _is_title_of_film(shown: str) -> bool:
    return bool(_TITLE_OF_FILM.match(shown)) and not _NO_SPEAKER.match(shown)
