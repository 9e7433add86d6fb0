"""A ledger as it was at a past moment: what came later is taken out of a copy of it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import chain

from onrecord.errors import UsageError
from onrecord.ledger import statements
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.codebook import codebook_as_decided
from onrecord.ledger.deciding.encoding import decode_statement
from onrecord.ledger.deciding.people import actor_as_decided, affected, merged_again, names_it
from onrecord.ledger.deciding.reports import article_as_decided
from onrecord.ledger.deciding.rereading import set_parents
from onrecord.ledger.deciding.standing import all_as_decided
from onrecord.ledger.registry import follow
from onrecord.ledger.runs import RunId, of_review
from onrecord.model import CODEBOOK, ActorId, ArticleId, Change, DecisionId


def moment(given: str) -> str:
    """A time as decisions have it, from an ISO 8601 time (UTC where it names no zone) or a day, which is taken whole.

    Raises UsageError where it is neither.
    """
    try:
        at = datetime.fromisoformat(given)
    except ValueError as error:
        raise UsageError(
            f"{given!r} is no time: write 2024-03-01 or 2024-03-01T09:30", code="date"
        ) from error
    if len(given) <= len("2024-03-01"):
        at = at.replace(hour=23, minute=59, second=59, microsecond=999_999)
    try:
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except OverflowError as error:
        raise UsageError(f"{given!r} is beyond what a clock can show", code="date") from error
    return at.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def rewind(database: Database, at: str) -> None:
    """Bring a ledger, a copy that may be spoilt, to what it was at a moment; in one transaction."""
    # Runs have whole seconds: one that began in this second had begun.
    second = at[:19] + "Z"
    with database.transaction():
        touched = _touched(database, at, second)
        _unarticle(database, second)
        rows = database.rows("SELECT DISTINCT subject FROM decisions WHERE at > ?", (at,))
        subjects = _taken_back_too(database, [row["subject"] for row in rows])
        changes = [each.change for each in events.of_subjects(database, [CODEBOOK])]
        database.change("DELETE FROM decisions WHERE at > ?", (at,))
        database.change("DELETE FROM dna_statements WHERE at > ?", (at,))
        events.note_effects(database)
        _unread(database, second)
        _decide_again(database, touched, subjects, changes)
    follow(database)


def _touched(database: Database, at: str, second: str) -> list[tuple[int, str]]:
    """Number and id of the articles that were read again or decided on since."""
    query = """
        SELECT article, id FROM articles WHERE article IN (
            SELECT article FROM decisions WHERE at > ?1
            UNION SELECT article FROM earlier_findings AS e JOIN runs ON runs.run = e.until WHERE runs.at > ?2
            UNION SELECT article FROM losses JOIN runs ON runs.run = losses.until WHERE runs.at > ?2
            UNION SELECT article FROM statements AS s JOIN runs USING (run) WHERE runs.at > ?2
            UNION SELECT article FROM statements AS s JOIN runs ON runs.run = s.retired WHERE runs.at > ?2)
    """
    return [(row["article"], row["id"]) for row in database.rows(query, (at, second))]


def _unarticle(database: Database, second: str) -> None:
    """Take out the articles that were read for the first time since, and the sources that gave them."""
    database.change("DELETE FROM articles WHERE run IN (SELECT run FROM runs WHERE at > ?)", (second,))
    database.change("DELETE FROM sources WHERE source NOT IN (SELECT source FROM appearances)")


def _taken_back_too(database: Database, subjects: list[str]) -> list[str]:
    """The subjects, and for a decision that was taken back what it was about."""
    found = list(subjects)
    for subject in subjects:
        if subject.startswith("d-"):
            decision = events.load(database, DecisionId(subject))
            if decision is not None:
                found.append(events.original(database, decision).subject)
    return list(dict.fromkeys(found))


def _unread(database: Database, second: str) -> None:
    """Put back what the readings before found, for articles that were read again since."""
    later = "(SELECT run FROM runs WHERE at > ? AND stage <> 'review')"
    nothing = "retired = NULL, retired_at = NULL"
    database.change(f"UPDATE statements SET {nothing} WHERE retired IN {later}", (second,))  # noqa: S608 - ours
    database.change(f"UPDATE articles SET read_by = NULL WHERE read_by IN {later}", (second,))  # noqa: S608
    database.change(f"DELETE FROM successions WHERE run IN {later}", (second,))  # noqa: S608
    database.change(f"DELETE FROM statements WHERE run IN {later}", (second,))  # noqa: S608
    query = f"""
        SELECT e.article, e.run, e.found FROM earlier_findings AS e
        WHERE e.until IN {later} AND e.run NOT IN {later} ORDER BY e.article, e.run
    """  # noqa: S608
    restored = []
    for row in list(database.rows(query, (second, second))):
        statement = decode_statement(row["found"])
        restored.append(statement)
        number = statements.insert(
            database,
            RunId(row["run"]),
            row["article"],
            statements.next_ordinal(database, row["article"]),
            statement,
        )
        statements.index(database, "statement", number)
    set_parents(database, restored)
    database.change(f"DELETE FROM earlier_findings WHERE until IN {later}", (second,))  # noqa: S608
    _lose_again(database, later, second)


def _lose_again(database: Database, later: str, second: str) -> None:
    """What was found again since needs another look as it did at that moment."""
    query = f"""
        UPDATE statements SET retired = lost.run, retired_at = lost.at FROM losses AS lost
        WHERE lost.id = statements.id AND lost.until IN {later} AND lost.run NOT IN {later}
    """  # noqa: S608 - ours
    database.change(query, (second, second))
    database.change(f"DELETE FROM losses WHERE until IN {later} OR run IN {later}", (second, second))  # noqa: S608


def _decide_again(
    database: Database,
    touched: list[tuple[int, str]],
    subjects: list[str],
    codebook_changes: Sequence[Change],
) -> None:
    if CODEBOOK in subjects:
        codebook_as_decided(database, codebook_changes)
    people = [ActorId(subject) for subject in subjects if subject.startswith("p-")]
    speaking = [found for one in people for found in affected(database, one)]
    known = "SELECT 1 FROM decisions WHERE subject = ? AND action = 'actor'"
    unmade = [one for one in people if database.row(known, (one,)) is None and not names_it(database, one)]
    for one in people:
        actor_as_decided(database, one)
    if people:
        merged_again(database, everybody=True)
    for number, article in touched:
        article_as_decided(database, ArticleId(article), number)
    decided = ((each, number) for number, _ in touched for each in _subjects(database, number))
    all_as_decided(database, chain(decided, speaking), of_review(database))
    database.change_all("DELETE FROM actors WHERE id = ? AND found IS NULL", ((one,) for one in unmade))


def _subjects(database: Database, number: int) -> list[str]:
    """What an article holds, and what was decided on in it."""
    query = """
        SELECT id FROM statements WHERE article = ?1
        UNION SELECT subject FROM decisions WHERE article = ?1 AND subject LIKE 's-%'
    """
    return [row["id"] for row in database.rows(query, (number,))]
