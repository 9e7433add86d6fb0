"""Outlets side by side in the report: what several of them carry, a line each, and who left it out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model import ArticleId
from onrecord.model.comparison import Carried, Comparison, Shared
from onrecord.publishing.harmless import label
from onrecord.publishing.report.entries import Item

FIRST = 12
_WORDS = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """How an outlet has it: the kind, its words, and the statement that a link leads to."""

    outlet: str
    kind: str
    words: str
    link: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedView:
    """A statement that several outlets carry: whose, in the fullest words, by whom, and who left it out."""

    speaker: str
    words: str
    kind: str
    versions: tuple[VersionView, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """An outlet: how many of them it carries, and how many it left out."""

    outlet: str
    carries: int
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletsView:
    """What several carry, the first of it and the rest; each outlet's tally, and a tally's greatest sum for a bar."""

    first: tuple[SharedView, ...]
    rest: tuple[SharedView, ...]
    tallies: tuple[Tally, ...]
    most: int


def outlets_view(of: Comparison, items: Iterable[Item]) -> OutletsView | None:
    """What the page shows, None where no two outlets carry the same."""
    if not of.shared:
        return None
    days = {item.article.id: item.when for item in items}
    lines = tuple(_line(one, days) for one in of.shared)
    tallies = tuple(_tally(of, outlet) for outlet in of.outlets)
    most = max(each.carries + each.left_out for each in tallies)
    return OutletsView(first=lines[:FIRST], rest=lines[FIRST:], tallies=tallies, most=most)


def _line(one: Shared, days: Mapping[ArticleId, str]) -> SharedView:
    fullest = one.fullest
    return SharedView(
        speaker=label(one.speaker),
        words=label(fullest.words, width=_WORDS),
        kind=fullest.statement.kind,
        versions=tuple(_version(each, days) for each in one.carried),
        left_out=tuple(map(label, one.left_out)),
    )


def _version(each: Carried, days: Mapping[ArticleId, str]) -> VersionView:
    record = each.fullest
    return VersionView(
        outlet=label(each.outlet),
        kind=record.statement.kind,
        words=label(record.words, width=_WORDS),
        link=record.statement.id,
        when=days.get(record.article.id, ""),
    )


def _tally(of: Comparison, outlet: str) -> Tally:
    carries = sum(outlet in (each.outlet for each in one.carried) for one in of.shared)
    return Tally(
        outlet=label(outlet), carries=carries, left_out=sum(outlet in one.left_out for one in of.shared)
    )
