"""A row that nobody decided on and no model is sure of: somebody marked it by hand, and whoever takes it in decides it.

What is not here is added; what is here is accepted, or corrected where the row says otherwise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from onrecord.ledger import actors, statements
from onrecord.ledger.beside import One
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.people import actor_as_decided
from onrecord.ledger.taking.places import number_of, was_added
from onrecord.model import (
    Accept,
    ActorId,
    Add,
    Addressee,
    Carrier,
    Change,
    Coder,
    Correct,
    Decision,
    NewActor,
    Reject,
    SetDate,
    SetSpeaker,
    SetTo,
    SetVia,
    Speaker,
    Statement,
    StatementId,
    actor_id,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """Who marked, and when it is taken in."""

    database: Database
    coder: Coder
    now: datetime

    def decisions(
        self, stated: Statement, subject: StatementId, article: int, *, as_written: bool
    ) -> Iterator[Decision]:
        """The decisions that make the statement what the row says, each to be stored before the next is made.

        None, where it is here and `as_written`: it stays with whoever added it.
        """
        standing = self._standing(subject, article)
        if as_written and standing is not None:
            return
        for change in self._changes(stated, standing, subject):
            yield self._decision(subject, change)

    def _changes(
        self, stated: Statement, standing: Statement | None, subject: StatementId
    ) -> Iterator[Change]:
        add = Add(
            content=stated.content, cue=stated.cue, source=stated.source, kind=stated.kind, act=stated.act
        )
        if standing is None:
            yield add
        else:
            if not self._has_judged(subject):
                yield add if was_added(self.database, subject) else Accept()
            yield from _corrections(stated, standing)
        now = standing or Statement(
            id=subject, kind=stated.kind, act=stated.act, content=stated.content, confidence=1.0
        )
        if stated.speaker is not None and not _same(stated.speaker, now.speaker):
            yield SetSpeaker(actor=self._actor(stated.speaker), role=stated.speaker.role)
        via = tuple(map(self._known, stated.via))
        if via and _names(via) != _names(now.via):
            yield SetVia(via=via)
        to = tuple(map(self._known, stated.to))
        if to and _names(to) != _names(now.to):
            yield SetTo(to=to)
        if stated.said_on is not None and stated.said_on != now.said_on:
            yield SetDate(said_on=stated.said_on)

    def _standing(self, subject: StatementId, article: int) -> Statement | None:
        number = number_of(self.database, subject)
        return None if number is None else statements.of_article(self.database, article)[number]

    def _has_judged(self, subject: StatementId) -> bool:
        """Whether this coder says of the statement that it is one, or that it is none."""
        made = events.in_effect(self.database, events.of_subjects(self.database, [subject]))
        return any(
            each.coder.name == self.coder.name and isinstance(each.change, Accept | Add | Reject)
            for each in made
        )

    def _decision(self, subject: str, change: Change) -> Decision:
        return events.make(self.database, self.coder, subject, change, self.now, settles=False)

    def _known(self, one: One) -> One:
        """Somebody in a chain, or who was told; without an actor whom this ledger does not know."""
        known = one.actor is not None and actors.number_of(self.database, one.actor) is not None
        return one if known else replace(one, actor=None)

    def _actor(self, speaker: Speaker) -> ActorId:
        """The actor that the row names by id, or by name and type, who is made where there is none."""
        if speaker.actor is not None and actors.number_of(self.database, speaker.actor) is not None:
            return speaker.actor
        made = actor_id(speaker.name, speaker.type, "")
        if actors.number_of(self.database, made) is None:
            change = NewActor(name=speaker.name, type=speaker.type)
            events.append(self.database, self._decision(made, change), None)
            actor_as_decided(self.database, made)
        return made


def _corrections(stated: Statement, standing: Statement) -> Iterator[Change]:
    names = ("content", "cue", "source", "kind", "act")
    other = {
        name: getattr(stated, name) for name in names if getattr(stated, name) != getattr(standing, name)
    }
    if other:
        yield Correct(**other)


def _names(some: Sequence[Carrier | Addressee]) -> list[tuple[str, str]]:
    return [(one.name, one.type) for one in some]


def _same(stated: Speaker, standing: Speaker | None) -> bool:
    return standing is not None and (stated.name, stated.type, stated.role) == (
        standing.name,
        standing.type,
        standing.role,
    )
