"""Full-text search over articles and statements, best first, with the places of the words that were found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from onrecord.ledger import articles, statements
from onrecord.ledger.database import Database
from onrecord.ledger.match import match_words
from onrecord.model import ELLIPSIS, Article, Span, Statement

# Two characters that Unicode reserves for use inside a program: no text that means anything has them.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"

SCORED = 2_000
"""Of how many articles, and of how many statements, the best are given: the latest to be added with all the words."""

# A snippet in code points: three lines of a terminal, with the first match in the first of them.
_BEFORE, _LENGTH = 60, 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article, or a statement in it, where all the words were found.

    `window` is a stretch of the article's text that shows the first match, and `matches` the places of the
    words inside it; both are offsets into the text.  An article found by its title alone has no matches.  A
    higher `score` is a better hit (BM25, https://www.sqlite.org/fts5.html#the_bm25_function, with its sign
    turned).
    """

    article: Article
    statement: Statement | None
    score: float
    window: Span | None
    matches: tuple[Span, ...]


def search(database: Database, words: str, limit: int) -> list[Hit]:
    """The best hits, at most `limit`; statements before articles where the score is the same.

    Where very many have all the words, the best of the last `SCORED` of each that were added.
    """
    query = match_words(words)
    if query is None:
        return []
    scored = [
        (index, number, score)
        for index in _SEARCHED
        for number, score in _best(database, index, query, limit)
    ]
    best = sorted(scored, key=lambda each: -each[2])[:limit]
    return [_SEARCHED[index](database, query, number, score) for index, number, score in best]


def rebuild(database: Database) -> None:
    """Make the indexes anew from the tables."""
    with database.transaction():
        for index in INDEXES:
            database.change(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608 - our names


Index = Literal["article_index", "statement_index", "source_index"]
INDEXES: tuple[Index, ...] = ("article_index", "statement_index", "source_index")


def _article(database: Database, query: str, number: int, score: float) -> Hit:
    article = articles.load(database, number)
    marked = _marked(database, "article_index", 1, number, query)
    matches = tuple(_marks(article.text, marked))
    window = _window(article.text, matches, 0 if matches else _beginning(article), len(article.text))
    return _hit(article, None, score, window, matches)


def _statement(database: Database, query: str, number: int, score: float) -> Hit:
    row = database.row("SELECT article FROM statements WHERE statement = ?", (number,))
    assert row is not None  # noqa: S101 - the index and the table change together
    article = articles.load(database, row["article"])
    ((_, statement, _),) = statements.with_review(database, row["article"], [number])
    marked = _marked(database, "statement_index", 0, number, query)
    matches = tuple(_in_text(article.text, statement.content, marked))
    window = _window(article.text, matches, statement.content[0].start, statement.content[-1].end)
    return _hit(article, statement, score, window, matches)


# Statements before articles where the score is the same.
_SEARCHED: dict[Index, Callable[[Database, str, int, float], Hit]] = {
    "statement_index": _statement,
    "article_index": _article,
}


def _hit(
    article: Article, statement: Statement | None, score: float, window: Span | None, matches: Sequence[Span]
) -> Hit:
    inside = tuple(match for match in matches if window is not None and window.holds(match))
    return Hit(article=article, statement=statement, score=score, window=window, matches=inside)


def _best(database: Database, index: Index, query: str, limit: int) -> list[tuple[int, float]]:
    # The number breaks ties, so that the same question has the same answer.
    rows = database.rows(
        f"SELECT rowid, rank FROM {index} WHERE {index} MATCH ? AND rowid >= ? ORDER BY rank, rowid LIMIT ?",  # noqa: S608
        (query, _first_scored(database, index, query), limit),
    )
    return [(row["rowid"], -row["rank"]) for row in rows]


def _first_scored(database: Database, index: Index, query: str) -> int:
    """The number from which on those found are scored: each score costs, and a common word is nearly everywhere."""
    first = database.value(
        f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",  # noqa: S608
        (query, SCORED - 1),
    )
    return first if isinstance(first, int) else 0


def _marked(database: Database, index: Index, column: int, number: int, query: str) -> str:
    """The column's text with a mark before and after each match."""
    value = database.value(
        f"SELECT highlight({index}, {column}, ?, ?) FROM {index} WHERE {index} MATCH ? AND rowid = ?",  # noqa: S608
        (_OPEN, _CLOSE, query, number),
    )
    return value if isinstance(value, str) else ""


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


def _in_text(text: str, content: Sequence[Span], marked: str) -> Iterator[Span]:
    """The marked places of a statement's words as places in the article's text, cut where a piece ends."""
    words = ELLIPSIS.join(span.of(text) for span in content)
    for match in _marks(words, marked):
        at = 0
        for piece in content:
            start = max(match.start - at, 0)
            end = min(match.end - at, piece.end - piece.start)
            if start < end:
                yield Span(piece.start + start, piece.start + end)
            at += piece.end - piece.start + len(ELLIPSIS)


def _beginning(article: Article) -> int:
    """Where the report itself begins: its first paragraph."""
    paragraphs = (block.span.start for block in article.blocks if block.role == "paragraph")
    return next(islice(paragraphs, 1), 0)


def _window(text: str, matches: Sequence[Span], first: int, last: int) -> Span | None:
    """A stretch of `text[first:last]` with the first match, cut between words; None for an empty text."""
    match = matches[0].start if matches else first
    start = max(first, match - _BEFORE)
    if start > first:
        start = _next_blank(text, start, match)
    end = min(last, start + _LENGTH)
    if end < last:
        end = max(text.rfind(" ", match + 1, end), end - _BEFORE)
    return Span(start, end) if start < end else None


def _next_blank(text: str, start: int, match: int) -> int:
    blank = text.find(" ", start, match)
    return start if blank < 0 else blank + 1
