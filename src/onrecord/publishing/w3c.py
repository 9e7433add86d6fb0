"""W3C Web Annotations: one annotation a statement.

Model: https://www.w3.org/TR/annotation-model/ (offsets there are code points, as ours).  The targets are the pieces of
the content; the bodies are the kind (classifying), the speaker and the words that name the source (identifying), the
cue (describing), the codes (tagging), and all else that is known as JSON (describing).  Every place has a
TextQuoteSelector, which finds it again in another copy of the text, and a TextPositionSelector.

A text has no address: it is known by its hash, as RFC 6920 writes it (``ni:///sha-256;...``).  The page it came from
is the `scope`.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.model import Record
from onrecord.publishing.jsonl import line, row

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points before and after a quotation, to tell it from another of the same words

# Of a row, what is said elsewhere in the annotation, or concerns the ledger alone.
_ELSEWHERE = (
    "content",
    "cue",
    "source",
    "kind",
    "text",
    "article",
    "actors",
    "found",
    "decisions",
    "retired",
)


def lines(records: Iterable[Record]) -> Iterator[str]:
    """One annotation a line, each with its context."""
    for record in records:
        article = record.article
        made = annotation(
            row(record, full=True), article.text, text_iri(article.text_hash), scope=article.url
        )
        if article.language is not None:
            for target in made["target"]:
                target["source"] = {
                    "id": target["source"],
                    "type": "Text",
                    "format": "text/plain",
                    "language": article.language,
                }
        yield line({"@context": CONTEXT} | made)


def page(rows: Iterable[Mapping[str, Any]], text: str, source: str) -> dict[str, Any]:
    """An AnnotationPage for the statements of one text that is known as `source` (an IRI, a relative one perhaps)."""
    return {
        "@context": CONTEXT,
        "id": f"{source}#statements",
        "type": "AnnotationPage",
        "items": [annotation(each, text, source) for each in rows],
    }


def annotation(row: Mapping[str, Any], text: str, source: str, *, scope: str | None = None) -> dict[str, Any]:
    """The annotation for a row of JSON Lines, its places being in `text`, which is known as `source`."""
    return {
        "id": f"{source}#{row['id']}",
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"type": "Software", "name": "OnRecord"},
        "body": list(_bodies(row, text, source)),
        "target": [_place(text, source, span, scope) for span in row["content"]],
    }


def text_iri(text_hash: str) -> str:
    """The IRI of a text by the SHA-256 of its UTF-8 form in hexadecimal (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(text_hash)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _bodies(row: Mapping[str, Any], text: str, source: str) -> Iterator[dict[str, Any]]:
    yield _words("classifying", row["kind"])
    speaker = row.get("speaker")
    if speaker is not None:
        yield _words("identifying", speaker["name"])
    for part, purpose in (("source", "identifying"), ("cue", "describing")):
        for span in row[part] or []:
            yield _place(text, source, span, None) | {"purpose": purpose}
    for code in row.get("codes") or []:
        yield _words("tagging", f"{code['concept']} {code['stance']}")
    known = {name: value for name, value in row.items() if name not in _ELSEWHERE and _says(value)}
    value = json.dumps(known, ensure_ascii=False)
    yield {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": value}


def _says(value: Any) -> bool:
    return value not in (None, [], {})


def _words(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _place(text: str, source: str, span: list[int], scope: str | None) -> dict[str, Any]:
    start, end = span
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    place = {"type": "SpecificResource", "source": source, "selector": [quote, position]}
    return place | ({"scope": scope} if scope else {})
