"""Outlets side by side as CSV, an outlet of a shared statement a row, or as JSON."""

import json
from collections.abc import Iterator

from onrecord.model import Record
from onrecord.model.comparison import Comparison, Shared
from onrecord.model.storable import storable
from onrecord.publishing.csv_table import guarded, one_row

COLUMNS = ("group", "speaker", "outlet", "has", "published", "kind", "text", "statement", "article")
"""`has` is yes or no; what an outlet that left it out has no value for is empty."""


def csv_lines(of: Comparison) -> Iterator[str]:
    """What outlets carry, each of its statements a row, then those that left it out; groups count from 1."""
    yield one_row(COLUMNS)
    for number, one in enumerate(of.shared, start=1):
        for carried in one.carried:
            for record in carried.every:
                yield one_row(
                    [str(number), guarded(one.speaker), guarded(carried.outlet), "yes", *_cells(record)]
                )
        for outlet in one.left_out:
            yield one_row([str(number), guarded(one.speaker), guarded(outlet), "no", *[""] * 5])


def _cells(record: Record) -> list[str]:
    statement, article = record.statement, record.article
    return [article.published or "", statement.kind, guarded(record.words), statement.id, article.id]


def json_lines(of: Comparison) -> Iterator[str]:
    """One object a line, a shared statement each."""
    for one in of.shared:
        yield storable(json.dumps(_named(one), ensure_ascii=False)) + "\n"


def _named(one: Shared) -> dict[str, object]:
    return {
        "speaker": one.speaker,
        "text": one.fullest.words,
        "carried": [
            {
                "outlet": each.outlet,
                "statements": [
                    {
                        "id": record.statement.id,
                        "article": record.article.id,
                        "published": record.article.published,
                        "kind": record.statement.kind,
                        "text": record.words,
                    }
                    for record in each.every
                ],
            }
            for each in one.carried
        ],
        "left_out": list(one.left_out),
    }
