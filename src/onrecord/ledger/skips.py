"""Why sources and articles gave no statements: the latest reason for each."""

from collections.abc import Iterator, Sequence

from onrecord.ledger.database import Database
from onrecord.ledger.runs import RunId
from onrecord.model import Skipped
from onrecord.model.storable import storable


def replace(
    database: Database, run: RunId, doc: str, skipped: Sequence[Skipped], *, source_hash: str | None
) -> None:
    """Make `skipped` the reasons that hold for the source `doc` and its articles; inside a transaction."""
    database.change("DELETE FROM skipped WHERE source_doc = ?", (storable(doc),))
    database.change_all(
        "INSERT OR REPLACE INTO skipped (doc, source_doc, source_hash, code, detail, run) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            (storable(each.doc), storable(doc), source_hash, each.code, storable(each.detail), run)
            for each in skipped
        ),
    )


def lift(database: Database, article: int) -> None:
    """Drop the reason for which a stored article was left unread; inside a transaction."""
    database.change(
        "DELETE FROM skipped WHERE doc = (SELECT doc FROM articles WHERE article = ?)", (article,)
    )


def concern(database: Database, source_hash: str) -> bool:
    """Whether a reason holds for something in the bytes with that SHA-256."""
    return database.row("SELECT 1 FROM skipped WHERE source_hash = ?", (source_hash,)) is not None


def load(database: Database, doc: str) -> Skipped | None:
    """The reason that holds for `doc`, or None."""
    row = database.row("SELECT doc, code, detail FROM skipped WHERE doc = ?", (storable(doc),))
    return None if row is None else Skipped(doc=row["doc"], code=row["code"], detail=row["detail"])


def load_all(database: Database) -> Iterator[Skipped]:
    """Every reason that holds, in the order of the names."""
    for row in database.rows("SELECT doc, code, detail FROM skipped ORDER BY doc"):
        yield Skipped(doc=row["doc"], code=row["code"], detail=row["detail"])
