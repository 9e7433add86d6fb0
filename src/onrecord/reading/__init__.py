"""Reading: from bytes to articles, whatever they come in.

    for source in find(["clippings/", "page.html", "-"]):
        ...                                 # a Source, or a Skipped for a path that is not there
        data = load(source)                 # bytes, or a Skipped
        for article in read_bytes(source.doc, data):
            ...                             # an Article, or a Skipped: nothing disappears silently

`read_bytes` is pure: no clock, no network, no disk.  An article in another language than English is given like any
other, with its `language`; what to do with it is the caller's to decide.
"""

from collections.abc import Iterator

from onrecord.model import Article, Format, Skipped
from onrecord.reading.formats import recognise
from onrecord.reading.hints import NO_HINTS, Hints
from onrecord.reading.sources import CAP_BYTES, Source, find, load

__all__ = ["CAP_BYTES", "Hints", "Source", "find", "load", "read_bytes"]


def read_bytes(
    doc: str, data: bytes, *, hints: Hints = NO_HINTS, form: Format | None = None
) -> Iterator[Article | Skipped]:
    """The articles in a file's bytes, each with its text, blocks and what the source shows of itself.

    A name that ends in `.txt` or `.md` is text whatever it holds; else the content shows whether it is a page, a feed
    or text; `form` says so where the caller knows.  The readers are imported when a file needs them, so that
    `import onrecord.reading` is quick.
    """
    match form or recognise(doc, data):
        case "html":
            from onrecord.reading.html import read_html as read  # noqa: PLC0415 - see the docstring
        case "feed":
            from onrecord.reading.feed import read_feed as read  # noqa: PLC0415
        case "text":
            from onrecord.reading.text import read_text as read  # noqa: PLC0415
    yield from read(doc, data, hints)
