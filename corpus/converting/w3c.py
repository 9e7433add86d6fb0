"""W3C Web Annotations: one annotation a statement, a TextQuote and a TextPosition selector a piece of its content.

Model: https://www.w3.org/TR/annotation-model/ (offsets there count characters; here they are code points).
"""

from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def page(rows: list[dict[str, Any]], text: str, source: str) -> dict[str, Any]:
    """An AnnotationPage for the statements of one text that is known as `source` (a relative IRI)."""
    return {
        "@context": CONTEXT,
        "id": f"{source}#statements",
        "type": "AnnotationPage",
        "items": [_annotation(row, text, source) for row in rows],
    }


def _annotation(row: dict[str, Any], text: str, source: str) -> dict[str, Any]:
    parts = [(part, span) for part in ("content", "cue", "source") for span in row[part] or []]
    described = {
        key: value for key, value in row.items() if key not in _PLACED and value not in (None, [], {})
    }
    return {
        "id": f"{source}#{row['id']}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "Dataset", "format": "application/json", "value": described},
        "target": [
            {"source": source, "purpose": part, "selector": _selectors(text, *span)} for part, span in parts
        ],
    }


_PLACED = ("doc", "id", "content", "cue", "source", "text")


def _selectors(text: str, start: int, end: int) -> list[dict[str, Any]]:
    quote = {"type": "TextQuoteSelector", "exact": text[start:end]}
    around = {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    return [quote | around, {"type": "TextPositionSelector", "start": start, "end": end}]
