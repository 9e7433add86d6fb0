"""JSON-LD: what a page says of its report in the words of schema.org."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

_REPORTS = ("article", "report", "posting", "review", "liveblog")
_PAGES = ("webpage",)
_MOST_CHARACTERS = 2_000_000
_DEEPEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What JSON-LD says of the report, as it stands there."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    description: str | None = None


def facts_of(tree: Any) -> Facts:
    """The facts of the first report that the page's JSON-LD describes; empty where it describes none."""
    objects = [found for script in tree.iter("script") for found in _objects_in(script)]
    reports = [one for one in objects if _is_a(one, _REPORTS)] or [
        one for one in objects if _is_a(one, _PAGES)
    ]
    if not reports:
        return Facts()
    report = max(reports, key=lambda one: sum(key in one for key in ("headline", "datePublished", "author")))
    by_id = {one["@id"]: one for one in objects if isinstance(one.get("@id"), str) and "name" in one}
    return Facts(
        title=_text(report.get("headline")),
        authors=tuple(dict.fromkeys(_people(report.get("author") or report.get("creator"), by_id))),
        outlet=next(iter(_names(report.get("publisher"), by_id)), None),
        published=_text(report.get("datePublished") or report.get("dateCreated")),
        url=_text(report.get("url")),
        description=_text(report.get("description")),
    )


def _objects_in(script: Any) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _MOST_CHARACTERS:
        return
    try:
        found = json.loads(script.text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    yield from _objects(found, _DEEPEST)


def _objects(found: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects in a value, outermost first."""
    if depth and isinstance(found, list):
        for one in found:
            yield from _objects(one, depth - 1)
    elif depth and isinstance(found, dict):
        yield found
        for one in found.values():
            if isinstance(one, dict | list):
                yield from _objects(one, depth - 1)


def _is_a(one: dict[str, Any], kinds: tuple[str, ...]) -> bool:
    kind = one.get("@type")
    types = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and any(part in name.lower() for part in kinds) for name in types)


def _people(value: Any, by_id: dict[str, Any]) -> list[str]:
    """Names of authors: persons where the page tells persons from organisations."""
    listed = value if isinstance(value, list) else [value]
    persons = [one for one in listed if isinstance(one, dict) and one.get("@type") == "Person"]
    return _names(persons or listed, by_id)


def _names(value: Any, by_id: dict[str, Any]) -> list[str]:
    found = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            one = one.get("name") or by_id.get(str(one.get("@id")), {}).get("name")  # noqa: PLW2901 - its name stands for it
        found += [name for part in (one if isinstance(one, list) else [one]) if (name := _text(part))]
    return found


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None
