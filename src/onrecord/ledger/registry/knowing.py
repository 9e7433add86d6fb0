"""What the registry knows of one actor: what it is one with, how articles call it, its roles and their time."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ledger import actors
from onrecord.ledger.database import Database
from onrecord.model import ActorId


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the actors that are one: its id, the name and the note that it was made with."""

    id: ActorId
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTime:
    """A role as articles word it: the first and last day (EDTF) of those that do, and how many do.

    `articles` is 0 for an office that a reference gives, with the days that it gives.
    """

    role: str
    since: str | None
    until: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Words by which articles name an actor where it speaks, in how many statements and articles they do.

    The words are those of a source: *Lord Varrick*, *the minister*, *he*; case aside, as the first of them is written.
    """

    words: str
    statements: int
    articles: int


_FORMS = """
    SELECT min(t.text) AS words, count(*) AS statements, count(DISTINCT s.article) AS articles
    FROM statements AS s JOIN source_texts AS t USING (source_text)
    WHERE s.state <> 'rejected'
        AND s.said_by IN (SELECT actor FROM actors WHERE id IN (SELECT value FROM json_each(?)))
    GROUP BY t.text COLLATE NOCASE ORDER BY statements DESC, words
"""

_ROLES = """
    SELECT s.speaker_role AS role, min(coalesce(a.published, s.said_on)) AS since,
        max(coalesce(a.published, s.said_on)) AS until, count(DISTINCT s.article) AS articles
    FROM statements AS s JOIN articles AS a USING (article)
    WHERE s.speaker_role IS NOT NULL AND s.state <> 'rejected'
        AND s.said_by IN (SELECT actor FROM actors WHERE id IN (SELECT value FROM json_each(?)))
    GROUP BY s.speaker_role ORDER BY since IS NULL, since, articles DESC, role
"""


def parts(database: Database, actor: str) -> list[Part]:
    """All that are one with an actor, its own first name too, by name."""
    found = []
    for one in actors.all_of(database, actor):
        row = database.row("SELECT id, coalesce(found, name) AS name, note FROM actors WHERE id = ?", (one,))
        if row is not None:
            found.append(Part(id=ActorId(row["id"]), name=row["name"], note=row["note"]))
    return sorted(found, key=lambda part: (part.name, part.note, part.id))


def roles(database: Database, actor: str) -> Iterator[RoleTime]:
    """The roles in which it speaks, by the first day."""
    ids = json.dumps(actors.all_of(database, actor))
    for row in list(database.rows(_ROLES, (ids,))):
        yield RoleTime(role=row["role"], since=row["since"], until=row["until"], articles=row["articles"])


def forms(database: Database, actor: str) -> Iterator[Form]:
    """The words of the sources of all that it said, the commonest first."""
    ids = json.dumps(actors.all_of(database, actor))
    for row in database.rows(_FORMS, (ids,)):
        yield Form(words=row["words"], statements=row["statements"], articles=row["articles"])
