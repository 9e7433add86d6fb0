"""The role that the words beside a name give it: "transport minister Mara Quell", "Mara Quell, who is 52, minister of
transport since May," "the union's leader, Mara Quell"."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.resolution.speakers.lexicon.grammar import (
    ARTICLES,
    CALENDAR,
    DETERMINERS,
    NUMBERS,
    POSSESSIVE,
    PREPOSITIONS,
    PRONOUNS,
    STARTERS,
)
from onrecord.resolution.speakers.lexicon.organisations import HEADS, OUTLET_HEADS, OUTLET_WORDS
from onrecord.resolution.speakers.lexicon.roles import HONORIFICS, PEOPLE, ROLE_MODIFIERS, ROLES
from onrecord.resolution.speakers.names import Run
from onrecord.resolution.speakers.words import Words

_MOST_BEFORE = 6
_MOST_AFTER = 16
_MODIFYING = ROLE_MODIFIERS | frozenset(
    (
        "senior",
        "junior",
        "chief",
        "new",
        "first",
        "second",
        "old",
        "longtime",
        "long-time",
        "veteran",
        "then",
        "current",
        "one-time",
    )
)
_LINKING = PREPOSITIONS - {"like"}
_CUT = frozenset(
    """who whose whom which that since until when where but while as because after before during from said says told has
    had was is were are will would""".split()
)
_HOLDING = frozenset(
    """holds argues insists claims thinks believes warns admits writes maintains concedes contends finds adds
    explains argued insisted claimed thought believed warned admitted wrote maintained conceded contended held added
    explained""".split()
)
_AUXILIARY = frozenset(("has", "had", "is", "was", "are", "were", "will", "would"))
_SUBORDINATING = frozenset(("after", "when", "since", "before", "while", "once", "until"))
_THEIRS = frozenset(("his", "her", "its", "their"))
_BEING = frozenset(("is", "was", "became", "remains", "remained"))
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


def titles_of(words: Words, run: Run) -> Iterator[Title]:
    """The roles that stand beside the name of a run."""
    before = _directly_before(words, run)
    if before:
        yield before
    apart = _before_a_comma(words, run)
    if apart:
        yield apart
    after = _after(words, run.end)
    if after:
        yield after


def role_head(low: str) -> str | None:
    """The role that a word names, "vice-president" and "ex-minister" and plurals too; None for other words."""
    if low in ROLES or low in PEOPLE:
        return low
    last = low.rpartition("-")[2]
    return last if last in ROLES else None


def body_head(low: str) -> str | None:
    """The kind of organisation or outlet that a word names; None for other words."""
    return low if low in KINDS_OF_BODY else None


def _directly_before(words: Words, run: Run) -> Title | None:
    """ "Police spokesman" in "Police spokesman Hauke Delventhal", capitals or not."""
    end, at = run.name, run.name
    if run.name == run.begin:
        at = run.begin - 1
        if at < 0 or not words.joined(run.begin):
            return None
        head = role_head(words.words[at].low)
        if head is None:
            return None
        end = at + 1
    else:
        heads = [role_head(word.low) for word in words.words[run.begin : run.name]]
        head = next((one for one in reversed(heads) if one), None)
        at = run.begin
        while at < end and words.words[at].low.rstrip(".") in HONORIFICS - ROLES:
            at += 1
        if head is None or at == end:
            return None
        if at > run.begin:
            return Title(_span(words, at, end), head)
    begin = at
    while (
        begin > 0
        and end - begin < _MOST_BEFORE
        and words.joined(begin)
        and _modifies(words, begin - 1, begin)
    ):
        begin -= 1
    return Title(_span(words, begin, end), head) if head not in PEOPLE else None


def _modifies(words: Words, at: int, after: int) -> bool:
    """Whether a word belongs to the role whose words begin `after` it: a small one before a capital is a verb as often
    as not ("Stoltenberg meets Ukrainian President"), but for those that are known to modify.
    """
    word = words.words[at]
    if not word.letters or word.low in CALENDAR:
        return False
    if words.words[after].capital and not word.capital:
        return word.low in _MODIFYING
    return word.low in _MODIFYING or (
        word.low not in STARTERS and word.low not in _CUT and not word.low.endswith(("ed", "ly"))
    )


def _before_a_comma(words: Words, run: Run) -> Title | None:
    """ "its director" in "its director, Yohanan Lakritz,"."""
    comma = run.begin - 1
    if (
        comma < 1
        or words.words[comma].text != ","
        or words.words[comma].sentence != words.words[run.begin].sentence
    ):
        return None
    begin = comma
    floor = max(words.sentences[words.words[comma].sentence].begin, comma - _MOST_AFTER)
    while begin > floor:
        word = words.words[begin - 1]
        if word.low in DETERMINERS or word.owns:
            break
        if not word.letters or word.low in _CUT or word.low in PRONOUNS:
            return None
        begin -= 1
    else:
        if not words.words[begin].first:
            return None
    found = _phrase(words, begin, comma, after=False)
    if found is not None and body_head(found.head) and words.words[comma - 1].capital:
        return None
    return found


def _after(words: Words, at: int) -> Title | None:
    """ "the police spokesman" in "Hauke Delventhal (42), the police spokesman,"; also "is the police spokesman"."""
    at = _past_age(words, at)
    if at + 1 >= len(words.words) or words.words[at].sentence != words.words[at + 1].sentence:
        return None
    if words.words[at].text not in (",", "(", "–", "—") and words.words[at].low not in _BEING:
        return None
    being = words.words[at].low in _BEING
    if words.words[at].text == "," and words.words[at + 1].low == "who" and at + 2 < len(words.words):
        if words.words[at + 2].low not in _BEING:
            return None
        at, being = at + 2, True
    begin, end = at + 1, at + 1
    if begin >= len(words.words):
        return None
    limit = min(words.sentences[words.words[at].sentence].end, begin + _MOST_AFTER)
    while (
        end < limit
        and (words.words[end].letters or words.words[end].text in ("&", "’", "'"))
        and words.words[end].low not in _CUT
    ):
        end += 1
    first = words.words[begin].low
    if being and first not in ARTICLES and role_head(first) is None:
        return None
    if words.words[at].text == "(" and words.words[begin].capital:
        return None
    if first in PRONOUNS - POSSESSIVE or first in CALENDAR or (first in _LINKING):
        return None
    if not being and (_is_clause(words, begin, end) or _is_next(words, end) or _is_subject(words, at, end)):
        return None
    return _phrase(words, begin, end, after=True)


def _is_clause(words: Words, begin: int, end: int) -> bool:
    """Whether words after a name and a comma are a clause of their own: "Halvern, deputy governor breaks her silence",
    "Theft, the owner holds", "In the Herald, Mara Quell warned the government".
    """
    return words.words[end - 1].low in _HOLDING or any(
        words.words[at].low in _THEIRS | ARTICLES and words.words[at - 1].low not in _LINKING | {"and", "or"}
        for at in range(begin + 2, end)
    )


def _is_subject(words: Words, comma: int, end: int) -> bool:
    """Whether the role that ends there does what the sentence tells, after a clause that opened it with the name:
    "A year after he left Halden, the former mayor (FM) has broken his silence".
    """
    listed = words.words
    if end < len(listed) and listed[end].text == "(":
        end = next((at + 1 for at in range(end, min(end + 4, len(listed))) if listed[at].text == ")"), end)
    opening = listed[words.sentences[listed[comma].sentence].begin : comma]
    return (
        end < len(listed)
        and listed[end].low in _AUXILIARY
        and any(word.low in _SUBORDINATING for word in opening)
    )


def _is_next(words: Words, end: int) -> bool:
    """Whether the role that ends there belongs to the name after it: "In the Herald, the minister, Mara Quell,"."""
    listed = words.words
    return (
        end + 1 < len(listed)
        and listed[end].text == ","
        and listed[end + 1].sentence == listed[end].sentence
        and listed[end + 1].capital
        and listed[end + 1].low not in CALENDAR
    )


def _past_age(words: Words, at: int) -> int:
    """The place after ", 58" or "(58)"."""
    listed = words.words
    if (
        at + 2 < len(listed)
        and listed[at].text in ",("
        and listed[at + 1].text.isdigit()
        and len(listed[at + 1].text) < 3
    ):
        return at + 3 if listed[at].text == "(" else at + 2
    return at


def _phrase(words: Words, begin: int, end: int, *, after: bool) -> Title | None:
    """A noun phrase there that names a role or a kind of body, without its article; None where it is none."""
    while begin < end and words.words[begin].low in DETERMINERS:
        begin += 1
    if begin >= end:
        return None
    head_at = begin
    while (
        head_at + 1 < end
        and words.words[head_at + 1].low not in _LINKING
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
    return Title(_span(words, begin, end), head, after, (begin, end))


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


def _span(words: Words, begin: int, end: int) -> Span:
    last = words.words[end - 1]
    return Span(words.words[begin].start, last.end + (2 if last.owns else 0))
