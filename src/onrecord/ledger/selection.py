"""Which statements: the conditions that commands and pages share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.errors import UsageError
from onrecord.ledger.database import Value
from onrecord.ledger.match import blanks_alike, match_part, match_words
from onrecord.ledger.unicode import storable
from onrecord.model import Kind

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)

# Sorts after the hyphen and every digit, so after all days of `2023-06` and all times of `2023-06-07`.
_TO_THE_END = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions on statements, all of which must hold; None is no condition.

    source: words that stand in the source, as they stand there, whatever the case.
    outlet: the outlet's whole name, whatever the case (of the letters A to Z).
    since, until: the first and last date of publication, `2023`, `2023-06` or `2023-06-07`, each to its own
    last
        day; an article without a date fulfils neither.
    words: words and "phrases" of the content, whatever the case and accents; `minist*` for a beginning.
    article: the id of an article or its beginning.
    min_confidence: 0 to 1.

    Raises UsageError where `since` or `until` is no such date.
    """

    source: str | None = None
    outlet: str | None = None
    kind: Kind | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None
    article: str | None = None
    min_confidence: float | None = None

    def __post_init__(self) -> None:
        for day in (self.since, self.until):
            if day is not None and not _is_date(day):
                raise UsageError(f"{day!r} is no date: write 2023, 2023-06 or 2023-06-07", code="date")


def conditions(selection: Filter, article: int | None) -> Iterator[tuple[str, Value]]:
    """SQL conditions on statements `s` and articles `a`, each with its one parameter.

    `article` is the number of the one that `selection.article` names.
    """
    if article is not None:
        yield "s.article = ?", article
    if selection.outlet is not None:
        yield "a.outlet = ? COLLATE NOCASE", storable(selection.outlet)
    if selection.kind is not None:
        yield "s.kind = ?", selection.kind
    if selection.since is not None:
        yield "a.published >= ?", selection.since
    if selection.until is not None:
        yield "a.published <= ?", selection.until + _TO_THE_END
    if selection.min_confidence is not None:
        yield "s.confidence >= ?", selection.min_confidence
    if selection.words is not None:
        yield _in_words(selection.words)
    if selection.source is not None:
        yield _in_source(selection.source)


def _in_words(words: str) -> tuple[str, Value]:
    query = match_words(words)
    if query is None:
        return "?", 0  # nothing that could be looked for, so nothing is found
    return "s.statement IN (SELECT rowid FROM statement_index WHERE statement_index MATCH ?)", query


def _in_source(source: str) -> tuple[str, Value]:
    query = match_part(source)
    if query is None:  # too short for the index: every source is looked at
        short = "SELECT statement FROM statement_sources WHERE instr(lower(source), lower(?))"
        return f"s.statement IN ({short})", blanks_alike(source)
    return "s.statement IN (SELECT rowid FROM source_index WHERE source_index MATCH ?)", query


def _is_date(day: str) -> bool:
    found = _DATE.fullmatch(day)
    if found is None:
        return False
    year, month, day_of_month = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day_of_month)
    except ValueError:
        return False
    return True
