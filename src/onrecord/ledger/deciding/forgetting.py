"""Takes an article, or an actor, out of a ledger for good, and leaves a tombstone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC

from onrecord.errors import LedgerError, NotFoundError, UsageError
from onrecord.ledger import actors, articles, finding, search, tombstones
from onrecord.ledger.beside import PARTS
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.deciding import Moment
from onrecord.ledger.deciding.people import affected, merged_again, named, tells_of
from onrecord.ledger.deciding.standing import all_as_decided, heir
from onrecord.ledger.registry.following import follow
from onrecord.ledger.registry.forgetting import found_same, unfind, unlink
from onrecord.ledger.runs import of_review
from onrecord.ledger.taking.dna import kept
from onrecord.ledger.tombstones import Tombstone
from onrecord.ledger.unicode import refuse_halves
from onrecord.model import ActorId, Decision, Note, StatementId


def forget(database: Database, moment: Moment, subject: str, reason: str) -> Tombstone:
    """Remove an article or an actor from every table and index, and from the file's free pages."""
    refuse_halves(reason)
    with database.transaction():
        if subject.startswith("p-"):
            actor = finding.whole_id(database, "actors", subject)
            _refuse_name(database, actor, reason)
            stone = _forget_actor(database, moment, actor, reason)
        elif subject.startswith("a-"):
            stone = _forget_article(database, moment, finding.whole_id(database, "articles", subject), reason)
        else:
            raise NotFoundError(f"{subject!r} is not the id of an article (a-...) or an actor (p-...)")
    follow(database)
    clean(database)
    return stone


def _refuse_name(database: Database, actor: str, reason: str) -> None:
    """Raise UsageError (``named``) for a reason with a name of the actor: the tombstone would keep it."""
    if tells_of(Note(text=reason), actor, actors.names_of(database, actor)):
        raise UsageError(
            "the reason names the one who is to be forgotten, and stays: say it without the name",
            code="named",
        )


def clean(database: Database) -> None:
    """Make the indexes and the file anew, so that words of removed rows linger neither there nor in free pages.

    The last thing to do: what follows from a removal (who is linked to whom) is to be settled before.
    Raises LedgerError (``busy``) where another process still reads: the words stay in the log beside the file until
    it ends.
    """
    search.rebuild(database)
    database.change("VACUUM")
    row = database.row("PRAGMA wal_checkpoint(TRUNCATE)")
    if row is not None and row[0]:
        raise LedgerError(
            f"{database.path}: it is removed, but another process still reads the ledger, and the words stay in "
            f"{database.path.name}-wal until that ends; close it and look into the ledger once more",
            code="busy",
        )


def take_out(database: Database, stone: Tombstone, source_hash: str | None) -> bool:
    """Remove what was removed from another ledger, and keep its tombstone as it is; whether it was here.

    Inside a transaction; `clean` has to follow it.
    """
    if stone.id.startswith("p-"):
        actor = actors.number_of(database, stone.id)
        here = actor is not None
        _unsay(database, stone.id) if actor is None else _drop_actor(database, stone.id, actor)
    else:
        number = articles.number_of(database, stone.id)
        here = number is not None
        if number is not None:
            _drop_article(database, number)
    tombstones.keep(database, stone, source_hash)
    return here


def _forget_article(database: Database, moment: Moment, subject: str, reason: str) -> Tombstone:
    number = finding.find(database, "articles", subject)
    row = database.row(
        "SELECT source_hash, (SELECT count(*) FROM statements AS s WHERE s.article = a.article) AS statements, "
        "(SELECT count(*) FROM decisions AS d WHERE d.article = a.article) AS decisions FROM articles AS a "
        "WHERE article = ?",
        (number,),
    )
    assert row is not None  # noqa: S101 - it was found just now
    stone = _stone(moment, subject, reason, row["statements"], row["decisions"])
    tombstones.keep(database, stone, row["source_hash"])
    _drop_article(database, number)
    return stone


def _drop_article(database: Database, number: int) -> None:
    doc = database.value("SELECT doc FROM articles WHERE article = ?", (number,))
    database.change(
        "UPDATE sources SET articles = articles - (SELECT count(*) FROM appearances AS p "
        "WHERE p.source = sources.source AND p.article = ?)",
        (number,),
    )
    database.change("DELETE FROM articles WHERE article = ?", (number,))
    database.change(
        "DELETE FROM sources WHERE articles = 0 AND source NOT IN (SELECT source FROM appearances)"
    )
    database.change("DELETE FROM skipped WHERE doc = ?", (doc,))


