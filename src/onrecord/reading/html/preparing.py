"""What is done to a page's tree before its main text is looked for, so that nothing we want is dropped there."""

import re
from collections import Counter
from itertools import islice
from typing import Any

from lxml import etree

CAPTION_SIGN = "\ue000"
"""A character of private use: it begins a paragraph that was a caption (trafilatura drops figures, not paragraphs)."""

TIME_SIGN, HEADING_SIGN = "\ue001", "\ue002"
"""The same for the time and the heading of an entry of a live page."""

_FEWEST_ENTRIES, _HIGHEST_ENTRY = 3, 4
_LONGEST_TIME = 40
_TIME_OF_DAY = re.compile(r"[01]?\d[.:h][0-5]\d|2[0-3][.:h][0-5]\d|1?\d\s?[ap]\.?m\b", re.IGNORECASE)
_ENTRY_HEADINGS = ("h2", "h3", "h4", "h5")
_OPENING, _CLOSING = "“", "”"
_LONGEST_CAPTION = 1_000


def show_quotation_marks(tree: Any) -> None:
    """Put the marks around `<q>` that a browser shows there and the source does not hold."""
    for element in list(tree.iter("q")):
        element.text = _OPENING + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + _CLOSING
        else:
            element.text += _CLOSING
        element.tag = "span"


def keep_entries(tree: Any) -> None:
    """Put the time of day and the heading of each entry of a live page before it, as paragraphs that begin with a sign.

    A live page has three entries or more, alike, each with a `<time>` of its own that shows a time of day and with
    paragraphs of its own; trafilatura drops the times and most headings.  Lists of other stories have days or links.
    """
    entries = _entries(tree)
    if len(entries) < _FEWEST_ENTRIES:
        return
    for entry, time in entries:
        signed = [(TIME_SIGN, time)]
        signed += [(HEADING_SIGN, heading) for heading in list(entry.iter(_ENTRY_HEADINGS))[:1]]
        for place, (sign, element) in enumerate(signed):
            paragraph = etree.Element("p")
            paragraph.text = sign + " ".join("".join(element.itertext()).split())
            element.drop_tree()
            entry.insert(place, paragraph)
        entry[0].tail, entry.text = entry.text, None


def _entries(tree: Any) -> list[tuple[Any, Any]]:
    """The elements that are entries of a live page, each with the element of its time."""
    with_title, with_text = _around(tree, "h1"), _around(tree, "p")
    found: dict[Any, Any] = {}
    for time in tree.iter("time"):
        shown = " ".join("".join(time.itertext()).split())
        if not _TIME_OF_DAY.match(shown) or len(shown) > _LONGEST_TIME:
            continue
        if (entry := _entry(time, with_title, with_text)) is not None:
            found.setdefault(entry, time)
    found = {entry: time for entry, time in found.items() if not _leads_elsewhere(entry)}
    kinds = Counter((entry.tag, entry.get("class")) for entry in found)
    kind = kinds.most_common(1)[0][0] if kinds else None
    return [(entry, time) for entry, time in found.items() if (entry.tag, entry.get("class")) == kind]


def _around(tree: Any, tag: str) -> set[Any]:
    """The elements of this tag and all that hold one."""
    found: set[Any] = set()
    for element in tree.iter(tag):
        above = element
        while above is not None and above not in found:
            found.add(above)
            above = above.getparent()
    return found


def _entry(time: Any, with_title: set[Any], with_text: set[Any]) -> Any | None:
    """The nearest element around a time that has a paragraph of its own."""
    for above in islice(time.iterancestors(), _HIGHEST_ENTRY):
        if above.tag in ("main", "body", "a") or above in with_title:
            return None
        if above in with_text:
            return None if above.tag == "p" else above
    return None


def _leads_elsewhere(entry: Any) -> bool:
    """Whether a heading of it is a link: a list of other stories has those."""
    return any(heading.find(".//a") is not None for heading in entry.iter(_ENTRY_HEADINGS))


def keep_captions(tree: Any) -> None:
    """Put each picture's caption after the picture, as a paragraph that begins with `CAPTION_SIGN`."""
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        words = " ".join("".join(caption.itertext()).split())
        if figure is None or figure.getparent() is None or not 0 < len(words) < _LONGEST_CAPTION:
            continue
        paragraph = etree.Element("p")
        paragraph.text = CAPTION_SIGN + words
        figure.addnext(paragraph)
        paragraph.tail, figure.tail = figure.tail, None
