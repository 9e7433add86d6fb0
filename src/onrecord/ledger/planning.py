"""From conditions to the query that gives the first statements soonest, whatever the size of the ledger.

Two ways lead to the statements in order.  Where some condition is fulfilled by few, begin with those, test the others
on each, and sort what is left.  Else walk along the articles, which an index has in order, and test the statements of
each: the first page is there when enough of them are found.  Both give the same statements in the same order; which
one is taken is a matter of time alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.ledger import articles
from onrecord.ledger.conditions import Condition, Term
from onrecord.ledger.database import Database

PAGE = 50
"""How many statements somebody looks at first: what the two ways are compared by."""

# Microseconds: to test a statement on the way along the articles, to fetch one and sort it in, to ask a full-text index
# about one, and to have it give one of many.  Measured with benchmarks/ledger.py; only their proportions matter.
_PASSED, _SORTED, _ASKED, _GIVEN = 2.0, 5.0, 200.0, 0.2

# Where more than this part of all statements, and more than so many, fulfil a condition, their number is guessed.
_COUNTED, _COUNTED_AT_LEAST = 0.02, 2_000
_SAMPLES, _SAMPLE = 5, 400  # stretches of the ledger, and statements in each


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """A condition, and how many statements fulfil it, about."""

    condition: Condition
    numbers: Term
    count: int


def plan(database: Database, conditions: Sequence[Condition]) -> Term:
    """A SELECT of `article` and `statement`, their numbers, by date (undated last), article and place."""
    size = _size(database)
    counted = sorted(_counts(database, conditions, size), key=lambda each: each.count)
    order = articles.ORDER_OF_DATED if any(each.dated for each in conditions) else articles.ORDER
    plain = [each.test for each in conditions if each.numbers is None]
    passed = _passed_before_page(counted, size)
    if counted and counted[0].count * _SORTED <= passed * _PASSED:
        first, *others = counted
        begin = f"WITH chosen (number) AS MATERIALIZED (SELECT DISTINCT * FROM ({first.numbers.sql}))"  # noqa: S608
        way = "chosen CROSS JOIN statements AS s ON s.statement = number CROSS JOIN articles AS a USING (article)"
        tests = [*(_test(each, first.count) for each in others), *plain]
        return _query(Term(sql=begin, values=first.numbers.values), way, tests, order)
    along = next((f"INDEXED BY {each.along}" for each in conditions if each.along), "")
    way = f"articles AS a CROSS JOIN statements AS s {along} ON s.article = a.article"
    return _query(Term(sql=""), way, [*plain, *(_test(each, passed) for each in counted)], order)


def _query(begin: Term, way: str, tests: Sequence[Term], order: str) -> Term:
    terms = " AND ".join(test.sql for test in tests) or "TRUE"
    # Numbers only: what has to be sorted stays small, and the texts come one article at a time.
    return Term(
        sql=f"{begin.sql} SELECT s.article, s.statement FROM {way} WHERE {terms} "  # noqa: S608 - our words
        f"ORDER BY {order}, s.ordinal",
        values=(*begin.values, *(value for test in tests for value in test.values)),
    )


def _test(counted: _Counted, tested: float) -> Term:
    """The test of about so many statements one by one: IS TRUE keeps SQLite from using any other index."""
    condition, numbers = counted.condition, counted.numbers
    if condition.index is not None and counted.count * _GIVEN < tested * _ASKED:
        return Term(sql=f"+s.statement IN ({numbers.sql})", values=numbers.values)
    if condition.along is not None:
        return condition.test
    return Term(sql=f"({condition.test.sql}) IS TRUE", values=condition.test.values)


def _passed_before_page(counted: Sequence[_Counted], size: int) -> float:
    """How many statements are passed until a page is full, if those that fulfil a condition lie evenly."""
    share = 1.0
    for each in counted:
        share *= each.count / size
    return min(float(size), PAGE / share) if share else float(size)


def _counts(database: Database, conditions: Sequence[Condition], size: int) -> Iterator[_Counted]:
    for condition in conditions:
        if condition.numbers is not None:
            count = _guessed if condition.index is not None else _counted_or_guessed
            number = count(database, condition, condition.numbers, size)
            yield _Counted(condition=condition, numbers=condition.numbers, count=number)


def _counted_or_guessed(database: Database, condition: Condition, numbers: Term, size: int) -> int:
    """How many statements fulfil a condition: exactly where they are few, and else guessed from samples."""
    enough = max(int(size * _COUNTED), _COUNTED_AT_LEAST)
    some = Term(sql=f"SELECT 1 FROM ({numbers.sql}) LIMIT {enough}", values=numbers.values)  # noqa: S608 - our words
    count = _number(database, some)
    return count if count < enough else max(count, _guessed(database, condition, numbers, size))


def _guessed(database: Database, condition: Condition, numbers: Term, size: int) -> int:
    """How many of all statements, if as many as of some taken from all over the ledger."""
    if condition.index is not None:
        one, values = f"{numbers.sql} AND rowid BETWEEN ? AND ?", numbers.values
    else:
        test, values = condition.test.sql, condition.test.values
        one = f"SELECT 1 FROM statements AS s WHERE ({test}) IS TRUE AND s.statement BETWEEN ? AND ?"  # noqa: S608
    found = sum(
        _number(database, Term(sql=one, values=(*values, last - _SAMPLE + 1, last)))
        for last in range(size, 0, -max(size // _SAMPLES, _SAMPLE))
    )
    return max(found, 1) * max(size // (_SAMPLES * _SAMPLE), 1)


def _number(database: Database, query: Term) -> int:
    count = database.value(f"SELECT count(*) FROM ({query.sql})", query.values)  # noqa: S608 - our words
    assert isinstance(count, int)  # noqa: S101 - it counts
    return count


def _size(database: Database) -> int:
    last = database.value("SELECT max(statement) FROM statements")
    return last if isinstance(last, int) else 1
