"""Which names of an article are outlets by what it says of them: "the daily De Sirene", "printed by Havnabladet"."""

import re

from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon.organisations import HEADS, METONYMS, OUTLET_HEADS
from onrecord.resolution.speakers.lexicon.places import COUNTRIES
from onrecord.resolution.speakers.telling import PUBLISHED

_BEFORE = re.compile(
    r"\b(?:podcast|daily|weekly|newspaper|paper|broadcaster|station|magazine|journal|tabloid|channel|blog|newsletter"
    r"|site|website|programme|program)[\s‘“\"']+$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[’'”\"]?(?:\s|,\s(?:a|an|the|its|his|her|their)\s(?:[\w’'-]+\s){0,2})"
    r"(?:podcast|newspaper|broadcaster|magazine|journal|tabloid|newsletter|weekly|daily|radio|television|tv|telly)\b"
)
_NO_OUTLET = (HEADS - OUTLET_HEADS) | COUNTRIES | METONYMS
_FAR = 60
_KINDS = frozenset(("organisation", "unknown"))
_MOST = 12
"""Places of a name that are looked at."""


class Shown:
    """The outlets of an article, known by their names or by what stands beside them."""

    def __init__(self, cast: Cast) -> None:
        self._text = cast.article.text
        self._known: dict[int, bool] = {}

    def is_outlet(self, entity: Entity) -> bool:
        """Whether somebody is an outlet by name, or is shown to be one anywhere in the article."""
        if entity.number not in self._known:
            words = {part for key in entity.keys for part in key}
            self._known[entity.number] = (
                entity.kind == "outlet"
                or bool(words & OUTLET_HEADS)
                or (entity.kind in _KINDS and not words & _NO_OUTLET and self._is_shown(entity))
            )
        return self._known[entity.number]

    def _is_shown(self, entity: Entity) -> bool:
        return any(
            _BEFORE.search(self._text[max(one.span.start - _FAR, 0) : one.span.start])
            or PUBLISHED.search(self._text[max(one.span.start - _FAR, 0) : one.span.start])
            or _BEHIND.match(self._text, one.span.end)
            for one in entity.mentions[:_MOST]
        )
