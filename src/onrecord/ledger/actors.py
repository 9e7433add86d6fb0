"""Actors and their names: rows in, the same values out; and which of them are one."""

from onrecord.errors import NotFoundError
from onrecord.ledger.database import Database
from onrecord.model import Actor, ActorId


def insert(database: Database, actor: Actor) -> None:
    """Store an actor, unless it is there; inside a transaction."""
    if number_of(database, actor.id) is not None:
        return
    number = database.change(
        "INSERT INTO actors (id, name, type, note) VALUES (?, ?, ?, ?)",
        (actor.id, actor.name, actor.type, actor.note),
    )
    add_names(database, number, (actor.name, *actor.names))


def add_names(database: Database, number: int, names: tuple[str, ...]) -> None:
    """Keep names that an actor goes by."""
    database.change_all(
        "INSERT OR IGNORE INTO actor_names (actor, name) VALUES (?, ?)", ((number, name) for name in names)
    )


def number_of(database: Database, actor: str) -> int | None:
    """The number in this file of the actor with exactly that id, or None."""
    number = database.value("SELECT actor FROM actors WHERE id = ?", (actor,))
    return number if isinstance(number, int) else None


def load(database: Database, actor: str) -> Actor:
    """The actor with that id, or the one it was merged into; NotFoundError where there is none."""
    row = database.row(
        "SELECT r.actor, r.id, r.name, r.type, r.note FROM actors AS a JOIN actors AS r "
        "ON r.actor = coalesce(a.root, a.actor) WHERE a.id = ?",
        (actor,),
    )
    if row is None:
        raise NotFoundError(f"{database.path} has no actor {actor}")
    query = """
        SELECT DISTINCT name FROM actor_names
        WHERE actor IN (SELECT actor FROM actors WHERE actor = ?1 OR root = ?1)
    """
    names = sorted(each["name"] for each in database.rows(query, (row["actor"],)))
    return Actor(
        id=ActorId(row["id"]),
        name=row["name"],
        type=row["type"],
        note=row["note"],
        names=tuple(name for name in names if name != row["name"]),
    )
