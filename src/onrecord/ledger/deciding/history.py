"""What an export needs so that another ledger can take it in: what the machine found, and every decision since."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.ledger import actors, articles, statements
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.logging import Logged
from onrecord.ledger.deciding.people import named
from onrecord.ledger.deciding.standing import found_in, heirs_in
from onrecord.model import (
    CODEBOOK,
    ActorId,
    ActorType,
    Apart,
    Article,
    Decision,
    DecisionId,
    Merge,
    Statement,
    StatementId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The run that read an article last: when (UTC), by which version and model, with which options (JSON), and the
    stage.
    """

    at: str
    version: str
    model_hash: str
    options: str
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementHistory:
    """What the machine found (None for a statement that a person added) and every decision since, the oldest first.

    `retired` is when a newer reading no longer found it, as decisions have their times; None for one that stands.
    """

    found: Statement | None
    retired: str | None = None
    decisions: tuple[Logged, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """An article as its source had it, the run that read it, and what was decided, the oldest first.

    `decisions` are those on the article itself, and on statements that stand no longer (added, and taken back).
    """

    article: Article
    origin: Origin
    decisions: tuple[Logged, ...]
    statements: Mapping[StatementId, StatementHistory]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorHistory:
    """An actor by itself, whatever it was merged into, and every decision on it, the oldest first.

    `name` and `type` are None for one whose making was taken back.
    """

    id: ActorId
    name: str | None
    type: ActorType | None
    note: str
    names: tuple[str, ...]
    decisions: tuple[Logged, ...]


def history(database: Database, number: int) -> History:
    """The history of the article with that number in this file."""
    logged = _logged(database, sorted(events.log(database, "d.article = ?", (number,)), key=events.order))
    standing = statements.of_article(database, number)
    ids, heirs = {statement.id for statement in standing.values()}, heirs_in(database, number)
    of: dict[str, list[Logged]] = {}
    for subject, each in _by_subject(logged):
        owner = subject if subject in ids else heirs.get(subject, "")
        of.setdefault(owner if owner in ids else "", []).append(each)
    found = found_in(database, number, standing)
    return History(
        article=articles.load_as_read(database, number),
        origin=origin(database, number),
        decisions=tuple(of.get("", ())),
        statements={
            statement.id: StatementHistory(
                found=found[each].statement,
                retired=found[each].retired_at,
                decisions=tuple(of.get(statement.id, ())),
            )
            for each, statement in standing.items()
        },
    )


def people(database: Database, wanted: Iterable[ActorId]) -> list[ActorHistory]:
    """The histories of actors, and of all that were ever merged with them, by id."""
    every: dict[ActorId, tuple[Logged, ...]] = {}
    left = list(wanted)
    while left:
        one = left.pop()
        if one in every:
            continue
        every[one] = _all_decisions(database, one)
        into = [each.decision.change for each in every[one]]
        left += [change.into for change in into if isinstance(change, Merge)]
        left += [change.other for change in into if isinstance(change, Apart)]
        left += _merged_with(database, one)
    return [_of_actor(database, one, every[one]) for one in sorted(every)]


def of_codebook(database: Database) -> tuple[Logged, ...]:
    """Every decision on the codebook, and every undo of one, the oldest first."""
    return _all_decisions(database, CODEBOOK)


def actors_named(decisions: Iterable[Logged]) -> Iterator[ActorId]:
    """The actors that decisions on statements name."""
    for each in decisions:
        yield from named(each.decision.change)


def _logged(database: Database, decisions: Sequence[Decision]) -> list[Logged]:
    effective = {decision.id for decision in events.in_effect(database, decisions)}
    return [Logged(decision=each, undone=each.id not in effective) for each in decisions]


def _by_subject(logged: Sequence[Logged]) -> Iterator[tuple[str, Logged]]:
    """Each decision with what it is about in the end: for an undo, what the decision that it takes back is about."""
    subjects: dict[DecisionId, str] = {each.decision.id: each.decision.subject for each in logged}
    for each in logged:
        subject = each.decision.subject
        while subject in subjects:
            subject = subjects[DecisionId(subject)]
        yield subject, each


def origin(database: Database, number: int) -> Origin:
    """The run that read the article last."""
    row = database.row(
        "SELECT at, version, model_hash, options, stage FROM articles AS a "
        "JOIN runs ON runs.run = coalesce(a.read_by, a.run) WHERE article = ?",
        (number,),
    )
    assert row is not None  # noqa: S101 - each article has a run
    return Origin(**dict(zip(row.keys(), row, strict=True)))


def _all_decisions(database: Database, subject: str) -> tuple[Logged, ...]:
    """Every decision on an actor or the codebook, and every undo of one."""
    found, subjects = [], [subject]
    while subjects:
        latest = events.of_subjects(database, subjects)
        found += latest
        subjects = [each.id for each in latest]
    return tuple(_logged(database, sorted(found, key=events.order)))


def _merged_with(database: Database, actor: ActorId) -> Iterator[ActorId]:
    query = """
        SELECT id FROM actors JOIN (SELECT coalesce(root, actor) AS one FROM actors WHERE id = ?)
        ON actor = one OR root = one
    """
    for row in list(database.rows(query, (actor,))):
        yield ActorId(row["id"])


def _of_actor(database: Database, actor: ActorId, decisions: tuple[Logged, ...]) -> ActorHistory:
    row = database.row("SELECT name, type, note FROM actors WHERE id = ?", (actor,))
    return ActorHistory(
        id=actor,
        name=row["name"] if row else None,
        type=row["type"] if row else None,
        note=row["note"] if row else "",
        names=tuple(actors.names_of(database, actor)),
        decisions=decisions,
    )
