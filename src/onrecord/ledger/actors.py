"""Actors and their names: rows in, the same values out; and which of them are one."""

from collections import Counter
from collections.abc import Iterable

from onrecord.errors import NotFoundError
from onrecord.ledger.database import Database
from onrecord.model import Actor, ActorId, ActorType


def insert(database: Database, actor: Actor) -> None:
    """Store an actor, unless it is there; inside a transaction."""
    if number_of(database, actor.id) is not None:
        return
    number = database.change(
        "INSERT INTO actors (id, name, type, note) VALUES (?, ?, ?, ?)",
        (actor.id, actor.name, actor.type, actor.note),
    )
    add_names(database, number, (actor.name, *actor.names))


def found(database: Database, actor: ActorId, name: str, kind: ActorType, note: str) -> int:
    """The number of the actor that an article has by that name, made where it is not here; inside a transaction."""
    number = number_of(database, actor)
    if number is None:
        number = database.change(
            "INSERT INTO actors (id, name, type, note, found) VALUES (?, ?, ?, ?, ?)",
            (actor, name, kind, note, name),
        )
        add_names(database, number, (name,))
    else:
        database.change("UPDATE actors SET found = ? WHERE actor = ? AND found IS NULL", (name, number))
        add_names(database, number, (name,))
    return number


def found_as(database: Database, number: int) -> str | None:
    """The name that an article has an actor by, None for one that only people made."""
    name = database.value("SELECT found FROM actors WHERE actor = ?", (number,))
    return name if isinstance(name, str) else None


def all_of(database: Database, actor: str) -> list[ActorId]:
    """The ids of all that are one with an actor, its own too."""
    query = """
        SELECT m.id FROM actors AS a JOIN actors AS m
        ON coalesce(m.root, m.actor) = coalesce(a.root, a.actor) WHERE a.id = ? ORDER BY m.id
    """
    return [ActorId(row["id"]) for row in database.rows(query, (actor,))]


def ones(database: Database) -> dict[ActorId, Actor]:
    """For the id of every actor the one that it is one with, without its other names."""
    query = """
        SELECT m.id AS of, r.id, r.name, r.type, r.note FROM actors AS m
        JOIN actors AS r ON r.actor = coalesce(m.root, m.actor)
    """
    return {
        ActorId(row["of"]): Actor(
            id=ActorId(row["id"]), name=row["name"], type=row["type"], note=row["note"], names=()
        )
        for row in database.rows(query)
    }


def names_apart(database: Database, actors: Iterable[ActorId]) -> dict[ActorId, str]:
    """For the id of each of these the name of the one that it is one with.

    Where several have one name, the note that tells them apart stands behind it, or else their id.
    """
    known = ones(database)
    found = {actor: known[actor] for actor in actors if actor in known}
    sharing = Counter(one.name for one in {one.id: one for one in found.values()}.values())

    def shown(one: Actor) -> str:
        return one.name if sharing[one.name] == 1 else f"{one.name} ({one.note or one.id})"

    return {actor: shown(one) for actor, one in found.items()}


def add_names(database: Database, number: int, names: tuple[str, ...]) -> None:
    """Keep names that an actor goes by."""
    database.change_all(
        "INSERT OR IGNORE INTO actor_names (actor, name) VALUES (?, ?)", ((number, name) for name in names)
    )


def names_of(database: Database, actor: str) -> list[str]:
    """The names that the very actor with that id goes by, in order; none where it is not there."""
    query = """
        SELECT n.name FROM actors AS a JOIN known_names AS n USING (actor) WHERE a.id = ?1
        UNION SELECT name FROM actors WHERE id = ?1 ORDER BY name
    """
    return [row["name"] for row in database.rows(query, (actor,))]


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
        WITH same AS (SELECT actor FROM actors WHERE actor = ?1 OR root = ?1)
        SELECT DISTINCT name FROM known_names WHERE actor IN same
    """
    names = sorted(each["name"] for each in database.rows(query, (row["actor"],)))
    return Actor(
        id=ActorId(row["id"]),
        name=row["name"],
        type=row["type"],
        note=row["note"],
        names=tuple(name for name in names if name != row["name"]),
    )
