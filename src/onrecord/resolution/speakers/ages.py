"""How old an article says that somebody is: "Bea Lund, 31," "(31)", "the 31-year-old singer Bea Lund"; and whom it may
mean by "the 31-year-old".
"""

import re

from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity

_BEHIND = re.compile(
    r"(?:,\s(?:aged?\s|who\sis\s|now\s)?(?P<told>\d{1,3})(?=[,.;:)])|\s\((?:aged?\s)?(?P<in>\d{1,3})\)"
    r"|,\s(?:(?:an?|the|now)\s)?(?:[a-z]+\s){0,2}?(?P<old>\d{1,3})-year-old\b)"
)
_BEFORE = re.compile(
    r"\b(?P<old>\d{1,3})-year-old,?\s"
    r"(?:(?!(?:from|in|of|at|near|who|was|is|and|but|with|after|by|told|said)\b)[\w’'-]+,?\s){0,4}$"
)
_FAR = 60
"""Code points before a name within which the age that belongs to it begins."""
_WORD = re.compile(r"\d{1,3}-year-old")


def note_ages(cast: Cast) -> None:
    """Note how old those of the cast are where they are named."""
    text = cast.article.text
    for entity in cast.entities:
        if entity.kind in ("person", "unknown"):
            for mention in entity.mentions:
                start, end = mention.span.start, mention.span.end
                behind = _BEHIND.match(text, end)
                before = _BEFORE.search(text, max(start - _FAR, 0), start)
                if behind:
                    entity.ages.add(f"{behind['told'] or behind['in'] or behind['old']}-year-old")
                if before:
                    entity.ages.add(f"{before['old']}-year-old")


def age_in(words: frozenset[str]) -> str | None:
    """The age that a description tells: "31-year-old"."""
    return next((word for word in words if _WORD.fullmatch(word)), None)


def has_other_age(entity: Entity, age: str | None) -> bool:
    """Whether somebody is told to be of another age."""
    return age is not None and bool(entity.ages) and age not in entity.ages


def is_nameless(cast: Cast, age: str, position: int) -> bool:
    """Whether somebody without a name is introduced by that age before: "a 31-year-old from Varn was held"."""
    if any(age in entity.ages for entity in cast.entities):
        return False
    return (
        re.search(
            rf"\b(?:an?|another|one)\s(?:[a-z]+\s){{0,2}}{age}\b", cast.article.text[:position], re.IGNORECASE
        )
        is not None
    )
