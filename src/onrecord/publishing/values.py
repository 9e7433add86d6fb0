"""A statement's parts as JSON values, by the names of the contract."""

from collections.abc import Iterable
from typing import Any

from onrecord.model import Addressee, Carrier, SaidOn, Span, Speaker, Statement

_CONFIDENCE_DIGITS = 3


def as_stated(statement: Statement) -> dict[str, Any]:
    """Kind, act, places, speaker, chain, addressees, date and confidence of a statement."""
    return places(statement) | resolved(statement) | {"confidence": rounded(statement.confidence)}


def places(statement: Statement) -> dict[str, Any]:
    """Kind and act, and where content, cue and source stand."""
    return {
        "kind": statement.kind,
        "act": statement.act,
        "content": pairs(statement.content),
        "cue": pairs(statement.cue) or None,
        "source": pairs(statement.source) or None,
    }


def resolved(statement: Statement) -> dict[str, Any]:
    """Who said it, through whom it came, to whom and when it was said."""
    return {
        "speaker": _speaker(statement.speaker),
        "via": [_beside(one) for one in statement.via],
        "to": [_beside(one) for one in statement.to],
        "said_on": _said_on(statement.said_on),
    }


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as `[[start, end], ...]`."""
    return [span.pair() for span in spans]


def rounded(confidence: float) -> float:
    """A confidence to three digits: it is not known better."""
    return round(confidence, _CONFIDENCE_DIGITS)


def _speaker(speaker: Speaker | None) -> dict[str, Any] | None:
    if speaker is None:
        return None
    who = {
        "name": speaker.name,
        "type": speaker.type,
        "role": speaker.role,
        "confidence": rounded(speaker.confidence),
    }
    return who | ({"actor": speaker.actor} if speaker.actor else {})


def _beside(one: Carrier | Addressee) -> dict[str, Any]:
    who = {"name": one.name, "type": one.type}
    return who | ({"actor": one.actor} if one.actor else {})


def _said_on(said_on: SaidOn | None) -> dict[str, Any] | None:
    if said_on is None:
        return None
    return {
        "value": said_on.value,
        "span": said_on.span.pair() if said_on.span else None,
        "confidence": rounded(said_on.confidence),
        "inferred": said_on.inferred,
    }
