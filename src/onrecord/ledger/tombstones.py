"""What was removed for good: what is left of it is a row that says so."""

from dataclasses import dataclass, fields

from onrecord.ledger.database import Database
from onrecord.model import actor_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What was removed: its id, when, by whom and why, and how many statements and decisions went with it.

    For an actor `statements` counts those that lost their speaker, one of their chain or of those who were told.
    """

    id: str
    at: str
    coder: str
    reason: str
    statements: int
    decisions: int


_COLUMNS = ", ".join(field.name for field in fields(Tombstone))


def load_all(database: Database) -> list[Tombstone]:
    """What was removed for good, the latest first."""
    rows = database.rows(f"SELECT {_COLUMNS} FROM tombstones ORDER BY at DESC, id")  # noqa: S608 - our names
    return [Tombstone(**dict(zip(row.keys(), row, strict=True))) for row in rows]


def keep(database: Database, stone: Tombstone, source_hash: str | None) -> None:
    """Keep a tombstone in place of an earlier one; `source_hash` is that of the bytes of an article."""
    database.change(
        f"INSERT OR REPLACE INTO tombstones (source_hash, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - ours
        (source_hash, *(getattr(stone, field.name) for field in fields(stone))),
    )


def actors(database: Database) -> frozenset[str]:
    """The ids of the actors who were removed."""
    return frozenset(row["id"] for row in database.rows("SELECT id FROM tombstones WHERE id LIKE 'p-%'"))


def names_one(gone: frozenset[str], name: str) -> bool:
    """Whether that is the name of one of the actors who were removed, as a study has people and organisations."""
    return bool(gone) and any(actor_id(name, kind, "") in gone for kind in ("person", "organisation"))


def why(database: Database, article: str) -> str | None:
    """A clause that says why the article with that id is not taken in again; None where it was not removed."""
    row = database.row("SELECT at, reason FROM tombstones WHERE id = ?", (article,))
    if row is None:
        return None
    return f"was removed from this ledger on {row['at'][:10]} ({row['reason']}), and stays out"