def _forget_actor(database: Database, moment: Moment, subject: str, reason: str) -> Tombstone:
    number = actors.number_of(database, subject)
    assert number is not None  # noqa: S101 - it was found just now
    same = found_same(database, number)
    stone = _stone(moment, subject, reason, *_drop_actor(database, subject, number))
    tombstones.keep(database, stone, None)
    for other in same:  # what articles call the same one by other names goes with it
        if actors.number_of(database, other) is not None:
            part = _forget_actor(database, moment, other, reason)
            stone = replace(
                stone,
                statements=stone.statements + part.statements,
                decisions=stone.decisions + part.decisions,
            )
    return stone


def _drop_actor(database: Database, subject: str, number: int) -> tuple[int, int]:
    """Remove an actor; how many statements it made, carried or was told, and how many decisions were about it."""
    touched = _statements_of(database, number)
    spoken = len(touched)
    names = actors.names_of(database, subject)
    like = [row["id"] for row in database.rows("SELECT id FROM actors WHERE root = ?", (number,))]
    touched |= {found for one in (subject, *like) for found, _ in affected(database, ActorId(one))}
    gone = _unsay(database, subject, names)
    touched |= {each.subject for each in gone if each.subject.startswith("s-")}
    for table in ("mentions", *PARTS, "roles"):
        database.change(f"DELETE FROM {table} WHERE actor = ?", (number,))  # noqa: S608 - our names
    _unname(database, number, subject)
    for name in names:
        kept.forget_name(database, name)
    unlink(database, number)
    database.change("UPDATE actors SET root = NULL WHERE root = ?", (number,))
    database.change("DELETE FROM actors WHERE actor = ?", (number,))
    merged_again(database, everybody=True)
    _decide_again(database, touched)
    return spoken, len(gone)


def _unsay(database: Database, subject: str, names: Sequence[str] = ()) -> list[Decision]:
    """Remove the decisions of an actor, those that name it, and notes and values with its id or a name; which."""
    gone = _decisions_about(database, subject, names)
    database.change_all("DELETE FROM decisions WHERE id = ?", ((each.id,) for each in gone))
    events.note_effects(database)
    return gone


def _decide_again(database: Database, subjects: set[str]) -> None:
    standing = ((each, _article_of(database, each)) for each in sorted(subjects))
    some = ((each, article) for each, article in standing if article is not None)
    all_as_decided(database, some, of_review(database))


def _article_of(database: Database, subject: str) -> int | None:
    """The number of the article of a statement, or of the one that took its place."""
    found = heir(database, StatementId(subject))
    article = database.value("SELECT article FROM statements WHERE id = ?", (found,))
    return article if isinstance(article, int) else None


def _statements_of(database: Database, number: int) -> set[str]:
    query = """
        SELECT id FROM statements WHERE said_by = ?1
        UNION SELECT id FROM statements JOIN carriers USING (statement) WHERE carriers.known_as = ?1
        UNION SELECT id FROM statements JOIN addressees USING (statement) WHERE addressees.known_as = ?1
    """
    return {row["id"] for row in database.rows(query, (number,))}


def _decisions_about(database: Database, subject: str, names: Sequence[str]) -> list[Decision]:
    """Decisions of the actor and those that name it, notes and values too, with what took them back."""
    narrowed = (
        "d.subject = ? OR d.action IN ('note', 'values', 'via', 'to') OR "
        "(d.action IN ('speaker', 'merge', 'apart') AND instr(d.details, ?))"
    )
    found = [
        each
        for each in events.log(database, narrowed, (subject, f'"{subject}"'))
        if each.subject == subject or subject in named(each.change) or tells_of(each.change, subject, names)
    ]
    latest = found
    while latest:
        latest = events.of_subjects(database, [each.id for each in latest])
        found = [*found, *latest]
    return found


def _unname(database: Database, number: int, subject: str) -> None:
    """Take the actor out of what the machine found."""
    parts = ("speaker", "speaker_name", "speaker_type", "speaker_role", "speaker_confidence")
    nothing = ", ".join(f"{part} = NULL" for part in parts)
    database.change(f"UPDATE statements SET {nothing} WHERE speaker = ?", (number,))  # noqa: S608 - our names
    for table in ("as_found", "earlier_findings"):
        database.change(
            f"UPDATE {table} SET found = json_set(found, '$.speaker', NULL) "  # noqa: S608 - our names
            "WHERE json_extract(found, '$.speaker.actor') = ?",
            (subject,),
        )
        unfind(database, table, "one.value ->> '$.actor' = ?", (subject,))


def _stone(moment: Moment, subject: str, reason: str, statements: int, decisions: int) -> Tombstone:
    at = moment.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return Tombstone(
        id=subject, at=at, coder=moment.coder.name, reason=reason, statements=statements, decisions=decisions
    )
