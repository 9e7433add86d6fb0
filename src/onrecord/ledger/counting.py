"""How much a ledger holds."""

from dataclasses import dataclass

from onrecord.ledger.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many there are of each; actors that are one with another are not counted."""

    sources: int
    articles: int
    statements: int
    skipped: int
    runs: int
    decisions: int
    actors: int


def count(database: Database) -> Counts:
    """How much there is of each."""
    row = database.row(
        "SELECT (SELECT count(*) FROM sources) AS sources, (SELECT count(*) FROM articles) AS articles, "
        "(SELECT count(*) FROM statements) AS statements, (SELECT count(*) FROM skipped) AS skipped, "
        "(SELECT count(*) FROM runs) AS runs, (SELECT count(*) FROM decisions) AS decisions, "
        "(SELECT count(*) FROM actors WHERE root IS NULL) AS actors"
    )
    assert row is not None  # noqa: S101 - a query without FROM has one row
    return Counts(**dict(zip(row.keys(), row, strict=True)))
