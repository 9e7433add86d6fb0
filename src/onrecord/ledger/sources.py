"""Sources: which bytes were read to the end, and which articles they gave."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ledger import articles, skips, statements, tombstones
from onrecord.ledger.database import Database
from onrecord.ledger.runs import RunId
from onrecord.ledger.soundness import refuse_unsound
from onrecord.model import Article, ArticleId, Reading, Skipped
from onrecord.model.storable import storable


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """How many articles of a source the ledger took in, and how many it had already."""

    new: int
    known: int


def holds(database: Database, source_hash: str, *, unskipped: bool = False) -> bool:
    """Whether the bytes with that SHA-256 were read to the end, with `unskipped` all of their articles."""
    if database.row("SELECT 1 FROM sources WHERE source_hash = ?", (source_hash,)) is None:
        return False
    return not (unskipped and skips.concern(database, source_hash))


def article_ids(database: Database, source_hash: str) -> list[ArticleId]:
    """The ids of the articles that those bytes gave, in their order."""
    query = """
        SELECT articles.id FROM sources JOIN appearances USING (source) JOIN articles USING (article)
        WHERE sources.source_hash = ? ORDER BY position
    """
    return [row["id"] for row in database.rows(query, (source_hash,))]


def store(
    database: Database,
    run: RunId,
    doc: str,
    source_hash: str,
    readings: Sequence[Reading],
    skipped: Sequence[Skipped],
) -> Stored:
    """All that one source gave, in one transaction."""
    for reading in readings:
        refuse_unsound(reading)
    readings, skipped = _without_forgotten(database, readings, skipped)
    positions = [_position(doc, reading.article.doc) for reading in readings]
    with database.transaction():
        source = _put(database, run, doc, source_hash, len(readings))
        new = 0
        for position, reading in zip(positions, readings, strict=True):
            number, is_new = store_reading(database, run, reading)
            database.change("INSERT INTO appearances VALUES (?, ?, ?)", (source, position, number))
            new += is_new
        skips.replace(database, run, doc, skipped, source_hash=source_hash)
    return Stored(new=new, known=len(readings) - new)


def _without_forgotten(
    database: Database, readings: Sequence[Reading], skipped: Sequence[Skipped]
) -> tuple[list[Reading], list[Skipped]]:
    """What was removed for good is not taken in again; why is kept as the reason."""
    kept, refused = [], list(skipped)
    for reading in readings:
        why = tombstones.why(database, reading.article.id)
        if why is None:
            kept.append(reading)
        else:
            refused.append(Skipped(doc=reading.article.doc, code="forgotten", detail=f"it {why}"))
    return kept, refused


def store_reading(database: Database, run: RunId, reading: Reading) -> tuple[int, bool]:
    """Store an article, inside a transaction; its number, and whether it was not there before."""
    known = articles.number_of(database, reading.article.id)
    number = articles.insert(database, run, reading.article) if known is None else known
    if reading.statements and not statements.has_any(database, number):
        # New, or left unread before, for its language say.
        statements.insert_all(database, run, number, reading.statements)
        skips.lift(database, number)
    return number, known is None


def note_appearance(database: Database, run: RunId, doc: str, article: Article, number: int) -> None:
    """Note that a source gave an article, of whose other articles nothing is known; inside a transaction."""
    source = database.value("SELECT source FROM sources WHERE source_hash = ?", (article.source_hash,))
    if not isinstance(source, int):
        source = _put(database, run, doc, article.source_hash, 0)
    position = _position(doc, article.doc) if article.doc.startswith(doc) else 0
    known = "SELECT 1 FROM appearances WHERE source = ? AND (article = ? OR position = ?)"
    if database.row(known, (source, number, position)) is None:
        database.change("INSERT INTO appearances VALUES (?, ?, ?)", (source, position, number))
        database.change("UPDATE sources SET articles = articles + 1 WHERE source = ?", (source,))


def _put(database: Database, run: RunId, doc: str, source_hash: str, count: int) -> int:
    """The source's number; the list of articles of one that is read again is emptied, to be made anew."""
    number = database.value("SELECT source FROM sources WHERE source_hash = ?", (source_hash,))
    if not isinstance(number, int):
        return database.change(
            "INSERT INTO sources (source_hash, doc, articles, run) VALUES (?, ?, ?, ?)",
            (source_hash, storable(doc), count, run),
        )
    database.change("DELETE FROM appearances WHERE source = ?", (number,))
    database.change("UPDATE sources SET articles = ?, run = ? WHERE source = ?", (count, run, number))
    return number


def _position(doc: str, article_doc: str) -> int:
    """0 for the article that is the whole source, n for `PATH#n`."""
    if article_doc == doc:
        return 0
    number = article_doc.removeprefix(f"{doc}#")
    if number == article_doc or not number.isdecimal():
        raise ValueError(f"{article_doc!r} does not name an article of {doc!r}")
    return int(number)
