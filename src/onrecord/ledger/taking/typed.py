"""Fields of an object by their type; InputError names the one that is of another."""

from collections.abc import Mapping
from typing import Any

from onrecord.errors import InputError


def text(value: Mapping[str, Any], name: str) -> str:
    """A text that must be there."""
    found = text_or_none(value, name)
    if found is None:
        raise InputError(f"it has no {name}", code="row")
    return found


def text_or_none(value: Mapping[str, Any], name: str) -> str | None:
    """A text, or None where there is none."""
    found = value.get(name)
    if found is not None and not isinstance(found, str):
        raise InputError(f"{name} is {str(found)[:40]!r}, which is no text", code="row")
    return found


def truth(value: Mapping[str, Any], name: str) -> bool:
    """True or false; false where it is not there."""
    found = value.get(name, False)
    if not isinstance(found, bool):
        raise InputError(f"{name} is {str(found)[:40]!r}, which is neither true nor false", code="row")
    return found


def number(value: Mapping[str, Any], name: str) -> int:
    """A whole number that must be there."""
    found = value.get(name)
    if not isinstance(found, int) or isinstance(found, bool):
        raise InputError(f"{name} is {str(found)[:40]!r}, which is no whole number", code="row")
    return found


def objects(value: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """A list of objects; empty where there is none."""
    found = value.get(name)
    if found is None:
        return []
    if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        raise InputError(f"{name} is no list of objects", code="row")
    return found
