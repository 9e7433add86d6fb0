"""A text by itself, as the software reads it: what marks that were made elsewhere are laid beside."""

from onrecord.model import Article
from onrecord.reading import Hints, read_bytes


def article_of(name: str, text: str) -> Article:
    """The one article of a text, whatever its name and however long it is.

    Raises ValueError where the software reads none.
    """
    for found in read_bytes(name, text.encode(), hints=Hints(force=True), form="text"):
        if isinstance(found, Article):
            return found
    raise ValueError(f"{name} is no text that the software reads")
