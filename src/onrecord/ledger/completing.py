"""Names and concepts that a ledger knows, by their beginnings: what a person is offered while typing."""

from collections.abc import Iterator

from onrecord.ledger import actors
from onrecord.ledger.database import Database
from onrecord.model import Actor, ActorId
from onrecord.model.storable import storable

_ACTORS = """
    SELECT DISTINCT coalesce(roots.id, a.id) AS id FROM known_names AS n
    JOIN actors AS a USING (actor) LEFT JOIN actors AS roots ON roots.actor = a.root
    WHERE instr(' ' || lower(n.name), ' ' || lower(?)) LIMIT ?
"""

# One step of an index for each concept, however often it was coded.
_CONCEPTS = """
    WITH RECURSIVE coded (concept) AS (
        SELECT min(concept) FROM codes
        UNION ALL
        SELECT (SELECT min(codes.concept) FROM codes WHERE codes.concept > coded.concept) FROM coded
        WHERE coded.concept IS NOT NULL
    )
    SELECT concept FROM coded WHERE concept IS NOT NULL UNION SELECT id FROM concepts ORDER BY 1
"""


def actors_named(database: Database, beginning: str, limit: int) -> list[Actor]:
    """Actors with a name of which a word begins so, whatever the case (of the letters A to Z), in no order."""
    rows = list(database.rows(_ACTORS, (storable(beginning), limit)))
    return [actors.load(database, ActorId(row["id"])) for row in rows]


def concepts(database: Database) -> Iterator[str]:
    """The ids of the concepts of the codebook and of every code in effect, in the order of the alphabet."""
    for row in list(database.rows(_CONCEPTS)):
        yield row["concept"]
