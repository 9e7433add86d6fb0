"""Takes in the actors that rows name, with all that was decided of them."""

from collections.abc import Sequence

from onrecord.ledger import actors
from onrecord.ledger.database import Database
from onrecord.ledger.deciding.appending import Appending
from onrecord.ledger.deciding.people import actor_as_decided, affected, merged_again
from onrecord.ledger.deciding.standing import all_as_decided
from onrecord.ledger.runs import of_review
from onrecord.ledger.taking.given import GivenActor
from onrecord.model import Actor, ActorId, NewActor


def take_people(database: Database, appending: Appending, given: Sequence[GivenActor]) -> int:
    """Make those that are not here and take in what was decided of them; how many decisions came.  In a transaction."""
    wanted = [actor for actor in given if not appending.is_removed(actor.id)]
    for actor in wanted:
        _insert(database, actor)
    came = {actor.id: len(appending.append(actor.decisions, None)) for actor in wanted}
    changed = [actor.id for actor in wanted if came[actor.id]]
    for one in changed:
        actor_as_decided(database, one)
    if changed:
        merged_again(database)
        _decide_again(database, changed)
    return sum(came.values())


def _insert(database: Database, given: GivenActor) -> None:
    """One that a machine found is there without a decision; the others are made by theirs."""
    by_decision = any(isinstance(each.change, NewActor) for each in given.decisions)
    if by_decision or given.name is None or given.type is None:
        return
    made = Actor(id=given.id, name=given.name, type=given.type, note=given.note, names=given.names)
    actors.insert(database, made)


def _decide_again(database: Database, changed: Sequence[ActorId]) -> None:
    """What they said is shown under the name that they have now."""
    speaking = (each for one in changed for each in affected(database, one))
    all_as_decided(database, speaking, of_review(database))
