"""Takes into a ledger what another one holds: articles, what was found in them, and every decision with its coder.

A and B joined hold the same whichever is joined to which: a decision is the same one by its id, and of two readings of
one article the later stands (by the time of its run, then by its model's hash).
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, field

from onrecord.ledger import articles, records, runs, skips, sources, statements
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.appending import Appending
from onrecord.ledger.deciding.encoding import decode_statement
from onrecord.ledger.deciding.history import origin
from onrecord.ledger.deciding.people import actor_as_decided, affected, merged_again, named
from onrecord.ledger.deciding.reports import article_as_decided
from onrecord.ledger.deciding.rereading import adopt, reread
from onrecord.ledger.deciding.standing import as_found, heir, statement_as_decided
from onrecord.ledger.runs import RunId, of_review
from onrecord.model import (
    ActorId,
    Add,
    Apart,
    ArticleId,
    Decision,
    Merge,
    NewActor,
    Reading,
    Rename,
    Statement,
    StatementId,
    Undo,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What came in: new articles, later readings of articles that were here, decisions.

    `forgotten` counts articles that had been removed here and stay out.  `contested` are the statements on which two
    coders now differ, or that somebody decided on and the later reading no longer finds.
    """

    articles: int = 0
    reread: int = 0
    decisions: int = 0
    forgotten: int = 0
    contested: tuple[StatementId, ...] = field(default=())


def join(database: Database, other: Database) -> Joined:
    """Take in all that the other ledger holds, in one transaction; the other one is only read."""
    with database.transaction():
        came, again, forgotten = _take_articles(database, other)
        taken = _take_decisions(database, other)
        touched = sorted({article for _, article in taken if article is not None})
        _make_places(database, other, taken)
        _decide_again(database, [decision for decision, _ in taken], touched)
        return Joined(
            articles=came,
            reread=again,
            decisions=len(taken),
            forgotten=forgotten,
            contested=tuple(_contested(database, touched)),
        )


def _take_articles(database: Database, other: Database) -> tuple[int, int, int]:
    came = again = forgotten = 0
    for number in list(articles.numbers(other)):
        reading = _as_read(other, number)
        own = articles.number_of(database, reading.article.id)
        if database.row("SELECT 1 FROM tombstones WHERE id = ?", (reading.article.id,)) is not None:
            forgotten += 1
        elif own is None:
            _store(database, other, number, reading)
            came += 1
        elif not reading.statements and _unread(other, reading.article.doc):
            continue  # it was left unread there, for its language say: that is no reading
        elif _last_run(database, own) < _last_run(other, number) or _unread(database, reading.article.doc):
            reread(database, _run(database, other, number), own, reading)
            again += 1
    return came, again, forgotten


def _as_read(other: Database, number: int) -> Reading:
    """An article as its source had it, with what the machine found in it: no decision counts."""
    found = [as_found(other, each, now) for each, now in statements.of_article(other, number).items()]
    stood = [
        one
        for one in found
        if one is not None and other.value("SELECT retired FROM statements WHERE id = ?", (one.id,)) is None
    ]
    return Reading(article=articles.load_as_read(other, number), statements=tuple(stood))


def _store(database: Database, other: Database, number: int, reading: Reading) -> None:
    run = _run(database, other, number)
    row = other.row("SELECT doc, articles FROM sources WHERE source_hash = ?", (reading.article.source_hash,))
    doc = row["doc"] if row else reading.article.doc
    own, _ = sources.store_reading(database, run, reading)
    sources.note_appearance(database, run, doc, reading.article, own)


def _unread(database: Database, doc: str) -> bool:
    return skips.load(database, doc) is not None


def _last_run(database: Database, number: int) -> tuple[str, str]:
    """When the article was read last, and by which model."""
    read = origin(database, number)
    return read.at, read.model_hash


def _run(database: Database, other: Database, number: int) -> RunId:
    """The run that read the article in the other ledger, made here where it is not."""
    return runs.same(database, astuple(origin(other, number)))


