"""The names that the shipped network sees in a text, for all that is learned or measured from marked places."""

from functools import cache

from onrecord.api import find_names
from onrecord.model import Article, Name


@cache
def names_in(article: Article) -> tuple[Name, ...]:
    """The names in an article; the network runs over each once."""
    return find_names(article)
