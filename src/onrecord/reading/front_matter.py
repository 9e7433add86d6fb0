"""Front matter: what a file says of itself at its top, in lines of a name, a colon and a value.

Markdown has it between two lines of dashes, in YAML's simplest form; a plain text without them, above an empty line.
"""

import re
from dataclasses import dataclass

from onrecord.reading.layout.names import authors, joined
from onrecord.reading.published import dates_in, publication_day

_FENCED = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<lines>(?:[^\n]{0,2000}\n){1,80}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)
# One blank, and then anything: a line that matched in many ways would be tried in each where no empty line follows.
_LABELLED = re.compile(r"\ufeff?(?P<lines>(?:[A-Za-z][A-Za-z _-]{0,20}:[ \t][^\n]{1,320}\n){2,12})\s*\n")
_LINE = re.compile(r"(?P<name>[A-Za-z][\w -]{0,30}):(?:[ \t]+(?P<value>.*))?$")
_FURTHER = re.compile(r"(?:[ \t]+|-[ \t])\S|[ \t]*(?:#.*)?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.+)$")
_BETWEEN = re.compile(r"\s*,\s*")

_TITLES = ("title", "headline")
_AUTHORS = ("author", "authors", "byline", "by")
_OUTLETS = (
    "publication",
    "outlet",
    "newspaper",
    "publisher",
    "source",
    "site",
    "site_name",
    "sitename",
    "media",
)
_DAYS = (
    "date",
    "published",
    "publication_date",
    "pubdate",
    "date_published",
    "datepublished",
    "day",
    "updated",
)
_LONGEST_NAME = 80
_FEWEST_KINDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the lines up to `end` say, each as found, or None."""

    end: int = 0
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None


def front_matter_of(text: str) -> FrontMatter:
    """The front matter of a text; empty, with `end` 0, where it has none."""
    fenced = _FENCED.match(text)
    found = fenced or _LABELLED.match(text)
    fields = _fields(found["lines"].splitlines()) if found else None
    if not found or not fields or (not fenced and _kinds(fields) < _FEWEST_KINDS):
        return FrontMatter()
    day = publication_day(dates_in(_first(fields, _DAYS) or ""))
    outlet = _first(fields, _OUTLETS)
    return FrontMatter(
        end=found.end(),
        title=_first(fields, _TITLES),
        byline=joined(_names(next((fields[name] for name in _AUTHORS if name in fields), []))),
        outlet=None if outlet is None or "://" in outlet or len(outlet) > _LONGEST_NAME else outlet,
        published=day.isoformat() if day else None,
    )


def _kinds(fields: dict[str, list[str]]) -> int:
    """How many of the things that one looks for the fields say."""
    return sum(_first(fields, names) is not None for names in (_TITLES, _AUTHORS, _OUTLETS, _DAYS))


def _fields(lines: list[str]) -> dict[str, list[str]] | None:
    """The values of each field by its name in small letters; None where a line is no such thing."""
    fields: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        if found := _LINE.match(line):
            name = found["name"].lower().replace(" ", "_").replace("-", "_")
            fields[name] = _values(found["value"] or "")
        elif not _FURTHER.match(line):
            return None
        elif name and (item := _ITEM.match(line)):
            fields[name] += _values(item["value"])
    return fields


def _values(value: str) -> list[str]:
    """A value without its marks of quotation; those of a list in brackets each."""
    value = value.strip()
    parts = _BETWEEN.split(value[1:-1]) if value.startswith("[") and value.endswith("]") else [value]
    return [bare for part in parts if (bare := _bare(part))]


def _bare(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return " ".join((value[1:-1] if quoted else value).split())


def _first(fields: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((fields[name][0] for name in names if fields.get(name)), None)


def _names(values: list[str]) -> list[str]:
    found = [name for value in values for name in authors(f"By {value}") or [value]]
    return [name for name in dict.fromkeys(found) if len(name) <= _LONGEST_NAME]
