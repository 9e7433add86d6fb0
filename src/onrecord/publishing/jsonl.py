"""JSON Lines: one object a statement, with the fields of `onrecord read` in the order of its contract."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.model import Article, DateExpression, Record
from onrecord.model.storable import storable
from onrecord.publishing.values import places, resolved, rounded

# Characters that JSON lets stand and other tools trip over: str.splitlines and some editors end a line at
# U+0085, U+2028 and U+2029, and a terminal obeys U+007F to U+009F.  Written as escapes they are the same
# text.
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


def row(record: Record, *, full: bool = False) -> dict[str, Any]:
    """The object of one statement; `full` adds the facts of its article, its codes and its state of review.

    Offsets are code points, half open.  What is not known, or not found out by this version, is null.
    """
    statement = record.statement
    found: dict[str, Any] = {"doc": record.article.doc, "id": statement.id}
    found |= places(statement) | {"text": record.words} | resolved(statement)
    found |= {"parent": statement.parent, "confidence": rounded(statement.confidence)}
    return found | _decided(record) | {"article": _facts(record.article)} if full else found


def date_row(article: Article, date: DateExpression) -> dict[str, Any]:
    """The object of one date expression, as `onrecord dates` prints it."""
    return {
        "doc": article.doc,
        "start": date.span.start,
        "end": date.span.end,
        "text": date.span.of(article.text),
        "type": date.type,
        "value": date.value,
        "edtf": date.edtf,
    }


def line(value: dict[str, Any]) -> str:
    """An object as one line of JSON, with its line feed; a name of a file that is not UTF-8 is kept as an
    escape.
    """
    text = json.dumps(value, ensure_ascii=False).translate(_ESCAPED)
    # The escape of a lone surrogate is spelled alike in Python and in JSON.
    return storable(text) + "\n"


def lines(records: Iterable[Record], *, full: bool = False) -> Iterator[str]:
    """One line a record."""
    for record in records:
        yield line(row(record, full=full))


def _decided(record: Record) -> dict[str, Any]:
    review = record.review
    flags = ("corrected", "added", "by_model", "needs_look", "contested")
    return {
        "codes": [
            {"concept": code.concept, "stance": code.stance, "coder": code.coder} for code in record.codes
        ],
        "values": [
            {
                "concept": each.concept,
                "coder": each.coder,
                "entry": each.entry,
                "stance": each.stance,
                "scheme": each.scheme,
                "values": {one.variable: one.value for one in each.values},
            }
            for each in record.values
        ],
        "review": {"state": review.state} | {name: getattr(review, name) for name in flags},
    }


def _facts(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "byline": article.byline,
        "outlet": article.outlet,
        "published": article.published,
        "language": article.language,
        "url": article.url,
        "text_hash": article.text_hash,
    }
