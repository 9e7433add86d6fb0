"""Kickers: the outlet's label inside a heading ("ANALYSIS | Minister: no bridge"), which is no word of the headline.

A browser shows it in a line or colour of its own; read as text it runs into the first word ("ANALYSISMinister").
"""

import re
from bisect import bisect_left
from typing import Any

from lxml import etree

from onrecord.reading.wordlists import words_in

_HEADINGS = ("h1", "h2", "h3")
_INLINE = words_in("span small strong em b i a mark label div sup")
_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:kicker|eyebrow|overline|over-?title|roof-?line|topline|label|flag|tag|badge|pill|category|rubric"
    r"|section|topic|slug|prefix|live)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LABELS = words_in(
    """live analysis opinion exclusive explainer explained interview comment commentary breaking watch video update
    updated editorial review profile podcast factbox feature column letters obituary investigation"""
)
_MOST_WORDS = 3
_FEWEST_LETTERS = 3
_SEPARATORS = " \t\r\n|/•·–—-"


def set_kickers_apart(tree: Any) -> None:
    """Put the label with which a heading begins into a paragraph of its own before it."""
    titles = sorted(_titles(tree))
    for heading in list(tree.iter(_HEADINGS)):
        kicker = _kicker(heading)
        if kicker is None or _begins_one(titles, f"{_words(kicker)}:"):
            continue
        label = etree.Element("p")
        label.text = _words(kicker).strip(_SEPARATORS)
        heading.text = (kicker.tail or "").lstrip(_SEPARATORS)
        kicker.tail = None
        heading.remove(kicker)
        if not heading.text and len(heading) and heading[0].tag == "br":
            heading.text = heading[0].tail
            heading[0].tail = None
            heading.remove(heading[0])
        heading.addprevious(label)


def _begins_one(titles: list[str], words: str) -> bool:
    """Whether one of these titles, which are in order, begins with the words: the first that does not come before."""
    place = bisect_left(titles, words)
    return place < len(titles) and titles[place].startswith(words)


def _kicker(heading: Any) -> Any | None:
    """The first element of a heading, where it is a label and more words follow."""
    if len(heading) == 0 or (heading.text or "").strip() or heading.getparent() is None:
        return None
    first = heading[0]
    label = _words(first) if first.tag in _INLINE else ""
    rest = _words(heading).removeprefix(label)
    if not 0 < len(label.split()) <= _MOST_WORDS or not rest.strip(_SEPARATORS):
        return None
    if label.endswith(":") or rest.lstrip().startswith(":"):
        return None  # what a headline is about: "Sund lock: keeper says no"
    named = bool(_CLASSES.search(first.get("class") or "")) or label.strip(_SEPARATORS).lower() in _LABELS
    glued = len(label) >= _FEWEST_LETTERS and label[-1].isalnum() and rest[:1].isupper()
    return first if named or label[-1] == "|" or glued else None


def _titles(tree: Any) -> list[str]:
    """The titles in the page's head."""
    shared = [meta.get("content") or "" for meta in tree.iter("meta") if meta.get("property") == "og:title"]
    return [" ".join(title.split()) for title in (*shared, *map(_words, tree.iter("title")))]


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
