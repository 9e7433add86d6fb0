"""Figures: who speaks in each article, passes on or is told, as the machine found it; rows in, values out."""

import json
from collections.abc import Callable

from onrecord.ledger.beside import PARTS
from onrecord.ledger.database import Database, Row
from onrecord.model import ActorType, ArticleId, Speaker
from onrecord.resolution.actors.figures import Figure, figures_of
from onrecord.resolution.actors.linking import blocks_of

_FOUND = """
    SELECT s.statement,
        iif(f.found IS NULL, s.speaker_name, f.found ->> '$.speaker.name') AS name,
        iif(f.found IS NULL, s.speaker_type, f.found ->> '$.speaker.type') AS type,
        iif(f.found IS NULL, s.speaker_role, f.found ->> '$.speaker.role') AS role
    FROM statements AS s LEFT JOIN as_found AS f USING (statement)
    WHERE s.article = ? AND NOT s.added ORDER BY s.ordinal
"""

# Found by the machine, or named by people who left it to the registry who that is.
_BESIDE = """
    SELECT b.name, b.type FROM statements AS s JOIN {table} AS b USING (statement)
    WHERE s.article = ?1 AND b.actor IS NULL
    UNION SELECT one.value ->> '$.name', one.value ->> '$.type'
    FROM statements AS s JOIN as_found AS f USING (statement) JOIN json_each(f.found, '$.{part}') AS one
    WHERE s.article = ?1
"""
_OF_BLOCK = """
    SELECT a.id, a.article, a.published, a.outlet, f.name, f.type, f.roles, f.companions, f.home
    FROM name_blocks AS n JOIN figures AS f USING (name, type) JOIN articles AS a USING (article)
    WHERE n.block = ?
"""


_OF_HOME = """
    SELECT a.id, a.article, a.published, a.outlet, f.name, f.type, f.roles, f.companions, f.home
    FROM figures AS f JOIN articles AS a USING (article) WHERE f.home = ?
"""

_HELD = "SELECT name, type, roles, companions FROM figures WHERE article = ?"


def refresh(
    database: Database, number: int, blocks_in: Callable[[Database, str, ActorType], set[str]]
) -> None:
    """Make the figures of an article follow from what was found in it; inside a transaction.

    `blocks_in` gives the blocks that a name and type are filed under in this ledger.
    Those that stay as they are are not touched: nothing has to be linked for them.
    """
    row = database.row("SELECT id, published, outlet FROM articles WHERE article = ?", (number,))
    if row is None:
        return
    speakers = [
        Speaker(name=each["name"], type=each["type"], role=each["role"])
        for each in database.rows(_FOUND, (number,))
        if each["name"] is not None
    ]
    article, others = ArticleId(row["id"]), _beside(database, number)
    found = {
        (one.name, one.type, _list(one.roles), _list(sorted(one.companions)))
        for one in figures_of(article, speakers, others, day=row["published"], outlet=row["outlet"])
        if blocks_of(one.name, one.type)
    }
    held = {tuple(each) for each in database.rows(_HELD, (number,))}
    database.change_all(
        "DELETE FROM figures WHERE article = ? AND name = ? AND type = ?",
        ((number, name, kind) for name, kind, *_ in sorted(held - found)),
    )
    for name, kind, roles, companions in sorted(found - held):
        database.change_all(
            "INSERT OR IGNORE INTO name_blocks (block, name, type) VALUES (?, ?, ?)",
            ((block, name, kind) for block in sorted(blocks_in(database, name, kind))),
        )
        database.change(
            "INSERT INTO figures (article, name, type, roles, companions) VALUES (?, ?, ?, ?, ?)",
            (number, name, kind, roles, companions),
        )
    _settle(database, number)


def _beside(database: Database, number: int) -> set[tuple[str, ActorType]]:
    """Name and type of those in the chains of an article, and of those who were told."""
    return {
        (row["name"], row["type"])
        for table, part in PARTS.items()
        for row in database.rows(_BESIDE.format(table=table, part=part), (number,))
    }


def _settle(database: Database, number: int) -> None:
    """Give what is new in an article to figures that were there, and so are not linked again."""
    database.change(
        "UPDATE statements SET linked = known.home FROM ("  # noqa: S608 - our words
        f"SELECT found.statement, f.home FROM ({_FOUND}) AS found LEFT JOIN figures AS f "
        "ON f.article = ?1 AND f.name = found.name AND f.type = found.type) AS known "
        "WHERE known.statement = statements.statement AND statements.linked IS NOT known.home",
        (number,),
    )
    for table in PARTS:
        database.change(
            f"UPDATE {table} SET linked = known.home FROM ("  # noqa: S608 - our words
            f"SELECT b.statement, b.ordinal, iif(b.actor IS NULL, f.home, NULL) AS home "
            f"FROM statements AS s JOIN {table} AS b USING (statement) LEFT JOIN figures AS f "
            "ON f.article = s.article AND f.name = b.name AND f.type = b.type WHERE s.article = ?1) AS known "
            f"WHERE known.statement = {table}.statement AND known.ordinal = {table}.ordinal "
            f"AND {table}.linked IS NOT known.home",
            (number,),
        )


def forget_names(database: Database, block: str) -> None:
    """Take the names of a block that nobody goes by any more out of it and of all others; inside a transaction."""
    query = """
        SELECT name, type FROM name_blocks AS n WHERE block = ?
            AND NOT EXISTS (SELECT 1 FROM figures AS f WHERE f.name = n.name AND f.type = n.type)
    """
    gone = [tuple(row) for row in database.rows(query, (block,))]
    database.change_all("DELETE FROM name_blocks WHERE name = ? AND type = ?", gone)


def of_block(database: Database, block: str) -> dict[Figure, tuple[int, int | None]]:
    """The figures of a block, each with the number of its article and of the actor that it is so far."""
    return {_figure(row): (row["article"], row["home"]) for row in database.rows(_OF_BLOCK, (block,))}


def of_home(database: Database, number: int) -> list[Figure]:
    """The figures that the very actor of that number is, not those of others that are one with it."""
    return [_figure(row) for row in database.rows(_OF_HOME, (number,))]


def give(database: Database, number: int, figure: Figure, home: int | None) -> None:
    """Say who a figure is, and with it the statements that it made, passed on and was told; inside a transaction."""
    database.change(
        "UPDATE figures SET home = ? WHERE article = ? AND name = ? AND type = ?",
        (home, number, figure.name, figure.type),
    )
    database.change(
        f"UPDATE statements SET linked = ? WHERE statement IN "  # noqa: S608 - our words
        f"(SELECT statement FROM ({_FOUND}) WHERE name = ? AND type = ?)",
        (home, number, figure.name, figure.type),
    )
    for table in PARTS:
        database.change(
            f"UPDATE {table} SET linked = ? WHERE actor IS NULL AND name = ? AND type = ? "  # noqa: S608 - ours
            "AND statement IN (SELECT statement FROM statements WHERE article = ?)",
            (home, figure.name, figure.type, number),
        )


def _figure(row: Row) -> Figure:
    return Figure(
        article=ArticleId(row["id"]),
        name=row["name"],
        type=row["type"],
        roles=tuple(_unlist(row["roles"])),
        day=row["published"],
        outlet=row["outlet"],
        companions=frozenset(_unlist(row["companions"])),
    )


def _unlist(value: str) -> list[str]:
    return json.loads(value) if value != "[]" else []


def _list(words: object) -> str:
    return json.dumps(list(words), ensure_ascii=False)  # type: ignore[call-overload]
