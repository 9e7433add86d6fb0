"""Brings actors to what the decisions in effect make of them: which there are, their names, which of them are one."""

import re
from collections.abc import Sequence

from onrecord.errors import UsageError
from onrecord.ledger import actors
from onrecord.ledger.beside import PARTS
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.registry import crowds
from onrecord.ledger.registry.following import note_due
from onrecord.ledger.registry.roots import regroup
from onrecord.model import (
    Actor,
    ActorId,
    Apart,
    Change,
    Decision,
    Merge,
    NewActor,
    Note,
    Rename,
    SetOrganisation,
    SetSpeaker,
    SetTo,
    SetValues,
    SetVia,
)


def actor_as_decided(database: Database, subject: ActorId) -> None:
    """Make the row and the names of an actor follow from the decisions in effect; inside a transaction.

    One whose making was taken back stays as long as a decision names it: see `refuse_named`.
    """
    every = events.of_subjects(database, [subject])
    decisions = events.in_effect(database, every)
    _made(database, subject, every, decisions)
    _named(database, subject, decisions)
    note_due(database, subject)


def refuse_named(database: Database, subject: ActorId) -> None:
    """Raise UsageError (``in-use``) where a decision in effect names the actor; inside a transaction."""
    if names_it(database, subject):
        raise UsageError(
            f"{subject} is named by other decisions (a speaker, a merge): take those back first",
            code="in-use",
        )


def names_it(database: Database, subject: str) -> bool:
    """Whether a decision in effect names the actor by its id, or something is found that does."""
    query = """
        SELECT 1 FROM decisions WHERE action IN ('speaker', 'via', 'to', 'merge', 'apart') AND instr(details, ?)
            AND decision NOT IN (SELECT decision FROM taken_back)
        UNION ALL SELECT 1 FROM statements JOIN actors ON actors.actor = statements.speaker WHERE actors.id = ?
        UNION ALL SELECT 1 FROM carriers JOIN actors USING (actor) WHERE actors.id = ?
        UNION ALL SELECT 1 FROM addressees JOIN actors USING (actor) WHERE actors.id = ?
        UNION ALL SELECT 1 FROM mentions JOIN actors USING (actor) WHERE actors.id = ? LIMIT 1
    """
    return database.row(query, (f'"{subject}"', *[subject] * 4)) is not None


def named(change: Change) -> set[ActorId]:
    """The ids of the actors that a decision names."""
    match change:
        case SetSpeaker(actor=actor) if actor is not None:
            return {actor}
        case SetVia(via=via):
            return {one.actor for one in via if one.actor is not None}
        case SetTo(to=to):
            return {one.actor for one in to if one.actor is not None}
        case Merge(into=into):
            return {into}
        case Apart(other=other):
            return {other}
    return set()


def tells_of(change: Change, subject: str, names: Sequence[str]) -> bool:
    """Whether it is a note with the id of an actor, or a name as a word or words of its own, or gives a variable such a
    name for its value (the person of a .dna file), or a chain or addressees with such a name; whatever the case.
    """
    known = [one.casefold() for one in (subject, *names)]
    match change:
        case Note(text=text):
            words = text.casefold()
            return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", words) for one in known)
        case SetValues(values=values):
            return any(str(one.value).casefold() in known for one in values)
        case SetOrganisation(organisation=name) if name is not None:
            return name.casefold() in known
        case SetVia(via=via):
            return any(one.name.casefold() in known for one in via if one.actor is None)
        case SetTo(to=to):
            return any(one.name.casefold() in known for one in to if one.actor is None)
    return False


def affected(database: Database, subject: ActorId) -> list[tuple[str, int]]:
    """Id and article number of the statements whose speaker, or one of whose chain or addressees, people set to this
    actor or its like.
    """
    query = """
        WITH alike (actor) AS (
            SELECT actor FROM actors WHERE id = ?1
            UNION SELECT a.actor FROM actors AS a JOIN actors AS one ON one.id = ?1
                WHERE a.root = coalesce(one.root, one.actor) OR a.actor = one.root)
        SELECT s.id, s.article FROM statements AS s
        WHERE s.corrected AND s.speaker IN (SELECT actor FROM alike)
        UNION SELECT s.id, s.article FROM statements AS s JOIN carriers AS c USING (statement)
        WHERE s.corrected AND c.actor IN (SELECT actor FROM alike)
        UNION SELECT s.id, s.article FROM statements AS s JOIN addressees AS t USING (statement)
        WHERE s.corrected AND t.actor IN (SELECT actor FROM alike)
    """
    return [(row["id"], row["article"]) for row in database.rows(query, (subject,))]


def _made(database: Database, subject: ActorId, every: list[Decision], decisions: list[Decision]) -> None:
    made = [each.change for each in decisions if isinstance(each.change, NewActor)]
    if not made and names_it(database, subject):
        made = [each.change for each in every if isinstance(each.change, NewActor)]
    if made:
        new = made[0]
        actors.insert(database, Actor(id=subject, name=new.name, type=new.type, note=new.note))
    elif any(isinstance(each.change, NewActor) for each in every):
        _forgotten(database, subject)


def _forgotten(database: Database, subject: ActorId) -> None:
    number = actors.number_of(database, subject)
    if number is None or actors.found_as(database, number) is not None:
        return
    database.change("UPDATE actors SET root = NULL WHERE root = ?", (number,))
    for table in PARTS:
        database.change(f"UPDATE {table} SET actor = NULL WHERE actor = ?", (number,))  # noqa: S608 - ours
    database.change("DELETE FROM actors WHERE actor = ?", (number,))


def _named(database: Database, subject: ActorId, decisions: list[Decision]) -> None:
    """The latest name that it was given, else the one it was made with, else the one that an article has it by.

    All of these are its names, and no others.
    """
    number = actors.number_of(database, subject)
    if number is None:
        return
    made = [each.change.name for each in decisions if isinstance(each.change, NewActor)]
    given = [each.change.name for each in decisions if isinstance(each.change, Rename)]
    found = actors.found_as(database, number)
    made += [] if found is None else [found]
    if made or given:
        database.change("UPDATE actors SET name = ? WHERE actor = ?", ((given or made[:1])[-1], number))
        database.change("DELETE FROM actor_names WHERE actor = ?", (number,))
        actors.add_names(database, number, (*made, *given))


def merged_again(database: Database, *, everybody: bool = False) -> None:
    """Which actors are one, from every merge in effect in order and from what linking joined.

    It looks at those that were ever merged; at `everybody` who is one with others where decisions are gone.
    Crowds that know any of them are linked again.
    """
    query = """
        SELECT subject AS id FROM decisions WHERE action = 'merge'
        UNION SELECT details ->> '$.into' FROM decisions WHERE action = 'merge'
    """
    grouped = "UNION SELECT id FROM actors WHERE root IS NOT NULL"
    ids = [row["id"] for row in database.rows(f"{query} {grouped if everybody else ''}")]
    regroup(database, ids)
    crowds.note_due(database, ids)
