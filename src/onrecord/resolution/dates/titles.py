"""Words of time that are part of a name and tell no time: the Sunday Times, the Friday Club, told Today at Seven."""

from onrecord.resolution.dates.lexicon import MONTHS, PARTS
from onrecord.resolution.dates.rules import Parts
from onrecord.resolution.dates.tense import is_past

_PAPERS = frozenset(
    "times telegraph herald mirror mail express post independent tribune star sun review mercury "
    "gazette courier record journal chronicle examiner standard news magazine club".split()
)
"""What papers and clubs that are named after a day are called."""
_ON_SUNDAY = frozenset("mail independent".split())
_TOLD = frozenset("told tells telling".split())
_SMALL = frozenset("for of by and as from until till or but in to a an".split())
"""Words that headings write small between capitals: What to Know for Today."""


def is_named_after_day(parts: Parts) -> bool:
    """Whether a weekday is part of a name: Sunday Telegraph, told the Sunday Splash; the Mail on Sunday.

    A capital alone shows no name, as a day may stand right before one (he said Sunday Mr Orlo would go; a Monday White
    House briefing).  It is one where it follows "The" within a sentence or who is told, or where the word is one that
    papers and clubs are called by, and no verb that can stand before a bare day leads it (he said Monday Independent
    candidates would go).
    """
    if parts.start != parts.labels["weekday"][0]:
        return False
    if parts.before() == "on" and parts.before(2) in _ON_SUNDAY and parts.before(3) == "the":
        return parts.word("weekday") == "sunday"
    after = parts.after()
    if not parts.is_named() or after in MONTHS:
        return False
    if _follows_the_of_name(parts):
        return True
    if after in _PAPERS:
        return parts.before() != "on" and not _says_when(parts.before())
    return after in PARTS and _in_capitals(parts)


def is_programme(parts: Parts) -> bool:
    """Whether today, tomorrow or tonight is part of a title: it has a capital after a small word, or ends a name that
    begins with capitals alone (told Today at Seven, USA Today).

    A capital may also stand in a heading, where small words are few, or open what somebody said Today without marks.
    """
    if not parts.shown().istitle():
        return False
    before = parts.shown_before()
    if before.isupper() and len(before) > 1:
        return True
    word = before.lstrip("'’")
    return word.isalpha() and word.islower() and word not in _SMALL and not _says_when(word)


def _follows_the_of_name(parts: Parts) -> bool:
    """Whether "The" stands before within a sentence, or a small "the" after who is told: told the Sunday Splash."""
    if parts.before() != "the":
        return False
    return parts.before(2) in _TOLD or (
        parts.shown_before().istitle() and (parts.before(2)[-1:].isalnum() or parts.before(2) == ",")
    )


def _says_when(word: str) -> bool:
    """Whether a day may follow this word: a verb in the past, but for `told`: who was told follows that."""
    return word != "told" and is_past(word)


def _in_capitals(parts: Parts) -> bool:
    """Whether the words that follow both begin with capitals: Saturday Evening Post."""
    text, starts = parts.tokens.text, parts.tokens.starts
    following = starts[parts.end : parts.end + 2]
    return len(following) == 2 and all(text[at].isupper() for at in following)
