"""Decides: checks that a decision makes sense, stores it, and brings the rows that it concerns up to date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import actors, articles, runs
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import codebook, events
from onrecord.ledger.deciding.people import actor_as_decided, affected, merged_again, refuse_named
from onrecord.ledger.deciding.reports import article_as_decided
from onrecord.ledger.deciding.standing import all_as_decided
from onrecord.ledger.deciding.targets import Target, find_target, refuse_known, refuse_senseless
from onrecord.ledger.registry.roots import regroup
from onrecord.ledger.unicode import refuse_halves
from onrecord.model import (
    ActorId,
    ActorType,
    Add,
    ArticleId,
    Change,
    Coder,
    Decision,
    DecisionId,
    Merge,
    NewActor,
    Rename,
    Undo,
    actor_id,
    identify,
)
from onrecord.model.storable import storable


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Who decides, when, and whether in sight of what others decided."""

    coder: Coder
    now: datetime
    settles: bool = False


def decide(database: Database, moment: Moment, subject: str, change: Change) -> Decision:
    """Store a decision and what follows from it, in one transaction; it is on disk when this returns.

    `subject` is the id of a statement, an article or an actor, or its beginning; for an `Add` that of the article.
    Raises NotFoundError, and UsageError where the decision makes no sense there.
    """
    if isinstance(change, Undo):
        raise UsageError("an undo names a decision: use undo", code="usage")
    target = find_target(database, subject)
    refuse_senseless(database, target, change)
    if isinstance(change, Add):
        article = articles.load(database, target.need_article())
        target = Target(id=identify(article.id, change.content), article=target.article, letter="s")
        refuse_known(database, article, change)
    with database.transaction():
        return _store(database, moment, target, change)


def new_actor(database: Database, moment: Moment, name: str, kind: ActorType, note: str) -> ActorId:
    """An actor of that name, type and note; made by a decision where there is none."""
    if not name.strip():
        raise UsageError("an actor needs a name", code="usage")
    refuse_halves(name, note)
    made = actor_id(name, kind, note)
    if actors.number_of(database, made) is None:
        with database.transaction():
            _store(
                database,
                moment,
                Target(id=made, article=None, letter="p"),
                NewActor(name=name, type=kind, note=note),
            )
    return made


def undo(database: Database, moment: Moment, wanted: DecisionId | None) -> Decision:
    """Take back a decision, or the latest in effect of this coder; an undo that is taken back brings its own back."""
    taken = _to_take_back(database, moment.coder, wanted)
    with database.transaction():
        return _take_back(database, moment, taken)


def undo_command(database: Database, moment: Moment, wanted: DecisionId | None) -> list[Decision]:
    """As `undo`, of all in effect that the same command decided, the latest first: all of it, or nothing."""
    taken = _to_take_back(database, moment.coder, wanted)
    undoes = isinstance(taken.change, Undo)
    with database.transaction():
        every = [each for each in events.together(database, taken) if isinstance(each.change, Undo) == undoes]
        return [_take_back(database, moment, each) for each in events.in_effect(database, every)]


def redo(database: Database, moment: Moment) -> Decision:
    """Take back this coder's latest undo that is in effect."""
    return undo(database, moment, _latest_undo(database, moment.coder).id)


def redo_command(database: Database, moment: Moment) -> list[Decision]:
    """As `redo`, of all that the same command took back."""
    return undo_command(database, moment, _latest_undo(database, moment.coder).id)


def _to_take_back(database: Database, coder: Coder, wanted: DecisionId | None) -> Decision:
    taken = _latest(database, coder) if wanted is None else events.load(database, wanted)
    if taken is None:
        raise NotFoundError(f"{database.path} has no decision {wanted or f'of {coder.name} to take back'}")
    if not events.in_effect(database, [taken]):
        raise UsageError(f"{taken.id} is taken back already", code="undone")
    return taken


def _take_back(database: Database, moment: Moment, taken: Decision) -> Decision:
    """Inside a transaction."""
    first = events.original(database, taken)
    decision = events.make(database, moment.coder, taken.id, Undo(), moment.now, settles=False)
    target = _target_of(database, first)
    events.append(database, decision, target.article)
    events.note_effect(database, decision)
    if isinstance(first.change, NewActor):
        refuse_named(database, ActorId(first.subject))
    bring_up_to_date(database, target, first.change)
    return decision


def _latest_undo(database: Database, coder: Coder) -> Decision:
    for each in _in_effect(database, coder, "d.action = 'undo'"):
        if not _takes_back_an_undo(database, each):
            return each
    raise NotFoundError(f"{database.path} has no undo of {coder.name} to take back")


def bring_up_to_date(database: Database, target: Target, change: Change) -> None:
    """Write what follows from all the decisions on a target, `change` being the one that was made or taken back."""
    if target.letter == "c":
        codebook.codebook_as_decided(database, [change])
    elif target.letter == "a":
        article_as_decided(database, ArticleId(target.id), target.need_article())
    elif target.letter == "s":
        all_as_decided(database, [(target.id, target.need_article())], runs.of_review(database))
    else:
        _people(database, ActorId(target.id), change)


def _people(database: Database, subject: ActorId, change: Change) -> None:
    others = [subject, *([change.into] if isinstance(change, Merge) else [])]
    before = [found for one in others for found in affected(database, one)]
    actor_as_decided(database, subject)
    if isinstance(change, Merge):
        merged_again(database)
    if isinstance(change, Rename):
        regroup(database, [subject])
    if isinstance(change, Merge | Rename):
        after = [found for one in others for found in affected(database, one)]
        all_as_decided(database, [*before, *after], runs.of_review(database))


def _store(database: Database, moment: Moment, target: Target, change: Change) -> Decision:
    decision = events.make(database, moment.coder, target.id, change, moment.now, settles=moment.settles)
    events.append(database, decision, target.article)
    bring_up_to_date(database, target, change)
    return decision


def _target_of(database: Database, decision: Decision) -> Target:
    article = database.value("SELECT article FROM decisions WHERE id = ?", (decision.id,))
    return Target(
        id=decision.subject, article=article if isinstance(article, int) else None, letter=decision.subject[0]
    )


def _latest(database: Database, coder: Coder) -> Decision | None:
    return next(_in_effect(database, coder, "d.action <> 'undo'"), None)


def _in_effect(database: Database, coder: Coder, condition: str) -> Iterator[Decision]:
    """This coder's decisions in effect that fulfil a condition on `d`, the latest first."""
    chosen = f"{condition} AND c.name = ? AND d.decision NOT IN (SELECT decision FROM taken_back)"  # noqa: S608 - our words
    return events.log(database, chosen, (storable(coder.name),))


def _takes_back_an_undo(database: Database, decision: Decision) -> bool:
    before = events.load(database, DecisionId(decision.subject))
    return before is not None and isinstance(before.change, Undo)
