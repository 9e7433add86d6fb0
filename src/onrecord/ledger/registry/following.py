"""Keeps the registry up to date: links the articles and blocks that something was changed in."""

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from onrecord.ledger import actors
from onrecord.ledger.beside import PARTS
from onrecord.ledger.database import Database, Value
from onrecord.ledger.registry import crowds, figures, roots
from onrecord.ledger.registry.referring import refer
from onrecord.model import ActorId
from onrecord.resolution.actors.crowds import AMONG, GIVEN, SHORT, SURNAME
from onrecord.resolution.actors.figures import Figure, Home, Linked, pair
from onrecord.resolution.actors.joining import Apart
from onrecord.resolution.actors.linking import link_block
from onrecord.resolution.actors.people import place_among

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
            figures.refresh(database, number, crowds.blocks_in)
        database.change_all("DELETE FROM articles_to_link WHERE article = ?", ((one,) for one in numbers))
    return True


def _some_blocks(database: Database, decided: _Decided) -> int:
    if database.row("SELECT 1 FROM blocks_to_link LIMIT 1") is None:
        return 0
    with database.transaction():
        blocks = _next_blocks(database)
        lost = "SELECT id FROM actors WHERE actor IN (SELECT actor FROM actors_to_settle)"
        touched: set[str] = {row["id"] for row in database.rows(lost)}
        database.change("DELETE FROM actors_to_settle")
        # Taken off first: what is found in one block may make another of them due again.
        database.change_all("DELETE FROM blocks_to_link WHERE block = ?", ((one,) for one in blocks))
        known = set(touched)
        for block in blocks:
            moved, is_told = _link(database, block, decided)
            touched |= moved
            known |= moved if is_told else set()
        roots.regroup(database, touched)
        crowds.note_due(database, known)
        _sweep(database, touched)
    return len(blocks)


def _next_blocks(database: Database) -> list[str]:
    """The blocks of one transaction: those of surnames after all others, since a crowd's are parts of them."""
    nothing = "DELETE FROM blocks_to_link WHERE block >= ? AND block < ?"  # filed, and not linked
    for kind in (AMONG, SHORT):
        database.change(nothing, (kind, kind.replace(" ", "!")))
    query = "SELECT block FROM blocks_to_link WHERE block < ? ORDER BY block LIMIT ?"
    return [row["block"] for row in database.rows(query, (SURNAME, _AT_ONCE))] or [
        row["block"]
        for row in database.rows("SELECT block FROM blocks_to_link ORDER BY block LIMIT ?", (_AT_ONCE,))
    ]


def _link(database: Database, block: str, decided: _Decided) -> tuple[set[str], bool]:
    """Link one block; the ids of the actors whose group may be another now, and whether crowds have to hear of it: not
    of what was found in a crowd itself, where no whole name is linked.
    """
    crowd, parted = crowds.is_crowd(database, block), crowds.is_parted(database, block)
    if crowd and not parted:
        return crowds.part(database, block), True
    touched = crowds.put_together(database, block) if parted and not crowd else set[str]()
    held = crowds.shorts(database, block) if crowd else figures.of_block(database, block)
    if block.startswith(GIVEN):
        crowds.file_signs(database, block, held)
    before = _linked(database, block)
    found = (
        place_among(block, held, crowds.Stored(database), decided.apart, decided.merged)
        if crowd
        else link_block(block, held, decided.apart, decided.merged)
    )
    numbers = _numbers(database, found, decided.forgotten)
    for figure, (number, known) in held.items():
        home = numbers.get(found.homes[figure])
        if home != known:
            figures.give(database, number, figure, home)
    _write(database, block, found, numbers, before)
    if not crowd:
        figures.forget_names(database, block)
        refer(database, block, found.homes, numbers, decided.apart)
    differing = before.items() ^ _linked(database, block).items()
    moved = {one for two, _ in differing for one in two} | _changed(held, found, numbers)
    query = "SELECT id FROM actors WHERE actor IN (SELECT value FROM json_each(?))"
    return touched | {row["id"] for row in database.rows(query, (json.dumps(sorted(moved)),))}, not crowd


