"""The reference in the ledger: entries taken in, and which of them the actors of a block are."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from onrecord.ledger import actors
from onrecord.ledger.database import Database
from onrecord.ledger.registry import crowds
from onrecord.ledger.registry.entries import entry_of
from onrecord.ledger.unicode import refuse_halves
from onrecord.model import ActorId, Entry
from onrecord.resolution.actors.figures import Figure, Home
from onrecord.resolution.actors.identifying import identify
from onrecord.resolution.actors.joining import Apart
from onrecord.resolution.actors.linking import blocks_of


def take_entries(database: Database, entries: Iterable[Entry]) -> int:
    """Store entries, each in place of what was stored under its id; how many.  Their blocks are linked anew."""
    count = 0
    with database.transaction():
        for one in entries:
            take_entry(database, one)
            count += 1
    return count


def take_entry(database: Database, one: Entry) -> None:
    """Store an entry as `take_entries` does; inside a transaction."""
    value = json.dumps(asdict(one), ensure_ascii=False)
    refuse_halves(value)
    database.change(
        "INSERT INTO entries (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value",
        (one.id, value),
    )
    number = database.value("SELECT entry FROM entries WHERE id = ?", (one.id,))
    assert isinstance(number, int)  # noqa: S101 - it was just written
    due = "INSERT OR IGNORE INTO blocks_to_link SELECT block FROM entry_blocks WHERE entry = ?"
    database.change(due, (number,))
    database.change("DELETE FROM entry_blocks WHERE entry = ?", (number,))
    blocks = {block for name in (one.name, *one.names) for block in blocks_of(name, one.type)}
    database.change_all(
        "INSERT INTO entry_blocks (block, entry) VALUES (?, ?)",
        ((block, number) for block in sorted(blocks)),
    )
    for block in sorted(blocks):
        if crowds.is_parted(database, block):
            crowds.file_entry(database, number, one, block)
    database.change(due, (number,))


def entries_of(database: Database, actor: str) -> list[Entry]:
    """The entries that an actor is, by id: more than one where its names are of several."""
    ids = json.dumps(actors.all_of(database, actor))
    query = """
        SELECT DISTINCT e.id, e.value FROM identities AS i JOIN entries AS e USING (entry)
        JOIN actors AS a USING (actor) WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY e.id
    """
    return [entry_of(row["value"]) for row in database.rows(query, (ids,))]


def refer(
    database: Database, block: str, homes: Mapping[Figure, Home], numbers: Mapping[Home, int], apart: Apart
) -> set[str]:
    """Say which entries the actors of a block are, and join those of one entry; the ids of the actors concerned."""
    query = "SELECT entry, value FROM entry_blocks JOIN entries USING (entry) WHERE block = ? ORDER BY entry"
    known = {entry_of(row["value"]): row["entry"] for row in database.rows(query, (block,))}
    before = _identities(database, block)
    database.change("DELETE FROM identities WHERE block = ?", (block,))
    if known:
        by_home: dict[Home, list[Figure]] = defaultdict(list)
        for figure, home in homes.items():
            by_home[home].append(figure)
        for home, figures in sorted(by_home.items()):
            found = identify(figures, known) if home in numbers else None
            if found is not None:
                database.change(
                    "INSERT INTO identities (block, actor, entry, score) VALUES (?, ?, ?, ?)",
                    (block, numbers[home], known[found[0]], found[1]),
                )
    after = _identities(database, block)
    _have_linked(database, block, {entry for _, entry in before ^ after})
    return _join(database, block, sorted({entry for _, entry in after}), apart)


def _identities(database: Database, block: str) -> set[tuple[int, int]]:
    rows = database.rows("SELECT actor, entry FROM identities WHERE block = ?", (block,))
    return {(row["actor"], row["entry"]) for row in rows}


def _have_linked(database: Database, block: str, changed: set[int]) -> None:
    """Who else is one of these entries may be joined otherwise now: have their blocks linked."""
    database.change(
        "INSERT OR IGNORE INTO blocks_to_link SELECT DISTINCT block FROM identities "
        "WHERE entry IN (SELECT value FROM json_each(?)) AND block <> ?",
        (json.dumps(sorted(changed)), block),
    )


def _join(database: Database, block: str, entries: Sequence[int], apart: Apart) -> set[str]:
    query = """
        SELECT DISTINCT a.id, a.actor FROM identities JOIN actors AS a USING (actor) WHERE entry = ? ORDER BY a.id
    """
    touched: set[str] = set()
    for entry in entries:
        same = [(ActorId(row["id"]), row["actor"]) for row in database.rows(query, (entry,))]
        for one, number in same[1:]:
            if not any(frozenset((one, other)) in apart for other, _ in same):
                database.change(
                    "INSERT OR IGNORE INTO links (block, one, other, score) VALUES (?, ?, ?, 1)",
                    (block, same[0][1], number),
                )
                touched |= {same[0][0], one}
    return touched
