"""Articles, statements and readings made by hand, from words instead of offsets."""

import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from onrecord.ledger import Ledger
from onrecord.model import (
    Act,
    Article,
    Block,
    Kind,
    Reading,
    Span,
    Statement,
    StatementId,
    content_hash,
    identify,
)

NOON = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)

Keep = Callable[..., None]
"""Stores readings, each as a source of its own."""

VOTE = """Halvern council votes on the bridge

HALVERN, 4 June. Mayor Ines Orlo said the bridge would open "before the first snow".

Critics are not convinced. The engineer Tomas Wieck called the plan "a leap in the dark".
"""

PROTEST = """Ferry crews protest

Ferry captain Dana Rusk told reporters that Orlo had said the crews would keep their jobs.

A spokesman declined to comment.
"""


def article(text: str = VOTE, **facts: Any) -> Article:
    """An article whose paragraphs are its blocks, the first one the heading."""
    blocks = tuple(
        Block(span=Span(found.start(), found.end()), role="paragraph" if at else "heading")
        for at, found in enumerate(re.finditer(r"\S(?:.*\S)?", text))
    )
    known = {
        "doc": "reports/vote.txt",
        "blocks": blocks,
        "format": "text",
        "source_hash": content_hash(text.encode()),
        "title": text.partition("\n")[0],
        "outlet": "Halvern Courier",
        "published": "2023-06-04",
        "language": "en",
    }
    return Article(text=text, **(known | facts))


def statement(
    of: Article,
    content: str | Iterable[str],
    *,
    cue: str | None = None,
    source: str | None = None,
    kind: Kind = "mixed",
    act: Act = "speech",
    confidence: float = 0.9,
    parent: StatementId | None = None,
) -> Statement:
    """A statement of that article; each part is the words where they stand first in the text."""
    pieces = tuple(_span(of.text, words) for words in ([content] if isinstance(content, str) else content))
    return Statement(
        id=identify(of.id, pieces),
        kind=kind,
        act=act,
        content=pieces,
        cue=(_span(of.text, cue),) if cue else (),
        source=(_span(of.text, source),) if source else (),
        confidence=confidence,
        parent=parent,
    )


def vote(**facts: Any) -> Reading:
    """A report with two statements of different kinds."""
    report = article(VOTE, **facts)
    return Reading(
        article=report,
        statements=(
            statement(
                report,
                'the bridge would open "before the first snow"',
                cue="said",
                source="Mayor Ines Orlo",
                confidence=0.95,
            ),
            statement(
                report,
                ["the plan", '"a leap in the dark"'],
                cue="called",
                source="The engineer Tomas Wieck",
                act="attitude",
                confidence=0.625,
            ),
        ),
    )


def protest(**facts: Any) -> Reading:
    """A report of another outlet, undated, with one statement inside another."""
    known = {"doc": "reports/protest.txt", "outlet": "The Quay", "published": None}
    report = article(PROTEST, **(known | facts))
    outer = statement(
        report,
        "that Orlo had said the crews would keep their jobs",
        cue="told",
        source="Ferry captain Dana Rusk",
        kind="indirect",
    )
    inner = statement(
        report, "the crews would keep their jobs", cue="said", source="Orlo", kind="indirect", parent=outer.id
    )
    return Reading(article=report, statements=(outer, inner))


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def sql(ledger: Ledger, query: str) -> list[tuple[Any, ...]]:
    """What plain SQLite answers, after the ledger is closed: as another program would look at it."""
    ledger.close()
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        return connection.execute(query).fetchall()
