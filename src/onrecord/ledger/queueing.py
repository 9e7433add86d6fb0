"""Which statements a person looks at next: ids alone, in pages, so that a queue over a million starts at once.

A page is read to its end before its ids are given: what is decided between two pages disturbs no query that is still
open, and other processes go on writing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import product
from typing import Literal

from onrecord.ledger import articles, finding
from onrecord.ledger.conditions import Condition, Term, conditions
from onrecord.ledger.database import Database, Row, Value
from onrecord.ledger.selection import Filter
from onrecord.model import ArticleId, StatementId

Queue = Literal["uncertain", "sample", "disagreements", "needs-look", "all", "drawn"]
"""The queues of a review; `drawn` is what `sample` is drawn from, reviewed or not."""

_PAGE = 200
_FEW = 2_000  # statements that are quicker sorted than met on the way through a large ledger
_FROM = "statements AS s CROSS JOIN articles AS a ON a.article = s.article"  # the statements first: they are in order

_UNREVIEWED = "+s.state = 'unreviewed'"  # with a plus, because the index of states knows no order
_MACHINE = "NOT s.added AND s.retired IS NULL"  # what the latest reading of the article found
_OWN: dict[Queue, str] = {
    "uncertain": _UNREVIEWED,
    "sample": f"{_UNREVIEWED} AND {_MACHINE}",
    # As the index of both kinds has it: SQLite does not see that one of two is either.
    "disagreements": "(s.needs_look OR s.contested) AND s.contested",
    "needs-look": "(s.needs_look OR s.contested) AND s.needs_look",
    "all": "TRUE",
    "drawn": _MACHINE,
}

# Ids are letters of base 32: those that share two of them lie together, a thousandth of a large ledger.
_BINS = ["".join(pair) for pair in product("abcdefghijklmnopqrstuvwxyz234567", repeat=2)]
_AFTER = "{"  # sorts right after "z"


def queued(database: Database, queue: Queue, selection: Filter, seed: int) -> Iterator[StatementId]:
    """The ids of the statements of a queue that fulfil the conditions, in its order.

    uncertain: unreviewed, the least confident first.  sample, drawn: in random order, which follows from the seed and
    the ids alone, so that it is the same in every ledger that holds them.  disagreements: contested.  needs-look: in
    need of another look.  all: as `Ledger.records` gives them.
    """
    given = {
        "uncertain": _least_sure,
        "disagreements": _to_settle,
        "needs-look": _to_settle,
        "all": _in_order,
    }.get(queue)
    terms, values = _conditions(database, queue, selection)
    if given is not None:
        yield from given(database, terms, values)
        return
    query = f"SELECT s.id FROM {_FROM} WHERE {terms} AND s.id >= ? AND s.id < ?"  # noqa: S608 - our words
    yield from map(StatementId, _shuffled(database, query, values, "s", seed))


def count(database: Database, queue: Queue, selection: Filter, at_most: int) -> int:
    """How many statements a queue holds, counted no further than `at_most`."""
    terms, values = _conditions(database, queue, selection)
    query = f"SELECT count(*) FROM (SELECT 1 FROM {_FROM} WHERE {terms} LIMIT ?)"  # noqa: S608 - as above
    counted = database.value(query, [*values, at_most])
    assert isinstance(counted, int)  # noqa: S101 - a count is one
    return counted


def articles_drawn(database: Database, seed: int) -> Iterator[ArticleId]:
    """The ids of the articles that were read, in random order, which follows from the seed and the ids alone."""
    query = """
        SELECT a.id FROM articles AS a WHERE a.id >= ? AND a.id < ?
        AND NOT EXISTS (SELECT 1 FROM skipped WHERE skipped.doc = a.doc)
    """
    yield from map(ArticleId, _shuffled(database, query, [], "a", seed))


def _conditions(database: Database, queue: Queue, selection: Filter) -> tuple[str, list[Value]]:
    """A queue says itself which states it holds: what a filter says by default is no further condition."""
    if queue != "all" and selection.review == "standing":
        selection = replace(selection, review="all")
    article = None if selection.article is None else finding.find(database, "articles", selection.article)
    chosen = [_test(database, each) for each in conditions(selection, article)]
    terms = " AND ".join([_OWN[queue], *(term.sql for term in chosen)])
    return terms, [value for term in chosen for value in term.values]


def _test(database: Database, condition: Condition) -> Term:
    """The condition on a statement: by the numbers of those that fulfil it where these are few, else one by one.

    A full-text index is always asked for the numbers, once a page: to ask it about one takes too long.
    """
    numbers = condition.numbers
    if numbers is not None and (condition.asked or _are_few(database, numbers)):
        return numbers.as_test()
    # With a plus, so that no index of the condition takes the place of the one that has the statements in order.
    return Term(sql=f"+({condition.test.sql})", values=condition.test.values)


def _are_few(database: Database, numbers: Term) -> bool:
    query = f"SELECT count(*) FROM (SELECT 1 FROM ({numbers.sql}) LIMIT ?)"  # noqa: S608 - our words
    counted = database.value(query, [*numbers.values, _FEW])
    return isinstance(counted, int) and counted < _FEW


def _paged(read: Callable[[Row | None], Sequence[Row]]) -> Iterator[Row]:
    """Rows page by page; `read` gives the page after a row, or the first."""
    last: Row | None = None
    while page := read(last):
        yield from page
        last = page[-1]


def _least_sure(database: Database, terms: str, values: Sequence[Value]) -> Iterator[StatementId]:
    query = f"""
        SELECT s.id, s.confidence, s.statement FROM {_FROM}
        WHERE {terms} AND s.confidence >= ? AND (s.confidence, s.statement) > (?, ?)
        ORDER BY s.confidence, s.statement LIMIT {_PAGE}
    """  # noqa: S608 - our words

    def read(last: Row | None) -> Sequence[Row]:
        after = (0.0, -1) if last is None else (last["confidence"], last["statement"])
        return list(database.rows(query, [*values, after[0], *after]))

    yield from (row["id"] for row in _paged(read))


def _to_settle(database: Database, terms: str, values: Sequence[Value]) -> Iterator[StatementId]:
    query = f"""
        SELECT s.id, s.statement FROM {_FROM} WHERE {terms} AND s.statement > ? ORDER BY s.statement LIMIT {_PAGE}
    """  # noqa: S608 - our words

    def read(last: Row | None) -> Sequence[Row]:
        return list(database.rows(query, [*values, -1 if last is None else last["statement"]]))

    yield from (row["id"] for row in _paged(read))


def _in_order(database: Database, terms: str, values: Sequence[Value]) -> Iterator[StatementId]:
    """A page of articles at a time, with what they hold."""
    for page in _pages_of_articles(database):
        places = ", ".join("?" * len(page))
        query = f"""
            SELECT s.id FROM {_FROM} WHERE {terms} AND s.article IN ({places}) ORDER BY {articles.ORDER}, s.ordinal
        """  # noqa: S608 - our words
        yield from [row["id"] for row in database.rows(query, [*values, *page])]


def _pages_of_articles(database: Database) -> Iterator[list[int]]:
    """The numbers of the articles, dated ones first; each query goes on where the last one ended."""
    query = """
        SELECT a.article, a.published FROM articles AS a WHERE (a.published IS NULL) = {undated}
        AND (coalesce(a.published, ''), a.article) > (?, ?) {index} ORDER BY a.published, a.article LIMIT {page}
    """
    for undated in (0, 1):
        index = "" if undated else "AND a.published >= ?1"
        form = query.format(undated=undated, index=index, page=_PAGE)
        published, article = "", -1
        while page := list(database.rows(form, (published, article))):
            yield [row["article"] for row in page]
            published, article = page[-1]["published"] or "", page[-1]["article"]


def _shuffled(
    database: Database, query: str, values: Sequence[Value], letter: str, seed: int
) -> Iterator[str]:
    """Ids in the order of a hash of seed and id; first their bins, by the same hash, so that none has to wait."""
    for each in sorted(_BINS, key=lambda one: _rank(seed, one)):
        beginning = f"{letter}-{each}"
        rows = database.rows(query, [*values, beginning, beginning + _AFTER])
        yield from sorted((row["id"] for row in rows), key=lambda one: _rank(seed, one))


def _rank(seed: int, what: str) -> bytes:
    return sha256(f"{seed}\0{what}".encode()).digest()
