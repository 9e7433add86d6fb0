"""The proof that a ledger is whole: the file, the links between tables, every article, every index."""

from collections.abc import Callable, Iterator

from onrecord.errors import LedgerError
from onrecord.ledger import articles, copying, records, source_texts
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import proof
from onrecord.ledger.deciding.reports import outlet_as_read
from onrecord.ledger.header import APPLICATION_ID
from onrecord.ledger.migrate import latest, version
from onrecord.ledger.search import INDEXES
from onrecord.ledger.soundness import Problem, problems_of
from onrecord.model import StatementId, article_id, text_hash


def check(database: Database) -> Iterator[Problem]:
    """Everything that is not as it must be, in the order of `CHECKS`."""
    for examine in CHECKS.values():
        try:
            yield from examine(database)
        except LedgerError as error:  # a page that cannot be read, a file that is locked
            yield Problem(code=error.code, detail=str(error))
        except ValueError as error:  # a span that is none
            yield Problem(code="damaged", detail=str(error))


def _file(database: Database) -> Iterator[Problem]:
    if database.value("PRAGMA application_id") != APPLICATION_ID:
        yield Problem(code="application-id", detail="the file does not say that it is a ledger")
    if version(database) != latest():
        yield Problem(code="version", detail=f"the schema is {version(database)}, not {latest()}")
    for row in database.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Problem(code="damaged", detail=row[0])


def _links(database: Database) -> Iterator[Problem]:
    for row in database.rows("PRAGMA foreign_key_check"):
        yield Problem(
            code="link", detail=f"a row of {row['table']} names a row of {row['parent']} that is not there"
        )


def _sources(database: Database) -> Iterator[Problem]:
    query = """
        SELECT doc, articles, (SELECT count(*) FROM appearances WHERE appearances.source = sources.source)
        AS found FROM sources WHERE articles <> found
    """
    for row in database.rows(query):
        yield Problem(
            code="source", detail=f"{row['doc']} gave {row['articles']} articles, and {row['found']} are here"
        )


def _articles(database: Database) -> Iterator[Problem]:
    for number in articles.numbers(database):
        row = database.row("SELECT id, text_hash FROM articles WHERE article = ?", (number,))
        assert row is not None  # noqa: S101 - the number came out of the same file
        reading = records.reading(database, number, rejected=True)
        outlet = outlet_as_read(database, number)
        if row["text_hash"] != text_hash(reading.article.text):
            yield Problem(
                code="text-hash", detail=f"the text of article {row['id']} is not the one that was stored"
            )
        elif row["id"] != article_id(reading.article.text, outlet):
            yield Problem(
                code="article-id", detail=f"the id of article {row['id']} is not the one of its text"
            )
        yield from problems_of(reading, decided=_with_other_places(database, number))


def _with_other_places(database: Database, article: int) -> set[StatementId]:
    """The statements whose places a person gave."""
    query = """
        SELECT id FROM statements AS s WHERE article = ?
        AND (added OR EXISTS (SELECT 1 FROM as_found WHERE as_found.statement = s.statement))
    """
    return {row["id"] for row in database.rows(query, (article,))}


def _indexes(database: Database) -> Iterator[Problem]:
    for statement in source_texts.wrong(database):
        yield Problem(
            code="index", detail=f"the words of the source of statement {statement} are kept as others"
        )
    late = """
        SELECT DISTINCT a.id FROM articles AS a JOIN statements AS s USING (article)
        WHERE s.said_on > coalesce(a.said_until, '')
    """
    for row in database.rows(late):
        yield Problem(code="index", detail=f"in article {row['id']} something was said later than it says")
    try:
        yield from _full_text(database)
    except LedgerError as error:
        if error.code not in ("read-only", "cannot-open"):
            raise
        # SQLite examines such an index by a statement that writes, if nothing: of an archive a copy is examined.
        with copying.copied(database) as copy:
            yield from _full_text(copy)


def _full_text(database: Database) -> Iterator[Problem]:
    for index in INDEXES:
        try:
            with database.transaction():
                # 1: compare with the tables too, not the index with itself alone.
                database.change(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        except LedgerError as error:
            if error.code != "damaged":
                raise
            yield Problem(code="index", detail=f"{index} does not agree with its table")


CHECKS: dict[str, Callable[[Database], Iterator[Problem]]] = {
    "the file and its pages": _file,
    "links between tables": _links,
    "articles of each source": _sources,
    "texts, blocks, statements, spans and ids": _articles,
    "what follows from the decisions": proof.problems,
    "search indexes": _indexes,
}
"""What is checked, in words, and how."""
