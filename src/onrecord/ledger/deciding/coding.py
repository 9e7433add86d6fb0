"""Codes by the hundred: what each has to be held against is read once for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from onrecord.ledger import runs
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import codebook, events
from onrecord.ledger.deciding.codebook_folding import Naming
from onrecord.ledger.deciding.deciding import Moment
from onrecord.ledger.deciding.standing import naming, statement_as_decided
from onrecord.model import Codebook, SetCode, SetValues, StatementId


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The codebook of a ledger, and what its concepts are called now, as they are in one transaction."""

    database: Database
    codebook: Codebook | None
    names: Naming

    @classmethod
    def of(cls, database: Database) -> Self:
        """Those of a ledger, inside a transaction: after it they may be others."""
        return cls(database=database, codebook=codebook.load(database), names=naming(database))

    def code(self, moment: Moment, subject: StatementId, changes: Sequence[SetCode | SetValues]) -> None:
        """Decide all of it of a statement that is there, or nothing of it.

        Raises UsageError where the codebook has no such concept or variable, or the coder has no name.
        """
        article = self.database.value("SELECT article FROM statements WHERE id = ?", (subject,))
        assert isinstance(article, int)  # noqa: S101 - each statement has one
        with self.database.savepoint():
            for change in changes:
                codebook.refuse_uncodable(self.codebook, change)
                made = events.make(
                    self.database, moment.coder, subject, change, moment.now, settles=moment.settles
                )
                events.append(self.database, made, article)
            if changes:
                run = runs.of_review(self.database)
                statement_as_decided(self.database, subject, article, run, self.names)
