"""What a ledger keeps of .dna files for the way back: rows in, values out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from onrecord.ledger.database import Database, Row
from onrecord.ledger.deciding.codebook_folding import Naming
from onrecord.ledger.taking.dna.frame import decoded, encoded, free, joined, without
from onrecord.model import Amount, ArticleId, actor_id
from onrecord.reading.dna import DnaDocument, DnaFile


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    """A document as its file had it, but for the text, which is the article's; `coder` by name, None for none."""

    number: int
    article: ArticleId
    document: DnaDocument
    coder: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStatement:
    """A statement of a file, and which code it is here.

    `concept` is the name that it has now, `said` the one that the file has; `held` are the values of one that could be
    no statement here, and then `statement` is None.
    """

    number: int
    document: int
    type: str
    coder: str | None
    start: int
    stop: int
    at: str
    statement: str | None
    concept: str
    said: str
    entry: int
    held: Mapping[str, Amount] | None


def frame(database: Database) -> DnaFile | None:
    """What the files brought beside documents and statements; None where none came in."""
    facts = database.value("SELECT facts FROM dna_frame")
    return decoded(facts) if isinstance(facts, str) else None


def keep_frame(database: Database, other: DnaFile) -> None:
    """Join a file's frame with the one that is kept; inside a transaction."""
    held = frame(database)
    database.change(
        "INSERT OR REPLACE INTO dna_frame (frame, facts) VALUES (1, ?)",
        (encoded(other if held is None else joined(held, other)),),
    )


def documents(database: Database) -> list[KeptDocument]:
    """The documents, by their number."""
    query = (
        "SELECT document, id, text, facts FROM dna_documents JOIN articles USING (article) ORDER BY document"
    )
    return [_document(row) for row in database.rows(query)]


def statements(database: Database, naming: Naming) -> list[KeptStatement]:
    """The statements, by their number."""
    return [_statement(row, naming) for row in database.rows("SELECT * FROM dna_statements ORDER BY number")]


def keep_document(
    database: Database, given: DnaDocument, coder: str | None, article: int, used: set[int]
) -> int:
    """The number of a document that is kept, with an article's number in this file; inside a transaction.

    One that is the same is not kept twice, but for two that are the same in one file: `used` are those of it so far.
    """
    facts = asdict(replace(given, id=0, text="")) | {"date": given.date.isoformat(), "coder": coder}
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    query = (
        "SELECT document FROM dna_documents WHERE article = ? AND facts = ? ORDER BY document <> ?, document"
    )
    same = [row["document"] for row in database.rows(query, (article, text, given.id))]
    for number in same:
        if number not in used:
            return int(number)
    taken = {row["document"] for row in database.rows("SELECT document FROM dna_documents")}
    number = free(taken, given.id)
    database.change(
        "INSERT INTO dna_documents (document, article, facts) VALUES (?, ?, ?)", (number, article, text)
    )
    return number


def find_statement(database: Database, given: KeptStatement) -> Row | None:
    """The row that is kept of a statement: by its number and place, or by all that it says; None for a new one."""
    place = "document = ? AND type = ? AND coder IS ? AND start = ? AND stop = ?"
    values = (given.document, given.type, given.coder, given.start, given.stop)
    row = database.row(f"SELECT * FROM dna_statements WHERE number = ? AND {place}", (given.number, *values))  # noqa: S608
    return row or database.row(
        f"SELECT * FROM dna_statements WHERE {place} AND concept = ? AND entry = ?",  # noqa: S608 - our words
        (*values, given.said, given.entry),
    )


def keep_statement(database: Database, given: KeptStatement, known: Row | None) -> None:
    """Keep a statement in place of the row that is known of it, or beside the others; inside a transaction."""
    if known is None:
        taken = "SELECT 1 FROM dna_statements WHERE number = ?"
        last = database.value("SELECT max(number) FROM dna_statements")
        is_taken = database.row(taken, (given.number,)) is not None
        number = int(last or 0) + 1 if is_taken else given.number
    else:
        number = known["number"]
    held = None if given.held is None else json.dumps(dict(given.held), ensure_ascii=False, sort_keys=True)
    database.change(
        "INSERT OR REPLACE INTO dna_statements "
        "(number, document, type, coder, start, stop, at, statement, concept, entry, held) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, given.document, given.type, given.coder, given.start, given.stop,
            known["at"] if known and known["concept"] == given.said else given.at,
            given.statement, given.said, given.entry, held,
        ),
    )  # fmt: skip


def _document(row: Row) -> KeptDocument:
    facts = json.loads(row["facts"])
    coder = facts.pop("coder")
    given = facts | {
        "id": row["document"],
        "text": row["text"],
        "date": datetime.fromisoformat(facts["date"]),
        "coder": None,
    }
    return KeptDocument(number=row["document"], article=row["id"], document=DnaDocument(**given), coder=coder)


def _statement(row: Row, naming: Naming) -> KeptStatement:
    said, subject = row["concept"], row["statement"]
    now = naming.now((subject,), said, (row["at"], "")) if said and subject else said
    return KeptStatement(
        number=row["number"],
        document=row["document"],
        type=row["type"],
        coder=row["coder"],
        start=row["start"],
        stop=row["stop"],
        at=row["at"],
        statement=subject,
        concept=now,
        said=said,
        entry=row["entry"],
        held=None if row["held"] is None else json.loads(row["held"]),
    )


def join(database: Database, other: Database) -> None:
    """Take in what another ledger keeps of .dna files, for the articles that are here; inside a transaction."""
    theirs = frame(other)
    if theirs is None:
        return
    removed = {row["id"] for row in database.rows("SELECT id FROM tombstones WHERE id LIKE 'p-%'")}
    keep_frame(database, without(theirs, lambda value: not removed.isdisjoint(_ids(value))))
    used: set[int] = set()
    numbers: dict[int, int] = {}
    for each in documents(other):
        row = database.row("SELECT article FROM articles WHERE id = ?", (each.article,))
        if row is not None:
            given = replace(each.document, id=each.number)
            numbers[each.number] = keep_document(database, given, each.coder, row["article"], used)
            used.add(numbers[each.number])
    for one in statements(other, Naming(())):
        if one.document in numbers:
            moved = replace(one, document=numbers[one.document])
            keep_statement(database, moved, find_statement(database, moved))


def _ids(name: str) -> set[str]:
    """The ids that an actor of that name can have had, as files bring them in."""
    return {actor_id(name, kind, "") for kind in ("person", "organisation")}


def forget_name(database: Database, name: str) -> None:
    """Take a name out of what is kept: entities of that value, and values of held statements; inside a transaction."""
    held = frame(database)
    if held is not None:
        kept = without(held, lambda value: value == name)
        database.change("UPDATE dna_frame SET facts = ?", (encoded(kept),))
    for row in list(_held_with(database, name)):
        values = {key: value for key, value in json.loads(row["held"]).items() if value != name}
        database.change(
            "UPDATE dna_statements SET held = ? WHERE number = ?",
            (json.dumps(values, ensure_ascii=False, sort_keys=True), row["number"]),
        )


def _held_with(database: Database, name: str) -> Iterator[Row]:
    return database.rows(
        "SELECT number, held FROM dna_statements, json_each(held) WHERE held IS NOT NULL AND json_each.value = ?",
        (name,),
    )
