"""The article's own outlet, where the article speaks of it: "told the Courier" in the Courier is told to us."""

import re

from onrecord.model import Article
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Key, fold

_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where words are written as one: "TheNamibian", "CBCNews"."""
KINDS = frozenset(("outlet", "organisation", "unknown"))
"""What an outlet of the cast may be taken for."""


def own_names(article: Article) -> frozenset[Key]:
    """Its name, its initials, and the words that its name begins or ends with, folded and without an article."""
    shown = article.outlet or ""
    return _names_of(shown) | _names_of(_JOINED.sub(" ", shown))


def _names_of(shown: str) -> frozenset[Key]:
    name = fold(shown)
    name = name[1:] if name[:1] == ("the",) else name
    if not name:
        return frozenset()
    parts = {name[:end] for end in range(1, len(name) + 1)} | {name[at:] for at in range(len(name))}
    parts.add(("".join(piece[0] for part in name for piece in part.split("-") if piece),))
    return frozenset(parts)


def own_outlet(cast: Cast) -> frozenset[int]:
    """The numbers of those who go by such a name."""
    names = own_names(cast.article)
    return frozenset(one.number for one in cast.entities if one.keys & names and one.kind in KINDS)
