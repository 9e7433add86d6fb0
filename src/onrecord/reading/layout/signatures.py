"""Who and when: the lines that give a report's authors, day and place."""

import re
from dataclasses import dataclass, replace

from onrecord.reading.layout.credit_line import credit_of, is_outlet_name
from onrecord.reading.layout.names import authors, has_place, has_role, is_explicit
from onrecord.reading.layout.pieces import Piece
from onrecord.reading.layout.speech import ends_sentence, has_quotation_mark
from onrecord.reading.published import DateFound, dates_in
from onrecord.reading.wordlists import words_in

_LONGEST = 200
_MOST_PLACE_WORDS = 3
_MOST_BYLINE_WORDS = 30

_TIME = re.compile(
    r"\b[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?|\b1?\d\s?[ap]\.?m\b\.?|T\d\d:\d\d\S{0,12}",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|[ECMP][SD]?T|IST|AEST|AEDT|Z|hrs?"
    r"|local time)\b(?:[+-]\d{1,2}(?::?\d\d)?)?"
)
_LABEL = re.compile(
    r"\b(?:first |originally |last )?(?:published|posted|updated?|modified|revised|created|issued|date"
    r"|publication date"
    r"|time|filed|added|on|at|in|by|and|the|of)\b:?|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b\.?",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:\d{1,3}|an?) (?:second|minute|min|hour|hr|day|week|month)s? ago\b|\b(?:just now|yesterday|today)\b",
    re.I,
)
_DATED = re.compile(r"\d|\bago\b|yesterday|today|just now", re.IGNORECASE)
_SMALL = words_in(
    "and by in for at from of the with de da del della di du dos van von der den la le el al bin und y"
)
_DRAWN = re.compile(r"[\s|•·,;:/()\[\]–—.-]+")

# What follows a place: "Norda, 7 June 2032" or "Norda, June 7, 2032", region and country in between.
_AFTER_PLACE = r"(?:,\s?(?:[^\W\d_a-z]|\d)[\w. ]{1,25})"
_AGENCY_DATELINE = re.compile(
    rf"(?P<place>[^\W\d_a-z](?:[^\W\d_]|[.'’ -]){{1,40}}{_AFTER_PLACE}{{0,4}},?\s?)?"
    r"\((?P<agency>[A-Z][\w .&'’-]{1,40})\)\s?(?:[-–—]{1,3}|:)\s{1,3}(?=\S)"
)
_PLACE_DATELINE = re.compile(
    rf"(?P<place>[A-Z][A-Z.'’-]{{2,30}}(?: [A-Z.'’-]{{2,30}}){{0,3}}{_AFTER_PLACE}{{0,4}})\s?(?:--"
    r"|[–—]|\s-\s)\s{0,3}(?=\S)"
)


