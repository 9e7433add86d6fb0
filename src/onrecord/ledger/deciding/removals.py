"""What was removed for good from one of two ledgers that are joined, and so from both."""

from dataclasses import replace

from onrecord.ledger import tombstones
from onrecord.ledger.database import Database
from onrecord.ledger.deciding.forgetting import take_out
from onrecord.ledger.tombstones import Tombstone
from onrecord.model import Reading, Statement


class Removed:
    """What was removed from a ledger, articles and actors, by id."""

    def __init__(self, database: Database) -> None:
        self.ids = frozenset(row["id"] for row in database.rows("SELECT id FROM tombstones"))

    def left_of(self, reading: Reading) -> Reading:
        """A reading without the actors who were removed."""
        return replace(reading, statements=tuple(self._unnamed(each) for each in reading.statements))

    def _unnamed(self, statement: Statement) -> Statement:
        speaker = statement.speaker
        if speaker is not None and speaker.actor in self.ids:
            statement = replace(statement, speaker=None)
        via = tuple(each for each in statement.via if each.actor not in self.ids)
        to = tuple(each for each in statement.to if each.actor not in self.ids)
        return statement if (via, to) == (statement.via, statement.to) else replace(statement, via=via, to=to)


def remove_what_went(database: Database, other: Database) -> list[str]:
    """Remove what was removed there, and keep the tombstones; the ids of what was here.  Inside a transaction."""
    known = {stone.id: stone for stone in tombstones.load_all(database)}
    gone = []
    for stone, source_hash in _stones(other):
        if stone.id not in known:
            gone += [stone.id] if take_out(database, stone, source_hash) else []
        elif (stone.at, stone.coder) < (known[stone.id].at, known[stone.id].coder):
            take_out(database, stone, source_hash)
    return gone


def _stones(other: Database) -> list[tuple[Tombstone, str | None]]:
    hashes = {row["id"]: row["source_hash"] for row in other.rows("SELECT id, source_hash FROM tombstones")}
    return [(stone, hashes[stone.id]) for stone in tombstones.load_all(other)]
