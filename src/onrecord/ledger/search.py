"""Full-text search over articles and statements, best first, with the places of the words that were found."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from onrecord.ledger import articles, marking, source_texts, statements
from onrecord.ledger.database import Database
from onrecord.ledger.match import match_words
from onrecord.model import ELLIPSIS, Article, Span, Statement

SCORED = 2_000
"""Of how many articles, and of how many statements, the best are given: the latest to be added with all the words."""

# A snippet in code points: three lines of a terminal, with the first match in the first of them.
_BEFORE, _LENGTH = 60, 240

_TOGETHER = 100
"""Matches that are looked at together, with their articles: memory stays flat, however many are asked for."""


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

    Where very many have all the words, the best of the last `SCORED` of each that were added.  An article whose
    boilerplate (a menu, front matter) has words that its title and the rest of its text lack is no hit.
    """
    query = match_words(words)
    if query is None:
        return []
    scored = [
        (index, number, score) for index in _SEARCHED for number, score in _scored(database, index, query)
    ]
    best = iter(sorted(scored, key=lambda each: -each[2]))
    hits: list[Hit] = []
    while len(hits) < limit and (some := list(islice(best, min(limit, _TOGETHER)))):
        hits += _hits(database, query, some)
    return hits[:limit]


def _hits(database: Database, query: str, some: Sequence[tuple["Index", int, float]]) -> Iterator[Hit]:
    """Those of some matches of the indexes that have the words where an article is read."""
    found = [_SEARCHED[index](database, number) for index, number, _ in some]
    marked = marking.places(database, query, [each.searched for each in found])
    for each, marks, (_, _, score) in zip(found, marked, some, strict=True):
        if marks is not None:
            yield each.hit(score, marks)


def rebuild(database: Database) -> None:
    """Make the indexes anew from the tables."""
    with database.transaction():
        source_texts.rebuild(database)
        for index in INDEXES:
            database.change(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608 - our names


Index = Literal["article_index", "statement_index", "source_index"]
INDEXES: tuple[Index, ...] = ("article_index", "statement_index", "source_index")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An article, or a statement in it, that its index has with all the words.

    searched: the title and text that have to have them, as long as those of the index.
    """

    article: Article
    statement: Statement | None
    searched: tuple[str | None, str]

    def hit(self, score: float, marks: Sequence[Span]) -> Hit:
        """With the places of the words, which `marks` has as places in the text that was searched."""
        text = self.article.text
        if self.statement is None:
            matches = tuple(marks)
            window = _window(text, matches, *_around(self.article, matches[0].start if matches else None))
        else:
            content = self.statement.content
            matches = tuple(_in_text(content, marks))
            window = _window(text, matches, content[0].start, content[-1].end)
        inside = tuple(match for match in matches if window is not None and window.holds(match))
        return Hit(article=self.article, statement=self.statement, score=score, window=window, matches=inside)


def _article(database: Database, number: int) -> _Found:
    article = articles.load(database, number)
    return _Found(article=article, statement=None, searched=(article.title, _without_boilerplate(article)))


def _statement(database: Database, number: int) -> _Found:
    row = database.row("SELECT article FROM statements WHERE statement = ?", (number,))
    assert row is not None  # noqa: S101 - the index and the table change together
    article = articles.load(database, row["article"])
    statement = statements.load(database, row["article"], number)
    words = ELLIPSIS.join(span.of(article.text) for span in statement.content)
    return _Found(article=article, statement=statement, searched=(None, words))


# Statements before articles where the score is the same.
_SEARCHED: dict[Index, Callable[[Database, int], _Found]] = {
    "statement_index": _statement,
    "article_index": _article,
}


def _scored(database: Database, index: Index, query: str) -> list[tuple[int, float]]:
    """Number and score of the latest, the best first: each score costs, and a common word is nearly everywhere."""
    rows = database.rows(
        f"SELECT rowid, rank FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?",  # noqa: S608 - our names
        (query, SCORED),
    )
    # The number breaks ties, so that the same question has the same answer.
    return [(number, -rank) for rank, number in sorted((row["rank"], row["rowid"]) for row in rows)]


def _without_boilerplate(article: Article) -> str:
    """The text with blanks for what is not read, so that places stay."""
    pieces, at = [], 0
    for span in _boilerplate(article):
        pieces += [article.text[at : span.start], " " * (span.end - span.start)]
        at = span.end
    return "".join([*pieces, article.text[at:]])


def _in_text(content: Sequence[Span], marks: Iterable[Span]) -> Iterator[Span]:
    """Places in a statement's words as places in the article's text, cut where a piece ends."""
    for match in marks:
        at = 0
        for piece in content:
            start = max(match.start - at, 0)
            end = min(match.end - at, piece.end - piece.start)
            if start < end:
                yield Span(piece.start + start, piece.start + end)
            at += piece.end - piece.start + len(ELLIPSIS)


def _around(article: Article, match: int | None) -> tuple[int, int]:
    """The stretch around a match that no boilerplate breaks; without one, from where the report itself begins."""
    if match is None:
        paragraphs = (block.span.start for block in article.blocks if block.role == "paragraph")
        match = first = next(paragraphs, 0)
    else:
        first = max((one.end for one in _boilerplate(article) if one.end <= match), default=0)
    return first, min(
        (one.start for one in _boilerplate(article) if one.start > match), default=len(article.text)
    )


def _boilerplate(article: Article) -> Iterator[Span]:
    return (block.span for block in article.blocks if block.role == "boilerplate")


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
