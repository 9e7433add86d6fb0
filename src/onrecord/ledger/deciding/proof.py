"""The proof that the current state is what follows from what the machine found and from the decisions in effect."""

from collections.abc import Iterator
from functools import partial

from onrecord.errors import OnRecordError
from onrecord.ledger import actors, records
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import codebook
from onrecord.ledger.deciding.folding import fold
from onrecord.ledger.deciding.standing import as_found, decisions_of, retired_at
from onrecord.ledger.soundness import Problem
from onrecord.model import Record, identify


def problems(database: Database) -> Iterator[Problem]:
    """Every statement whose row is not what its decisions make of it, and a codebook that is not."""
    if codebook.load(database) != codebook.derived(database):
        yield Problem(code="decision", detail="the codebook is not what was decided of it")
    query = """
        SELECT DISTINCT s.article FROM statements AS s
        WHERE s.state <> 'unreviewed' OR s.corrected OR s.added OR s.needs_look OR s.contested
            OR s.retired IS NOT NULL OR s.statement IN (SELECT statement FROM as_found)
            OR s.statement IN (SELECT statement FROM codes)
            OR s.id IN (SELECT subject FROM decisions)
    """
    for row in list(database.rows(query)):
        for number, record in records.of_article(database, row["article"], linked=False).items():
            try:
                detail = _problem(database, number, record)
            except OnRecordError as error:
                detail = str(error)
            if detail:
                yield Problem(code="decision", detail=f"statement {record.statement.id}: {detail}")


def _problem(database: Database, number: int, record: Record) -> str:
    subject = record.statement.id
    found = as_found(database, number, record.statement)
    decisions = decisions_of(database, subject)
    standing = fold(
        subject, found, decisions, partial(actors.load, database), retired_at=retired_at(database, number)
    )
    if found is not None and identify(record.article.id, found.content) != subject:
        return "its id is not the one of what the machine found"
    if standing.statement != record.statement:
        return "its row is not what the machine found with what was decided"
    if (standing.review, standing.codes) != (record.review, record.codes):
        return "its state of review or its codes are not what was decided"
    if standing.values != record.values:
        return "the variables of its codes are not what was decided"
    return ""
