"""The reference on its way to another ledger: what decided who an actor is there has to decide it here too."""

import json
from collections.abc import Iterable, Iterator, Sequence

from onrecord.ledger.database import Database
from onrecord.ledger.registry.entries import entry_of
from onrecord.ledger.registry.referring import take_entry
from onrecord.model import ActorId, Entry


def entries_beside(database: Database, actors: Iterable[ActorId]) -> list[Entry]:
    """The entries that any of these very actors is, and all that they were weighed against: without its rivals an entry
    might be taken for somebody else's.
    """
    query = """
        SELECT DISTINCT e.id, e.value FROM identities AS i JOIN actors AS a USING (actor)
        JOIN entry_blocks AS b USING (block) JOIN entries AS e ON e.entry = b.entry
        WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY e.id
    """
    rows = database.rows(query, (json.dumps(sorted(actors)),))
    return [entry_of(row["value"]) for row in rows]


def take_new(database: Database, entries: Iterable[Entry]) -> None:
    """Take in those of which the id is not here: what was imported here stays as it is.  Inside a transaction."""
    for one in entries:
        if database.row("SELECT 1 FROM entries WHERE id = ?", (one.id,)) is None:
            take_entry(database, one)


def join_entries(database: Database, other: Database) -> None:
    """Take in the reference of another ledger; of one id with two contents the same stands in both, whoever joins.

    Inside a transaction.
    """
    for row in other.rows("SELECT id, value FROM entries ORDER BY id"):
        here = database.value("SELECT value FROM entries WHERE id = ?", (row["id"],))
        if not isinstance(here, str) or row["value"] > here:
            take_entry(database, entry_of(row["value"]))


def unlinked(database: Database, ids: Sequence[str]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """The entries with these ids that nobody here is, each with the ids of the actors who go by one of its names."""
    query = """
        SELECT value FROM entries AS e WHERE e.id IN (SELECT value FROM json_each(?))
            AND NOT EXISTS (SELECT 1 FROM identities AS i WHERE i.entry = e.entry) ORDER BY e.entry
    """
    namesakes = """
        SELECT DISTINCT coalesce(r.id, a.id) AS id FROM known_names AS n JOIN actors AS a USING (actor)
        LEFT JOIN actors AS r ON r.actor = a.root
        WHERE lower(n.name) IN (SELECT lower(value) FROM json_each(?)) ORDER BY 1
    """
    for row in list(database.rows(query, (json.dumps(ids),))):
        entry = entry_of(row["value"])
        called = database.rows(namesakes, (json.dumps([entry.name, *entry.names]),))
        yield entry, tuple(each["id"] for each in called)
