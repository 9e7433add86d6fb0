"""The port to trafilatura: the main text of a page.  Its metadata come through `metadata`, nothing else knows it."""

import logging
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from onrecord.reading.html.blocks import crowding
from onrecord.reading.html.controls import without_controls

for _library in ("trafilatura", "htmldate", "courlan", "readability", "justext"):
    # What they log is for those who develop them; our reason for skipping a page is an answer, not a log line.
    logging.getLogger(_library).addHandler(logging.NullHandler())


_TOO_DEEP = "Excessive depth"

# Among more paragraphs the library's second opinion (justext) is not asked: its time grows with their square.  A page
# of 10,000 captions took 25 s of processor time with it and 2.5 s without.
_MOST_PARAGRAPHS = 3_000
_PARAGRAPHS = ("p", "li", "div", "td", "h2", "h3")

# The library's time grows with the square of the elements of a page, and most within one block: 35 s for 50,000 in one
# paragraph, 4 s for as many in 500.  The largest of 1,231 saved pages has 10,000, the fullest is as 1,000 in one block.
_MOST_ELEMENTS, _MOST_CROWDED = 50_000, 6_000**2


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A page's tree, None where there is no element in it; `cut` says that tags were nested deeper than the parser
    goes (256 levels), so that what lay deeper is missing."""

    tree: Any | None
    cut: bool = False


def parse(page: str) -> Parsed:
    """The tree of a page."""
    parser = html.HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return Parsed(tree=None)
    _without_controls(tree)
    return Parsed(tree=tree, cut=any(_TOO_DEEP in error.message for error in parser.error_log))


def _without_controls(tree: Any) -> None:
    """Put blanks for the control characters that HTML lets in and lxml does not let one write."""
    for element in tree.iter():
        for part in ("text", "tail"):
            words = getattr(element, part)
            if words and (kept := without_controls(words)) != words:
                setattr(element, part, kept)


def main_text(tree: Any) -> Any | None:
    """The element that holds the report in trafilatura's own XML, or None where it finds none or would take minutes.

    May raise RecursionError on a page nested thousands deep.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second to import, and only pages need it

    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS or crowding(tree) > _MOST_CROWDED:
        return None
    paragraphs = sum(1 for _ in tree.iter(_PARAGRAPHS))
    found = bare_extraction(
        tree, include_comments=False, with_metadata=False, fast=paragraphs > _MOST_PARAGRAPHS
    )
    body = getattr(found, "body", None)
    return body if body is not None and len(body) else None


def metadata_of(tree: Any, *, dates: dict[str, Any]) -> Any:
    """What trafilatura finds of title, author, sitename, url and date (attributes of the value, None or empty
    where it finds none); `dates` are htmldate's options."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415

    return extract_metadata(tree, date_config=dates, extensive=False)


def parse_fragment(fragment: str) -> Any | None:
    """The tree of a piece of HTML such as a feed's entry, or None where there is nothing in it."""
    return parse(f"<html><body><div>{fragment}</div></body></html>").tree
