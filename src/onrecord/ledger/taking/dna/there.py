"""What a ledger has of a document when its statements come in, and where each of them stands there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from onrecord.ledger import articles, records
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.deciding.standing import heirs_in
from onrecord.ledger.taking.dna.kept import KeptOfDocument
from onrecord.ledger.taking.dna.reading import DnaCode
from onrecord.model import Article, Change, Coder, Record, Span, StatementId


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement of the file with the id that it has here."""

    number: int
    code: DnaCode
    concept: str
    coder: Coder
    subject: StatementId
    span: Span
    entry: int

    @property
    def is_code(self) -> bool:
        """Whether the stance is that of a code by itself: the first on its concept."""
        return self.entry == 1 and bool(self.concept)


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """What the ledger has of a document when its statements come in, read once; `number` is its article's, `own` the
    document's.

    `made` are the decisions in effect by what they are about and the coder's name; those that come are added to it.
    """

    article: Article
    number: int
    held: Mapping[str, Record]
    heirs: Mapping[str, str]
    kept: KeptOfDocument
    own: int
    made: dict[tuple[str, str], list[Change]]

    def stands(self, subject: StatementId) -> StatementId:
        """As `standing.heir`."""
        later = self.heirs.get(subject, "")
        return StatementId(later) if subject not in self.held and later in self.held else subject

    @classmethod
    def of(cls, database: Database, number: int, own: int) -> Self:
        """What the ledger has now."""
        return cls(
            article=articles.load(database, number),
            number=number,
            held={one.statement.id: one for one in records.of_article(database, number).values()},
            heirs=heirs_in(database, number),
            kept=KeptOfDocument(database, own),
            own=own,
            made=_in_effect(database, number),
        )


def _in_effect(database: Database, number: int) -> dict[tuple[str, str], list[Change]]:
    """The decisions in effect on the statements of an article, by what they are about and the coder's name."""
    every = list(events.log(database, "d.article = ?", (number,)))
    made: dict[tuple[str, str], list[Change]] = {}
    for each in events.in_effect(database, every):
        made.setdefault((each.subject, each.coder.name), []).append(each.change)
    return made
