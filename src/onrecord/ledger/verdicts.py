"""What people made of what the machine found: right, wrong, missed; and how it was found in the first place."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ledger import finding, statements
from onrecord.ledger.database import Database, Row
from onrecord.ledger.deciding import standing
from onrecord.ledger.deciding.encoding import decode_statement
from onrecord.model import ArticleId, Kind, Span, Statement, StatementId

_QUERY = """
    SELECT s.statement, s.id, s.kind, s.state, s.added, s.confidence, s.retired IS NOT NULL AS retired,
        a.id AS article, a.outlet, f.found
    FROM statements AS s JOIN articles AS a USING (article) LEFT JOIN as_found AS f USING (statement)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A statement beside what people say of it.

    found: the latest reading of its article found it.
    judged: a person accepted, rejected or added it, or corrected its content or source.
    right: found, accepted, and its content and source stand as they were found.
    real: it is a statement, whoever found it: accepted, added, or corrected in content or source, and not rejected.
    kind: as the machine found it; as a person has it where the machine did not.
    """

    statement: StatementId
    article: ArticleId
    outlet: str | None
    kind: Kind
    found: bool
    judged: bool
    right: bool
    real: bool


def of_statement(database: Database, statement: StatementId) -> Verdict:
    """The verdict on a statement that is there."""
    row = database.row(f"{_QUERY} WHERE s.id = ?", (statement,))
    assert row is not None  # noqa: S101 - as said
    return _verdict(database, row)


def of_article(database: Database, article: ArticleId) -> Iterator[Verdict]:
    """The verdicts on the statements of an article."""
    for row in list(database.rows(f"{_QUERY} WHERE a.id = ?", (article,))):
        yield _verdict(database, row)


def is_read(database: Database, article: ArticleId) -> bool:
    """Whether a person's decision in effect says that the article was read to its end."""
    query = """
        SELECT 1 FROM decisions JOIN coders USING (coder) WHERE subject = ? AND action = 'read'
        AND kind = 'person' AND decision NOT IN (SELECT decision FROM taken_back)
    """
    return database.row(query, (article,)) is not None


def as_found(database: Database, statement: str) -> Statement | None:
    """A statement, by its id or the beginning, as the machine found it; None for one that a person added."""
    number = finding.find(database, "statements", statement)
    article = database.value("SELECT article FROM statements WHERE statement = ?", (number,))
    assert isinstance(article, int)  # noqa: S101 - each statement has one
    return standing.as_found(database, number, statements.load(database, article, number))


def _verdict(database: Database, row: Row) -> Verdict:
    before = None if row["found"] is None else decode_statement(row["found"])
    moved = before is not None and _places(database, row["statement"]) != (before.content, before.source)
    added, rejected = bool(row["added"]), row["state"] == "rejected"
    found = not added and not row["retired"]
    vouched = added and row["confidence"] > 0  # else a second reader added it, and no person has looked
    return Verdict(
        statement=row["id"],
        article=row["article"],
        outlet=row["outlet"],
        kind=row["kind"] if before is None else before.kind,
        found=found,
        judged=vouched or moved or row["state"] != "unreviewed",
        right=found and not moved and row["state"] == "accepted",
        real=not rejected and (vouched or moved or row["state"] == "accepted"),
    )


def _places(database: Database, number: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    query = "SELECT part, start, end FROM spans WHERE statement = ? ORDER BY part, ordinal"
    rows = list(database.rows(query, (number,)))
    content, source = (
        tuple(Span(row["start"], row["end"]) for row in rows if row["part"] == part)
        for part in ("content", "source")
    )
    return content, source
