"""What is said where a condition names a speaker that the ledger does not know: it may be misspelt."""

from typing import TYPE_CHECKING

from onrecord.cli.filters import Conditions
from onrecord.model.codebook import nearest

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


def why_none(ledger: "Ledger", conditions: Conditions, otherwise: str) -> str:
    """Why nothing was found: nobody is called as `--speaker` says, or what is said `otherwise`."""
    from onrecord.ledger import Filter  # noqa: PLC0415 - keeps `--help` quick

    named = conditions["speaker"]
    if named is None or next(iter(ledger.records(Filter(speaker=named, review="all"))), None) is not None:
        return otherwise
    return f"nobody who speaks is called {named!r}{nearest(named, [each.actor.name for each in ledger.actors()])}"
