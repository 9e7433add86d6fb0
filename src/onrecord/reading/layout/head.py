"""The head of a report: what stands before its first paragraph."""

import re
from collections.abc import Iterable

from onrecord.reading.layout.credit_line import is_called, is_outlet_name
from onrecord.reading.layout.menus import is_navigation
from onrecord.reading.layout.names import has_role, is_explicit
from onrecord.reading.layout.pieces import Piece
from onrecord.reading.layout.shapes import is_like_heading, is_prose
from onrecord.reading.layout.signatures import byline_of, dates_of, is_dateline, is_unnamed_byline

# A plain line of fewer words is a kicker or a menu entry where another line can be the title.
_FEWEST_TITLE_WORDS = 4
_MOST_TITLE_WORDS = 30
_MOST_STANDFIRST_WORDS = 60
_FEWEST_STANDFIRST_WORDS = 4

_MOST_MASTHEAD_WORDS = 7
_MOST_PLACE_WORDS = 3
_MOST_KICKER_WORDS = 3
_LATEST_TITLE = 4  # pieces of a page before its title

# More lines than any menu has; a file with no paragraph among them is a list, not a report.
_LONGEST_HEAD = 400

_KICKER = re.compile(r"[A-Z]\w{1,20}[a-z][A-Z][a-z]\w{1,20}$")


def mark_head(pieces: list[Piece]) -> int:
    """Mark what stands before the first paragraph; gives the place in `pieces` where the body begins."""
    title = _title(pieces)
    if title is None:
        end = _first_prose(pieces, 0)
        _mark_signatures(pieces, 0, end)
        return 0 if end == len(pieces) else _rest_of_untitled_head(pieces, end)
    pieces[title].role = "heading"
    end = _first_prose(pieces, title + 1)
    end = _past_standfirst(pieces, title, end)
    _mark_signatures(pieces, title + 1, end)
    _mark_before_title(pieces[:title])
    _mark_after_title(pieces[title + 1 : end])
    return end


def mark_page_head(pieces: list[Piece]) -> None:
    """Mark what a page shows around its title, whose role is known: labels above it, byline and summary below it."""
    title = next((at for at, piece in enumerate(pieces[:_LATEST_TITLE]) if piece.role == "heading"), None)
    if title is None:
        return
    for piece in pieces[:title]:
        if piece.role is None and piece.words <= _MOST_KICKER_WORDS and is_like_heading(piece):
            piece.role = "boilerplate"
    end = _past_signed_standfirst(pieces, title, _first_prose(pieces, title + 1))
    if end == len(pieces):
        return
    _mark_signatures(pieces, title + 1, end)
    signed = next((at for at in range(title + 1, end) if pieces[at].role == "byline"), title + 1)
    for piece in pieces[title + 1 : signed]:
        if piece.role is None and piece.words >= _FEWEST_STANDFIRST_WORDS:
            piece.role = "standfirst"


def _title(pieces: list[Piece]) -> int | None:
    """The place of the title: a Markdown heading, or the line among the first that is most like one."""
    first = _first_prose(pieces, 0)
    for mark, last in (("title", len(pieces)), ("heading", first)):
        for place, piece in enumerate(pieces[:last]):
            if piece.mark == mark and piece.role is None and piece.words <= _MOST_TITLE_WORDS:
                return place
    places = [place for place in range(first) if _can_be_title(pieces, place)]
    if len(places) > 1 and _is_masthead(pieces[places[0]], pieces):
        places = places[1:]
    places = [place for place in places if not is_outlet_name(pieces[place].shown)] or places
    places = _below_navigation(pieces, places, first) or places
    full = [place for place in places if pieces[place].words >= _FEWEST_TITLE_WORDS]
    if full or places:
        return full[0] if full else places[-1]
    return _sentence_over_signature(pieces)


def _below_navigation(pieces: list[Piece], places: list[int], first: int) -> list[int]:
    """Those of `places` where a title can stand between the line that says where the reader is and the signature.

    What stands above "Home > World" is the page's: its name, a slogan, the weather.
    """
    signature = next((place for place in range(first) if _is_signature(pieces[place])), first)
    ways = [
        place
        for place in range(signature)
        if pieces[place].role == "boilerplate" and is_navigation(pieces[place].shown)
    ]
    return [
        place
        for place in places
        if ways and ways[-1] < place < signature and pieces[place].words >= _FEWEST_TITLE_WORDS
    ]


def _is_signature(piece: Piece) -> bool:
    return piece.role == "dateline" or (piece.role is None and bool(byline_of(piece, beside_date=False)))


def _can_be_title(pieces: list[Piece], place: int) -> bool:
    piece = pieces[place]
    if piece.role is not None or not is_like_heading(piece) or _KICKER.match(piece.shown):
        return False
    return not byline_of(piece, beside_date=_beside_date(pieces, place))


def _is_masthead(piece: Piece, pieces: list[Piece]) -> bool:
    """Whether a first line is the outlet's own name: some furniture (the line of law, say) names it again."""
    name = piece.shown.casefold()
    furniture = (other.shown.casefold() for other in pieces if other.role == "boilerplate")
    return piece.words <= _MOST_MASTHEAD_WORDS and any(name in line for line in furniture)


def _sentence_over_signature(pieces: list[Piece]) -> int | None:
    """A first line that ends as a sentence is the title only where a byline or a date follows it."""
    first = next((place for place, piece in enumerate(pieces) if piece.role is None), None)
    if first is None or pieces[first].words > _MOST_TITLE_WORDS or pieces[first].mark in ("quote", "item"):
        return None
    following = pieces[first + 1 : first + 3]
    signed = any(piece.role == "dateline" or byline_of(piece, beside_date=False) for piece in following)
    return first if signed else None


