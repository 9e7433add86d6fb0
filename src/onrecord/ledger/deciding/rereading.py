"""A newer reading in place of an older one, with every human decision kept.

A statement with the same content is the same one, and what was decided of it holds.  One whose content is almost the
same takes the earlier one's place and its decisions.  One that people decided on, and that the newer reading does not
find, stays and is marked as needing another look.  What the older reading found is kept in `earlier_findings`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.ledger import statements
from onrecord.ledger.database import Database
from onrecord.ledger.deciding.encoding import encode
from onrecord.ledger.deciding.standing import as_found, heir, statement_as_decided
from onrecord.ledger.runs import RunId
from onrecord.ledger.soundness import refuse_unsound
from onrecord.model import Article, Reading, Span, Statement, StatementId

ALIKE = 0.8
"""Of the letters and digits of two contents together, those that both hold: from here on they are the same words, as
the shared scorer has it."""


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
    """A statement that the ledger holds; `found` is what the machine found, None if a person added it."""

    number: int
    run: int
    found: Statement | None
    now: Statement
    decided: bool


def reread(database: Database, run: RunId, number: int, reading: Reading) -> Reread:
    """Put a reading in place of what the ledger holds of that article; inside a transaction."""
    refuse_unsound(reading)
    held = _held(database, number)
    new = {statement.id: statement for statement in reading.statements}
    gone = {each: one for each, one in held.items() if each not in new and one.found is not None}
    heirs = _heirs(reading.article, gone, [new[each] for each in new if each not in held])
    by_hand = [one.now for one in held.values() if one.found is None]
    fresh = [
        statement
        for each, statement in new.items()
        if each not in held and not any(_alike(reading.article, statement, other) for other in by_hand)
    ]
    looked_for = [_leave(database, run, number, each, one, heirs) for each, one in gone.items()]
    for statement in new.values():
        if statement.id in held:
            _renew(database, run, number, held[statement.id], statement)
    for statement in fresh:
        made = statements.insert(database, run, number, statements.next_ordinal(database, number), statement)
        statements.index(database, "statement", made)
    _set_parents(database, new.values())
    _put_in_order(database, number)
    database.change("UPDATE articles SET read_by = ? WHERE article = ?", (run, number))
    _decide_again(database, run, number, [*held, *heirs.values(), *new])
    return Reread(
        same=sum(each in new for each in held),
        new=len(fresh) - len(set(heirs.values())),
        gone=len(gone) - len(heirs) - sum(looked_for),
        moved=len(heirs),
        needs_look=sum(looked_for),
    )


def adopt(database: Database, run: RunId, number: int, article: Article, found: Statement) -> None:
    """Make a place for decisions on a statement that an older reading found, and that is not here.

    The statement with almost the same words takes them; where there is none, the older one is kept and needs another
    look.  `run` is the reading that stands.  Inside a transaction.
    """
    held = list(statements.of_article(database, number).values())
    ranked = sorted((-_share(article, other, found), other.id) for other in held)
    if ranked and -ranked[0][0] >= ALIKE:
        database.change(
            "INSERT OR REPLACE INTO successions (earlier, later, article, run) VALUES (?, ?, ?, ?)",
            (found.id, ranked[0][1], number, run),
        )
        return
    made = statements.insert(database, run, number, statements.next_ordinal(database, number), found)
    statements.index(database, "statement", made)
    database.change("UPDATE statements SET retired = ? WHERE statement = ?", (run, made))
    _put_in_order(database, number)


def _held(database: Database, number: int) -> dict[StatementId, _Held]:
    query = """
        SELECT statement, run, EXISTS (SELECT 1 FROM decisions WHERE subject = s.id)
            OR EXISTS (SELECT 1 FROM successions WHERE later = s.id) AS decided
        FROM statements AS s WHERE article = ?
    """
    rows = {row["statement"]: row for row in database.rows(query, (number,))}
    return {
        statement.id: _Held(
            number=each,
            run=rows[each]["run"],
            found=as_found(database, each, number),
            now=statement,
            decided=bool(rows[each]["decided"]),
        )
        for each, statement in statements.of_article(database, number).items()
    }


def _heirs(
    article: Article, gone: dict[StatementId, _Held], fresh: Sequence[Statement]
) -> dict[StatementId, StatementId]:
    """For the statements that were decided on and are gone, the new one with almost the same words."""
    found: dict[StatementId, StatementId] = {}
    for each, one in gone.items():
        before = [statement for statement in (one.found, one.now) if statement is not None]
        ranked = sorted(
            (-max(_share(article, statement, other) for other in before), statement.id) for statement in fresh
        )
        if one.decided and ranked and -ranked[0][0] >= ALIKE:
            found[each] = ranked[0][1]
    return found


def _leave(
    database: Database,
    run: RunId,
    number: int,
    each: StatementId,
    one: _Held,
    heirs: dict[StatementId, StatementId],
) -> bool:
    """Take out a statement that is found no longer, or mark it; whether it needs another look."""
    assert one.found is not None  # noqa: S101 - what a person added is not gone
    if one.decided and each not in heirs:
        database.change(
            "UPDATE statements SET retired = coalesce(retired, ?) WHERE statement = ?", (run, one.number)
        )
        return True
    _keep_earlier(database, run, number, one)
    if each in heirs:
        database.change(
            "INSERT OR REPLACE INTO successions (earlier, later, article, run) VALUES (?, ?, ?, ?)",
            (each, heirs[each], number, run),
        )
    database.change("DELETE FROM statements WHERE statement = ?", (one.number,))
    return False


def _renew(database: Database, run: RunId, number: int, one: _Held, statement: Statement) -> None:
    """Note what the newer reading says of a statement that both found."""
    database.change("UPDATE statements SET retired = NULL WHERE statement = ?", (one.number,))
    if statement == one.found:
        return
    if one.found is not None:
        _keep_earlier(database, run, number, one)
    statements.rewrite(database, one.number, statement)
    database.change("DELETE FROM as_found WHERE statement = ?", (one.number,))
    database.change("UPDATE statements SET run = ?, added = 0 WHERE statement = ?", (run, one.number))


def _keep_earlier(database: Database, run: RunId, number: int, one: _Held) -> None:
    assert one.found is not None  # noqa: S101 - as its callers make sure
    database.change(
        "INSERT OR REPLACE INTO earlier_findings (article, id, run, until, found) VALUES (?, ?, ?, ?, ?)",
        (number, one.found.id, one.run, run, encode(one.found)),
    )


def _set_parents(database: Database, new: Iterable[Statement]) -> None:
    database.change_all(
        "UPDATE statements SET parent = (SELECT statement FROM statements WHERE id = ?) WHERE id = ?",
        ((statement.parent, statement.id) for statement in new),
    )


def _put_in_order(database: Database, number: int) -> None:
    ordered = sorted(
        statements.of_article(database, number).items(), key=lambda one: (one[1].content, one[0])
    )
    # Two steps, since no two statements of an article may have one place, for a moment either.
    database.change("UPDATE statements SET ordinal = -1 - statement WHERE article = ?", (number,))
    database.change_all(
        "UPDATE statements SET ordinal = ? WHERE statement = ?",
        ((ordinal, each) for ordinal, (each, _) in enumerate(ordered)),
    )


def _decide_again(database: Database, run: RunId, number: int, subjects: Sequence[StatementId]) -> None:
    for each in dict.fromkeys(heir(database, subject) for subject in subjects):
        statement_as_decided(database, each, number, run)


def _alike(article: Article, one: Statement, other: Statement) -> bool:
    return _share(article, one, other) >= ALIKE


def _share(article: Article, one: Statement, other: Statement) -> float:
    """Of the letters and digits of two contents together, the share that both hold."""
    a, b = _letters(article.text, one.content), _letters(article.text, other.content)
    return len(a & b) / len(a | b) if a | b else 0.0


def _letters(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(i for span in spans for i in range(span.start, span.end) if text[i].isalnum())
