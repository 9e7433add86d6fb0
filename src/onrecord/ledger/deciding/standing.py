"""Brings the rows of statements, articles and actors to what the decisions in effect make of them.

Each function looks at everything that was decided of its subject and writes the state that follows: calling it twice,
or after any other order of the same decisions, gives the same rows.  All of them run inside a transaction.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from onrecord.ledger import actors, statements
from onrecord.ledger.database import Database, Value
from onrecord.ledger.deciding import codings, events
from onrecord.ledger.deciding.codebook_folding import Naming
from onrecord.ledger.deciding.encoding import decode_statement, encode
from onrecord.ledger.deciding.folding import Standing, fold
from onrecord.ledger.runs import RunId
from onrecord.model import CODEBOOK, Decision, Statement, StatementId, Undo

_FLAGS = ("state", "corrected", "added", "needs_look", "contested")


def all_as_decided(database: Database, subjects: Iterable[tuple[str, int]], run: RunId) -> None:
    """`statement_as_decided` for each of these, or for what took its place: by id and the number of its article."""
    names, done = naming(database), set()
    for subject, article in subjects:
        stands = heir(database, StatementId(subject))
        if stands not in done:
            done.add(stands)
            statement_as_decided(database, stands, article, run, names)


def statement_as_decided(
    database: Database, subject: StatementId, article: int, run: RunId, names: Naming | None = None
) -> None:
    """Make the row of a statement follow from the decisions in effect; `run` is that of a row that has to be made.

    `names` as `naming` gives them, by whoever looks at more than one statement.
    """
    number = database.value("SELECT statement FROM statements WHERE id = ?", (subject,))
    number = number if isinstance(number, int) else None
    now = None if number is None else statements.load(database, article, number)
    found = None if number is None or now is None else as_found(database, number, now)
    decisions = decisions_of(database, subject, names)
    standing = fold(
        subject,
        found,
        decisions,
        partial(actors.load, database),
        retired_at=None if number is None else retired_at(database, number),
    )
    if standing.statement is None:
        database.change("DELETE FROM statements WHERE id = ?", (subject,))
        return
    if number is None:
        number = statements.insert(
            database, run, article, statements.next_ordinal(database, article), standing.statement
        )
        statements.index(database, "statement", number)
    elif standing.statement != now:
        statements.rewrite(database, number, standing.statement)
    _keep_found(database, number, found, standing)
    _write_review(database, number, standing)


_LATEST = """
    SELECT later FROM successions JOIN runs USING (run) WHERE earlier = {} ORDER BY runs.at DESC, run DESC LIMIT 1
"""


def decisions_of(database: Database, subject: StatementId, names: Naming | None = None) -> list[Decision]:
    """The decisions in effect on a statement, and on those of earlier readings that it took the place of, in order.

    Concepts in them have the names that they have now: `names`, where whoever asks has them already.
    """
    query = f"""
        SELECT DISTINCT s.earlier FROM successions AS s WHERE s.later = ?1
            AND s.earlier NOT IN (SELECT id FROM statements) AND ({_LATEST.format("s.earlier")}) = ?1
    """  # noqa: S608 - our names; one that is found again speaks for itself
    earlier = [row["earlier"] for row in database.rows(query, (subject,))]
    found = events.in_effect(database, events.of_subjects(database, [subject, *earlier]))
    names = naming(database) if names is None else names
    return [names.decision(each, subject) for each in found] if names else found


def decisions_in(
    database: Database, article: int, here: Container[str], names: Naming
) -> dict[str, list[Decision]]:
    """The decisions in effect of an article, in order, by the id of what they hold for; `here` are its statements."""
    every = [
        each
        for each in events.log(database, "d.article = ?", (article,))
        if not isinstance(each.change, Undo)
    ]
    heirs = heirs_in(database, article)
    found: dict[str, list[Decision]] = {}
    for each in sorted(events.in_effect(database, every), key=events.order):
        holder = each.subject if each.subject in here else heirs.get(each.subject, each.subject)
        found.setdefault(holder, []).append(names.decision(each, holder))
    return found


def naming(database: Database) -> Naming:
    """What the concepts of this ledger's codes are called now."""
    if database.row(_RENAMED, (CODEBOOK,)) is None:
        return Naming(())
    return Naming(events.in_effect(database, events.of_subjects(database, [CODEBOOK])))


