"""Makes a ledger's codebook another one, by a decision for each thing that differs, all of them or none."""

from collections.abc import Iterator, Sequence

from onrecord.errors import UsageError
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import codebook, events
from onrecord.ledger.deciding.codebook import codebook_as_decided
from onrecord.ledger.deciding.codebook_folding import fold_codebook
from onrecord.ledger.deciding.deciding import Moment
from onrecord.model import (
    CODEBOOK,
    Change,
    Codebook,
    Decision,
    DropConcept,
    DropVariable,
    SetConcept,
    SetTitle,
    SetVariable,
)
from onrecord.model.codebook import problem_of


def bring(database: Database, moment: Moment, wanted: Codebook) -> list[Decision]:
    """Decide what it takes, in one transaction; nothing where the ledger has this codebook."""
    if problem := problem_of(wanted):
        name, reason = problem
        raise UsageError(f"{name}: {reason}", code="codebook")
    with database.transaction():
        made = []
        for change in changes(codebook.load(database), wanted):
            decision = events.make(
                database, moment.coder, CODEBOOK, change, moment.now, settles=moment.settles
            )
            events.append(database, decision, None)
            made.append(decision)
        codebook_as_decided(database)
    return made


def changes(held: Codebook | None, wanted: Codebook) -> Sequence[Change]:
    """What makes the one codebook the other, in an order in which each step can be taken."""
    made: list[Change] = []
    if held is None or held.title != wanted.title:
        made.append(SetTitle(title=wanted.title))
    made += _dropped(held, wanted)
    made += _set(held, wanted)
    return made


def _dropped(held: Codebook | None, wanted: Codebook) -> Iterator[Change]:
    if held is None:
        return
    for concept in held.concepts:
        if wanted.concept(concept.name) is None:
            yield DropConcept(concept=concept.name)
    for variable in held.variables:
        if wanted.variable(variable.name) is None:
            yield DropVariable(variable=variable.name)


def _set(held: Codebook | None, wanted: Codebook) -> Iterator[Change]:
    """Each concept and variable that is new, other, or elsewhere than it would be without a word."""
    start = [SetTitle(title=wanted.title), *_dropped(held, wanted)]
    if held is not None:
        known = [SetConcept(concept=each) for each in held.concepts]
        start = [*known, *(SetVariable(variable=each) for each in held.variables), *start]
    now = fold_codebook(start)
    assert now is not None  # noqa: S101 - it has its title at least
    names = [each.name for each in now.concepts]
    for place, concept in enumerate(wanted.concepts):
        at = names.index(concept.name) if concept.name in names else None
        if at != place or concept != now.concept(concept.name):
            if at is not None:
                del names[at]
            names.insert(place, concept.name)
            yield SetConcept(concept=concept, place=place)
    called = [each.name for each in now.variables]
    for place, variable in enumerate(wanted.variables):
        at = called.index(variable.name) if variable.name in called else None
        if at != place or variable != now.variable(variable.name):
            if at is not None:
                del called[at]
            called.insert(place, variable.name)
            yield SetVariable(variable=variable, place=place)
