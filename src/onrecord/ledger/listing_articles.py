"""The articles as a list: what is known of each, how much was found in it, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.ledger import articles
from onrecord.ledger.database import Database
from onrecord.model import ArticleId
from onrecord.model.storable import storable

Lacking = Literal["day", "outlet", "byline"]
LACKING: tuple[Lacking, ...] = get_args(Lacking)
"""What can be missing of an article, as people call it."""

_COLUMNS: dict[Lacking, str] = {"day": "published", "outlet": "outlet", "byline": "byline"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCount:
    """The facts of an article, and how many statements of it stand; `unread` is why none were looked for."""

    id: ArticleId
    doc: str
    title: str | None
    outlet: str | None
    published: str | None
    byline: str | None
    language: str | None
    statements: int
    unread: str | None

    @property
    def missing(self) -> tuple[Lacking, ...]:
        """What is not known of it."""
        return tuple(what for what in LACKING if not getattr(self, _COLUMNS[what]))


_QUERY = """
    SELECT a.id, a.doc, a.title, a.outlet, a.published, a.byline, a.language, (
        SELECT count(*) FROM statements AS s WHERE s.article = a.article AND s.state <> 'rejected') AS statements, (
        SELECT k.detail FROM skipped AS k WHERE k.doc = a.doc) AS unread
    FROM articles AS a
    WHERE (?1 = '' OR instr(lower(a.doc || char(10) || coalesce(a.title, '') || char(10) || coalesce(a.outlet, '')
        || char(10) || coalesce(a.byline, '')), lower(?1)))
    ORDER BY {order}
"""


def listed(database: Database, words: str | None) -> Iterator[ArticleCount]:
    """The articles by date, undated last; with words those whose file, title, outlet or byline they stand in."""
    for row in database.rows(_QUERY.format(order=articles.ORDER), (storable(words or ""),)):
        yield ArticleCount(**dict(zip(row.keys(), row, strict=True)))
