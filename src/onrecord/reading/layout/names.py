"""The names of those who wrote a report, out of the line that names them."""

import re

from onrecord.reading.published import MONTHS, WEEKDAYS
from onrecord.reading.wordlists import words_in

_EXPLICIT = re.compile(
    r"(?:by|(?:written|reported|posted|words|story|text|report|reporting|analysis|co-authored|exclusive|opinion|interview"
    r"|column|essay|feature|special report) by|authors?)(?::|\s|(?=[A-Z]))\s?:?",
    re.IGNORECASE,
)
_GLUED = re.compile(r"By(?=[A-Z][a-z]{1,20} [A-Z])")
_CUT = re.compile(r"\s?[|•·@(;]|\s[–—-]\s|\s(?:for|at|with|is|has|of|writes|reports?)\s")
_PLACE = re.compile(r"\s(?:in|from|near)\s(?:[A-Z][\w.'’-]{1,30}[ ,]{0,2}){1,4}")
_BETWEEN = re.compile(r"\s?,\s?and\s|\s?[,&]\s?|\s(?:and|AND|und|y)\s")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*$")

_PARTICLES = words_in(
    "de da del della di du dos van von der den la le el al bin ibn ben ter ten y e zu af av"
)
_ROLES = words_in(
    """agencies agency associate bureau business chief columnist contributing contributor correspondent correspondents
    defence defense deputy desk diplomatic economics editor editorial editors europe european fellow foreign
    freelance guest investigations international journalist national news newsroom opinion our parliamentary
    political politics reporter reporters security senior service special staff team wire world writer"""
)
_NOT_NAMES = words_in("the a an this that in on at to our how why what when where who is as for with")
_FIRST_NAMES = frozenset({"april", "may", "june", "jan", "mar"})  # months that people are named
_MOST_NAME_WORDS = 5
_MOST_AUTHORS = 8


def is_explicit(line: str) -> bool:
    """Whether a line says that it names authors ("By ...")."""
    return bool(_EXPLICIT.match(line) or _GLUED.match(line))


def authors(line: str) -> list[str]:
    """The names in a byline, without "By", place, role and date; empty where the line is none.

    Without "By" each name must have two words at least.
    """
    explicit = is_explicit(line)
    rest = _EXPLICIT.sub("", line, count=1) if explicit else line
    rest = _PLACE.sub(" ", _CUT.split(rest.strip(), maxsplit=1)[0] + " ")
    found: list[str] = []
    for part in _BETWEEN.split(rest.strip())[:_MOST_AUTHORS]:
        name = _name(part.strip(" .:"), fewest=1 if explicit and not found else 2)
        if not name:
            break
        found.append(name)
    return found


def joined(names: list[str]) -> str | None:
    """Names as a byline has them: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return names[0] if names else None
    return f"{', '.join(names[:-1])} and {names[-1]}"


def has_place(line: str) -> bool:
    """Whether a place follows the name ("Jane Doe in Brussels")."""
    return bool(_PLACE.search(line + " "))


def has_role(line: str) -> bool:
    """Whether a line names a role of the trade ("Political correspondent")."""
    return any(word in _ROLES for word in line.lower().replace(",", " ").split())


def _name(part: str, *, fewest: int) -> str | None:
    words = part.split()
    kept: list[str] = []
    for word in words:
        if word.lower() in _ROLES and kept:
            break
        kept.append(word)
    if not fewest <= len(kept) <= _MOST_NAME_WORDS or not all(_is_name_word(word) for word in kept):
        return None
    if not kept[-1][0].isupper() or kept[0].lower() in _NOT_NAMES or any(_is_calendar(word) for word in kept):
        return None
    return " ".join(kept)


def _is_name_word(word: str) -> bool:
    return bool(_WORD.match(word)) and (
        word[0].isupper() or word.lower() in _PARTICLES or word[:3] in ("al-", "el-")
    )


def _is_calendar(word: str) -> bool:
    return word.lower().strip(".,") in WEEKDAYS or (
        word.lower().strip(".,") in MONTHS and word.lower() not in _FIRST_NAMES
    )