def _take_decisions(database: Database, other: Database) -> list[tuple[Decision, int | None]]:
    """The decisions that were not here, each with the number of its article."""
    taken: list[tuple[Decision, int | None]] = []
    appending = Appending(database)
    for decision in sorted(events.log(other), key=events.order):
        article = other.value(
            "SELECT a.id FROM decisions AS d JOIN articles AS a USING (article) WHERE d.id = ?",
            (decision.id,),
        )
        own = articles.number_of(database, article) if isinstance(article, str) else None
        if isinstance(article, str) and own is None:
            continue  # of an article that was removed here
        taken += [(each, own) for each in appending.append([decision], own)]
    return taken


def _make_places(database: Database, other: Database, taken: list[tuple[Decision, int | None]]) -> None:
    """For decisions on what an older reading found, or a person added, and the reading that stands does not have."""
    added = {each.subject: each.change.content for each, _ in taken if isinstance(each.change, Add)}
    for subject, number in dict.fromkeys((each.subject, article) for each, article in taken):
        if number is None or not subject.startswith("s-") or _is_here(database, subject):
            continue
        found = None if subject in added else _found(other, subject) or _found(database, subject)
        content = found.content if found else added.get(subject)
        if content:
            run = database.value("SELECT coalesce(read_by, run) FROM articles WHERE article = ?", (number,))
            assert isinstance(run, int)  # noqa: S101 - each article has a run
            adopt(database, RunId(run), number, StatementId(subject), content, found)


def _is_here(database: Database, subject: str) -> bool:
    query = """
        SELECT EXISTS (SELECT 1 FROM statements WHERE id = ?1)
            OR EXISTS (SELECT 1 FROM successions WHERE earlier = ?1)
    """
    return bool(database.value(query, (subject,)))


def _found(database: Database, subject: str) -> Statement | None:
    """What the machine found under that id, in a reading that stands or in an earlier one."""
    row = database.row("SELECT statement, article FROM statements WHERE id = ?", (subject,))
    if row is not None:
        return as_found(
            database, row["statement"], statements.load(database, row["article"], row["statement"])
        )
    kept = database.value(
        "SELECT found FROM earlier_findings JOIN runs ON runs.run = until WHERE id = ? ORDER BY runs.at DESC LIMIT 1",
        (subject,),
    )
    return decode_statement(kept) if isinstance(kept, str) else None


def _decide_again(database: Database, taken: list[Decision], touched: list[int]) -> None:
    firsts = [_first(database, decision) for decision in taken]
    made = {each.subject for each in firsts if isinstance(each.change, NewActor | Rename | Merge | Apart)}
    people = sorted(made | {actor for each in firsts for actor in named(each.change)})
    for subject in people:
        actor_as_decided(database, ActorId(subject))
    if any(isinstance(each.change, Merge) for each in firsts):
        merged_again(database)
    run = of_review(database)
    for number in touched:
        row = database.row("SELECT id FROM articles WHERE article = ?", (number,))
        assert row is not None  # noqa: S101 - the number came out of this file
        article_as_decided(database, ArticleId(row["id"]), number)
        for subject in list(_subjects(database, number)):
            statement_as_decided(database, heir(database, subject), number, run)
    speaking = [found for one in people for found in affected(database, ActorId(one))]
    for statement, number in dict.fromkeys(speaking):
        statement_as_decided(database, heir(database, StatementId(statement)), number, run)


def _first(database: Database, decision: Decision) -> Decision:
    *_, first = events.originals(database, decision) if isinstance(decision.change, Undo) else [decision]
    return first


def _subjects(database: Database, number: int) -> Iterator[StatementId]:
    query = "SELECT DISTINCT subject FROM decisions WHERE article = ? AND subject LIKE 's-%'"
    for row in database.rows(query, (number,)):
        yield StatementId(row["subject"])


def _contested(database: Database, touched: list[int]) -> Iterator[StatementId]:
    for number in touched:
        for record in records.of_article(database, number).values():
            if record.review.contested or record.review.needs_look:
                yield record.statement.id
