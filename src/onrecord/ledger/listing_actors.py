"""The registry of actors as a list: who there is, under which names, and how much each said."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ledger import actors
from onrecord.ledger.database import Database, Value
from onrecord.model import Actor
from onrecord.model.storable import storable


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorCount:
    """An actor, how many statements that stand it made, in how many articles; and its roles, the commonest first.

    `passed_on` is how many of others' came through it.
    """

    actor: Actor
    statements: int
    articles: int
    roles: tuple[str, ...]
    passed_on: int = 0


_QUERY = """
    SELECT r.id, count(s.statement) AS said, count(DISTINCT s.article) AS held, (
        SELECT count(DISTINCT t.statement) FROM actors AS m JOIN carriers AS c ON c.known_as = m.actor
        JOIN statements AS t ON t.statement = c.statement AND t.state <> 'rejected'
        WHERE m.actor = r.actor OR m.root = r.actor) AS passed_on
    FROM actors AS r
    LEFT JOIN actors AS a ON a.actor = r.actor OR a.root = r.actor
    LEFT JOIN statements AS s ON s.said_by = a.actor AND s.state <> 'rejected'
    WHERE r.root IS NULL AND ({condition})
    GROUP BY r.actor ORDER BY said DESC, passed_on DESC, r.name, r.id
"""

_NAMED = """r.actor IN (
    SELECT coalesce(a.root, a.actor) FROM actors AS a JOIN known_names AS n USING (actor)
    WHERE instr(lower(n.name), lower(?1)))"""


def listed(database: Database, name: str | None) -> Iterator[ActorCount]:
    """The actors, those who said most first."""
    values: tuple[Value, ...] = () if name is None else (storable(name),)
    query = _QUERY.format(condition="TRUE" if name is None else _NAMED)
    for row in list(database.rows(query, values)):
        yield ActorCount(
            actor=actors.load(database, row["id"]),
            statements=row["said"],
            articles=row["held"],
            roles=_roles(database, row["id"]),
            passed_on=row["passed_on"],
        )


def _roles(database: Database, actor: str) -> tuple[str, ...]:
    query = """
        SELECT speaker_role FROM statements WHERE speaker_role IS NOT NULL AND said_by IN (
            SELECT a.actor FROM actors AS a JOIN actors AS r ON r.actor = a.actor OR r.actor = a.root WHERE r.id = ?)
        GROUP BY speaker_role ORDER BY count(*) DESC, speaker_role
    """
    return tuple(row["speaker_role"] for row in database.rows(query, (actor,)))
