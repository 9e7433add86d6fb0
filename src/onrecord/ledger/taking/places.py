"""Where the statements of an article stand among each other."""

from onrecord.ledger.database import Database
from onrecord.model import StatementId


def number_of(database: Database, subject: StatementId) -> int | None:
    """The number in this file of the statement with exactly that id, or None."""
    number = database.value("SELECT statement FROM statements WHERE id = ?", (subject,))
    return number if isinstance(number, int) else None


def was_added(database: Database, subject: StatementId) -> bool:
    """Whether a person found it, and no machine."""
    return bool(database.value("SELECT added FROM statements WHERE id = ?", (subject,)))


def count(database: Database, article: int) -> int:
    """How many statements an article has."""
    counted = database.value("SELECT count(*) FROM statements WHERE article = ?", (article,))
    return counted if isinstance(counted, int) else 0
