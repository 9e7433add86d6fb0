"""Words that open a place for an outlet, whatever its name is: "speaking to …", "in a … report", "published in …".

The place is read from the letters, as not every outlet's name is one of the cast: "Hafenblatt.de", "al-Bahr TV".
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.model import Span

Way = Literal["told", "talk", "print", "piece", "cited", "people"]
"""Was told, was spoken with, had it in print, had a piece of its own on it, quoted it, or has somebody who says it."""

_OF_ITS_PLACE = r"[A-Z]\w{1,30}-(?:based|owned|run)"
_PART = (
    rf"(?:(?!{_OF_ITS_PLACE}\b)(?:al-|el-)?[A-Z@][\w&+-]{{0,40}}(?:[.]\w{{1,20}}){{0,3}}(?:[’'](?!s\b)\w{{1,20}})?"
    r"|\d{1,8})"
)
_SMALL = r"(?:of|and|&|de|la|for)"
_NAME = (
    rf"[*_]{{0,2}}(?P<name>(?:{_PART}|[a-z]\w{{1,40}}\.(?:com|org|net|co|news)\b)"
    rf"(?:\s(?:{_SMALL}\s(?=[A-Z]))?{_PART}){{0,6}})[*_]{{0,2}}"
)
"""An outlet's name: words with capitals, or a site; in plain text a slanted name has its signs around it."""
_THE = rf"(?:(?:the|a|an|its|their|his|her)\s)?(?:(?:[a-z][\w-]{{0,30}}|US|UK|{_OF_ITS_PLACE})\s){{0,4}}?"
_TALK = (
    r"(?:interviews?|conversations?|comments?|remarks|statements?|e-?mails?|phone call|call|briefing|podcast|essay"
    r"|article|op-ed|opinion piece|column|editorial|report|story|blog post|study|paper|research|findings|letter"
    r"|appearance|piece|press release)"
)
_WORK = r"(?:stud(?:y|ies)|papers?|findings|research|results|report|model|work|paper|article|essay|analysis|letter)"
_SAID = (
    r"(?:said|stated|confirmed|explained|admitted|told|added|commented|revealed|confided|confessed|disclosed|described"
    r"|clarified|spoke|speaking|talking|talked|remarked|gave|granted|given|provided|sent)"
)

_WAYS: tuple[tuple[Way, str], ...] = (
    ("told", rf"\b(?:told|tells|telling|tell|informed|texted|emailed)\s{_THE}{_NAME}"),
    ("told", rf"\b{_SAID}(?:\s[\w’'-]+){{0,4}}?\sto\s{_THE}{_NAME}"),
    (
        "talk",
        rf"\b(?:[Ss]peaking|[Ss]poke|[Tt]alking|[Tt]alked|[Aa]ppearing|[Aa]ppeared)\s(?:to|with|on)\s{_THE}{_NAME}",
    ),
    ("talk", rf"\b(?:interviewed|asked|quoted|cited|contacted)\s(?:by|on|in)\s{_THE}{_NAME}"),
    ("talk", rf"\b{_TALK}\s(?:[a-z]+\s){{0,2}}?(?:with|to|for|on|by|from)\s{_THE}{_NAME}"),
    ("piece", rf"\b[Ii]n\s(?:an?|the|its|his|her|their)\s(?:[a-z][\w-]*\s)?{_NAME}\s(?:[a-z-]+\s)?{_TALK}\b"),
    (
        "piece",
        rf"\b[Ii]n\s(?:an?|the|his|her|their)\s(?:[\w-]+\s){{0,3}}?{_TALK}\s(?:[a-z]+\s){{0,2}}?in\s{_THE}{_NAME}",
    ),
    (
        "piece",
        rf"(?<!\w){_NAME}\s(?:also\s|had\s|has\s)?(?:published|ran|run|printed|aired|broadcast|carried)"
        rf"\s(?:an?|the|its)\s(?:[\w-]+\s){{0,3}}?{_TALK}\s(?:in which|with|where|quoting|citing)\b",
    ),
    (
        "print",
        rf"\b(?:published|printed|released|aired|obtained|reviewed|quoted|cited|carried)\s(?:[\w,]+\s){{0,5}}?(?:in|by)\s{_THE}{_NAME}",
    ),
    ("print", rf"\b{_WORK}\s(?:[a-z]+\s){{0,2}}?in\s{_THE}{_NAME}"),
    ("cited", rf"(?<!\w){_NAME}\s(?:[a-z]+\s){{0,3}}?(?:quot|cit|paraphras)(?:ed|es|ing|e)\b"),
)
_FOUND = tuple((way, re.compile(found)) for way, found in _WAYS)
_PEOPLE = re.compile(rf"^(?:[Tt]he\s)?{_NAME}[’']s\s(?:[a-z-]+\s){{0,3}}[A-Z]\w+\s[A-Z]")
_NO_NAME = re.compile(
    r"(?:(?:It|He|She|They|We|I|You|That|This|Its|His|Her|Their|TV|The)$"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d+$"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
)


SITE = re.compile(r"\w\.(?!S\b)[a-z]{2,4}(?:\.[a-z]{2})?$", re.IGNORECASE)
"""What ends the name of a site: "Portfolio.hu"."""


class Opening(NamedTuple):
    """A place for an outlet, and what says so."""

    at: Span
    way: Way


def openings(text: str) -> Iterator[Opening]:
    """The places of a text, those of each way in order; one place may be found in several ways."""
    for way, found in _FOUND:
        for one in found.finditer(text):
            if not _NO_NAME.match(one["name"]):
                yield Opening(Span(*one.span("name")), way)


def people_of(source: str) -> str | None:
    """The outlet whose somebody a source is: "BBC's Jonathan Marcus"."""
    found = _PEOPLE.match(source)
    return None if found is None else found["name"]
