"""Who listens and passes nothing on: bodies before which one speaks, those who sit in them, occasions, places.

Only an outlet that was told is one through whom words came.  "Told the House", "addressing the Pilots' Association",
"speaking to the Traders in Transit lunch at the Anchor Hotel" name those who heard, or where.
"""

import re

from onrecord.model import Span
from onrecord.resolution.speakers.entities import Entity, fold
from onrecord.resolution.speakers.lexicon.organisations import HEADS, OUTLET_HEADS
from onrecord.resolution.speakers.telling import GIVEN_THROUGH, PUBLISHED

_PRINTING = frozenset("media network publishing studios".split())
"""Words for bodies that bring out outlets."""
_BODIES = (HEADS - OUTLET_HEADS - _PRINTING) | frozenset(
    """hearing subcommittee synod forum conference rally meeting plenary chambers legislature mps mep meps msp msps
    mlas lawmakers legislators senators peers delegates councillors councilors congressmen deputies representatives
    members""".split()
)
"""What a body's name turns on that hears what is said before it, and what those are called who sit there."""
_TOLD = re.compile(
    r"\b(?:told|tells|telling|tell|informed|assured|warned|addressed|addressing|address|(?:said|wrote|complained)\sto"
    r"|(?:speaking|spoke|talking|talked|speech|testimony|evidence|statement|remarks?|letter)\s(?:to|before|with))\s"
    r"(?:[\w’'-]+\s){0,2}$",
    re.IGNORECASE,
)
"""What stands right before whoever is told."""
_PLACING = re.compile(
    r"\b(?:at|outside|inside|near|behind|beside|opposite|in\sfront\sof)\s(?:[a-z][\w’'-]*\s){0,2}$"
)
"""What stands right before the place where somebody speaks."""
OCCASION = (
    r"(?:(?:[’']s?)?\s(?:in|of|for|and|on)\s[A-Z][\w’'-]*|\s[A-Z][\w-]*){0,4}?(?:[’']s?)?\s(?:[a-z][\w-]*\s){0,2}?"
    r"(?:[Ll]unch(?:eon)?|[Dd]inner|[Bb]reakfast|[Bb]anquet|[Gg]ala|[Cc]onference|[Cc]onvention|[Cc]ongress|[Ss]ummit"
    r"|[Mm]eeting|[Rr]ally|[Ff]orum|[Ss]eminar|[Ff]estival|[Cc]eremony|[Rr]eception|[Hh]ustings|[Aa]ssembly)\b"
)
"""What makes a name before it that of an occasion: a regular expression."""
_OCCASION = re.compile(OCCASION)
_NAMED_OCCASION = re.compile(rf"(?:[Tt]he\s|[Aa]n?\s)?[A-Z][\w-]*{OCCASION}")
_FAR = 60


def only_hears(text: str, at: Span, entity: Entity | None = None) -> bool:
    """Whether somebody named there, who is no outlet, heard it or is where it was said; `entity` if known."""
    before = text[max(at.start - _FAR, 0) : at.start]
    if GIVEN_THROUGH.search(before) or PUBLISHED.search(before):
        return False
    if _PLACING.search(before):
        return True
    if _TOLD.search(before):
        return _OCCASION.match(text, at.end) is not None or is_body(at.of(text), entity)
    return False


def is_occasion(words: str) -> bool:
    """Whether words are the name of an occasion: "the Traders in Transit lunch"."""
    return _NAMED_OCCASION.fullmatch(words) is not None


def is_body(name: str, entity: Entity | None = None) -> bool:
    """Whether a name, or another that the article gives the same, turns on a word for a body."""
    keys = {fold(name)} | (entity.keys if entity is not None else set())
    return any(part in _BODIES or part.removesuffix("s") in _BODIES for key in keys for part in key)
