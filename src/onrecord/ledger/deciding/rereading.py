"""A newer reading in place of an older one, with every human decision kept.

A statement with the same content is the same one, and what was decided of it holds.  One whose content is almost the
same takes the earlier one's place and its decisions.  One that people decided on, and that the newer reading does not
find, stays and is marked as needing another look.  What the older reading found is kept in `earlier_findings`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.ledger import statements
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.placing import findings, found_again, heir_of, keep_earlier, place, succeed
from onrecord.ledger.deciding.standing import all_as_decided, found_in
from onrecord.ledger.runs import RunId
from onrecord.ledger.soundness import refuse_unsound
from onrecord.model import Add, Reading, Span, Statement, StatementId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """How a newer reading of an article differs: statements that stayed, came, went, took an earlier one's place, and
    were decided on and are found no longer."""

    same: int = 0
    new: int = 0
    gone: int = 0
    moved: int = 0
    needs_look: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A statement that the ledger holds; `found` is what the machine found, None if a person added it.

    `content` is where it was found or added, which its id is made of.
    """

    number: int
    found: Statement | None
    content: tuple[Span, ...]
    decided: bool


def reread(database: Database, run: RunId, number: int, reading: Reading, at: str) -> Reread:
    """Put a reading in place of what the ledger holds of that article, at a time that no decision here is later than.

    Inside a transaction.
    """
    refuse_unsound(reading)
    held = _held(database, number)
    new = {statement.id: statement for statement in reading.statements}
    gone = {each: one for each, one in held.items() if each not in new}
    places = {statement.id: statement.content for statement in reading.statements}
    heirs = {
        each: later
        for each, one in gone.items()
        if one.decided and (later := heir_of(reading.article, one.content, places))
    }
    looked_for = [_leave(database, run, number, each, one, heirs, at) for each, one in gone.items()]
    for statement in new.values():
        if statement.id in held:
            _renew(database, run, number, held[statement.id], statement)
        else:
            behind = statements.next_ordinal(database, number)
            made = statements.insert(database, run, number, behind, statement)
            statements.index(database, "statement", made)
    set_parents(database, new.values())
    statements.put_in_order(database, number)
    database.change("UPDATE articles SET read_by = ? WHERE article = ?", (run, number))
    place(database, number, list(findings(database, number)), at)
    decided = "SELECT DISTINCT subject FROM decisions WHERE article = ? AND subject LIKE 's-%'"
    subjects = [StatementId(row["subject"]) for row in database.rows(decided, (number,))]
    all_as_decided(database, ((each, number) for each in [*held, *new, *subjects]), run)
    by_hand = sum(one.found is None for each, one in gone.items() if each not in heirs)
    return Reread(
        same=len(held) - len(gone),
        new=len(new) - (len(held) - len(gone)) - len(set(heirs.values()) - set(held)),
        gone=len(gone) - len(heirs) - sum(looked_for) - by_hand,
        moved=len(heirs),
        needs_look=sum(looked_for),
    )


def _held(database: Database, number: int) -> dict[StatementId, _Held]:
    query = """
        SELECT statement, id, EXISTS (SELECT 1 FROM decisions WHERE subject = s.id) AS decided
        FROM statements AS s WHERE article = ?
    """
    before = found_in(database, number, statements.of_article(database, number))
    return {
        row["id"]: _Held(
            number=row["statement"],
            found=(found := before[row["statement"]].statement),
            content=found.content if found else _added_at(database, row["id"]),
            decided=bool(row["decided"]),
        )
        for row in list(database.rows(query, (number,)))
    }


def _added_at(database: Database, subject: str) -> tuple[Span, ...]:
    """Where a person added it."""
    made = (each.change for each in events.of_subjects(database, [subject]))
    return next((change.content for change in made if isinstance(change, Add)), ())


def _leave(
    database: Database,
    run: RunId,
    number: int,
    each: StatementId,
    one: _Held,
    heirs: dict[StatementId, StatementId],
    at: str,
) -> bool:
    """Take out a statement that is found no longer, or mark it; whether it needs another look."""
    if each not in heirs and one.found is None:
        return False  # a person added it: it stands
    if each not in heirs and one.decided:
        database.change(
            "UPDATE statements SET retired = coalesce(retired, ?), retired_at = coalesce(retired_at, ?) "
            "WHERE statement = ?",
            (run, at, one.number),
        )
        return True
    if one.found is not None:
        keep_earlier(database, run, number, one.number)
    found_again(database, run, one.number)
    if each in heirs:
        succeed(database, run, number, each, heirs[each])
    database.change("DELETE FROM statements WHERE statement = ?", (one.number,))
    return False


def _renew(database: Database, run: RunId, number: int, one: _Held, statement: Statement) -> None:
    """Note what the newer reading says of a statement that both found."""
    found_again(database, run, one.number)
    database.change(
        "UPDATE statements SET retired = NULL, retired_at = NULL WHERE statement = ?", (one.number,)
    )
    if statement == one.found:
        return
    if one.found is not None:
        keep_earlier(database, run, number, one.number)
    statements.rewrite(database, one.number, statement)
    database.change("DELETE FROM as_found WHERE statement = ?", (one.number,))
    database.change("UPDATE statements SET run = ?, added = 0 WHERE statement = ?", (run, one.number))


def set_parents(database: Database, found: Iterable[Statement]) -> None:
    """Give statements that are here the parents that they have; inside a transaction."""
    database.change_all(
        "UPDATE statements SET parent = (SELECT statement FROM statements WHERE id = ?) WHERE id = ?",
        ((statement.parent, statement.id) for statement in found),
    )
