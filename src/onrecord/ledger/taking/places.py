"""Where the statements of an article stand among each other."""

from collections.abc import Mapping
from functools import cached_property

from onrecord.ledger import statements
from onrecord.ledger.database import Database
from onrecord.model import Span, StatementId


def number_of(database: Database, subject: StatementId) -> int | None:
    """The number in this file of the statement with exactly that id, or None."""
    number = database.value("SELECT statement FROM statements WHERE id = ?", (subject,))
    return number if isinstance(number, int) else None


def was_added(database: Database, subject: StatementId) -> bool:
    """Whether a person found it, and no machine."""
    return bool(database.value("SELECT added FROM statements WHERE id = ?", (subject,)))


class Moved:
    """The statements of an article by their contents as they stand, where a person moved one; read once."""

    def __init__(self, database: Database, article: int) -> None:
        self._database, self._article = database, article

    def there(self, content: tuple[Span, ...]) -> StatementId | None:
        """The statement that has the content now: a row without an id means that one."""
        return self._by_content.get(content)

    @cached_property
    def _by_content(self) -> Mapping[tuple[Span, ...], StatementId]:
        moved = "SELECT 1 FROM decisions WHERE article = ? AND action = 'correct' LIMIT 1"
        if self._database.row(moved, (self._article,)) is None:
            return {}
        standing = statements.of_article(self._database, self._article).values()
        return {each.content: each.id for each in reversed(list(standing))}  # of two the first


def count(database: Database, article: int) -> int:
    """How many statements an article has."""
    counted = database.value("SELECT count(*) FROM statements WHERE article = ?", (article,))
    return counted if isinstance(counted, int) else 0
