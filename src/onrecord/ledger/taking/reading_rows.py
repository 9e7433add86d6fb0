"""From an object of JSON Lines to values; InputError says what is wrong with it.  Unknown fields are ignored."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, cast

from onrecord.errors import InputError
from onrecord.ledger.deciding.encoding import decode_change, decode_statement
from onrecord.ledger.taking.given import Given, GivenActor, GivenArticle, GivenRow
from onrecord.ledger.taking.reading_articles import given_article
from onrecord.ledger.taking.typed import objects, objects_or_texts, text, text_or_none, texts, truth
from onrecord.model import (
    ACTOR_TYPES,
    CODER_KINDS,
    ActorId,
    ActorType,
    Addressee,
    Affiliation,
    Carrier,
    Coder,
    CoderKind,
    Decision,
    DecisionId,
    Entry,
    Office,
    SaidOn,
    Speaker,
    Statement,
    StatementId,
)
from onrecord.model.storable import is_storable

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_UNKNOWN = StatementId("")


def article_of(row: GivenRow) -> GivenArticle:
    """What the row says of its article.  Raises InputError."""
    return given_article(row.value, decisions)


def given(row: GivenRow, article: GivenArticle) -> Given:
    """The row, understood; its places are not looked up in a text yet.  Raises InputError."""
    value = row.value
    if not is_storable(json.dumps({**value, "doc": ""}, ensure_ascii=False)):
        raise InputError("it holds half of a character (a lone surrogate), which no file can", code="row")
    statement = _statement(value)
    decided = decisions(value)
    review = value.get("review")
    added = isinstance(review, Mapping) and truth(review, "added")
    return Given(
        place=row.place,
        known_id=cast("StatementId | None", text_or_none(value, "id")),
        statement=statement,
        found=None if added else _found(value, statement),
        by_hand=not added and not decided and value.get("confidence") is None,
        as_written=truth(value, "as_written"),
        words=text(value, "text"),
        decisions=decided,
        retired=_time_or_none(value, "retired"),
        article=article,
        actors=tuple(_actor(one) for one in objects(value, "actors")),
        codebook=_codebook(value.get("codebook")),
        reference=tuple(_entry(one) for one in objects(value, "reference")),
    )


def decisions(value: Mapping[str, Any]) -> tuple[Decision, ...]:
    """The field `decisions` of an object, the oldest first."""
    made = [_decision(one) for one in objects(value, "decisions")]
    return tuple(sorted(made, key=lambda each: (each.at, each.id)))


def _codebook(value: Any) -> tuple[Decision, ...]:
    if value is not None and not isinstance(value, Mapping):
        raise InputError("codebook is no object", code="row")
    return decisions(value or {})


def _statement(value: Mapping[str, Any]) -> Statement:
    """The statement that an object states; its id is what the object says, whatever that is."""
    stated = {
        "id": text_or_none(value, "id") or _UNKNOWN,
        "kind": value.get("kind"),
        "act": value.get("act") or "speech",
        "content": value.get("content"),
        "cue": value.get("cue") or [],
        "source": value.get("source") or [],
        "confidence": 1.0 if value.get("confidence") is None else value["confidence"],
        "parent": value.get("parent"),
        "speaker": _known(Speaker, value.get("speaker")),
        "via": [_known(Carrier, one) for one in objects(value, "via")],
        "to": [_addressee(one) for one in objects_or_texts(value, "to")],
        "said_on": _known(SaidOn, value.get("said_on")),
    }
    if not stated["content"]:
        raise InputError("it has no content", code="no-content")
    return decode_statement(json.dumps(stated))


def _addressee(stated: Any) -> Any:
    """Somebody who was told; in rows of the corpus the words of the report alone."""
    return {"name": stated, "type": "group"} if isinstance(stated, str) else _known(Addressee, stated)


def _found(value: Mapping[str, Any], statement: Statement) -> Statement:
    found = value.get("found")
    if found is None:
        return statement
    if not isinstance(found, Mapping):
        raise InputError("found is no object", code="row")
    return replace(_statement(found), id=statement.id, parent=statement.parent)


def _known(kind: type[Any], stated: Any) -> Any:
    """An object without the fields that this version does not know."""
    if not isinstance(stated, Mapping):
        return stated
    return {field.name: stated[field.name] for field in fields(kind) if field.name in stated}


def _decision(value: Mapping[str, Any]) -> Decision:
    kind = value.get("coder_kind", "person")
    if kind not in CODER_KINDS:
        raise InputError(f"{kind!r} is no kind of coder", code="row")
    details = value.get("details")
    return Decision(
        id=DecisionId(text(value, "id")),
        at=_time_or_none(value, "at") or _no_time(),
        coder=Coder(name=text(value, "coder"), kind=cast("CoderKind", kind)),
        subject=text(value, "subject"),
        change=decode_change(text(value, "action"), json.dumps({} if details is None else details)),
        settles=truth(value, "settles"),
    )


def _actor(value: Mapping[str, Any]) -> GivenActor:
    kind = value.get("type")
    if kind is not None and kind not in ACTOR_TYPES:
        raise InputError(f"{kind!r} is no type of actor", code="row")
    return GivenActor(
        id=ActorId(text(value, "id")),
        name=text_or_none(value, "name"),
        type=cast("ActorType | None", kind),
        note=text_or_none(value, "note") or "",
        names=tuple(texts(value, "names")),
        decisions=decisions(value),
    )


def _entry(value: Mapping[str, Any]) -> Entry:
    kind = value.get("type", "person")
    if kind not in ACTOR_TYPES:
        raise InputError(f"{kind!r} is no type of actor", code="row")
    return Entry(
        id=text(value, "id"),
        name=text(value, "name"),
        type=cast("ActorType", kind),
        names=tuple(texts(value, "names")),
        offices=tuple(Office(role=text(one, "role"), **_time_of(one)) for one in objects(value, "offices")),
        note=text_or_none(value, "note") or "",
        affiliations=tuple(
            Affiliation(organisation=text_or_none(one, "organisation"), **_time_of(one))
            for one in objects(value, "affiliations")
        ),
    )


def _time_of(value: Mapping[str, Any]) -> dict[str, str | None]:
    return {"since": text_or_none(value, "since"), "until": text_or_none(value, "until")}


def _time_or_none(value: Mapping[str, Any], name: str) -> str | None:
    at = text_or_none(value, name)
    if at is not None and not _TIME.fullmatch(at):
        raise InputError(f"{name} is {at!r}: a time looks like 2024-03-01T09:30:00.000001Z", code="row")
    return at


def _no_time() -> str:
    raise InputError("a decision has no time", code="row")
