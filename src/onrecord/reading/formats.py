"""Which of our readers a file is for."""

import re

from onrecord.model import Format
from onrecord.reading.decoding import wide_codec

_TEXT_ENDINGS = (".txt", ".md")

# Where a page or feed must show itself; the first element of every saved page that we have lies within it.
_NEAR_START = 2_000
_PREAMBLE = re.compile(rb"(?:\s+|<!--.*?-->|<\?.*?\?>)", re.DOTALL)
_HTML = re.compile(rb"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_FEED = re.compile(
    rb"<(?:rss|feed|rdf:rdf|channel)[\s>]|<[a-z0-9]{1,20}:(?:rss|feed|rdf)[\s>]", re.IGNORECASE
)
_FEED_DOCTYPE = re.compile(rb"<!doctype\s+rss[^>]{0,500}>", re.IGNORECASE)


def recognise(doc: str, data: bytes) -> Format:
    """The format of a file: text where the name ends in `.txt` or `.md`, else what its first bytes show."""
    if doc.lower().endswith(_TEXT_ENDINGS):
        return "text"
    start = _past_preamble(_as_ascii(data))
    if _FEED.match(start) or _FEED_DOCTYPE.match(start):
        return "feed"
    if _HTML.search(start):
        return "html"
    return "text"


def _as_ascii(data: bytes) -> bytes:
    """The start of a file, UTF-16 and UTF-32 brought down to one byte a letter and the mark taken away."""
    start = data[: 8 * _NEAR_START]
    codec = wide_codec(start)
    if codec is None:
        return start.removeprefix(b"\xef\xbb\xbf")
    return start.decode(codec, "replace").lstrip("\ufeff").encode("ascii", "replace")


def _past_preamble(data: bytes) -> bytes:
    """About 2,000 bytes from the first thing that is not white space, a comment or an XML declaration."""
    place = 0
    while found := _PREAMBLE.match(data, place):
        place = found.end()
    return data[place : place + _NEAR_START]
