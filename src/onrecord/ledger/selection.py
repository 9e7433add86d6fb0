"""Which statements: the conditions that commands and pages share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from onrecord.errors import UsageError
from onrecord.ledger.database import Value
from onrecord.ledger.match import blanks_alike, match_part, match_words
from onrecord.ledger.unicode import storable
from onrecord.model import Kind, Stance

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)

ReviewFilter = Literal[
    "standing", "all", "unreviewed", "accepted", "rejected", "corrected", "added", "needs-look", "contested"
]
REVIEW_FILTERS: tuple[ReviewFilter, ...] = get_args(ReviewFilter)

_REVIEW: dict[str, str] = {
    "standing": "s.state <> 'rejected'",
    "unreviewed": "s.state = 'unreviewed'",
    "accepted": "s.state = 'accepted'",
    "rejected": "s.state = 'rejected'",
    "corrected": "s.corrected",
    "added": "s.added",
    "needs-look": "s.needs_look",
    "contested": "s.contested",
}

# By the id, by a name of the registry, or by the name as the article has it; merged actors are one.
_SPEAKER = """s.statement IN (
    WITH named (actor) AS (
        SELECT actor FROM actors WHERE id = ?
        UNION SELECT actor FROM actor_names WHERE name = ? COLLATE NOCASE
    ), meant (actor) AS (
        SELECT coalesce(root, actors.actor) FROM actors JOIN named ON named.actor = actors.actor
    )
    SELECT statement FROM statements WHERE speaker IN (
        SELECT actor FROM meant UNION SELECT actors.actor FROM actors JOIN meant ON actors.root = meant.actor)
    UNION SELECT statement FROM statements WHERE speaker_name = ? COLLATE NOCASE)"""

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
    review: "standing", all that is not rejected; "all"; a state of `Review`; or one of its flags.
    speaker: the id of an actor, or a name that it goes by, whole and whatever the case; the name as the article has
        it counts too.
    role: words that stand in the speaker's role, whatever the case.
    concept, stance: a code in effect has that concept, that stance (both: the same code).
    said_since, said_until: the first and last day on which it may have been said, as `since` and `until`.

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
    review: ReviewFilter = "standing"
    speaker: str | None = None
    role: str | None = None
    concept: str | None = None
    stance: Stance | None = None
    said_since: str | None = None
    said_until: str | None = None

    def __post_init__(self) -> None:
        for day in (self.since, self.until, self.said_since, self.said_until):
            if day is not None and not _is_date(day):
                raise UsageError(f"{day!r} is no date: write 2023, 2023-06 or 2023-06-07", code="date")


Condition = tuple[str, tuple[Value, ...]]


def conditions(selection: Filter, article: int | None) -> Iterator[Condition]:
    """SQL conditions on statements `s` and articles `a`, each with its parameters.

    `article` is the number of the one that `selection.article` names.
    """
    if article is not None:
        yield "s.article = ?", (article,)
    if selection.outlet is not None:
        yield "a.outlet = ? COLLATE NOCASE", (storable(selection.outlet),)
    if selection.kind is not None:
        yield "s.kind = ?", (selection.kind,)
    if selection.since is not None:
        yield "a.published >= ?", (selection.since,)
    if selection.until is not None:
        yield "a.published <= ?", (selection.until + _TO_THE_END,)
    if selection.min_confidence is not None:
        yield "s.confidence >= ?", (selection.min_confidence,)
    if selection.words is not None:
        yield _in_words(selection.words)
    if selection.source is not None:
        yield _in_source(selection.source)
    yield from _decided(selection)


def _decided(selection: Filter) -> Iterator[Condition]:
    """The conditions on what resolution and people say of a statement."""
    if selection.review != "all":
        yield _REVIEW[selection.review], ()
    if selection.speaker is not None:
        yield _SPEAKER, (storable(selection.speaker),) * 3
    if selection.role is not None:
        yield "instr(lower(s.speaker_role), lower(?))", (storable(selection.role),)
    if selection.concept is not None or selection.stance is not None:
        yield _coded(selection.concept, selection.stance)
    if selection.said_since is not None:
        yield "s.said_on >= ?", (selection.said_since,)
    if selection.said_until is not None:
        yield "s.said_on <= ?", (selection.said_until + _TO_THE_END,)


def _coded(concept: str | None, stance: Stance | None) -> Condition:
    asked = [("concept = ?", concept), ("stance = ?", stance)]
    terms = " AND ".join(term for term, value in asked if value is not None)
    values = tuple(storable(value) for _, value in asked if value is not None)
    return f"s.statement IN (SELECT statement FROM codes WHERE {terms})", values  # noqa: S608 - our words


def _in_words(words: str) -> Condition:
    query = match_words(words)
    if query is None:
        return "FALSE", ()  # nothing that could be looked for, so nothing is found
    return "s.statement IN (SELECT rowid FROM statement_index WHERE statement_index MATCH ?)", (query,)


def _in_source(source: str) -> Condition:
    query = match_part(source)
    if query is None:  # too short for the index: every source is looked at
        short = "SELECT statement FROM statement_sources WHERE instr(lower(source), lower(?))"
        return f"s.statement IN ({short})", (blanks_alike(source),)
    return "s.statement IN (SELECT rowid FROM source_index WHERE source_index MATCH ?)", (query,)


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
