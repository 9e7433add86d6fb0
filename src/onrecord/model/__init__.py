"""The frozen values that the stages hand to each other, and nothing else."""

from onrecord.model.article import ROLES, Article, Block, Format, Role
from onrecord.model.ids import ArticleId, StatementId, content_hash, text_hash
from onrecord.model.record import Reading, Record
from onrecord.model.skipped import Skipped
from onrecord.model.span import ELLIPSIS, Span, words_at
from onrecord.model.statement import KINDS, Kind, Statement, identify

__all__ = [
    "ELLIPSIS",
    "KINDS",
    "ROLES",
    "Article",
    "ArticleId",
    "Block",
    "Format",
    "Kind",
    "Reading",
    "Record",
    "Role",
    "Skipped",
    "Span",
    "Statement",
    "StatementId",
    "content_hash",
    "identify",
    "text_hash",
    "words_at",
]
