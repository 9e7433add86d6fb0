"""Crowds in the ledger: the blocks of surnames that very many bear, parted, filed, and never read whole again."""

import json
from collections.abc import Iterable, Mapping, Sequence

from onrecord.ledger.database import Database
from onrecord.ledger.registry import figures
from onrecord.ledger.registry.entries import entry_of
from onrecord.model import ActorType, Entry
from onrecord.resolution.actors import crowds
from onrecord.resolution.actors.crowding import known_of
from onrecord.resolution.actors.crowds import (
    AMONG,
    GIVEN,
    SHORT,
    SURNAME,
    Known,
    Name,
    filed_apart,
    found_by,
    is_whole,
)
from onrecord.resolution.actors.figures import Figure, Home
from onrecord.resolution.actors.linking import blocks_of
from onrecord.resolution.actors.names import person_name

_NAMES = """
    SELECT count(*) FROM (SELECT 1 FROM name_blocks AS n WHERE block = ?
        AND EXISTS (SELECT 1 FROM figures AS f WHERE f.name = n.name AND f.type = n.type) LIMIT ?)
"""


def _within(kind: str, block: str) -> tuple[str, str]:
    """From where to where the parts of a surname's block are, by name; the second is not one of them."""
    key = block.removeprefix(SURNAME)
    return f"{kind}{key} ", f"{kind}{key}!"


def surname_of(part: str) -> str:
    """The surname's block that a given name's is a part of."""
    return f"{SURNAME}{part.removeprefix(GIVEN).split(' ', 1)[0]}"


def is_crowd(database: Database, block: str) -> bool:
    """Whether a block is of a surname that very many bear now; stops counting as soon as it is."""
    count = database.value(_NAMES, (block, crowds.CROWD + 1)) if block.startswith(SURNAME) else 0
    return isinstance(count, int) and count > crowds.CROWD


def is_parted(database: Database, block: str) -> bool:
    """Whether the block's names are filed apart."""
    query = "SELECT 1 FROM name_blocks WHERE (block >= ? AND block < ?) OR block = ? LIMIT 1"
    parts = (*_within(GIVEN, block), SHORT + block.removeprefix(SURNAME))
    return block.startswith(SURNAME) and database.row(query, parts) is not None


def note_due(database: Database, subjects: Iterable[str]) -> None:
    """Have every crowd linked anew that has a whole name of these actors, or of those who are one with them: who is
    meant there by less than a name may be others now.  After the roots are settled; inside a transaction.
    """
    low, high = GIVEN, GIVEN.replace(" ", "!")
    if database.row("SELECT 1 FROM name_blocks WHERE block >= ? AND block < ? LIMIT 1", (low, high)) is None:
        return
    query = """
        WITH standing (actor) AS (SELECT DISTINCT coalesce(root, actor) FROM actors
            WHERE id IN (SELECT value FROM json_each(?)))
        SELECT DISTINCT n.block FROM standing AS s
        JOIN actors AS a ON a.actor = s.actor OR a.root = s.actor
        JOIN figures AS f ON f.home = a.actor JOIN name_blocks AS n USING (name, type)
        WHERE n.block >= ? AND n.block < ?
    """
    found = database.rows(query, (json.dumps(sorted(subjects)), low, high))
    database.change_all(
        "INSERT OR IGNORE INTO blocks_to_link (block) VALUES (?)",
        ((each,) for each in sorted({surname_of(row["block"]) for row in found})),
    )


def blocks_in(database: Database, name: str, kind: ActorType) -> set[str]:
    """All blocks that a name is linked in: those of its words, and where these are parted its parts of them."""
    found = set(blocks_of(name, kind))
    for block in sorted(found):
        if is_parted(database, block):
            found |= filed_apart(block, name)
    return found


def part(database: Database, block: str) -> set[str]:
    """File the names of a block apart, and have them linked; the ids of the actors that were linked in it.

    Inside a transaction, as what follows.
    """
    rows = list(database.rows("SELECT name, type FROM name_blocks WHERE block = ?", (block,)))
    filed = [
        (each, row["name"], row["type"]) for row in rows for each in sorted(filed_apart(block, row["name"]))
    ]
    database.change_all("INSERT OR IGNORE INTO name_blocks (block, name, type) VALUES (?, ?, ?)", filed)
    database.change_all(
        "INSERT OR IGNORE INTO blocks_to_link (block) VALUES (?)",
        ((each,) for each in sorted({each for each, _, _ in filed if each.startswith(GIVEN)} | {block})),
    )
    query = "SELECT entry, value FROM entry_blocks JOIN entries USING (entry) WHERE block = ?"
    for row in list(database.rows(query, (block,))):
        file_entry(database, row["entry"], entry_of(row["value"]), block)
    return _unlink(database, "block = ?", (block,))


