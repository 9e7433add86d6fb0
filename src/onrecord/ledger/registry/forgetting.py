"""Takes an actor out of the registry for good."""

import json

from onrecord.ledger.beside import PARTS
from onrecord.ledger.database import Database, Value


def found_same(database: Database, number: int) -> list[str]:
    """The ids of the other actors that linking holds to be one with the one of that number."""
    query = """
        WITH RECURSIVE same (actor) AS (
            SELECT ?1
            UNION SELECT iif(links.one = same.actor, links.other, links.one) FROM same
                JOIN links ON links.one = same.actor OR links.other = same.actor)
        SELECT id FROM actors WHERE actor IN same AND actor <> ?1 ORDER BY id
    """
    return [row["id"] for row in database.rows(query, (number,))]


def unlink(database: Database, number: int) -> None:
    """Take an actor out of the registry, and its names out of what was found where it speaks; in a transaction."""
    row = database.row("SELECT type FROM actors WHERE actor = ?", (number,))
    assert row is not None  # noqa: S101 - its caller found it
    query = "SELECT DISTINCT name FROM known_names WHERE actor = ?"
    names = json.dumps([each["name"] for each in database.rows(query, (number,))])
    _unfind(database, number, row["type"], names)
    parts = ("speaker_name", "speaker_type", "speaker_role", "speaker_confidence")
    nothing = ", ".join(f"{part} = NULL" for part in parts)
    database.change(
        f"UPDATE statements SET {nothing} WHERE linked = ? AND speaker IS NULL",  # noqa: S608 - our names
        (number,),
    )
    database.change("UPDATE statements SET linked = NULL WHERE linked = ?", (number,))
    for table in PARTS:
        database.change(f"DELETE FROM {table} WHERE linked = ? AND actor IS NULL", (number,))  # noqa: S608 - ours
    # Those who stood beside it are gathered anew: they name it as a companion.
    database.change(
        "INSERT OR IGNORE INTO articles_to_link SELECT article FROM figures WHERE home = ?", (number,)
    )
    database.change("DELETE FROM figures WHERE home = ?", (number,))


def _unfind(database: Database, number: int, kind: str, names: str) -> None:
    """Take the names out of what the machine found in the articles that the actor is named in."""
    here = "SELECT article FROM figures WHERE home = ?"
    places = {
        "as_found": f"statement IN (SELECT statement FROM statements WHERE article IN ({here}))",  # noqa: S608
        "earlier_findings": f"article IN ({here})",
    }
    for table, place in places.items():
        database.change(
            f"UPDATE {table} SET found = json_set(found, '$.speaker', NULL) WHERE {place} "  # noqa: S608 - ours
            "AND found ->> '$.speaker.type' = ? "
            "AND found ->> '$.speaker.name' IN (SELECT value FROM json_each(?))",
            (number, kind, names),
        )
        named = "one.value ->> '$.type' = ? AND one.value ->> '$.name' IN (SELECT value FROM json_each(?))"
        unfind(database, table, named, (kind, names), place, (number,))


def unfind(
    database: Database,
    table: str,
    meant: str,
    who: tuple[Value, ...],
    place: str = "TRUE",
    where: tuple[Value, ...] = (),
) -> None:
    """Take those who are meant out of the chains, and of those who were told, in what the machine found.

    `meant` is a test of `one`, somebody there, with the parameters `who`; `place` one of a row of the table, with the
    parameters `where`.  Inside a transaction.
    """
    for part in PARTS.values():
        some = f"json_each({table}.found, '$.{part}') AS one WHERE"
        left = f"SELECT json_group_array(json(one.value)) FROM {some} ({meant}) IS NOT TRUE"  # noqa: S608 - ours
        database.change(
            f"UPDATE {table} SET found = json_set(found, '$.{part}', json(({left}))) "  # noqa: S608 - ours
            f"WHERE EXISTS (SELECT 1 FROM {some} {meant}) AND {place}",
            (*who, *who, *where),
        )
