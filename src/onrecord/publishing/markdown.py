"""Statements as Markdown, to paste into notes: a heading an article, a block quotation a statement."""

import re
from collections.abc import Iterator

from onrecord.model import Article, Reading, Record

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


def lines(reading: Reading) -> Iterator[str]:
    """The lines of an article's statements; what an article could smuggle in as markup is escaped."""
    article = reading.article
    yield f"## {escaped(article.title or article.doc)}"
    yield ""
    yield _origin(article)
    yield ""
    if not reading.statements:
        yield "No statements found."
        yield ""
    for record in reading.records():
        yield from _statement(record)


def escaped(text: str) -> str:
    """Text on one line, with every character that means something in Markdown made plain."""
    flat = " ".join(text.split())
    return _LINE_START.sub(r"\1\\\2", _ACTIVE.sub(r"\\\1", flat))


def _origin(article: Article) -> str:
    parts = [article.outlet, article.published, article.byline, article.doc if article.title else None]
    return " · ".join(escaped(part) for part in parts if part)


def _statement(record: Record) -> Iterator[str]:
    statement = record.statement
    source, cue = record.source_words, record.cue_words
    yield f"> {escaped(record.words)}"
    yield ">"
    yield (
        f"> — {f'**{escaped(source)}**' if source else 'no source'}"
        f"{f', *{escaped(cue)}*' if cue else ''} · {statement.kind}, {statement.act}"
        f" · {statement.confidence:.2f} · `{statement.id}`"
        f"{f' · inside `{statement.parent}`' if statement.parent else ''}"
    )
    yield ""
