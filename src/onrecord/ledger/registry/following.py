"""Keeps the registry up to date: links the articles and blocks that something was changed in."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.ledger import actors
from onrecord.ledger.beside import PARTS
from onrecord.ledger.database import Database
from onrecord.ledger.registry import figures, roots
from onrecord.ledger.registry.referring import refer
from onrecord.model import ActorId
from onrecord.resolution.actors.figures import Figure, Home, Linked, pair
from onrecord.resolution.actors.joining import Apart
from onrecord.resolution.actors.linking import link_block

_AT_ONCE = 200
"""Articles, or blocks, of one transaction: others may write between two."""


@dataclass(frozen=True, slots=True)
class _Decided:
    """What people said of who is who."""

    apart: Apart
    merged: Mapping[ActorId, ActorId]
    forgotten: frozenset[str]


def follow(database: Database) -> None:
    """Link what is due, in a ledger whose speakers were ever linked."""
    linked = (
        "SELECT 1 FROM figures UNION ALL SELECT 1 FROM blocks_to_link LIMIT 1"  # the last figure may be gone
    )
    if database.row(linked) is not None:
        link_due(database)


def link_due(database: Database) -> int:
    """Link all that is due; how many blocks that were.  Broken off, it goes on where it stopped."""
    while _some_articles(database):
        pass
    done = 0
    if database.row("SELECT 1 FROM blocks_to_link LIMIT 1") is not None:
        decided = _decided(database)
        while count := _some_blocks(database, decided):
            done += count
    return done


def note_due(database: Database, subject: str) -> None:
    """Have the blocks of an actor linked anew, after a decision on it; inside a transaction."""
    database.change(
        "INSERT OR IGNORE INTO blocks_to_link SELECT DISTINCT n.block FROM actors AS a "
        "JOIN figures AS f ON f.home = a.actor JOIN name_blocks AS n USING (name, type) WHERE a.id = ?",
        (subject,),
    )


def _decided(database: Database) -> _Decided:
    apart = frozenset(frozenset(ActorId(one) for one in two) for two in roots.apart(database))
    merged = {ActorId(a): ActorId(b) for a, b in roots.merged(roots.merges(database)).items()}
    gone = database.rows("SELECT id FROM tombstones WHERE id LIKE 'p-%'")
    return _Decided(apart, merged, frozenset(row["id"] for row in gone))


def _some_articles(database: Database) -> bool:
    if database.row("SELECT 1 FROM articles_to_link LIMIT 1") is None:
        return False
    with database.transaction():
        query = "SELECT article FROM articles_to_link ORDER BY article LIMIT ?"
        numbers = [row["article"] for row in database.rows(query, (_AT_ONCE,))]
        for number in numbers:
            figures.refresh(database, number)
        database.change_all("DELETE FROM articles_to_link WHERE article = ?", ((one,) for one in numbers))
    return True


def _some_blocks(database: Database, decided: _Decided) -> int:
    if database.row("SELECT 1 FROM blocks_to_link LIMIT 1") is None:
        return 0
    with database.transaction():
        query = "SELECT block FROM blocks_to_link ORDER BY block LIMIT ?"
        blocks = [row["block"] for row in database.rows(query, (_AT_ONCE,))]
        lost = "SELECT id FROM actors WHERE actor IN (SELECT actor FROM actors_to_settle)"
        touched: set[str] = {row["id"] for row in database.rows(lost)}
        database.change("DELETE FROM actors_to_settle")
        # Taken off first: what is found in one block may make another of them due again.
        database.change_all("DELETE FROM blocks_to_link WHERE block = ?", ((one,) for one in blocks))
        for block in blocks:
            touched |= _link(database, block, decided)
        roots.regroup(database, touched)
        _sweep(database, touched)
    return len(blocks)


def _link(database: Database, block: str, decided: _Decided) -> set[str]:
    """Link one block; the ids of the actors whose group may be another now."""
    held = figures.of_block(database, block)
    before = _linked_before(database, block)
    found = link_block(block, held, decided.apart, decided.merged)
    numbers = _numbers(database, found, decided.forgotten)
    for figure, (number, known) in held.items():
        home = numbers.get(found.homes[figure])
        if home != known:
            figures.give(database, number, figure, home)
    _write(database, block, found, numbers)
    figures.forget_names(database, block)
    refer(database, block, found.homes, numbers, decided.apart)
    after = _linked_before(database, block)
    return {one for two in before ^ after for one in two} | _changed(database, held, found, numbers)


def _changed(
    database: Database,
    held: Mapping[Figure, tuple[int, int | None]],
    found: Linked,
    numbers: Mapping[Home, int],
) -> set[str]:
    """The ids of actors that gained or lost a figure: whose name is shown may change with it."""
    moved: set[int] = set()
    for figure, (_, known) in held.items():
        home = numbers.get(found.homes[figure])
        if home != known:
            moved.update(one for one in (home, known) if one is not None)
    query = "SELECT id FROM actors WHERE actor IN (SELECT value FROM json_each(?))"
    return {row["id"] for row in database.rows(query, (json.dumps(sorted(moved)),))}


def _linked_before(database: Database, block: str) -> set[tuple[str, str]]:
    query = """
        SELECT a.id AS one, b.id AS other FROM links JOIN actors AS a ON a.actor = links.one
        JOIN actors AS b ON b.actor = links.other WHERE links.block = ?
    """
    return {(row["one"], row["other"]) for row in database.rows(query, (block,))}


def _numbers(database: Database, found: Linked, forgotten: frozenset[str]) -> dict[Home, int]:
    """The numbers of the homes of a block, those made that are not here; nobody who was removed is made again."""
    named = [one for two in found.joined for one in two]
    numbers: dict[Home, int] = {}
    for home in sorted({*found.homes.values(), *named}):
        if home.id not in forgotten:
            numbers[home] = actors.found(database, home.id, home.name, home.type, home.note)
    return numbers


def _write(database: Database, block: str, found: Linked, numbers: Mapping[Home, int]) -> None:
    database.change("DELETE FROM links WHERE block = ?", (block,))
    database.change_all(
        "INSERT INTO links (block, one, other, score) VALUES (?, ?, ?, ?)",
        (
            (block, numbers[one], numbers[other], score)
            for (one, other), score in found.joined.items()
            if one in numbers and other in numbers
        ),
    )
    database.change("DELETE FROM suggestions WHERE block = ?", (block,))
    database.change_all(
        "INSERT OR IGNORE INTO suggestions (block, one, other, score, evidence) VALUES (?, ?, ?, ?, ?)",
        (
            (
                block,
                *(numbers[home] for home in pair(each.one, each.other)),
                each.score,
                json.dumps([[one.words, one.weight] for one in each.evidence], ensure_ascii=False),
            )
            for each in found.suggestions
            if each.one in numbers and each.other in numbers
        ),
    )


def _sweep(database: Database, subjects: Iterable[str]) -> None:
    """Take out the actors that no article names any more and nobody decided on."""
    query = """
        SELECT actor FROM actors WHERE id = ?1 AND found IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM figures WHERE home = actors.actor)
            AND NOT EXISTS (SELECT 1 FROM links WHERE one = actors.actor OR other = actors.actor)
            AND NOT EXISTS (SELECT 1 FROM decisions WHERE subject = ?1)
            AND NOT EXISTS (SELECT 1 FROM decisions
                WHERE action IN ('speaker', 'via', 'merge', 'apart') AND instr(details, '"' || ?1 || '"'))
    """
    for subject in sorted(subjects):
        row = database.row(query, (subject,))
        if row is not None:
            gone = (row["actor"],)
            database.change("UPDATE actors SET root = NULL WHERE root = ?", gone)
            database.change("UPDATE statements SET linked = NULL WHERE linked = ?", gone)
            for table in PARTS:
                database.change(f"UPDATE {table} SET actor = NULL WHERE actor = ?", gone)  # noqa: S608 - ours
                database.change(f"UPDATE {table} SET linked = NULL WHERE linked = ?", gone)  # noqa: S608 - ours
            database.change("DELETE FROM actors WHERE actor = ?", gone)
