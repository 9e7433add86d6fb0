"""What a review asks of a ledger: what to look at next, what people said of it, names to choose from."""

from collections.abc import Iterator, Sequence

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import coded, completing, queueing, verdicts
from onrecord.ledger.coded import CodedArticle
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import standing, targets
from onrecord.ledger.queueing import Queue
from onrecord.ledger.selection import Filter
from onrecord.ledger.verdicts import Verdict
from onrecord.model import Actor, ArticleId, Change, Decision, Statement, StatementId


class Desk:
    """A ledger as a reviewer's desk; `Ledger.desk` gives it.  It only reads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def queued(self, queue: Queue, selection: Filter, seed: int) -> Iterator[StatementId]:
        """The ids of the statements of a queue that fulfil the conditions, in its order; the first comes at once."""
        return queueing.queued(self._database, queue, selection, seed)

    def count(self, queue: Queue, selection: Filter, at_most: int) -> int:
        """How many statements a queue holds, counted no further than `at_most`."""
        return queueing.count(self._database, queue, selection, at_most)

    def articles_drawn(self, seed: int) -> Iterator[ArticleId]:
        """The articles in random order, which follows from the seed and the ids alone."""
        return queueing.articles_drawn(self._database, seed)

    def verdict(self, statement: StatementId) -> Verdict:
        """What people say of a statement that is there."""
        return verdicts.of_statement(self._database, statement)

    def verdicts(self, article: ArticleId) -> Iterator[Verdict]:
        """What people say of the statements of an article."""
        return verdicts.of_article(self._database, article)

    def found(self, statement: str) -> Statement | None:
        """A statement, by its id or beginning, as the machine found it; None for one that a coder added."""
        return verdicts.as_found(self._database, statement)

    def is_read(self, article: ArticleId) -> bool:
        """Whether a person says of an article that it was read to its end."""
        return verdicts.is_read(self._database, article)

    def decisions(self, statement: StatementId) -> list[Decision]:
        """The decisions in effect on a statement, and on those whose place it took, in order."""
        return standing.decisions_of(self._database, statement)

    def refusal(self, subject: str, change: Change) -> str | None:
        """Why something cannot be decided of a statement, an article or an actor; None where it can."""
        try:
            targets.refuse_senseless(self._database, targets.find_target(self._database, subject), change)
        except (UsageError, NotFoundError) as error:
            return str(error)
        return None

    def actors_named(self, beginning: str, limit: int) -> list[Actor]:
        """Actors of whom a name begins so, whatever the case, at most `limit`."""
        return completing.actors_named(self._database, beginning, limit)

    def concepts(self) -> Iterator[str]:
        """The concepts of the codebook and those that codes name."""
        return completing.concepts(self._database)

    def coded(self, selection: Filter, coders: Sequence[str]) -> Iterator[CodedArticle]:
        """The articles in which two of the coders decided something, with what each decided, one at a time."""
        return coded.coded(self._database, selection, coders)
