"""One line that says who published a report, when, and who wrote it: "The Coast Herald | 7 June 2032 | Mina Holt".

A section is written as an outlet is ("World News | 7 June 2032"), and a wrong outlet is worse than none.  So a name
counts as an outlet's only where it is made as outlets make theirs: of a noun for a paper or a station, and a word of
its own before it.
"""

import re
from dataclasses import dataclass

from onrecord.reading.layout.names import authors, is_explicit
from onrecord.reading.published import dates_in
from onrecord.reading.wordlists import words_in

_LONGEST = 200
_PARTED = re.compile(r"\s{1,3}[|·•—–-]\s{1,3}")
_PARTED_NAME = re.compile(r"[,|·•—–]|\s-\s")
_TOLD = "told|tells|telling|speaking to|spoke to|interview with|seen by|obtained by|shown to|contacted by|writes for"
_REPORTS = "understands|can reveal|has learned|has learnt|has seen|reported|asked|revealed|approached"
_MOST_PARTS = 4
_MOST_OUTLET_WORDS = 6
_AFTER_AUTHOR = re.compile(r",\s?|\s(?:for|of|at)\s(?:the\s)?")
_WORD = re.compile(r"[A-Z0-9][\w.&'’-]{0,30}|of|and|&|de|la")
_PAPERS = words_in(
    """post times journal herald tribune guardian gazette mail telegraph chronicle observer mirror express
    independent courier globe examiner dispatch argus bulletin wire sentinel inquirer advertiser mercury messenger"""
)
_NOUNS = _PAPERS | words_in(
    "news daily weekly press agency broadcasting radio television tv echo standard zeitung"
)
_NOT_OWN = words_in(
    """the of and & de la a our world national international local regional breaking latest top daily weekly sunday
    morning evening business political politics sport sports economy economic culture science health weather opinion
    home foreign state city video live more special free public social media today tech technology good bad"""
)
_WEEKS = words_in("daily weekly sunday morning evening")
_NO_PAPERS = words_in(  # what else is called daily or of the morning
    """briefing brief report reports edition digest roundup round-up update updates newsletter podcast headlines
    special show programme program reader readers call prayer service services weather horoscope quiz shift"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What a credit line names: an outlet, or None, and authors."""

    outlet: str | None
    authors: tuple[str, ...]


def credit_of(shown: str) -> Credit | None:
    """What a line of parts with bars, points or dashes between them credits; None where it is no such line.

    One part is a date, each other an outlet or who wrote the report.  Where one says "by", the others name no author.
    """
    if len(shown) > _LONGEST:
        return None
    parts = [part.strip() for part in _PARTED.split(shown)]
    dates = [part for part in parts if _is_date(part)]
    if not 2 <= len(parts) <= _MOST_PARTS or len(dates) != 1:
        return None
    others = [part for part in parts if part not in dates]
    outlets = [part for part in others if is_outlet_name(part)]
    if not outlets and (signed := [part for part in others if is_explicit(part)]):
        return Credit(outlet=None, authors=tuple(name for part in signed for name in authors(part)))
    names = [authors(part) for part in others if part not in outlets]
    if len(outlets) != 1 or not all(names):
        return None
    return Credit(outlet=outlets[0], authors=tuple(name for part in names for name in part))


def outlet_in_byline(shown: str) -> str | None:
    """The outlet that a byline names after its author: "By Mina Holt, Coast Wire", "By Ann Lee for the Coast Wire"."""
    if not is_explicit(shown) or len(shown) > _LONGEST:
        return None
    name, *rest = _AFTER_AUTHOR.split(shown, maxsplit=1)
    outlet = rest[0].strip() if rest else ""
    return outlet if authors(name) and is_outlet_name(outlet) else None


def outlet_with_date(shown: str) -> str | None:
    """The outlet that a line names before the day alone: "The Coast Herald, 7 June 2032"."""
    name, _, day = shown.partition(",")
    return (
        name.strip()
        if len(shown) <= _LONGEST and is_outlet_name(name.strip()) and _is_date(day.strip())
        else None
    )


def is_outlet_name(name: str) -> bool:
    """Whether a name is made as names of outlets are: "The Coast Herald", "Sarn Radio", "The Times", "Daily Mail"."""
    words = name.split()
    if not 2 <= len(words) <= _MOST_OUTLET_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    plain = [word.lower() for word in words]
    if plain[-1] in _PAPERS and (plain[0] == "the" or plain[0] in _WEEKS):
        return True
    bare = plain[plain[0] == "the" :]
    if bare[0] in _WEEKS and len(bare) == 2:
        return bare[1] not in _NOT_OWN | _NO_PAPERS and not name.isupper()
    if plain[-1] not in _NOUNS:
        return False
    return any(word not in _NOT_OWN and word not in _NOUNS for word in plain)


def is_called(name: str, text: str) -> bool:
    """Whether a text speaks of a name as its own outlet: "told the Lookout" below "Selmouth Lookout"."""
    words = name.split()
    if (
        len(words) > _MOST_OUTLET_WORDS
        or not all(_WORD.fullmatch(word) for word in words)
        or is_general(name)
    ):
        return False
    case = "(?i:" if name.isupper() else "(?:"
    own = rf"(?:the )?{case}{re.escape(name)})|(?:the|The) {case}{re.escape(words[-1])})"
    return bool(re.search(rf"\b(?:{_TOLD}) (?:{own})\b|\b(?:{own}) (?:{_REPORTS})\b", text))


def name_before_date(shown: str) -> str | None:
    """What a line names before the day: "Selmouth Lookout, Monday 7 June 2032"; None where it has no day."""
    found = dates_in(shown) if len(shown) <= _LONGEST else []
    return _PARTED_NAME.split(shown[: found[0].start])[0].strip() or None if found else None


def is_general(name: str) -> bool:
    """Whether a name has no word of its own, as those of sections have none: "World News", "Politics"."""
    return all(word.lower() in _NOT_OWN | _NO_PAPERS | _NOUNS - _PAPERS for word in name.split())


def _is_date(part: str) -> bool:
    """Whether a part is a full date, with a time of day and such perhaps, and names nothing else."""
    found = dates_in(part)
    if not found:
        return False
    rest = part[: found[0].start] + part[found[-1].end :]
    return not re.search(
        r"[^\W\d_]{3}", re.sub(r"(?i)\b(?:published|posted|updated|gmt|utc|cet|bst)\b", "", rest)
    )