def put_together(database: Database, block: str) -> set[str]:
    """Take the parts of a block away that is no crowd any more; the ids of the actors that were linked in them."""
    within = _within(GIVEN, block)
    touched = _unlink(database, "block >= ? AND block < ?", within)
    for kind in (GIVEN, AMONG):
        database.change("DELETE FROM name_blocks WHERE block >= ? AND block < ?", _within(kind, block))
    database.change("DELETE FROM name_blocks WHERE block = ?", (SHORT + block.removeprefix(SURNAME),))
    database.change("DELETE FROM entry_blocks WHERE block >= ? AND block < ?", within)
    return touched


def _unlink(database: Database, which: str, values: tuple[str, ...]) -> set[str]:
    query = f"""
        SELECT id FROM actors WHERE actor IN (SELECT one FROM links WHERE {which}
            UNION SELECT other FROM links WHERE {which})
    """  # noqa: S608 - our words
    touched = {row["id"] for row in database.rows(query, values * 2)}
    for table in ("links", "suggestions", "identities"):
        database.change(f"DELETE FROM {table} WHERE {which}", values)  # noqa: S608 - our words
    return touched


def file_entry(database: Database, number: int, entry: Entry, block: str) -> None:
    """File an entry of a reference under the parts of a surname's block too."""
    found = {
        each
        for name in (entry.name, *entry.names)
        if block in blocks_of(name, entry.type)
        for each in filed_apart(block, name)
        if each.startswith(GIVEN)
    }
    database.change_all(
        "INSERT OR IGNORE INTO entry_blocks (block, entry) VALUES (?, ?)",
        ((each, number) for each in sorted(found)),
    )


def file_signs(database: Database, part: str, held: Iterable[Figure]) -> None:
    """Make what the names of a given name's block can be found by follow from their figures."""
    block = surname_of(part)
    low, high = _within(AMONG, block)
    by_name: dict[Name, list[Figure]] = {}
    for one in held:
        by_name.setdefault((one.name, one.type), []).append(one)
    query = "SELECT block FROM name_blocks WHERE name = ? AND type = ? AND block >= ? AND block < ?"
    for name, some in sorted(by_name.items()):
        wanted = found_by(block, name[0], some)
        stood = {row["block"] for row in database.rows(query, (*name, low, high))}
        database.change_all(
            "DELETE FROM name_blocks WHERE block = ? AND name = ? AND type = ?",
            ((each, *name) for each in sorted(stood - wanted)),
        )
        database.change_all(
            "INSERT INTO name_blocks (block, name, type) VALUES (?, ?, ?)",
            ((each, *name) for each in sorted(wanted - stood)),
        )


def shorts(database: Database, block: str) -> dict[Figure, tuple[int, int | None]]:
    """The figures of a crowd whose names are shorter than a name, as `figures.of_block` gives them.

    Names that nobody goes by any more are forgotten here too; inside a transaction.
    """
    filed = SHORT + block.removeprefix(SURNAME)
    figures.forget_names(database, filed)
    return figures.of_block(database, filed)


class Stored:
    """The `Crowd` of a block as the ledger has it; each key and actor is looked up once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._named: dict[str, Sequence[Name] | None] = {}
        self._roots: dict[Name, list[int]] = {}
        self._known: dict[int, Known | None] = {}

    def named(self, key: str) -> Sequence[Name] | None:
        """The whole names that are filed under a key, in order; None where they are more than `CROWD`."""
        if key not in self._named:
            query = "SELECT name, type FROM name_blocks WHERE block = ? ORDER BY name, type LIMIT ?"
            found = [
                (row["name"], row["type"]) for row in self._database.rows(query, (key, crowds.CROWD + 1))
            ]
            self._named[key] = found if len(found) <= crowds.CROWD else None
        return self._named[key]

    def known(self, names: Iterable[Name]) -> Sequence[Known]:
        """The actors that go by any of these names, in the order of their homes."""
        roots = sorted({root for name in names for root in self._roots_of(name)})
        found = [known for root in roots if (known := self._of_root(root)) is not None]
        return sorted(found, key=lambda one: one.gathered.home)

    def _roots_of(self, name: Name) -> list[int]:
        if name not in self._roots:
            query = """
                SELECT DISTINCT coalesce(a.root, a.actor) AS root FROM figures AS f
                JOIN actors AS a ON a.actor = f.home WHERE f.name = ? AND f.type = ?
            """
            self._roots[name] = [row["root"] for row in self._database.rows(query, name)]
        return self._roots[name]

    def _of_root(self, root: int) -> Known | None:
        if root not in self._known:
            held = {home: some for home, some in self._held(root).items() if some}
            self._known[root] = known_of(held) if held else None
        return self._known[root]

    def _held(self, root: int) -> Mapping[Home, Sequence[Figure]]:
        query = "SELECT actor, found, type, note FROM actors WHERE (actor = ?1 OR root = ?1) AND found IS NOT NULL"
        return {
            Home(name=row["found"], type=row["type"], note=row["note"]): [
                one
                for one in figures.of_home(self._database, row["actor"])
                if is_whole(person_name(one.name))
            ]
            for row in list(self._database.rows(query, (root,)))
        }
