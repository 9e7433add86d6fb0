"""The proof that the current state is what follows from what the machine found and from the decisions in effect."""

from collections.abc import Iterator, Sequence
from functools import partial

from onrecord.errors import OnRecordError
from onrecord.ledger import actors, records
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import codebook
from onrecord.ledger.deciding.folding import fold
from onrecord.ledger.deciding.standing import Found, decisions_in, found_in, naming
from onrecord.ledger.soundness import Problem
from onrecord.model import Decision, Record, identify


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
    names = naming(database)
    for row in list(database.rows(query)):
        held = records.of_article(database, row["article"], linked=False)
        now = {number: record.statement for number, record in held.items()}
        found = found_in(database, row["article"], now)
        decided = decisions_in(database, row["article"], {each.id for each in now.values()}, names)
        for number, record in held.items():
            try:
                detail = _problem(database, record, found[number], decided.get(record.statement.id, ()))
            except OnRecordError as error:
                detail = str(error)
            if detail:
                yield Problem(code="decision", detail=f"statement {record.statement.id}: {detail}")


def _problem(database: Database, record: Record, as_found: Found, decisions: Sequence[Decision]) -> str:
    subject, found = record.statement.id, as_found.statement
    standing = fold(subject, found, decisions, partial(actors.load, database), retired_at=as_found.retired_at)
    if found is not None and identify(record.article.id, found.content) != subject:
        return "its id is not the one of what the machine found"
    if standing.statement != record.statement:
        return "its row is not what the machine found with what was decided"
    if (standing.review, standing.codes) != (record.review, record.codes):
        return "its state of review or its codes are not what was decided"
    if standing.values != record.values:
        return "the variables of its codes are not what was decided"
    return ""
