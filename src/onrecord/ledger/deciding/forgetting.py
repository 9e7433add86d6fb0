"""Takes an article, or an actor, out of a ledger for good, and leaves a tombstone."""

from dataclasses import dataclass
from datetime import UTC

from onrecord.errors import NotFoundError
from onrecord.ledger import actors, finding, search
from onrecord.ledger.database import Database
from onrecord.ledger.deciding.deciding import Moment
from onrecord.ledger.deciding.people import merged_again
from onrecord.ledger.deciding.standing import statement_as_decided
from onrecord.ledger.runs import of_review
from onrecord.model import StatementId


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What was removed: its id, when, by whom and why, and how many statements and decisions went with it.

    For an actor `statements` counts those that lost their speaker.
    """

    id: str
    at: str
    coder: str
    reason: str
    statements: int
    decisions: int


def forget(database: Database, moment: Moment, subject: str, reason: str) -> Tombstone:
    """Remove an article or an actor from every table and index, and from the file's free pages."""
    with database.transaction():
        if subject.startswith("p-"):
            stone = _forget_actor(database, moment, finding.whole_id(database, "actors", subject), reason)
        elif subject.startswith("a-"):
            stone = _forget_article(database, moment, finding.whole_id(database, "articles", subject), reason)
        else:
            raise NotFoundError(f"{subject!r} is not the id of an article (a-...) or an actor (p-...)")
    # Words linger in the indexes until these are made anew, and in pages that are free until the file is.
    search.rebuild(database)
    database.change("VACUUM")
    database.change("PRAGMA wal_checkpoint(TRUNCATE)")
    return stone


def tombstones(database: Database) -> list[Tombstone]:
    """What was removed for good, the latest first."""
    rows = database.rows(
        "SELECT id, at, coder, reason, statements, decisions FROM tombstones ORDER BY at DESC, id"
    )
    return [Tombstone(**dict(zip(row.keys(), row, strict=True))) for row in rows]


def _forget_article(database: Database, moment: Moment, subject: str, reason: str) -> Tombstone:
    number = finding.find(database, "articles", subject)
    row = database.row(
        "SELECT source_hash, doc, (SELECT count(*) FROM statements AS s WHERE s.article = a.article) AS statements, "
        "(SELECT count(*) FROM decisions AS d WHERE d.article = a.article) AS decisions FROM articles AS a "
        "WHERE article = ?",
        (number,),
    )
    assert row is not None  # noqa: S101 - it was found just now
    stone = _stone(moment, subject, reason, row["statements"], row["decisions"])
    _keep(database, stone, row["source_hash"])
    database.change(
        "UPDATE sources SET articles = articles - (SELECT count(*) FROM appearances AS p "
        "WHERE p.source = sources.source AND p.article = ?)",
        (number,),
    )
    database.change("DELETE FROM articles WHERE article = ?", (number,))
    database.change(
        "DELETE FROM sources WHERE articles = 0 AND source NOT IN (SELECT source FROM appearances)"
    )
    database.change("DELETE FROM skipped WHERE doc = ?", (row["doc"],))
    return stone


def _forget_actor(database: Database, moment: Moment, subject: str, reason: str) -> Tombstone:
    number = actors.number_of(database, subject)
    assert number is not None  # noqa: S101 - it was found just now
    named = {row["name"] for row in database.rows("SELECT name FROM actor_names WHERE actor = ?", (number,))}
    speaking = _speaking(database, number)
    decisions = _decisions_about(database, subject, named)
    database.change_all("DELETE FROM decisions WHERE id = ?", ((one,) for one in decisions))
    for table in ("mentions", "carriers", "roles"):
        database.change(f"DELETE FROM {table} WHERE actor = ?", (number,))  # noqa: S608 - our names
    _unname(database, number, subject)
    database.change("UPDATE actors SET root = NULL WHERE root = ?", (number,))
    database.change("DELETE FROM actors WHERE actor = ?", (number,))
    merged_again(database)
    run = of_review(database)
    for statement, article in speaking:
        statement_as_decided(database, StatementId(statement), article, run)
    stone = _stone(moment, subject, reason, len(speaking), len(decisions))
    _keep(database, stone, None)
    return stone


def _speaking(database: Database, number: int) -> list[tuple[str, int]]:
    query = """
        SELECT id, article FROM statements WHERE speaker = ?1
        UNION SELECT id, article FROM statements JOIN carriers USING (statement) WHERE carriers.actor = ?1
    """
    return [(row["id"], row["article"]) for row in database.rows(query, (number,))]


def _decisions_about(database: Database, subject: str, named: set[str]) -> list[str]:
    """Decisions of the actor and those that name it, with what took them back."""
    names = [f'"{name}"' for name in (subject, *named)]
    terms = " OR ".join("instr(details, ?)" for _ in names)
    query = f"""
        WITH RECURSIVE about (id) AS (
            SELECT id FROM decisions WHERE subject = ? OR (action IN ('speaker', 'via', 'merge') AND ({terms}))
            UNION SELECT decisions.id FROM decisions JOIN about ON decisions.subject = about.id
        ) SELECT id FROM about
    """  # noqa: S608 - our words, their values as parameters
    return [row["id"] for row in database.rows(query, (subject, *names))]


def _unname(database: Database, number: int, subject: str) -> None:
    """Take the actor out of what the machine found."""
    parts = ("speaker", "speaker_name", "speaker_type", "speaker_role", "speaker_confidence")
    nothing = ", ".join(f"{part} = NULL" for part in parts)
    database.change(f"UPDATE statements SET {nothing} WHERE speaker = ?", (number,))  # noqa: S608 - our names
    for table in ("as_found", "earlier_findings"):
        database.change(
            f"UPDATE {table} SET found = json_set(found, '$.speaker', NULL) "  # noqa: S608 - our names
            "WHERE json_extract(found, '$.speaker.actor') = ?",
            (subject,),
        )


def _stone(moment: Moment, subject: str, reason: str, statements: int, decisions: int) -> Tombstone:
    at = moment.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return Tombstone(
        id=subject, at=at, coder=moment.coder.name, reason=reason, statements=statements, decisions=decisions
    )


def _keep(database: Database, stone: Tombstone, source_hash: str | None) -> None:
    database.change(
        "INSERT OR REPLACE INTO tombstones (id, source_hash, at, coder, reason, statements, decisions) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (stone.id, source_hash, stone.at, stone.coder, stone.reason, stone.statements, stone.decisions),
    )
