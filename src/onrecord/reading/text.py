"""Plain text and Markdown: the text stays as it is, and blocks say which stretch plays which role.

A file that a press database wrote may hold many articles; each has its own text then, cut out of the file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Article, Format, Skipped
from onrecord.model.ids import content_hash
from onrecord.reading.decoding import decode
from onrecord.reading.exports import documents_of, sheet_of
from onrecord.reading.front_matter import front_matter_of
from onrecord.reading.hints import Hints
from onrecord.reading.language import language_of
from onrecord.reading.layout import Layout, lay_out, lay_out_fields
from onrecord.reading.layout.credit_line import (
    credit_of,
    is_called,
    is_outlet_name,
    name_before_date,
    outlet_in_byline,
    outlet_with_date,
)
from onrecord.reading.layout.dated import printed_day
from onrecord.reading.layout.names import authors, is_explicit, joined
from onrecord.reading.layout.outlet import outlet_of, title_without
from onrecord.reading.layout.signatures import agency_line, byline_of
from onrecord.reading.length import too_long

_SIGNED = ("byline", "dateline")
_READ = ("paragraph", "quotation", "standfirst")


def read_text(doc: str, data: bytes, hints: Hints) -> Iterator[Article | Skipped]:
    """The article of a plain-text file, or those of an export, `doc` with `#1`, `#2` ... where they are many."""
    text = decode(doc, data)
    if isinstance(text, Skipped):
        yield text
    elif documents := documents_of(text):
        yield from articles_of_export(
            doc, text, documents, source_format="text", source_hash=content_hash(data), hints=hints
        )
    elif reason := too_long(doc, text, hints):
        yield reason
    else:
        yield article_of_text(doc, text, source_hash=content_hash(data), hints=hints)


def articles_of_export(
    doc: str,
    text: str,
    documents: Sequence[tuple[int, int]],
    *,
    source_format: Format,
    source_hash: str,
    hints: Hints,
) -> Iterator[Article | Skipped]:
    """The articles of an export whose documents begin and end at these places."""
    for number, (start, end) in enumerate(documents, start=1):
        name = doc if len(documents) == 1 else f"{doc}#{number}"
        words = text[start:end]
        sheet = sheet_of(words)
        if reason := too_long(name, words, hints):
            yield reason
        elif sheet is None:
            article = article_of_text(name, words, source_hash=source_hash, hints=hints)
            yield replace(article, format=source_format)
        else:
            layout = lay_out_fields(words, sheet.pieces)
            yield Article(
                doc=name,
                text=words,
                blocks=layout.blocks(),
                format=source_format,
                source_hash=source_hash,
                title=sheet.title,
                byline=sheet.byline,
                outlet=hints.outlet or sheet.outlet,
                published=hints.published or sheet.published,
                language=language_of(_words(words, layout)),
            )


def article_of_text(doc: str, text: str, *, source_hash: str, hints: Hints) -> Article:
    """A text with its blocks, and what they show of title, author, outlet, day and language."""
    matter = front_matter_of(text)
    layout = lay_out(text, start=matter.end)
    agency = _agency(layout)
    furniture = [
        piece.shown or text[piece.start : piece.end] for piece in layout.pieces if piece.role == "boilerplate"
    ]
    raw = [text[piece.start : piece.end] for piece in layout.pieces if piece.mark == "link"]
    title = matter.title or _title(layout)
    outlet = (
        hints.outlet
        or matter.outlet
        or outlet_of(
            text,
            [*furniture, *raw],
            title=title,
            agency=_credited(layout, text) or agency,
            above=_above_title(layout),
        )
    )
    return Article(
        doc=doc,
        text=text,
        blocks=layout.blocks(),
        format="text",
        source_hash=source_hash,
        title=title and title_without(title, outlet),
        byline=matter.byline or _byline(layout),
        outlet=outlet,
        published=hints.published or matter.published or _published(layout),
        language=language_of(_words(text, layout)),
    )


def _title(layout: Layout) -> str | None:
    return next((piece.shown for piece in layout.pieces[: layout.body] if piece.role == "heading"), None)


def _above_title(layout: Layout) -> list[str]:
    """The furniture above the title, the outlet's own name among it."""
    shown = [
        piece.shown for piece in layout.pieces[: layout.body] if piece.role in ("boilerplate", "heading")
    ]
    return shown[: shown.index(title)] if (title := _title(layout)) else []


def _credited(layout: Layout, text: str) -> str | None:
    """The outlet that a line of the head names beside the date or the author, or that is such a line."""
    head = layout.pieces[: layout.body]
    shown = [piece.shown for piece in head if piece.role in _SIGNED]
    credits_ = [credit.outlet for line in shown if (credit := credit_of(line))]
    alone = [
        piece.shown
        for piece in head
        if piece.outlet or (piece.role == "boilerplate" and is_outlet_name(piece.shown))
    ]
    called = [name for line in shown if (name := name_before_date(line)) and is_called(name, text)]
    named = [*credits_, *map(outlet_in_byline, shown), *map(outlet_with_date, shown), *alone, *called]
    return next((name for name in named if name), None)


def _agency(layout: Layout) -> str | None:
    lines = [agency_line(piece.shown + " …") for piece in layout.pieces if piece.role == "dateline"]
    return next((line.agency for line in lines if line and line.agency), None)


def _byline(layout: Layout) -> str | None:
    signed = [piece for piece in layout.pieces if piece.role == "byline"]
    names = [name for piece in signed for name in byline_of(piece, beside_date=True)]
    return joined(list(dict.fromkeys(names or _reported_by(layout))))


def _reported_by(layout: Layout) -> list[str]:
    """The names in a credit below the report: "Reporting by A and B; Editing by C"."""
    credits_ = [
        piece.shown for piece in layout.pieces if piece.role == "boilerplate" and is_explicit(piece.shown)
    ]
    return authors(credits_[0]) if credits_ else []


def _published(layout: Layout) -> str | None:
    day = printed_day(layout.pieces)
    return day.isoformat() if day else None


def _words(text: str, layout: Layout) -> str:
    """The start of the article's own words."""
    words = [text[piece.start : piece.end] for piece in layout.pieces if piece.role in _READ]
    return "\n".join(words[:40]) or text
