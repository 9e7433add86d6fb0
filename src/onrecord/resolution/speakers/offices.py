"""A role as an article writes it: which words name one, and the noun phrase around them."""

from dataclasses import dataclass

from onrecord.model import Span
from onrecord.resolution.speakers.lexicon.grammar import (
    ARTICLES,
    DETERMINERS,
    NUMBERS,
    PREPOSITIONS,
    STARTERS,
)
from onrecord.resolution.speakers.lexicon.organisations import HEADS, OUTLET_HEADS, OUTLET_WORDS
from onrecord.resolution.speakers.lexicon.roles import PEOPLE, ROLES
from onrecord.resolution.speakers.words import Words

LINKING = PREPOSITIONS - {"like"}


_THEN = frozenset(("then", "now", "once", "later"))
"""Words that say since when or until when, and stand outside the role: "then a deputy director"."""
KINDS_OF_BODY = HEADS | OUTLET_HEADS | OUTLET_WORDS


@dataclass(frozen=True, slots=True)
class Title:
    """A role as the article writes it: `span` without article; `head` the word that says what it is.

    `words` are the places of its words.
    """

    span: Span
    head: str
    after: bool = False
    words: tuple[int, int] = (0, 0)


def role_head(low: str) -> str | None:
    """The role that a word names, "vice-president" and "ex-minister" and plurals too; None for other words."""
    if low in ROLES or low in PEOPLE:
        return low
    last = low.rpartition("-")[2]
    return last if last in ROLES else None


def body_head(low: str) -> str | None:
    """The kind of organisation or outlet that a word names; None for other words."""
    return low if low in KINDS_OF_BODY else None


def role_phrase(words: Words, begin: int, end: int, *, after: bool) -> Title | None:
    """A noun phrase there that names a role or a kind of body, without its article; None where it is none."""
    if begin + 1 < end and words.words[begin].low in _THEN and words.words[begin + 1].low in DETERMINERS:
        begin += 1
    while begin < end and words.words[begin].low in DETERMINERS:
        begin += 1
    if begin >= end:
        return None
    head_at = begin
    while (
        head_at + 1 < end
        and words.words[head_at + 1].low not in LINKING
        and words.words[head_at].low != "and"
    ):
        head_at += 1
        if words.words[head_at].low == "and":
            head_at -= 1
            break
    low = words.words[head_at].low
    head = role_head(low) or body_head(low)
    if head is None or words.words[begin].low in NUMBERS:
        return None
    end = _shortened(words, begin, end)
    return Title(span_between(words, begin, end), head, after, (begin, end))


def _shortened(words: Words, begin: int, end: int) -> int:
    """Where the phrase ends: not with "and no relation"."""
    for at in range(begin + 1, end):
        if words.words[at].low == "and" and at + 1 < end and words.words[at + 1].low in STARTERS:
            return at
    while end > begin + 1 and (
        not words.words[end - 1].letters or words.words[end - 1].low in ARTICLES | PREPOSITIONS
    ):
        end -= 1
    return end


def span_between(words: Words, begin: int, end: int) -> Span:
    """The words there (half open) as a span, with the possessive of the last one."""
    last = words.words[end - 1]
    return Span(words.words[begin].start, last.end + (2 if last.owns else 0))
