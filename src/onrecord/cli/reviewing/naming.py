"""Actors by what a person types: who is offered for a beginning, and who is meant by a whole name."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.cli.reviewing.asking import OFFERS, Offer
from onrecord.ledger import Ledger
from onrecord.model import Actor

_LOOKED_UP = 50  # actors that a beginning may fetch: those shown are the best of them


@dataclass(frozen=True, slots=True)
class Naming:
    """The actors of a ledger, by their names."""

    ledger: Ledger

    def called(self, typed: str) -> list[Offer[Actor | None]]:
        """Actors of whose names a word begins as typed."""
        found = self.ledger.desk.actors_named(typed.strip(), _LOOKED_UP)
        best = sorted(found, key=lambda each: (not begins(each.name, typed), each.name, each.note))
        return [Offer(each.name, hint(each), each) for each in best[:OFFERS]]

    def last_of(self, typed: str, between: str) -> list[Offer[None]]:
        """Actors for the last of several names, behind those that stand before it."""
        first, sign, last = typed.rpartition(between.strip())
        if not last.strip():
            return []
        head = f"{first.strip()}{between}" if sign else ""
        return [Offer(f"{head}{each.words}", each.hint, None) for each in self.called(last)]

    def goes_by(self, name: str) -> list[Actor]:
        """The actors with that whole name."""
        known = self.ledger.desk.actors_named(name, _LOOKED_UP)
        return [each for each in known if _same(name, (each.name, *each.names))]


def hint(actor: Actor) -> str:
    """What tells an actor from its namesakes."""
    return ", ".join(part for part in (actor.type, actor.note, actor.id[:10]) if part)


def begins(name: str, typed: str) -> bool:
    """Whether a name begins as typed, whatever the case."""
    return name.casefold().startswith(typed.strip().casefold())


def _same(name: str, names: Sequence[str]) -> bool:
    return name.casefold() in [each.casefold() for each in names]
