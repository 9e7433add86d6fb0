"""A statement with its article: the unit that tables, exports and reports are made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.article import Article
from onrecord.model.span import words_at
from onrecord.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A statement beside the article that reports it; the words are looked up in the text, never stored apart."""

    article: Article
    statement: Statement

    @property
    def words(self) -> str:
        """The content's words, pieces joined with ` … `."""
        return words_at(self.article.text, self.statement.content)

    @property
    def cue_words(self) -> str | None:
        """The words that attribute, or None."""
        return words_at(self.article.text, self.statement.cue) or None

    @property
    def source_words(self) -> str | None:
        """The words that name who is speaking, or None."""
        return words_at(self.article.text, self.statement.source) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article and the statements found in it, in the order of the text."""

    article: Article
    statements: Sequence[Statement]

    def records(self) -> list[Record]:
        """One record a statement."""
        return [Record(article=self.article, statement=statement) for statement in self.statements]
