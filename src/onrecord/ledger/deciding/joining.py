"""Takes into a ledger what another one holds: articles, what was found in them, and every decision with its coder.

A and B joined hold the same whichever is joined to which: a decision is the same one by its id; of two readings of one
article the later stands (by the time of its run, then by its model's hash), and its own facts are those of the first;
every decision is placed anew when all are there (see `placing`); and what was removed from one goes from both.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain

from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.appending import Appending
from onrecord.ledger.deciding.codebook import codebook_as_decided
from onrecord.ledger.deciding.forgetting import clean
from onrecord.ledger.deciding.joining_articles import Shared, take_articles
from onrecord.ledger.deciding.people import actor_as_decided, affected, merged_again, named
from onrecord.ledger.deciding.placing import findings, place
from onrecord.ledger.deciding.removals import remove_what_went
from onrecord.ledger.deciding.reports import article_as_decided
from onrecord.ledger.deciding.standing import all_as_decided
from onrecord.ledger.registry.carrying import join_entries
from onrecord.ledger.registry.following import follow
from onrecord.ledger.runs import of_review
from onrecord.ledger.taking.dna import kept
from onrecord.model import (
    CODEBOOK,
    ActorId,
    Apart,
    ArticleId,
    Change,
    Decision,
    Merge,
    NewActor,
    Rename,
    StatementId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What came in: new articles, later readings of articles that were here, decisions.

    `forgotten` counts articles that had been removed here and stay out, `removed` the articles and actors that had been
    removed there and went from here too.  `contested` are the statements of the articles concerned on which two coders
    differ, `needs_look` those that somebody decided on and the reading that stands does not find.
    """

    articles: int = 0
    reread: int = 0
    decisions: int = 0
    forgotten: int = 0
    removed: tuple[str, ...] = field(default=())
    contested: tuple[StatementId, ...] = field(default=())
    needs_look: tuple[StatementId, ...] = field(default=())


def join(database: Database, other: Database) -> Joined:
    """Take in all that the other ledger holds, in one transaction; the other one is only read."""
    with database.transaction():
        at = max(events.next_time(each, datetime.now(UTC)) for each in (database, other))
        removed = remove_what_went(database, other)
        shared = take_articles(database, other, at)
        taken = _take_decisions(database, other, shared)
        kept.join(database, other)
        join_entries(database, other)
        touched = sorted(set(_decided(database)) & set(shared.numbers) | taken.articles)
        people = _people_as_decided(database, taken)
        for number in touched:
            found = list(findings(database, number))
            if number in shared.numbers:
                found += findings(other, shared.numbers[number])
            place(database, number, found, at)
        if taken.codebook:
            codebook_as_decided(database, taken.codebook)
        _decide_again(database, people, touched)
        joined = Joined(
            articles=shared.came,
            reread=shared.reread,
            decisions=taken.count,
            forgotten=shared.forgotten,
            removed=tuple(removed),
            contested=tuple(_flagged(database, "contested", touched)),
            needs_look=tuple(_flagged(database, "needs_look", touched)),
        )
    follow(database)
    if removed:
        clean(database)
    return joined


@dataclass(slots=True)
class _Taken:
    """Of the decisions that were not here: how many; of which articles, by number here; of and about which actors."""

    count: int = 0
    articles: set[int] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    merged: bool = False
    codebook: list[Change] = field(default_factory=list)

    def note(self, database: Database, decision: Decision, article: int | None) -> None:
        """Note one more, which is stored already."""
        self.count += 1
        if article is not None:
            self.articles.add(article)
        first = events.original(database, decision)
        self.actors |= named(first.change)
        if isinstance(first.change, NewActor | Rename | Merge | Apart):
            self.actors.add(first.subject)
        self.merged |= isinstance(first.change, Merge)
        if first.subject == CODEBOOK:
            self.codebook.append(first.change)


def _take_decisions(database: Database, other: Database, shared: Shared) -> _Taken:
    """One after another, oldest first: an undo comes after what it takes back, and none of them stays in memory."""
    taken, appending = _Taken(), Appending(database, other)
    here = {theirs: own for own, theirs in shared.numbers.items()}
    for decision, article in events.in_order(other):
        own = None if article is None else here.get(article)
        if article is not None and own is None:
            continue  # of an article that was removed here
        for each in appending.append([decision], own):
            taken.note(database, each, own)
    return taken


def _decided(database: Database) -> Iterator[int]:
    """The numbers of the articles in which something was decided."""
    query = "SELECT DISTINCT article FROM decisions WHERE article IS NOT NULL"
    for row in database.rows(query):
        yield row["article"]


def _people_as_decided(database: Database, taken: _Taken) -> list[ActorId]:
    people = [ActorId(each) for each in sorted(taken.actors)]
    for each in people:
        actor_as_decided(database, each)
    if taken.merged:
        merged_again(database)
    return people


def _decide_again(database: Database, people: list[ActorId], touched: list[int]) -> None:
    for number in touched:
        row = database.row("SELECT id FROM articles WHERE article = ?", (number,))
        assert row is not None  # noqa: S101 - the number came out of this file
        article_as_decided(database, ArticleId(row["id"]), number)
    decided = ((each, number) for number in touched for each in _subjects(database, number))
    speaking = (found for one in people for found in affected(database, one))
    all_as_decided(database, chain(decided, speaking), of_review(database))


def _subjects(database: Database, number: int) -> list[StatementId]:
    """What was decided on, and what stands because of that."""
    query = """
        SELECT subject FROM decisions WHERE article = ?1 AND subject LIKE 's-%'
        UNION SELECT id FROM statements WHERE article = ?1 AND (retired IS NOT NULL OR added OR corrected)
    """
    return [StatementId(row["subject"]) for row in list(database.rows(query, (number,)))]


def _flagged(database: Database, flag: str, touched: list[int]) -> Iterator[StatementId]:
    assert flag in ("contested", "needs_look")  # noqa: S101 - goes into SQL
    for number in touched:
        query = f"SELECT id FROM statements WHERE article = ? AND {flag} ORDER BY ordinal"  # noqa: S608 - as asserted
        yield from (row["id"] for row in database.rows(query, (number,)))
