"""What a page says of itself outside its text: JSON-LD first, then OpenGraph and meta, then trafilatura's guess."""

import re
from dataclasses import asdict, dataclass
from typing import Any

from onrecord.reading.html.controls import without_controls
from onrecord.reading.html.linked_data import Facts, facts_of
from onrecord.reading.html.outlet import outlet_by_title
from onrecord.reading.html.pages import metadata_of
from onrecord.reading.html.summary import letters, shown_title
from onrecord.reading.layout.names import authors, has_role, joined
from onrecord.reading.published import dates_in, publication_day

# The day of the run must not decide which dates are believed (htmldate's default is today).
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "max_date": "2100-12-31",
    "min_date": "1900-01-01",
}

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
)
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "copyright")
_DAYS = ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
         "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publish-date",
         "publishdate", "date", "publication_date", "article.published", "cxenseparse:recs:publishtime")  # fmt: skip
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_SUFFIX = re.compile(r"\s(?:\||–|—|-|::|·|»)\s[^|–—·»]{2,60}$")
_MOST_NAME_WORDS = 6
_LONGEST_DATE = 60
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself: every field as found, or None."""

    title: str | None = None
    authors: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    description: str | None = None


def head_of(tree: Any, *, saved: str | None = None) -> Head:
    """Title, authors, outlet, day and address of a page; `saved` is the address that it was saved from, if known."""
    facts, meta, guess = facts_of(tree), _meta(tree), _guess(tree)
    url = guess.url or facts.url or saved
    outlet = facts.outlet or _first(meta, _OUTLETS[:1]) or guess.outlet
    title = _title(tree, facts, meta, outlet) or guess.title
    if outlet is None and (outlet := outlet_by_title(tree, title=shown_title(tree), url=url)):
        title = _title(tree, facts, meta, outlet) or guess.title
    found = Head(
        title=title,
        authors=joined(_names(facts.authors or _authors(meta))) or guess.authors,
        outlet=outlet,
        published=_day(facts.published) or _day(_first(meta, _DAYS)) or guess.published,
        url=url,
        description=_first(meta, _DESCRIPTIONS) or facts.description,
    )
    return in_lines(found)


def in_lines(head: Head) -> Head:
    """A head with each of its fields in one line, without control characters; None for one that is nothing else."""
    return Head(
        **{
            name: " ".join(without_controls(value).split()) or None if value else None
            for name, value in asdict(head).items()
        }
    )


def _title(tree: Any, facts: Facts, meta: dict[str, list[str]], outlet: str | None) -> str | None:
    """The title as the page shows it, if one of the titles that it declares is that; else the first declared."""
    declared = [title for title in (facts.title, _first(meta, _TITLES)) if title]
    shown = shown_title(tree)
    if shown and (not declared or any(_alike(shown, title) for title in declared)):
        return shown
    return _without_outlet(declared[0], outlet) if declared else shown


def _alike(one: str, other: str) -> bool:
    """Whether one title holds the other, signs and case aside."""
    first, second = letters(one), letters(other)
    return bool(first and second) and (first in second or second in first)


def _without_outlet(title: str, outlet: str | None) -> str:
    suffix = _SUFFIX.search(title)
    if suffix and outlet and _alike(suffix[0], outlet):
        return title[: suffix.start()]
    return title


def _meta(tree: Any) -> dict[str, list[str]]:
    """The contents of the page's meta elements by their lower-case name, in order."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _BLANKS.sub(" ", element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), []).append(content)
    return found


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _authors(meta: dict[str, list[str]]) -> tuple[str, ...]:
    return next((tuple(meta[name]) for name in _AUTHORS if name in meta), ())


def _names(found: tuple[str, ...]) -> list[str]:
    """Names, one each, out of what pages put in their fields: "By A and B", "A, B", an address in between."""
    names: list[str] = []
    for one in found:
        if "://" in one or "@" in one or one.startswith("www."):
            continue
        names += authors(one) or ([one] if _may_be_name(one) else [])
    return list(dict.fromkeys(names))


def _may_be_name(words: str) -> bool:
    """Whether what a page gives as an author could be one, in whatever language: an organisation, a pen name."""
    return len(words.split()) <= _MOST_NAME_WORDS and not any(sign in words for sign in "()[]:<>")


def _day(value: str | None) -> str | None:
    """The day of a date as pages write it, or None."""
    if not value:
        return None
    day = publication_day(dates_in(value[:_LONGEST_DATE]))
    return day.isoformat() if day else None


def _guess(tree: Any) -> Head:
    """What trafilatura makes of the page."""
    found = metadata_of(tree, dates=_DATES)
    people = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return Head(
        title=found.title or None,
        authors=joined([name for name in people if authors(name) or not has_role(name)]),
        outlet=found.sitename or None,
        published=found.date or None,
        url=found.url or None,
    )
