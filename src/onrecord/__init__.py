"""OnRecord reads news coverage and keeps a checked record of who said what.

    from pathlib import Path
    import onrecord

    for article, statements in onrecord.read(Path("clippings")):
        for statement in statements:
            print(article.outlet, statement.kind, statement.content[0].of(article.text))

What is listed in `__all__` is the public interface; it changes only with a note in the changelog.
"""

from onrecord.api import InputWarning, read
from onrecord.errors import InputError, LedgerError, ModelError, NotFoundError, OnRecordError, UsageError
from onrecord.model import Article, Block, Kind, Role, Skipped, Span, Statement, words_at
from onrecord.version import __version__

__all__ = [
    "Article",
    "Block",
    "InputError",
    "InputWarning",
    "Kind",
    "LedgerError",
    "ModelError",
    "NotFoundError",
    "OnRecordError",
    "Role",
    "Skipped",
    "Span",
    "Statement",
    "UsageError",
    "__version__",
    "read",
    "words_at",
]
