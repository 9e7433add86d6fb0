"""Articles and their blocks: rows in, the same values out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace

from onrecord.ledger.database import Database, Row
from onrecord.ledger.runs import RunId
from onrecord.model import Article, ArticleId, Block, Role, Span
from onrecord.model.storable import storable

# Of the dataclass, but what is stored elsewhere: every fact of an article has a column of its name.
_FACTS = tuple(field.name for field in fields(Article) if field.name not in ("blocks", "kept_id"))
_COLUMNS = ", ".join(_FACTS)
_PLACES = ", ".join("?" for _ in _FACTS)

ORDER = "a.published IS NULL, a.published, a.article"
"""By date, undated last, then as they were added; the index `articles_in_order` runs along it."""
ORDER_OF_DATED = "a.published, a.article"
"""The same where all have a date, `(a.published IS NULL) = 0`: only so does SQLite see that the index is in order."""


def insert(database: Database, run: RunId, article: Article) -> int:
    """Store an article that is not there yet; its number in this file."""
    facts = {name: getattr(article, name) for name in _FACTS} | {"doc": storable(article.doc)}
    number = database.change(
        f"INSERT INTO articles (id, text_hash, run, {_COLUMNS}) VALUES (?, ?, ?, {_PLACES})",  # noqa: S608 - our names
        (article.id, article.text_hash, run, *facts.values()),
    )
    _insert_blocks(database, number, article)
    return number


def rewrite(database: Database, number: int, article: Article) -> None:
    """Make the row of that number and its blocks say what `article` says, its text aside; inside a transaction."""
    facts = {name: getattr(article, name) for name in _FACTS if name != "text"}
    facts["doc"] = storable(article.doc)
    columns = ", ".join(f"{name} = ?" for name in facts)
    database.change(f"UPDATE articles SET {columns} WHERE article = ?", (*facts.values(), number))  # noqa: S608 - ours
    database.change("DELETE FROM blocks WHERE article = ?", (number,))
    _insert_blocks(database, number, article)


def _insert_blocks(database: Database, number: int, article: Article) -> None:
    database.change_all(
        "INSERT INTO blocks (article, ordinal, role, start, end) VALUES (?, ?, ?, ?, ?)",
        (
            (number, ordinal, block.role, block.span.start, block.span.end)
            for ordinal, block in enumerate(article.blocks)
        ),
    )


def number_of(database: Database, article_id: str) -> int | None:
    """The number in this file of the article with exactly that id, or None."""
    number = database.value("SELECT article FROM articles WHERE id = ?", (article_id,))
    return number if isinstance(number, int) else None


def load(database: Database, number: int) -> Article:
    """The article with that number in this file, which must be there."""
    row = database.row(f"SELECT id, {_COLUMNS} FROM articles WHERE article = ?", (number,))  # noqa: S608 - our names
    assert row is not None  # noqa: S101 - the number came out of the same file
    return _article(row, blocks(database, number))


def load_all(database: Database, wanted: Sequence[int]) -> dict[int, Article]:
    """The articles with these numbers in this file, by number."""
    one_of, numbers = "article IN (SELECT value FROM json_each(?))", (json.dumps(wanted),)
    query = f"SELECT article, role, start, end FROM blocks WHERE {one_of} ORDER BY article, ordinal"  # noqa: S608 - ours
    parts: dict[int, list[Block]] = {}
    for row in database.rows(query, numbers):
        block = Block(span=Span(row["start"], row["end"]), role=row["role"])
        parts.setdefault(row["article"], []).append(block)
    rows = database.rows(f"SELECT article, id, {_COLUMNS} FROM articles WHERE {one_of}", numbers)  # noqa: S608 - ours
    return {row["article"]: _article(row, parts.get(row["article"], ())) for row in rows}


def load_as_read(database: Database, number: int) -> Article:
    """The article as its source had it, whatever people decided of its facts and blocks since."""
    facts = database.rows("SELECT fact, value FROM articles_as_read WHERE article = ?", (number,))
    roles = database.rows("SELECT ordinal, role FROM blocks_as_read WHERE article = ?", (number,))
    article = load(database, number)
    read: dict[int, Role] = {row["ordinal"]: row["role"] for row in roles}
    parts = tuple(
        replace(block, role=read.get(ordinal, block.role)) for ordinal, block in enumerate(article.blocks)
    )
    return replace(article, blocks=parts, **{row["fact"]: row["value"] for row in facts})


def read_by_others(database: Database, model_hash: str) -> list[ArticleId]:
    """The ids of the articles that another model read last, by date, undated last."""
    query = f"""
        SELECT a.id FROM articles AS a JOIN runs ON runs.run = coalesce(a.read_by, a.run)
        WHERE runs.model_hash <> ? ORDER BY {ORDER}
    """  # noqa: S608 - our names
    return [ArticleId(row["id"]) for row in database.rows(query, (model_hash,))]


def is_read_since(database: Database, number: int, at: str) -> bool:
    """Whether an article was read again at that time, which is written as a decision's, or later; runs know seconds."""
    query = """
        SELECT EXISTS (SELECT 1 FROM articles AS a JOIN runs ON runs.run = a.read_by
            WHERE a.article = ? AND runs.stage = 'rereading' AND substr(runs.at, 1, 19) >= substr(?, 1, 19))
    """
    return bool(database.value(query, (number, at)))


def numbers(database: Database) -> Iterator[int]:
    """The numbers of all articles, by date, undated last."""
    for row in database.rows(f"SELECT a.article FROM articles AS a ORDER BY {ORDER}"):  # noqa: S608 - our names
        yield row["article"]


def blocks(database: Database, number: int) -> Iterator[Block]:
    """The blocks of an article, in order."""
    query = "SELECT role, start, end FROM blocks WHERE article = ? ORDER BY ordinal"
    for row in database.rows(query, (number,)):
        yield Block(span=Span(row["start"], row["end"]), role=row["role"])


def _article(row: Row, parts: Iterable[Block]) -> Article:
    return Article(**{name: row[name] for name in _FACTS}, blocks=tuple(parts), kept_id=ArticleId(row["id"]))
