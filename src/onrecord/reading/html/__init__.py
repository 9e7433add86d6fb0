"""HTML pages: the report's text out of the page, with quotations, headings and captions, and what its head says."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from onrecord.model import Article, Role, Skipped
from onrecord.model.ids import content_hash
from onrecord.reading.decoding import decode
from onrecord.reading.hints import Hints
from onrecord.reading.html.article import APART, article_of_chunks
from onrecord.reading.html.blocks import Chunk, chunks_of
from onrecord.reading.html.export import text_of_export
from onrecord.reading.html.kickers import set_kickers_apart
from onrecord.reading.html.metadata import head_of
from onrecord.reading.html.outlet import saved_from
from onrecord.reading.html.pages import main_text, parse
from onrecord.reading.html.preparing import (
    CAPTION_SIGN,
    HEADING_SIGN,
    TIME_SIGN,
    keep_captions,
    keep_entries,
    show_quotation_marks,
)
from onrecord.reading.html.summary import letters, with_head
from onrecord.reading.length import CAP_PAGE, too_long
from onrecord.reading.text import articles_of_export

__all__ = ["read_html"]

_SIGNED: dict[str, Role] = {CAPTION_SIGN: "caption", TIME_SIGN: "dateline", HEADING_SIGN: "heading"}


def read_html(doc: str, data: bytes, hints: Hints) -> Iterator[Article | Skipped]:
    """The article of a saved page, or those of a database's export, `doc` with `#1`, `#2` ... where they are many."""
    page = decode(doc, data, declared=True)
    if isinstance(page, Skipped):
        yield page
        return
    if reason := too_long(doc, page, hints, cap=CAP_PAGE):
        yield reason
        return
    if export := text_of_export(page):
        text, documents = export
        yield from articles_of_export(
            doc, text, documents, source_format="html", source_hash=content_hash(data), hints=hints
        )
        return
    article = article_of_page(doc, page, source_hash=content_hash(data), hints=hints)
    yield article if isinstance(article, Skipped) else too_long(doc, article.text, hints) or article


def article_of_page(doc: str, page: str, *, source_hash: str, hints: Hints) -> Article | Skipped:
    """The report that a page holds, or why none was found."""
    parsed = parse(page)
    tree = parsed.tree
    if tree is None:
        return _no_text(doc)
    set_kickers_apart(tree)
    head = head_of(tree, saved=saved_from(page))
    show_quotation_marks(tree)
    keep_captions(tree)
    keep_entries(tree)
    chunks = _chunks(tree)
    if not any(chunk.role in ("paragraph", "quotation") for chunk in chunks):
        return _too_deep(doc) if parsed.cut else _no_text(doc)
    if reason := too_long(doc, APART.join(chunk.words for chunk in chunks), hints):
        return reason  # before it is looked through for each element of the page
    chunks = with_head(chunks, tree, title=head.title, description=head.description)
    return article_of_chunks(doc, chunks, head, source_format="html", source_hash=source_hash, hints=hints)


def _chunks(tree: Any) -> list[Chunk]:
    """The blocks of the main text; where the library finds none, or gives up, those of the page's own container.

    Of a short report the library gives all words as one paragraph: there too the page's own blocks count.
    """
    try:
        body = main_text(tree)
    except RecursionError:
        body = None
    found = [] if body is None else [_signed(chunk) for chunk in chunks_of(body)]
    if len(found) > 1:
        return found
    own = [_signed(chunk) for chunk in chunks_of(_container(tree)) if chunk.words]
    return own if not found or _are_parts(own, found[0]) else found


def _are_parts(chunks: list[Chunk], whole: Chunk) -> bool:
    """Whether a paragraph is these blocks run together, or most of them."""
    run = letters(whole.words)
    held = [chunk for chunk in chunks if letters(chunk.words) in run]
    return len(held) > 1 and len(held) == len(chunks)


def _container(tree: Any) -> Any:
    for tag in ("article", "main", "body"):
        if (element := tree.find(f".//{tag}")) is not None:
            return element
    return tree


def _signed(chunk: Chunk) -> Chunk:
    """A chunk whose first character says that it was a caption (an entry's time, its heading), as one."""
    role = _SIGNED.get(chunk.words[:1])
    return chunk if role is None else replace(chunk, words=chunk.words[1:].strip(), role=role)


def _too_deep(doc: str) -> Skipped:
    detail = (
        "the tags are nested deeper than 256 levels, and no text of a report lies above; the page is damaged"
    )
    return Skipped(doc=doc, code="nesting", detail=detail)


def _no_text(doc: str) -> Skipped:
    detail = "the page holds no text of a report; if a script builds it, save the page from a browser"
    return Skipped(doc=doc, code="no-text", detail=detail)
