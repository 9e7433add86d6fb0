"""Takes an actor out of the registry for good."""

import json

from onrecord.ledger.database import Database


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
