"""Rows of menu entries and buttons."""

import re

from onrecord.reading.layout.pieces import SHORT_LINE
from onrecord.reading.wordlists import words_in

# A line of nothing but these words is a menu, a row of buttons, or what is left of one.
_MENU_WORDS = words_in(
    """about account advert advertise africa all americas and apps archive archives arts asia audio blog blogs books
    breaking business buy careers cartoons climate close columnists columns comment comments contact contacts
    cookies copy corrections crosswords culture dark data deutsch donate economy edition editorials education
    elections email english entertainment environment español europe events facebook faq fashion features feedback
    film finance follow food football forum français games google health help home homepage horoscopes in instagram
    international jobs latest legal letters life lifestyle like link linkedin live local log login logout magazine
    main market markets media menu message messenger mobile mode money more music my national navigation news
    newsletter newsletters newspaper next notices obituaries of on opinion opinions our past pages pdf photo photos
    pinterest podcast podcasts policy politics print privacy profile programmes programs puzzles radio read reddit
    regional register reviews rss save schedule science search sections settings share shop showbiz shopping sign
    sitemap skip social society sport sports store stories style subscribe subscription support tech technology
    telegram terms the this threads tickets to topics travel trending tv tweet twitter uk up us via video videos
    view watch weather whatsapp world youtube your русский українська"""
)
_BARE_MENU_WORDS = words_in("all and in of on the this to up us your my our")
_TOKEN = re.compile(r"[^\W\d_]+")
_MOST_MENU_WORDS = 60

_BETWEEN_ENTRIES = re.compile(r"[ \t\xa0]{2,}|\t|[|•·]")
_MOST_ENTRY_WORDS = 5
_CRUMBS = re.compile(r"[^>»›.]{1,60}[>»›][^>»›.]{1,60}")

_FEWEST_IN_ROW, _MOSTLY = 4, 0.6
_BETWEEN = "|•·/&"
_MARK_IN_ROW = re.compile(r"[,;:.!?\"'“”‘’]")


def entries_of(raw: str) -> list[str]:
    """The entries of a row: stretches of a few words with wide gaps, bars or dots between them; else nothing."""
    if len(raw) > SHORT_LINE:
        return []
    entries = [entry for part in _BETWEEN_ENTRIES.split(raw) if (entry := part.strip())]
    return entries if all(entry.count(" ") < _MOST_ENTRY_WORDS for entry in entries) else []


def is_navigation(shown: str) -> bool:
    """Whether a line says where on the site the reader is: "Home > World", "HOME / POLITICS", "Home News Sport"."""
    return bool(_CRUMBS.match(shown)) or (is_menu(shown) and "home" in shown.lower().split())


def is_menu(shown: str) -> bool:
    """Whether a line is a row of the words of menus and buttons, such as "Home News Politics Sport"."""
    if len(shown) > SHORT_LINE or shown.endswith("."):
        return False
    words = [word.lower() for word in _TOKEN.findall(shown)]
    if not 0 < len(words) <= _MOST_MENU_WORDS:
        return False
    known = sum(word in _MENU_WORDS for word in words)
    if known == len(words):
        return any(word not in _BARE_MENU_WORDS for word in words)
    return len(words) >= _FEWEST_IN_ROW and known > _MOSTLY * len(words) and _is_row_of_capitals(shown)


def _is_row_of_capitals(shown: str) -> bool:
    """Whether each word begins with a capital and nothing but blanks and bars stands between them."""
    return all(part in _BETWEEN or part[0].isupper() for part in shown.split()) and not _MARK_IN_ROW.search(
        shown
    )
