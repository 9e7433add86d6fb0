"""The names that the shipped network sees in a text, for all that is learned or measured from marked places."""

from functools import cache

from onrecord.model import Article, Name
from onrecord.pipeline import Stages

_NAMES: dict[str, tuple[Name, ...]] = {}


def names_in(article: Article) -> tuple[Name, ...]:
    """The names in an article; the network runs over each text once."""
    if article.id not in _NAMES:
        _NAMES[article.id] = _stages().names(article)
    return _NAMES[article.id]


@cache
def _stages() -> Stages:
    return Stages()
