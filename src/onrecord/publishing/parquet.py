"""Parquet: one row a statement, typed columns, places as lists; for pandas, polars, R and DuckDB.

Needs pyarrow, which is the extra `parquet`.
"""

import importlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.errors import UsageError
from onrecord.model import Record
from onrecord.model.codebook import spelled
from onrecord.model.storable import storable
from onrecord.publishing.jsonl import row

_GROUP = 10_000  # rows in memory at a time

COLUMNS: dict[str, str] = {
    "id": "text",
    "article": "text",
    "doc": "text",
    "outlet": "text",
    "published": "text",
    "published_day": "date",
    "title": "text",
    "byline": "text",
    "language": "text",
    "url": "text",
    "text_hash": "text",
    "kind": "word",
    "act": "word",
    "source_words": "text",
    "cue_words": "text",
    "text": "text",
    "content": "spans",
    "cue": "spans",
    "source": "spans",
    "confidence": "number",
    "parent": "text",
    "speaker": "text",
    "speaker_type": "word",
    "speaker_id": "text",
    "role": "text",
    "speaker_confidence": "number",
    "via": "texts",
    "said_on": "text",
    "said_on_inferred": "truth",
    "codes": "codes",
    "review": "word",
    "corrected": "truth",
    "added": "truth",
    "needs_look": "truth",
    "contested": "truth",
    "values": "values",
    "by_model": "truth",
    "via_ids": "texts",
    "to": "texts",
    "to_ids": "texts",
}
"""The columns and what they hold: `published` is as the article has it, `published_day` the date where that is one;
`via_ids` has the actor of each of `via`, null where none is known, `to_ids` of each of `to`;
spans are lists of `{start, end}`, codes lists of `{concept, stance, coder}`, and
values lists of `{concept, coder, entry, stance, scheme, variable, value}`, a row a variable, its value in words."""


def require() -> Any:
    """pyarrow; UsageError names the extra where it is not installed."""
    try:
        return importlib.import_module("pyarrow")
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow, which is not installed: pip install 'onrecord[parquet]'", code="extra"
        ) from error


def write(records: Iterable[Record], path: Path) -> None:
    """Write a Parquet file in row groups of 10,000 statements; one without rows where there are none."""
    arrow = require()
    parquet = importlib.import_module("pyarrow.parquet")
    schema = _schema(arrow)
    rows = map(columns, records)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for group in _groups(rows):
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))


def columns(record: Record) -> dict[str, Any]:
    """The cells of one statement by the names of `COLUMNS`."""
    made = row(record, full=True)
    speaker, said_on, article = made["speaker"] or {}, made["said_on"] or {}, made["article"]
    return {
        **{name: article[name] for name in ("outlet", "title", "byline", "language", "url", "text_hash")},
        **{name: made[name] for name in ("id", "kind", "act", "text", "confidence", "parent", "codes")},
        **{part: _spans(made[part]) for part in ("content", "cue", "source")},
        **{
            name: made["review"][name]
            for name in ("corrected", "added", "by_model", "needs_look", "contested")
        },
        "article": article["id"],
        "doc": storable(made["doc"]),
        "published": article["published"],
        "published_day": _day(article["published"]),
        "source_words": record.source_words,
        "cue_words": record.cue_words,
        "speaker": speaker.get("name"),
        "speaker_type": speaker.get("type"),
        "speaker_id": speaker.get("actor"),
        "role": speaker.get("role"),
        "speaker_confidence": speaker.get("confidence"),
        "via": [one["name"] for one in made["via"]],
        "said_on": said_on.get("value"),
        "said_on_inferred": said_on.get("inferred"),
        "review": made["review"]["state"],
        "values": _values(record),
        "via_ids": [one.get("actor") for one in made["via"]],
        "to": [one["name"] for one in made["to"]],
        "to_ids": [one.get("actor") for one in made["to"]],
    }


def _values(record: Record) -> list[dict[str, Any]]:
    return [
        {
            "concept": each.concept,
            "coder": each.coder,
            "entry": each.entry,
            "stance": each.stance,
            "scheme": each.scheme,
            "variable": one.variable,
            "value": spelled(one.value),
        }
        for each in record.values
        for one in each.values
    ]


def _groups(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while group := list(islice(rows, _GROUP)):
        yield group


def _schema(arrow: Any) -> Any:
    text = arrow.string()
    span = arrow.struct([("start", arrow.int32()), ("end", arrow.int32())])
    code = arrow.struct([("concept", text), ("stance", text), ("coder", text)])
    names = ("concept", "coder", "entry", "stance", "scheme", "variable", "value")
    value = arrow.struct([(name, arrow.int32() if name == "entry" else text) for name in names])
    types: dict[str, Callable[[], Any]] = {
        "text": lambda: text,
        "word": lambda: arrow.dictionary(arrow.int8(), text),
        "texts": lambda: arrow.list_(text),
        "date": arrow.date32,
        "number": arrow.float64,
        "truth": arrow.bool_,
        "spans": lambda: arrow.list_(span),
        "codes": lambda: arrow.list_(code),
        "values": lambda: arrow.list_(value),
    }
    return arrow.schema([(name, types[kind]()) for name, kind in COLUMNS.items()])


def _spans(pairs: list[list[int]] | None) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in pairs or []]


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:  # a person may have given a month or a year as the article's date
        return None
