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
    return _many(value, name, Mapping, "objects")


def texts(value: Mapping[str, Any], name: str) -> list[str]:
    """A list of texts; empty where there is none."""
    return _many(value, name, str, "texts")


def objects_or_texts(value: Mapping[str, Any], name: str) -> list[Mapping[str, Any] | str]:
    """A list of objects, or of texts that stand for such; empty where there is none."""
    return _many(value, name, (Mapping, str), "objects")


def _many(
    value: Mapping[str, Any], name: str, kind: type[Any] | tuple[type[Any], ...], what: str
) -> list[Any]:
    found = value.get(name)
    if found is None:
        return []
    if not isinstance(found, list) or not all(isinstance(one, kind) for one in found):
        raise InputError(f"{name} is no list of {what}", code="row")
    return found
