"""Brings actors to what the decisions in effect make of them: which there are, their names, which of them are one."""

from onrecord.errors import UsageError
from onrecord.ledger import actors
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.model import Actor, ActorId, Decision, Merge, NewActor, Rename


def actor_as_decided(database: Database, subject: ActorId) -> None:
    """Make the row of an actor follow from the decisions in effect; inside a transaction.

    Raises UsageError (``in-use``) where an actor that nobody wants any more still speaks in the ledger.
    """
    every = events.of_subjects(database, [subject])
    decisions = events.in_effect(database, every)
    _made(database, subject, every, decisions)
    _named(database, subject, decisions)
    merged_again(database)


def affected(database: Database, subject: ActorId) -> list[tuple[str, int, str]]:
    """Id, article number and article id of the statements whose speaker people set to this actor or its like."""
    query = """
        SELECT DISTINCT s.id, s.article, a.id AS article_id
        FROM statements AS s JOIN articles AS a USING (article) JOIN actors AS p ON p.actor = s.speaker
        WHERE s.corrected AND (p.id = ?1 OR p.root = (SELECT coalesce(root, actor) FROM actors WHERE id = ?1)
            OR p.actor = (SELECT root FROM actors WHERE id = ?1))
    """
    return [(row["id"], row["article"], row["article_id"]) for row in database.rows(query, (subject,))]


def _made(database: Database, subject: ActorId, every: list[Decision], decisions: list[Decision]) -> None:
    made = [each.change for each in decisions if isinstance(each.change, NewActor)]
    if made:
        new = made[0]
        actors.insert(database, Actor(id=subject, name=new.name, type=new.type, note=new.note))
    elif any(isinstance(each.change, NewActor) for each in every):
        _forgotten(database, subject)


def _forgotten(database: Database, subject: ActorId) -> None:
    number = actors.number_of(database, subject)
    if number is None:
        return
    query = """
        SELECT EXISTS (SELECT 1 FROM statements WHERE speaker = ?1) OR EXISTS (SELECT 1 FROM carriers WHERE actor = ?1)
            OR EXISTS (SELECT 1 FROM actors WHERE root = ?1) OR EXISTS (SELECT 1 FROM mentions WHERE actor = ?1)
    """
    if database.value(query, (number,)):
        raise UsageError(
            f"{subject} still speaks in the ledger, or another was merged into it: undo those decisions first",
            code="in-use",
        )
    database.change("DELETE FROM actors WHERE actor = ?", (number,))


def _named(database: Database, subject: ActorId, decisions: list[Decision]) -> None:
    """The name it is shown by: the latest that it was given, or the one it was made with; all stay among its names."""
    number = actors.number_of(database, subject)
    if number is None:
        return
    given = [each.change.name for each in decisions if isinstance(each.change, NewActor | Rename)]
    if given:
        database.change("UPDATE actors SET name = ? WHERE actor = ?", (given[-1], number))
        actors.add_names(database, number, tuple(given))


def merged_again(database: Database) -> None:
    """Which actors are one, from every merge in effect in order; one that would close a circle changes nothing."""
    merges = [each for each in events.log(database, "d.action = 'merge'") if isinstance(each.change, Merge)]
    into: dict[str, str] = {}
    for each in sorted(events.in_effect(database, merges), key=events.order):
        assert isinstance(each.change, Merge)  # noqa: S101 - as filtered above
        source, target = _root(into, each.subject), _root(into, each.change.into)
        if source != target:
            into[source] = target
    database.change("UPDATE actors SET root = NULL WHERE root IS NOT NULL")
    database.change_all(
        "UPDATE actors SET root = (SELECT actor FROM actors WHERE id = ?) WHERE id = ?",
        ((_root(into, one), one) for one in into),
    )


def _root(into: dict[str, str], one: str) -> str:
    while one in into:
        one = into[one]
    return one
