"""What a second reading came to: of one article, and of a run."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.model import ArticleId, Coder, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """What came of one article: decisions stored, codes of earlier readings taken back, what was refused and why.

    `skipped` is the reason where nothing was stored; the article is then not marked as read.
    """

    article: ArticleId
    statements: int = 0
    codes: int = 0
    taken_back: int = 0
    refused: Mapping[str, int] = field(default_factory=dict)
    skipped: Skipped | None = None


@dataclass(slots=True, kw_only=True)
class SecondRead:
    """What a run came to: who read, how much, what was refused by its reason, which articles were skipped and why.

    `stopped` says why the run ended before its last article; None for one that did not.
    """

    coder: Coder
    articles: int = 0
    statements: int = 0
    codes: int = 0
    taken_back: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)
    stopped: str | None = None

    def count(self, one: ReadArticle) -> None:
        """Add what came of one article."""
        if one.skipped is not None:
            self.skipped.append(one.skipped)
            return
        self.articles += 1
        self.statements += one.statements
        self.codes += one.codes
        self.taken_back += one.taken_back
        self.refused.update(one.refused)