def _changed(
    held: Mapping[Figure, tuple[int, int | None]], found: Linked, numbers: Mapping[Home, int]
) -> set[int]:
    """The actors that gained or lost a figure: whose name is shown may change with it."""
    moved: set[int] = set()
    for figure, (_, known) in held.items():
        home = numbers.get(found.homes[figure])
        if home != known:
            moved.update(one for one in (home, known) if one is not None)
    return moved


def _linked(database: Database, block: str) -> dict[tuple[int, int], float]:
    """The links of a block with their scores, by the numbers of both actors."""
    rows = database.rows("SELECT one, other, score FROM links WHERE block = ?", (block,))
    return {(row["one"], row["other"]): row["score"] for row in rows}


def _numbers(database: Database, found: Linked, forgotten: frozenset[str]) -> dict[Home, int]:
    """The numbers of the homes of a block, those made that are not here; nobody who was removed is made again."""
    named = [one for two in found.joined for one in two]
    homes = sorted({*found.homes.values(), *named})
    query = "SELECT id, actor FROM actors WHERE found IS NOT NULL AND id IN (SELECT value FROM json_each(?))"
    ids = json.dumps([home.id for home in homes])
    known: dict[str, int] = {row["id"]: row["actor"] for row in database.rows(query, (ids,))}
    return {
        home: known[home.id]
        if home.id in known
        else actors.found(database, home.id, home.name, home.type, home.note)
        for home in homes
        if home.id not in forgotten
    }


def _write(
    database: Database,
    block: str,
    found: Linked,
    numbers: Mapping[Home, int],
    before: Mapping[tuple[int, int], float],
) -> None:
    """Write the links and suggestions of a block, of which most stand already; `before` are its links so far."""
    joined = {
        (numbers[one], numbers[other]): score
        for (one, other), score in found.joined.items()
        if one in numbers and other in numbers
    }
    _replace(
        database, block, "links (block, one, other, score)",
        {(*two, score) for two, score in before.items()}, {(*two, score) for two, score in joined.items()},
    )  # fmt: skip
    waiting: dict[tuple[int, int], tuple[float, str]] = {}
    for each in found.suggestions:
        if each.one in numbers and each.other in numbers:
            one, other = (numbers[home] for home in pair(each.one, each.other))
            seen = json.dumps([[sign.words, sign.weight] for sign in each.evidence], ensure_ascii=False)
            waiting.setdefault((one, other), (each.score, seen))
    query = "SELECT one, other, score, evidence FROM suggestions WHERE block = ?"
    stood = {tuple(row) for row in database.rows(query, (block,))}
    _replace(
        database, block, "suggestions (block, one, other, score, evidence)",
        stood, {(*two, *value) for two, value in waiting.items()},
    )  # fmt: skip


def _replace(
    database: Database,
    block: str,
    columns: str,
    stood: Set[tuple[Value, ...]],
    wanted: Set[tuple[Value, ...]],
) -> None:
    """Make the rows of a block in a table what is wanted, of which most stand already; both without the block."""
    table = columns.split(maxsplit=1)[0]
    database.change_all(
        f"DELETE FROM {table} WHERE block = ? AND one = ? AND other = ?",  # noqa: S608 - our words
        ((block, *row[:2]) for row in sorted(stood - wanted)),
    )
    places = ", ".join("?" for _ in columns.split(","))
    database.change_all(
        f"INSERT INTO {columns} VALUES ({places})",  # noqa: S608 - our words
        ((block, *row) for row in sorted(wanted - stood)),
    )


def _sweep(database: Database, subjects: Iterable[str]) -> None:
    """Take out the actors that no article names any more and nobody decided on."""
    query = """
        SELECT actor FROM actors WHERE id = ?1 AND found IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM figures WHERE home = actors.actor)
            AND NOT EXISTS (SELECT 1 FROM links WHERE one = actors.actor OR other = actors.actor)
            AND NOT EXISTS (SELECT 1 FROM decisions WHERE subject = ?1)
            AND NOT EXISTS (SELECT 1 FROM decisions
                WHERE action IN ('speaker', 'via', 'to', 'merge', 'apart') AND instr(details, '"' || ?1 || '"'))
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