_RENAMED = """
    SELECT 1 FROM decisions WHERE subject = ? AND action IN ('rename-concept', 'merge-concept', 'split-concept')
"""


def heir(database: Database, subject: StatementId) -> StatementId:
    """The statement that took this one's place in the reading that stands, or itself."""
    if database.row("SELECT 1 FROM statements WHERE id = ?", (subject,)) is not None:
        return subject
    later = database.value(_LATEST.format("?"), (subject,))
    stands = database.row("SELECT 1 FROM statements WHERE id = ?", (later,)) is not None
    return StatementId(later) if isinstance(later, str) and stands else subject


def heirs_in(database: Database, article: int) -> dict[str, str]:
    """For statements of earlier readings of an article, the one that took the place of each, the latest."""
    query = (
        "SELECT earlier, later FROM successions JOIN runs USING (run) WHERE article = ? ORDER BY runs.at, run"
    )
    return {row["earlier"]: row["later"] for row in database.rows(query, (article,))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the machine found of a statement (None: a person added it), and since when it is found no longer."""

    statement: Statement | None
    retired_at: str | None


def found_in(database: Database, article: int, now: Mapping[int, Statement]) -> dict[int, Found]:
    """What the machine found of statements of an article, which stand as `now` says, by their number in this file."""
    query = """
        SELECT statement, added, retired_at, found FROM statements LEFT JOIN as_found USING (statement)
        WHERE article = ?
    """
    return {
        row["statement"]: Found(
            statement=None if row["added"] else _found(row["found"], now[row["statement"]]),
            retired_at=row["retired_at"],
        )
        for row in database.rows(query, (article,))
        if row["statement"] in now
    }


def as_found(database: Database, number: int, now: Statement) -> Statement | None:
    """What the machine found of a statement that stands as `now`; None for one that a person added.

    Its parent is the one that stands: nobody decides on that.
    """
    if database.value("SELECT added FROM statements WHERE statement = ?", (number,)):
        return None
    kept = database.value("SELECT found FROM as_found WHERE statement = ?", (number,))
    return _found(kept, now)


def _found(kept: Value, now: Statement) -> Statement:
    return replace(decode_statement(kept), parent=now.parent) if isinstance(kept, str) else now


def retired_at(database: Database, number: int) -> str | None:
    """When a newer reading no longer found it, as decisions have their times; None for one that stands."""
    at = database.value("SELECT retired_at FROM statements WHERE statement = ?", (number,))
    return at if isinstance(at, str) else None


def _keep_found(database: Database, number: int, found: Statement | None, standing: Standing) -> None:
    database.change("DELETE FROM as_found WHERE statement = ?", (number,))
    if found is not None and found != standing.statement:
        database.change("INSERT INTO as_found (statement, found) VALUES (?, ?)", (number, encode(found)))


def _write_review(database: Database, number: int, standing: Standing) -> None:
    flags = ", ".join(f"{name} = ?" for name in _FLAGS)
    values = [getattr(standing.review, name) for name in _FLAGS]
    database.change(
        f"UPDATE statements SET {flags} WHERE statement = ?",  # noqa: S608 - our names
        [*(value if isinstance(value, str) else int(value) for value in values), number],
    )
    database.change("DELETE FROM codes WHERE statement = ?", (number,))
    database.change_all(
        "INSERT INTO codes (statement, coder, concept, stance) "
        "SELECT ?, coder, ?, ? FROM coders WHERE name = ?",
        ((number, code.concept, code.stance, code.coder) for code in standing.codes),
    )
    codings.rewrite(database, number, standing.values)
