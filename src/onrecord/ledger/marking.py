"""Where the words of a query stand in a few texts: found in a small index of these texts alone.

The index of a ledger could say so too, but each text would cost it as much as a search: for the beginning of a word it
gathers all words that begin so, wherever they stand.
"""

from collections.abc import Iterator, Sequence

from onrecord.ledger.database import Database
from onrecord.model import Span

# Two characters that Unicode reserves for use inside a program: no text that means anything has them.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"

# In memory or the temporary folder, seen by this connection alone; it cuts texts into words as the ledger's indexes do.
_MADE = (
    "CREATE VIRTUAL TABLE temp.marked USING fts5 (title, text, tokenize = 'unicode61 remove_diacritics 2')"
)


def places(
    database: Database, query: str, texts: Sequence[tuple[str | None, str]]
) -> list[tuple[Span, ...] | None]:
    """For each title and text the places in the text of the words and phrases of `query`, an expression of FTS5.

    None where the title and the text do not have them all; no places where the text itself holds the two characters
    that mark them.
    """
    database.change(_MADE)
    try:
        database.change_all(
            "INSERT INTO temp.marked (rowid, title, text) VALUES (?, ?, ?)",
            ((at, title, text) for at, (title, text) in enumerate(texts)),
        )
        rows = database.rows(
            "SELECT rowid, highlight(marked, 1, ?, ?) AS text FROM temp.marked WHERE marked MATCH ?",
            (_OPEN, _CLOSE, query),
        )
        found = {row["rowid"]: row["text"] for row in rows}
    finally:
        database.change("DROP TABLE temp.marked")
    return [tuple(_marks(text, found[at])) if at in found else None for at, (_, text) in enumerate(texts)]


def _marks(text: str, marked: str) -> Iterator[Span]:
    """The places in `text` that `marked` marks; none where the text itself holds the marks."""
    if marked.replace(_OPEN, "").replace(_CLOSE, "") != text:
        return
    before, *pieces = marked.split(_OPEN)
    at = len(before)
    for piece in pieces:
        match, _, after = piece.partition(_CLOSE)
        yield Span(at, at + len(match))
        at += len(match) + len(after)
