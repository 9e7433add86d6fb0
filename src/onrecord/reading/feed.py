"""RSS, Atom and RDF feeds: each entry that has a text is an article."""

import re
from collections.abc import Iterator
from typing import Any

from onrecord.model import Article, Skipped
from onrecord.model.ids import content_hash
from onrecord.reading.hints import Hints
from onrecord.reading.html.article import article_of_chunks
from onrecord.reading.html.blocks import Chunk, chunks_of
from onrecord.reading.html.controls import without_controls
from onrecord.reading.html.metadata import Head, in_lines
from onrecord.reading.html.pages import parse_fragment
from onrecord.reading.layout.names import authors, joined
from onrecord.reading.length import too_long
from onrecord.reading.published import day_from_parts

_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>|&[a-zA-Z#0-9]{2,10};")
_ADDRESS = re.compile(r"\S{1,100}@\S{1,100}\s?")


def read_feed(doc: str, data: bytes, hints: Hints) -> Iterator[Article | Skipped]:
    """The articles of a feed, `doc` with `#1`, `#2` ... in the feed's order; an entry without text gives its reason."""
    feed = _parsed(data)
    source_hash = content_hash(data)
    outlet = _plain(feed.feed.get("title"))
    if not feed.entries:
        yield Skipped(
            doc=doc, code="no-text", detail="the feed has no entries, or is damaged before the first"
        )
    for number, entry in enumerate(feed.entries, start=1):
        yield _article(f"{doc}#{number}", entry, outlet, source_hash=source_hash, hints=hints)


def _parsed(data: bytes) -> Any:
    import feedparser  # noqa: PLC0415 - only feeds need it

    return feedparser.parse(data, resolve_relative_uris=False, sanitize_html=True)


def _article(
    doc: str, entry: Any, outlet: str | None, *, source_hash: str, hints: Hints
) -> Article | Skipped:
    title = _plain(entry.get("title"))
    chunks = list(_chunks(_content(entry)))
    if not chunks:
        return Skipped(
            doc=doc, code="empty", detail="the entry has no text, only " + ("a title" if title else "a link")
        )
    head = Head(
        title=title,
        authors=_authors(entry),
        outlet=_source(entry) or outlet,
        published=_day(entry),
        url=entry.get("link"),
    )
    if title and not any(chunk.role == "heading" and chunk.words == title for chunk in chunks):
        chunks.insert(0, Chunk(words=title, role="heading"))
    article = article_of_chunks(
        doc, chunks, in_lines(head), source_format="feed", source_hash=source_hash, hints=hints
    )
    return too_long(doc, article.text, hints) or article


def _content(entry: Any) -> str:
    """The longest text that the entry gives: content where there is any, else the summary."""
    contents = [one.get("value") or "" for one in entry.get("content") or []]
    return max([*contents, entry.get("summary") or ""], key=len)


def _chunks(words: str) -> Iterator[Chunk]:
    words = without_controls(words)
    if not words.strip():
        return
    if not _MARKUP.search(words):
        yield from (
            Chunk(words=part.strip(), role="paragraph") for part in words.split("\n\n") if part.strip()
        )
        return
    tree = parse_fragment(words)
    if tree is not None:
        yield from chunks_of(tree)


def _plain(words: str | None) -> str | None:
    """A title without markup, in one line."""
    return " ".join(" ".join(chunk.words for chunk in _chunks(words or "")).split()) or None


def _authors(entry: Any) -> str | None:
    given = [author.get("name") for author in entry.get("authors") or [] if author.get("name")]
    given = given or [entry.get("author") or ""]
    names = [name for one in given for name in authors(_ADDRESS.sub("", one).strip(" ()")) or [one]]
    return joined([name for name in dict.fromkeys(names) if name and "@" not in name])


def _source(entry: Any) -> str | None:
    """The outlet that an entry was taken from, in a feed that gathers those of others."""
    source = entry.get("source")
    return _plain(source.get("title")) if isinstance(source, dict) else None


def _day(entry: Any) -> str | None:
    for name in ("published_parsed", "created_parsed", "updated_parsed"):
        if day := day_from_parts(entry.get(name)):
            return day
    return None
