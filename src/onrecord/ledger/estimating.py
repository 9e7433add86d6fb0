"""How many statements fulfil a condition: counted where that is quick, and else guessed from a sample."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.ledger.conditions import Condition, Term
from onrecord.ledger.database import Database

# So many that fulfil a condition are counted; where a sample says that they are more than this part of all, their
# number is guessed from it.
_COUNTED_AT_LEAST, _COUNTED = 2_000, 0.02
_SAMPLES, _SAMPLE = 5, 400  # stretches of the ledger, and statements in each
_SURE = 20  # of a sample: about as many more or fewer as a quarter of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A condition, and how many statements fulfil it, about."""

    condition: Condition
    numbers: Term
    count: int


def counts(database: Database, conditions: Sequence[Condition], size: int) -> Iterator[Counted]:
    """The conditions that have a list of numbers, each with how many of the `size` statements fulfil it, about."""
    for condition in conditions:
        if condition.numbers is not None:
            number = _how_many(database, condition, condition.numbers, size)
            yield Counted(condition=condition, numbers=condition.numbers, count=number)


def _how_many(database: Database, condition: Condition, numbers: Term, size: int) -> int:
    """How many statements fulfil a condition: exactly where that is quick, and else guessed from samples."""
    if condition.beginning:  # each sample would take as long as all of them
        return _number(database, numbers)
    if condition.asked:
        table, test = "statement_index AS s", f"{condition.asked.sql} AND s.rowid"
        return _guess(_sampled(database, table, Term(sql=test, values=condition.asked.values), size), size)
    few = 0 if condition.scanned else _number(database, _some(numbers, _COUNTED_AT_LEAST))
    if not condition.scanned and few < _COUNTED_AT_LEAST:
        return few
    test = f"({condition.test.sql}) IS TRUE AND s.statement"
    found = _sampled(database, "statements AS s", Term(sql=test, values=condition.test.values), size)
    if found >= _SURE:
        return max(few, _guess(found, size))
    return _number(database, _some(numbers, max(int(size * _COUNTED), _COUNTED_AT_LEAST)))


def _some(numbers: Term, at_most: int) -> Term:
    return Term(sql=f"SELECT 1 FROM ({numbers.sql}) LIMIT {at_most}", values=numbers.values)  # noqa: S608 - our words


def _guess(found: int, size: int) -> int:
    """How many of all statements, if as many as of a sample."""
    return max(found, 1) * max(size // (_SAMPLES * _SAMPLE), 1)


def _sampled(database: Database, table: str, test: Term, size: int) -> int:
    """How many of some statements that are taken from all over the ledger.

    `test` ends with the column that has the number of the statement.
    """
    places = range(size, 0, -max(size // _SAMPLES, _SAMPLE))
    stretches = ", ".join(f"({last - _SAMPLE + 1}, {last})" for last in places)
    # One query, so that what the test looks up by itself is looked up once.
    query = f"""
        WITH stretches (start, last) AS (VALUES {stretches})
        SELECT 1 FROM stretches CROSS JOIN {table} WHERE {test.sql} BETWEEN start AND last
    """  # noqa: S608 - our words
    return _number(database, Term(sql=query, values=test.values))


def _number(database: Database, query: Term) -> int:
    count = database.value(f"SELECT count(*) FROM ({query.sql})", query.values)  # noqa: S608 - our words
    assert isinstance(count, int)  # noqa: S101 - it counts
    return count


def size_of(database: Database) -> int:
    """How many statements the ledger has, about: the highest number of one; 1 where it has none."""
    last = database.value("SELECT max(statement) FROM statements")
    return last if isinstance(last, int) else 1
