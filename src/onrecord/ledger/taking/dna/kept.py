"""What a ledger keeps of .dna files for the way back: rows in, values out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from onrecord.ledger import tombstones
from onrecord.ledger.database import Database, Row
from onrecord.ledger.deciding.codebook_folding import Naming
from onrecord.ledger.taking.dna.frame import decoded, encoded, free, joined, without
from onrecord.model import Amount, ArticleId
from onrecord.reading.dna import DnaDocument, DnaFile


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    """A document as its file had it, but for the text, which is the article's and is left out here; `coder` by name,
    None for none.
    """

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


def documents(database: Database) -> Iterator[KeptDocument]:
    """The documents, by their number."""
    query = "SELECT document, id, facts FROM dna_documents JOIN articles USING (article) ORDER BY document"
    return map(_document, database.rows(query))


def statements(database: Database, naming: Naming) -> Iterator[KeptStatement]:
    """The statements, by their number."""
    for row in database.rows("SELECT * FROM dna_statements ORDER BY number"):
        yield _statement(row, naming)


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


class KeptOfDocument:
    """What is kept of the statements of one document, read once; a statement is found by its place."""

    def __init__(self, database: Database, document: int) -> None:
        self._database, self._document = database, document
        self._at: dict[_Place, dict[int, KeptStatement]] = {}
        query = "SELECT * FROM dna_statements WHERE document = ? ORDER BY number"
        for row in database.rows(query, (document,)):
            self._note(_statement(row, Naming(())))

    def find(self, given: KeptStatement) -> KeptStatement | None:
        """As it is kept: under its number, or else with all that it says; None for a new one."""
        here = self._at.get(_place(given), {})
        said = (each for each in here.values() if (each.said, each.entry) == (given.said, given.entry))
        return here.get(given.number) or next(said, None)

    def keep(self, given: KeptStatement) -> None:
        """Keep a statement in place of what is kept of it, or beside the others; inside a transaction."""
        known = self.find(given)
        number = self._free(given.number) if known is None else known.number
        at = known.at if known and known.said == given.said else given.at
        held = (
            None if given.held is None else json.dumps(dict(given.held), ensure_ascii=False, sort_keys=True)
        )
        self._database.change(
            "INSERT OR REPLACE INTO dna_statements "
            "(number, document, type, coder, start, stop, at, statement, concept, entry, held) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number, self._document, given.type, given.coder, given.start, given.stop, at,
                given.statement, given.said, given.entry, held,
            ),
        )  # fmt: skip
        self._note(replace(given, number=number, document=self._document, at=at))

    def _note(self, kept: KeptStatement) -> None:
        self._at.setdefault(_place(kept), {})[kept.number] = kept

    def _free(self, wanted: int) -> int:
        """The number that is wanted, or the next after all of them."""
        if self._database.row("SELECT 1 FROM dna_statements WHERE number = ?", (wanted,)) is None:
            return wanted
        last = self._database.value("SELECT max(number) FROM dna_statements")
        return int(last or 0) + 1


_Place = tuple[str, str | None, int, int]


def _place(given: KeptStatement) -> _Place:
    return given.type, given.coder, given.start, given.stop


def _document(row: Row) -> KeptDocument:
    facts = json.loads(row["facts"])
    coder = facts.pop("coder")
    given = facts | {
        "id": row["document"],
        "text": "",
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
    gone = tombstones.actors(database)
    keep_frame(database, without(theirs, lambda value: tombstones.names_one(gone, value)))
    used: set[int] = set()
    numbers: dict[int, int] = {}
    for each in documents(other):
        row = database.row("SELECT article FROM articles WHERE id = ?", (each.article,))
        if row is not None:
            given = replace(each.document, id=each.number)
            numbers[each.number] = keep_document(database, given, each.coder, row["article"], used)
            used.add(numbers[each.number])
    here = {number: KeptOfDocument(database, number) for number in numbers.values()}
    for one in statements(other, Naming(())):
        if one.document in numbers:
            here[numbers[one.document]].keep(one)


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
