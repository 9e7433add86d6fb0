"""What is given to be taken in, and what came of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.model import (
    ActorId,
    ActorType,
    Article,
    ArticleId,
    Decision,
    Entry,
    Statement,
    StatementId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRow:
    """An object of JSON Lines, or what another reader made one of; `place` says where it stands (file and line)."""

    place: str
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A row that is not taken: where it stands, and why in a sentence."""

    place: str
    reason: str


OF_THE_FILE = ("busy", "disk-full", "read-only", "cannot-open", "disk", "damaged")
"""What is wrong with the ledger and not with a row: no other row would come in either."""

Refuse = Callable[[Refused], None]
Rows = Iterable[GivenRow | Refused]
"""Rows as a reader gives them, with those that it could not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SameArticle:
    """A document that is one article with one before it in its file, because text and outlet are the same.

    `place` and `other` say where the two stand, `differs` in which of their facts they differ.
    """

    place: str
    other: str
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How much came in: articles, statements and decisions that were not here, rows that brought nothing new, and
    rows that were refused; `same` are documents that share an article.
    """

    articles: int = 0
    statements: int = 0
    decisions: int = 0
    known: int = 0
    refused: int = 0
    same: tuple[SameArticle, ...] = ()

    def plus(self, other: "Taken") -> "Taken":
        """Both together."""
        return Taken(
            articles=self.articles + other.articles,
            statements=self.statements + other.statements,
            decisions=self.decisions + other.decisions,
            known=self.known + other.known,
            refused=self.refused + other.refused,
            same=self.same + other.same,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenActor:
    """An actor that a row names, and what was decided of it; `name` is None where its making was taken back."""

    id: ActorId
    name: str | None
    type: ActorType | None
    note: str
    names: tuple[str, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenArticle:
    """What a row says of its article.

    `whole` is the article as its source had it, where the row holds its text; `run` the facts of the run that read it
    (time, version, model, options, stage).
    """

    id: ArticleId | None
    doc: str
    text_hash: str | None
    whole: Article | None
    run: tuple[str, str, str, str, str] | None
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A row, understood: the statement as it stands, what the machine found, and what was decided.

    `found` is None for a statement that a person added.  `by_hand`: the row brings neither a confidence nor a
    decision, so that whoever takes it in adds it; `as_written` that it is such a one as it left a ledger, where
    somebody had added it.  `known_id` is the id that the row gives, None where it gives none.
    `codebook` is what was decided of the codebook, `reference` what a reference says of its actors.
    """

    place: str
    known_id: StatementId | None
    statement: Statement
    found: Statement | None
    by_hand: bool
    as_written: bool = False
    words: str
    decisions: tuple[Decision, ...]
    retired: str | None
    article: GivenArticle
    actors: tuple[GivenActor, ...]
    codebook: tuple[Decision, ...] = ()
    reference: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A row that is refused before it is compared with a text; its article may be needed by the rows after it."""

    refused: Refused
    article: GivenArticle | None = None