def _first_prose(pieces: list[Piece], start: int) -> int:
    """The place of the first paragraph; `start` where a long file has none near it, so that it has no head."""
    for place in range(start, min(len(pieces), start + _LONGEST_HEAD)):
        if pieces[place].role is None and pieces[place].mark != "title" and is_prose(pieces[place]):
            return place
    return len(pieces) if len(pieces) <= _LONGEST_HEAD else start


def _past_standfirst(pieces: list[Piece], title: int, first: int) -> int:
    """Mark the paragraph that sums up the report, if one does; gives where the body begins."""
    if first == len(pieces) or pieces[first].words > _MOST_STANDFIRST_WORDS:
        return first
    following = pieces[first + 1 : first + 5]
    set_apart = (
        bool(following)
        and following[0].role in ("boilerplate", "caption")
        and _signed(pieces[title + 1 : first])
    )
    if pieces[first].mark == "strong" or _signed_below(pieces, title, first) or set_apart:
        if not any(piece.role is None and is_prose(piece) for piece in pieces[first + 1 :]):
            return first
        pieces[first].role = "standfirst"
        return _first_prose(pieces, first + 1)
    return first


def _past_signed_standfirst(pieces: list[Piece], title: int, first: int) -> int:
    """The same in a page, where only the signature below a paragraph says that it sums up the report."""
    if first == len(pieces) or pieces[first].words > _MOST_STANDFIRST_WORDS:
        return first
    after = _first_prose(pieces, first + 1)
    if after == len(pieces) or not _signed_below(pieces, title, first):
        return first
    pieces[first].role = "standfirst"
    return after


def _signed_below(pieces: list[Piece], title: int, first: int) -> bool:
    """Whether the date or byline stands below the first paragraph and not above it."""
    return _signed(pieces[first + 1 : first + 5]) and not _signed(pieces[title + 1 : first])


def _signed(pieces: Iterable[Piece]) -> bool:
    """Whether a date or a byline is among the pieces up to the next paragraph."""
    for piece in pieces:
        if piece.role == "dateline" or byline_of(piece, beside_date=False):
            return True
        if piece.role is None and is_prose(piece):
            return False
    return False


def _beside_date(pieces: list[Piece], place: int) -> bool:
    near = [other for other in pieces[max(0, place - 2) : place + 3] if other is not pieces[place]]
    return any(other.role == "dateline" for other in near) or bool(dates_of(pieces[place]))


def _mark_signatures(pieces: list[Piece], start: int, end: int) -> None:
    for place in range(start, end):
        piece = pieces[place]
        if piece.role is not None:
            continue
        if _is_outlet_of_signature(pieces, place):
            piece.role, piece.outlet = "boilerplate", True
        elif (
            byline_of(piece, beside_date=_beside_date(pieces, place))
            or is_unnamed_byline(piece)
            or (
                place
                and pieces[place - 1].role == "byline"
                and has_role(piece.shown)
                and piece.words <= _FEWEST_TITLE_WORDS
            )
        ):
            piece.role = "byline"
        elif is_dateline(piece) or _is_place_of_signature(pieces, place):
            piece.role = "dateline"


def _is_outlet_of_signature(pieces: list[Piece], place: int) -> bool:
    """Whether a name stands beside the byline or the date, and is made as outlets' are or called one in the text."""
    shown = pieces[place].shown
    around = pieces[max(0, place - 1) : place] + pieces[place + 1 : place + 2]
    if not any(other.role in ("byline", "dateline") or is_explicit(other.shown) for other in around):
        return False
    return is_outlet_name(shown) or any(is_called(shown, piece.shown) for piece in pieces[place + 1 :])


def _is_place_of_signature(pieces: list[Piece], place: int) -> bool:
    """Whether a short name stands between the byline and the date: where the report was written."""
    around = pieces[place - 1 : place] + pieces[place + 1 : place + 2]
    return (
        [other.role for other in around] == ["byline", "dateline"]
        and pieces[place].words <= _MOST_PLACE_WORDS
        and all(word[0].isupper() for word in pieces[place].shown.split())
    )


def _rest_of_untitled_head(pieces: list[Piece], end: int) -> int:
    """Without a title only what is plainly a menu is taken for one; the rest is left to the body."""
    return next((place for place in range(end) if pieces[place].role is None), end)


def _mark_before_title(pieces: list[Piece]) -> None:
    for piece in pieces:
        if piece.role is None and not is_prose(piece):
            piece.role = "byline" if byline_of(piece, beside_date=False) else "boilerplate"


def _mark_after_title(pieces: list[Piece]) -> None:
    """What is left between title and first paragraph: the first full line sums the report up, the rest are labels.

    Where that line is an item of a list, so are the others: "* Harbour shut until May", "* Owner to appeal".
    """
    listed = [piece for piece in pieces if piece.role is None and piece.mark == "item"]
    for piece in listed if len(listed) > 1 else []:
        piece.role = "standfirst" if piece.words >= _FEWEST_STANDFIRST_WORDS else None
    summed_up = any(piece.role == "standfirst" for piece in pieces)
    for piece in pieces:
        if piece.role is not None:
            continue
        sums_up = not summed_up and piece.words >= _FEWEST_STANDFIRST_WORDS
        piece.role = "standfirst" if sums_up else "boilerplate"
        summed_up = summed_up or sums_up
