"""From conditions to the query that gives the first statements soonest, whatever the size of the ledger.

Three ways lead to the statements in order.  Where some condition is fulfilled by few, begin with those: the lists that
indexes have for other conditions leave fewer, the rest is tested on each, and what is left is sorted.  Else walk along
the articles, which an index has in order, and test the statements of each: the first page is there when enough of them
are found.  Words are tested in two ways on that walk: by the numbers of all statements that have them, or by asking the
index about one article after the other.  All give the same statements in the same order; which one is taken is a matter
of time alone.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from onrecord.ledger import articles
from onrecord.ledger.conditions import Condition, Term
from onrecord.ledger.database import Database
from onrecord.ledger.estimating import Counted, counts, size_of

PAGE = 50
"""How many statements somebody looks at first: what the ways are compared by."""

# Microseconds: to test a statement on the way along the articles; to fetch one by its number and test it, and to sort
# it in with its article; to look a number up among others; to ask the full-text index about one statement or article,
# and to have it give one of many.  Measured with benchmarks/ledger.py on ledgers of 200,000 and 1,000,000 statements;
# only their proportions matter.
_PASSED, _FETCHED, _SORTED, _LISTED, _ASKED, _GIVEN = 2.0, 2.0, 3.0, 0.4, 160.0, 0.7


Chosen = Iterator[tuple[int, list[int]]]
"""Article by article: its number, and those of the statements in it that fulfil the conditions, in order."""


def choose(database: Database, conditions: Sequence[Condition]) -> Chosen:
    """The statements that fulfil the conditions, by date (undated last), article and place."""
    size = size_of(database)
    counted = sorted(counts(database, conditions, size), key=lambda each: each.count)
    order = articles.ORDER_OF_DATED if any(each.dated for each in conditions) else articles.ORDER
    plain = [each for each in conditions if each.numbers is None]
    passed = _passed_before_page(counted, size)
    worded = next((each for each in counted if each.condition.asked), None)
    by_article = _ASKED * passed * _articles(database) / size
    narrowed = _narrowed(counted, size) if counted else None
    if narrowed and narrowed.cost <= passed * _PASSED + _cost_of_words(worded, by_article):
        return _sorted(database, narrowed, plain, order)
    if worded is not None and not worded.condition.beginning and by_article < worded.count * _GIVEN:
        others = [each for each in counted if each is not worded]
        return _article_by_article(database, worded.condition, [*plain, *_conditions(others)], order)
    return _walked(database, counted, plain, order, passed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Narrowed:
    """How to sort: the conditions whose lists are held against each other, the others that are tested on what is left
    of them, how many that are, about, and what all of it costs, in microseconds.
    """

    listed: Sequence[Counted]
    tested: Sequence[Counted]
    left: float
    cost: float


def _narrowed(counted: Sequence[Counted], size: int) -> _Narrowed:
    """The fewest, and of the others, fewest first, each whose list costs less than it saves in fetching."""
    first, *others = counted
    left, passing, listed, tested = float(first.count), 1.0, [first], []
    cost = left * _GIVEN if first.condition.asked else 0.0
    for each in others:
        held_against = (left + each.count) * _LISTED
        saved = left * (1 - each.count / size) * _FETCHED
        if each.condition.asked:  # else it is asked about each that is left
            saved += each.count * _GIVEN if each.condition.beginning else left * _ASKED
        if held_against < saved and not each.condition.scanned:
            listed.append(each)
            cost += held_against
            left *= each.count / size
        else:
            tested.append(each)
            passing *= each.count / size
            cost += left * _ASKED if each.condition.asked else 0.0
    cost += left * (_FETCHED + passing * _SORTED)
    return _Narrowed(listed=listed, tested=tested, left=left, cost=cost)


def _cost_of_words(worded: Counted | None, by_article: float) -> float:
    """Microseconds to test the words on the walk."""
    if worded is None:
        return 0.0
    return worded.count * _GIVEN if worded.condition.beginning else min(worded.count * _GIVEN, by_article)


def _sorted(database: Database, narrowed: _Narrowed, plain: Sequence[Condition], order: str) -> Chosen:
    chosen = _in_all([each.numbers for each in narrowed.listed])
    begin = f"WITH chosen (number) AS MATERIALIZED (SELECT DISTINCT * FROM ({chosen.sql}))"  # noqa: S608 - our words
    way = "chosen CROSS JOIN statements AS s ON s.statement = number CROSS JOIN articles AS a USING (article)"
    tests = [*(_test(each, narrowed.left) for each in narrowed.tested), *(each.test for each in plain)]
    return _grouped(database, Term(sql=begin, values=chosen.values), way, tests, order)


def _in_all(lists: Sequence[Term]) -> Term:
    """The numbers that are in all lists, the shortest given first: each is looked up among those that are left."""
    chosen, *others = lists
    for each in others:
        # With a plus, so that the list is run through, and its index is not asked about each number.
        both = f"""
            SELECT number FROM (SELECT NULL AS number WHERE FALSE UNION ALL {each.sql})
            WHERE +number IN ({chosen.sql})
        """  # noqa: S608 - our words
        chosen = Term(sql=both, values=(*each.values, *chosen.values))
    return chosen


def _walked(
    database: Database, counted: Sequence[Counted], plain: Sequence[Condition], order: str, passed: float
) -> Chosen:
    every = [*plain, *_conditions(counted)]
    along = next((f"INDEXED BY {each.along}" for each in every if each.along), "")
    way = f"articles AS a CROSS JOIN statements AS s {along} ON s.article = a.article"
    early = [each.article for each in every if each.article and each.article is not each.test]
    tests = [*early, *(each.test for each in plain), *(_test(each, passed) for each in counted)]
    return _grouped(database, Term(sql=""), way, tests, order)


def _grouped(database: Database, begin: Term, way: str, tests: Sequence[Term], order: str) -> Chosen:
    terms = _all(tests)
    # Numbers only: what has to be sorted stays small, and the texts come one article at a time.
    query = (
        f"{begin.sql} SELECT s.article, s.statement FROM {way} WHERE {terms.sql} "  # noqa: S608 - our words
        f"ORDER BY {order}, s.ordinal"
    )
    rows = database.rows(query, (*begin.values, *terms.values))
    for number, of_one in groupby(rows, itemgetter("article")):
        yield number, [row["statement"] for row in of_one]


def _article_by_article(
    database: Database, worded: Condition, others: Sequence[Condition], order: str
) -> Chosen:
    """The index is asked about the statements of one article after the other: their numbers mostly lie together."""
    assert worded.asked is not None  # noqa: S101 - as its caller makes sure
    early = _all([each.article for each in others if each.article])
    tests = _all([each.test for each in others if each.article is not each.test])
    query = f"""
        SELECT a.article, (SELECT json_group_array(statement) FROM (
            SELECT s.statement FROM statement_index AS f CROSS JOIN statements AS s ON s.statement = f.rowid
            WHERE f.{worded.asked.sql} AND s.article = a.article AND {tests.sql}
                AND f.rowid BETWEEN (SELECT min(statement) FROM statements WHERE article = a.article)
                    AND (SELECT max(statement) FROM statements WHERE article = a.article)
            ORDER BY s.ordinal)) AS found
        FROM articles AS a WHERE {early.sql} ORDER BY {order}
    """  # noqa: S608 - our words
    for row in database.rows(query, (*worded.asked.values, *tests.values, *early.values)):
        if found := json.loads(row["found"]):
            yield row["article"], found


def _all(tests: Sequence[Term]) -> Term:
    return Term(
        sql=" AND ".join(test.sql for test in tests) or "TRUE",
        values=tuple(value for test in tests for value in test.values),
    )


def _conditions(counted: Sequence[Counted]) -> list[Condition]:
    return [each.condition for each in counted]


def _test(counted: Counted, tested: float) -> Term:
    """The test of about so many statements one by one: IS TRUE keeps SQLite from using any other index."""
    condition, numbers = counted.condition, counted.numbers
    if condition.asked and (condition.beginning or counted.count * _GIVEN < tested * _ASKED):
        return Term(sql=f"+s.statement IN ({numbers.sql})", values=numbers.values)
    if condition.along is not None:
        return condition.test
    return Term(sql=f"({condition.test.sql}) IS TRUE", values=condition.test.values)


def _passed_before_page(counted: Sequence[Counted], size: int) -> float:
    """How many statements are passed until a page is full, if those that fulfil a condition lie evenly."""
    share = 1.0
    for each in counted:
        share *= each.count / size
    return min(float(size), PAGE / share) if share else float(size)


def _articles(database: Database) -> int:
    last = database.value("SELECT max(article) FROM articles")
    return last if isinstance(last, int) else 1
