"""An actor as a person gives it: by its id, or by a name that no other has."""

from typing import TYPE_CHECKING

from onrecord.errors import NotFoundError

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


def actor_named(ledger: "Ledger", given: str) -> str:
    """The id of an actor that is given by it, or by a name that no other has; NotFoundError says how to find ids."""
    if given.startswith("p-"):
        return given
    found = [one.actor for one in ledger.actors(given)]
    same = [one for one in found if given.casefold() in (name.casefold() for name in (one.name, *one.names))]
    if len(same) == 1:
        return same[0].id
    if same:
        ids = ", ".join(f"{one.id} {one.name}" + (f" ({one.note})" if one.note else "") for one in same)
        raise NotFoundError(f"{given!r} may be {ids}: give the id", code="ambiguous")
    listing = f"`onrecord actors list {ledger.path} {given.strip().rpartition(' ')[2]}".rstrip() + "`"
    raise NotFoundError(f"no actor is called {given!r}: {listing} finds ids (p-...)")
