"""JSON Lines: one object a statement, with the fields of `onrecord read` in the order of its contract."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.model import Article, Record, SaidOn, Span, Speaker

_CONFIDENCE_DIGITS = 3

# Characters that JSON lets stand and other tools trip over: str.splitlines and some editors end a line at
# U+0085, U+2028 and U+2029, and a terminal obeys U+007F to U+009F.  Written as escapes they are the same
# text.
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


def row(record: Record, *, full: bool = False) -> dict[str, Any]:
    """The object of one statement; `full` adds the facts of its article, its codes and its state of review.

    Offsets are code points, half open.  What is not known, or not found out by this version, is null.
    """
    statement = record.statement
    found: dict[str, Any] = {
        "doc": record.article.doc,
        "id": statement.id,
        "kind": statement.kind,
        "content": _pairs(statement.content),
        "cue": _pairs(statement.cue) or None,
        "source": _pairs(statement.source) or None,
        "text": record.words,
        "speaker": _speaker(statement.speaker),
        "via": [{"name": one.name, "type": one.type} for one in statement.via],
        "said_on": _said_on(statement.said_on),
        "parent": statement.parent,
        "confidence": round(statement.confidence, _CONFIDENCE_DIGITS),
    }
    return found | _decided(record) | {"article": _facts(record.article)} if full else found


def line(value: dict[str, Any]) -> str:
    """An object as one line of JSON, with its line feed; a name of a file that is not UTF-8 is kept as an
    escape.
    """
    text = json.dumps(value, ensure_ascii=False).translate(_ESCAPED)
    # The escape of a lone surrogate is spelled alike in Python and in JSON.
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def lines(records: Iterable[Record], *, full: bool = False) -> Iterator[str]:
    """One line a record."""
    for record in records:
        yield line(row(record, full=full))


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [span.pair() for span in spans]


def _speaker(speaker: Speaker | None) -> dict[str, Any] | None:
    if speaker is None:
        return None
    confidence = round(speaker.confidence, _CONFIDENCE_DIGITS)
    who = {"name": speaker.name, "type": speaker.type, "role": speaker.role, "confidence": confidence}
    return who | ({"actor": speaker.actor} if speaker.actor else {})


def _said_on(said_on: SaidOn | None) -> dict[str, Any] | None:
    if said_on is None:
        return None
    return {
        "value": said_on.value,
        "span": said_on.span.pair() if said_on.span else None,
        "confidence": round(said_on.confidence, _CONFIDENCE_DIGITS),
        "inferred": said_on.inferred,
    }


def _decided(record: Record) -> dict[str, Any]:
    review = record.review
    flags = ("corrected", "added", "needs_look", "contested")
    return {
        "codes": [
            {"concept": code.concept, "stance": code.stance, "coder": code.coder} for code in record.codes
        ],
        "review": {"state": review.state} | {name: getattr(review, name) for name in flags},
    }


def _facts(article: Article) -> dict[str, str | None]:
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