_NO_PLACE = re.compile(
    r"(?:EXCLUSIVE|BREAKING|UPDATED?|WATCH|VIDEO|LIVE|ANALYSIS|OPINION|REVIEW|INTERVIEW|CORRECTION)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyLine:
    """The start of a report as agencies write it: "LONDON, June 7 (Name) -"; `end` counts from the piece's start."""

    end: int
    agency: str | None


def is_dateline(piece: Piece) -> bool:
    """Whether a piece holds nothing but a date, with time, place and the words that go with them."""
    shown = piece.shown
    if len(shown) > _LONGEST or not _DATED.search(shown):
        return False
    rest, dated = _without_dates(shown)
    left = _DRAWN.sub(" ", rest).split()
    if not dated or _names_author(piece):
        return False
    return len(left) <= _MOST_PLACE_WORDS and all(word[0].isupper() for word in left)


def _names_author(piece: Piece) -> bool:
    """Whether a dated line says who wrote the report: "By Mina Holt, Monday 7 June 2032"."""
    shown = piece.shown
    if is_explicit(shown):
        return bool(byline_of(piece, beside_date=False))
    credit = credit_of(shown)
    return bool(credit and credit.authors)


def _without_dates(shown: str) -> tuple[str, bool]:
    """A line without its dates, times and their labels; and whether there was any full date or "2 hours ago"."""
    rest = shown
    found = dates_in(shown)
    for one in reversed(found):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    rest, ago = _AGO.subn(" ", rest)
    for pattern in (_TIME, _ZONE, _LABEL):
        rest = pattern.sub(" ", rest)
    return rest, bool(found or ago)


def dates_of(piece: Piece) -> list[DateFound]:
    """The full dates that a short piece shows."""
    return dates_in(piece.shown) if len(piece.shown) <= _LONGEST else []


def byline_of(piece: Piece, *, beside_date: bool) -> list[str]:
    """The authors that a piece names if it is a byline, else nothing.

    A line without "By" must stand beside the date or name a role, and be no sentence and no outlet's name.
    """
    shown = piece.shown
    if (
        len(shown) > _LONGEST
        or piece.words > _MOST_BYLINE_WORDS
        or piece.mark in ("title", "heading", "quote")
    ):
        return []
    if has_quotation_mark(shown) or (ends_sentence(shown) and not shown.endswith(("Jr.", "Sr."))):
        return []
    if credit := credit_of(shown):
        return list(credit.authors)
    line = _before_date(shown)
    if is_explicit(line) and _mostly_capital(line.split("|")[0]):
        return [name for name in authors(line) if not is_outlet_name(name)]
    if is_outlet_name(line):
        return []
    dated = line != shown
    if beside_date or dated or has_role(line):
        return authors(line) if _is_bare(line) else []
    return []


def _before_date(shown: str) -> str:
    found = dates_in(shown)
    head = shown[: found[0].start] if found else shown
    while (
        found
        and (
            stripped := re.sub(
                r"(?:\b(?:published|posted|updated|on)\b:?|[|•·,–—-])\s?$", "", head.rstrip(), flags=re.I
            )
        )
        != head
    ):
        head = stripped
    return head.strip()


def _mostly_capital(line: str) -> bool:
    """Whether the words but for the small ones of bylines begin with capitals: "By Monday, the ..." does not."""
    words = [word for word in re.findall(r"[^\W\d_]+", line)[1:] if word.lower() not in _SMALL]
    return bool(words) and all(word[0].isupper() or has_role(word) for word in words)


def _is_bare(line: str) -> bool:
    names = authors(line)
    if not names:
        return False
    return (
        has_place(line)
        or has_role(line)
        or len(re.findall(r"[^\W\d_][\w'’.-]*", line))
        <= sum(len(name.split()) for name in names) + len(names) - 1
    )


def agency_line(shown: str) -> AgencyLine | None:
    """The dateline that a first paragraph begins with, if it does."""
    start = shown[:_LONGEST]
    if match := _AGENCY_DATELINE.match(start):
        return AgencyLine(end=match.end(), agency=match["agency"])
    if (match := _PLACE_DATELINE.match(start)) and not _NO_PLACE.match(start):
        return AgencyLine(end=match.end(), agency=None)
    return None


def is_unnamed_byline(piece: Piece) -> bool:
    """Whether a piece says who wrote the report without a person's name: "By our political staff"."""
    shown = piece.shown
    return (
        piece.words <= _MOST_PLACE_WORDS + 3
        and is_explicit(shown)
        and has_role(shown)
        and not ends_sentence(shown)
    )


def split_agency_line(text: str, pieces: list[Piece], body: int) -> list[Piece]:
    """The pieces with the dateline of the first paragraph ("LONDON (Name) -") made a piece of its own."""
    if body >= len(pieces) or pieces[body].role is not None or pieces[body].mark:
        return pieces
    first = pieces[body]
    found = agency_line(text[first.start : first.start + _LONGEST])
    if found is None or first.start + found.end >= first.end:
        return pieces
    middle = first.start + found.end
    line = text[first.start : middle].rstrip()
    before = Piece(start=first.start, end=first.start + len(line), shown=line, gap=first.gap, role="dateline")
    rest = replace(first, start=middle, shown=first.shown[found.end :].lstrip(), gap=0)
    return [*pieces[:body], before, rest, *pieces[body + 1 :]]
