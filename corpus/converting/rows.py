"""The objects that `onrecord read` would print for a report if it made no mistake."""

import hashlib
import re
from collections.abc import Sequence
from typing import Any

from corpus.debate import Debate
from corpus.marking import Place
from corpus.report import Annotation, Report
from onrecord.model import Article, Block, Record, Span, Statement, identify
from onrecord.publishing.jsonl import row


def article(report: Report, doc: str) -> Article:
    """The report as the reading gives it, its blocks as they were marked."""
    return Article(
        doc=doc,
        text=report.text,
        blocks=tuple(Block(span=_trimmed(report.text, place), role=role) for role, place in report.blocks),
        format="text",
        source_hash=hashlib.sha256(report.text.encode()).hexdigest(),
        title=report.title,
        byline=report.byline,
        outlet=report.outlet,
        published=report.published,
        language="en",
    )


def rows(report: Report, debate: Debate, doc: str) -> list[dict[str, Any]]:
    """One object a statement, in the order of the text.

    Beside the fields of the contract: `act`, `to`, `forms`, and what the guide lists under `codes`, `agrees`,
    `disagrees` and `retracts`.  `speaker.name` is the fullest form that the report gives; `actor` the canonical one.
    """
    held = article(report, doc)
    statements = {a.number: _statement(held, a) for a in report.statements}
    made = []
    for annotation in sorted(report.statements, key=lambda a: a.content):
        parent = statements[annotation.parent].id if annotation.parent else None
        record = Record(article=held, statement=statements[annotation.number])
        made.append(row(record) | {"parent": parent} | _chain(annotation, report, debate) | _rest(annotation))
    return made


def name_in(text: str, names: Sequence[str]) -> str | None:
    """The longest of an actor's names that the text holds as whole words."""
    held = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    return max(held, key=len, default=None)


def _statement(held: Article, annotation: Annotation) -> Statement:
    content = _spans(annotation.content)
    return Statement(
        id=identify(held.id, content),
        kind=annotation.kind,
        content=content,
        cue=_spans(annotation.cue),
        source=_spans(annotation.source),
        confidence=1.0,
    )


def _chain(annotation: Annotation, report: Report, debate: Debate) -> dict[str, Any]:
    said_on = {"value": annotation.said_on, "span": None, "confidence": 1.0, "inferred": annotation.inferred}
    return {
        "speaker": _speaker(annotation, report, debate),
        "via": [_actor(name, report, debate) for name in annotation.via],
        "said_on": said_on if annotation.said_on else None,
    }


def _speaker(annotation: Annotation, report: Report, debate: Debate) -> dict[str, Any] | None:
    rest = {"role": annotation.role, "confidence": 1.0}
    if annotation.speaker is not None:
        return _actor(annotation.speaker, report, debate) | rest | {"actor": annotation.speaker}
    if annotation.unnamed is not None:
        return {"name": annotation.unnamed, "type": "unnamed"} | rest
    return {"name": annotation.group, "type": "group"} | rest if annotation.group is not None else None


def _actor(name: str, report: Report, debate: Debate) -> dict[str, Any]:
    actor = debate.actors.get(name)
    if actor is None:
        return {"name": name, "type": "unnamed"}
    return {"name": (name_in(report.text, actor.names) or name).removeprefix("the "), "type": actor.type}


def _rest(annotation: Annotation) -> dict[str, Any]:
    return {
        "act": annotation.act,
        "to": list(annotation.to),
        "forms": list(annotation.forms),
        "codes": [{"concept": concept, "stance": stance} for concept, stance in annotation.codes.items()],
        "agrees": list(annotation.agrees),
        "disagrees": list(annotation.disagrees),
        "retracts": annotation.retracts,
    }


def _spans(places: Sequence[Place]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in places)


def _trimmed(text: str, place: Place) -> Span:
    words = text[slice(*place)]
    return Span(place[0] + len(words) - len(words.lstrip()), place[1] - len(words) + len(words.rstrip()))
