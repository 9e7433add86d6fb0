"""What a row of JSON Lines carries beside the statement, so that another ledger can take it in (`onrecord import`).

What belongs to an article (its text, what was decided of it) stands in the first of its rows, what belongs to an actor
in the first row that names it, with what an imported reference says of it, and what was decided of the codebook in the
first row of all: a text is long, and an article has many statements.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from onrecord.ledger import Ledger
from onrecord.ledger.deciding.encoding import encode
from onrecord.ledger.deciding.history import (
    ActorHistory,
    History,
    StatementHistory,
    actors_named,
)
from onrecord.ledger.deciding.logging import Logged
from onrecord.model import FACTS, ActorId, Addressee, Article, Carrier, Record, action_of
from onrecord.publishing.jsonl import row
from onrecord.publishing.values import as_stated


def whole_rows(ledger: Ledger, records: Iterable[Record], *, texts: bool = False) -> Iterator[dict[str, Any]]:
    """Full rows that carry all that `onrecord import` needs; with `texts` the articles too, for an empty ledger.

    `records` are those of the ledger, in its order.
    """
    told: set[ActorId] = set()
    entries: set[str] = set()
    codebook = decisions(ledger.codebook_history())
    for article, of_one in groupby(records, key=lambda record: record.article.id):
        history = ledger.history(article)
        for number, record in enumerate(of_one):
            decided = history.statements[record.statement.id]
            made = row(record, full=True)
            facts = made.pop("article")
            if number == 0:
                facts |= of_article(record.article, history, texts=texts)
            new = ledger.people(set(actors_of(record, decided)) - told)
            told |= {actor.id for actor in new}
            made |= of_statement(record, decided)
            made |= {"article": facts, "actors": [of_actor(actor) for actor in new]}
            beside = [one for one in ledger.entries_beside(each.id for each in new) if one.id not in entries]
            if beside:
                entries |= {one.id for one in beside}
                made["reference"] = [asdict(one) for one in beside]
            if codebook:
                made["codebook"], codebook = {"decisions": codebook}, []
            yield made


def of_statement(record: Record, history: StatementHistory) -> dict[str, Any]:
    """`found`, what the machine found where people made something else of it; `retired`; `decisions`."""
    found = None if history.found is None else as_stated(history.found)
    return {
        "found": None if found == as_stated(record.statement) else found,
        "retired": history.retired,
        "decisions": decisions(history.decisions),
    }


def of_article(article: Article, history: History, *, texts: bool) -> dict[str, Any]:
    """`found` and `decisions` of the article itself; with `texts` all that it takes to store it elsewhere."""
    carried: dict[str, Any] = {
        "found": _as_read(article, history.article),
        "decisions": decisions(history.decisions),
    }
    if not texts:
        return carried
    origin = history.origin
    return carried | {
        "format": article.format,
        "source_hash": article.source_hash,
        "read": {
            "at": origin.at,
            "version": origin.version,
            "model_hash": origin.model_hash,
            "options": json.loads(origin.options),
            "stage": origin.stage,
        },
        "blocks": blocks(article),
        "text": article.text,
    }


def of_actor(actor: ActorHistory) -> dict[str, Any]:
    """An actor by itself, with every decision on it."""
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type,
        "note": actor.note,
        "names": list(actor.names),
        "decisions": decisions(actor.decisions),
    }


def actors_of(record: Record, history: StatementHistory) -> Iterator[ActorId]:
    """The actors that a statement, what was found in its place, or a decision on it names."""
    for statement in (record.statement, history.found):
        if statement is not None:
            speaker = statement.speaker
            beside: list[Carrier | Addressee] = [*statement.via, *statement.to]
            named = [speaker.actor if speaker else None, *(one.actor for one in beside)]
            yield from (one for one in named if one is not None)
    yield from actors_named(history.decisions)


def decisions(logged: Iterable[Logged]) -> list[dict[str, Any]]:
    """Decisions as objects, undos among them; `undone` says whether a later one took it back."""
    return [
        {
            "id": each.decision.id,
            "at": each.decision.at,
            "coder": each.decision.coder.name,
            "coder_kind": each.decision.coder.kind,
            "action": action_of(each.decision.change),
            "subject": each.decision.subject,
            "details": json.loads(encode(each.decision.change)),
            "settles": each.decision.settles,
            "undone": each.undone,
        }
        for each in logged
    ]


def blocks(article: Article) -> list[dict[str, Any]]:
    """The blocks as `onrecord article` prints them."""
    return [
        {"start": block.span.start, "end": block.span.end, "role": block.role} for block in article.blocks
    ]


def _as_read(article: Article, read: Article) -> dict[str, Any] | None:
    """What the source had where people decided otherwise: facts by name, roles of blocks by where they begin."""
    facts = {name: getattr(read, name) for name in FACTS if getattr(read, name) != getattr(article, name)}
    roles = [
        {"start": before.span.start, "role": before.role}
        for before, now in zip(read.blocks, article.blocks, strict=True)
        if before.role != now.role
    ]
    return (facts | ({"roles": roles} if roles else {})) or None
