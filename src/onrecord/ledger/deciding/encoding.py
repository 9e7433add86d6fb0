"""Values as JSON texts and back: the details of a decision, and a statement as the machine found it."""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.errors import InputError
from onrecord.model import ACTIONS, Change, Span, Statement, action_of
from onrecord.model.statement_changes import UNSAID


def encode(value: object) -> str:
    """A value as JSON, keys in the order of the fields: the same value is always the same text."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def encode_change(change: Change) -> tuple[str, str]:
    """The word for a decision, and its details."""
    return action_of(change), encode(change)


def decode_change(action: str, details: str) -> Change:
    """The decision that word and details stand for; InputError where they do not fit."""
    if action not in ACTIONS:
        raise InputError(f"{action!r} is no kind of decision that this OnRecord knows", code="decision")
    change: Change = _read(ACTIONS[action], details)
    return change


def decode_statement(found: str) -> Statement:
    """A statement as `encode` wrote it."""
    statement: Statement = _read(Statement, found)
    return statement


def _read(kind: type[Any], text: str) -> Any:
    try:
        return _value(kind, json.loads(text))
    except (ValueError, TypeError, KeyError) as error:
        raise InputError(f"{text[:80]!r} is no {kind.__name__}: {error}", code="decision") from error


def _plain(value: object) -> object:
    if isinstance(value, Span):
        return value.pair()
    if is_dataclass(value):
        named = ((field, getattr(value, field.name)) for field in fields(value))
        return {
            field.name: _plain(one) for field, one in named if one is not None or UNSAID not in field.metadata
        }
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _value(kind: Any, given: Any) -> Any:
    """`given`, of JSON, as a value of that type; raises ValueError or TypeError where it is none."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        if given is None and type(None) in get_args(kind):
            return None
        kinds = [one for one in get_args(kind) if one is not type(None)]
        return _value(next((one for one in kinds if one is type(given)), kinds[0]), given)
    if origin is Literal:
        if given not in get_args(kind):
            raise ValueError(f"{given!r} is none of {', '.join(map(str, get_args(kind)))}")
        return given
    if origin is tuple:
        return tuple(_value(get_args(kind)[0], one) for one in _checked(given, list))
    if kind is Span:
        start, end = _checked(given, list)
        return Span(_checked(start, int), _checked(end, int))
    if is_dataclass(kind):
        return _dataclass(kind, _checked(given, dict))  # type: ignore[arg-type]
    base = getattr(kind, "__supertype__", kind)  # a NewType is checked as what it is made of
    return _checked(given, (int, float) if base is float else base)


_HINTS: dict[
    type[Any], dict[str, Any]
] = {}  # by class: they are looked up once, and a ledger holds many decisions


def _dataclass(kind: type[Any], given: Mapping[str, Any]) -> Any:
    hints = _HINTS.get(kind) or _HINTS.setdefault(kind, get_type_hints(kind))
    if unknown := set(given) - set(hints):
        raise ValueError(f"{', '.join(sorted(unknown))} is unknown")
    return kind(**{name: _value(hints[name], value) for name, value in given.items()})


def _checked(given: Any, kind: type[Any] | tuple[type[Any], ...]) -> Any:
    if not isinstance(given, kind) or (isinstance(given, bool) and kind is not bool):
        raise TypeError(f"{given!r} is of the wrong kind")
    return given
