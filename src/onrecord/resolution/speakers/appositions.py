"""The role that stands after a name: "Hauke Delventhal (42), the police spokesman," "Mara Quell, who is minister"."""

from onrecord.resolution.speakers.lexicon.grammar import (
    ARTICLES,
    CALENDAR,
    POSSESSIVE,
    PRONOUNS,
)
from onrecord.resolution.speakers.offices import LINKING, Title, role_head, role_phrase
from onrecord.resolution.speakers.words import Words

MOST_BESIDE = 16


CUT = frozenset(
    """who whose whom which that since until when where but while as because after before during from said says told has
    had was is were are will would""".split()
)


_HOLDING = frozenset(
    """holds argues insists claims thinks believes warns admits writes maintains concedes contends finds adds
    explains argued insisted claimed thought believed warned admitted wrote maintained conceded contended held added
    explained""".split()
)


_AUXILIARY = frozenset(("has", "had", "is", "was", "are", "were", "will", "would"))


_SAYING = frozenset(("said", "says", "told"))


_SUBORDINATING = frozenset(("after", "when", "since", "before", "while", "once", "until"))


_THEIRS = frozenset(("his", "her", "its", "their"))


_BEING = frozenset(("is", "was", "became", "remains", "remained"))


def role_after(words: Words, at: int) -> Title | None:
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
    limit = min(words.sentences[words.words[at].sentence].end, begin + MOST_BESIDE)
    while (
        end < limit
        and (words.words[end].letters or words.words[end].text in ("&", "’", "'"))
        and words.words[end].low not in CUT
    ):
        end += 1
    first = words.words[begin].low
    if being and ((first not in ARTICLES and role_head(first) is None) or _is_quoted(words, at)):
        return None
    if words.words[at].text == "(" and words.words[begin].capital:
        return None
    if first in PRONOUNS - POSSESSIVE or first in CALENDAR or (first in LINKING):
        return None
    if not being and (
        _is_clause(words, begin, end)
        or _is_next(words, end)
        or _is_subject(words, at, end)
        or _is_reporting(words, at, end)
    ):
        return None
    return role_phrase(words, begin, end, after=True)


def _is_clause(words: Words, begin: int, end: int) -> bool:
    """Whether words after a name and a comma are a clause of their own: "Halvern, deputy governor breaks her silence",
    "Theft, the owner holds", "In the Herald, Mara Quell warned the government".
    """
    return words.words[end - 1].low in _HOLDING or any(
        words.words[at].low in _THEIRS | ARTICLES and words.words[at - 1].low not in LINKING | {"and", "or"}
        for at in range(begin + 2, end)
    )


def _is_subject(words: Words, comma: int, end: int) -> bool:
    """Whether the role that ends there does what the sentence tells, after a clause that opened it with the name, or
    words to who bears it: "A year after he left Halden, the former mayor (FM) has broken his silence".
    """
    listed = words.words
    if end < len(listed) and listed[end].text == "(":
        end = next((at + 1 for at in range(end, min(end + 4, len(listed))) if listed[at].text == ")"), end)
    opening = listed[words.sentences[listed[comma].sentence].begin : comma]
    return (
        end < len(listed)
        and listed[end].low in _AUXILIARY
        and (any(word.low in _SUBORDINATING for word in opening) or _is_called(words, comma))
    )


def _is_reporting(words: Words, comma: int, end: int) -> bool:
    """Whether the role that ends there says what stands before its comma, the name in it included: "The board backs
    Halden, the chairman said".

    What stands beside a name is closed before its verb ("Halden, the chairman, said"); where the name itself opens
    the sentence and the verb goes on to something, a comma was left out ("Halden, the chairman said it was over").
    """
    listed = words.words
    if end >= len(listed) or listed[end].low not in _SAYING | _AUXILIARY:
        return False
    return not _opens(words, comma) or end + 1 >= len(listed) or not listed[end + 1].letters


def _opens(words: Words, comma: int) -> bool:
    """Whether nothing but the capitals of a name and its titles stands in the sentence before the comma."""
    begin = words.sentences[words.words[comma].sentence].begin
    return all(word.capital or not word.letters for word in words.words[begin:comma])


def _is_quoted(words: Words, at: int) -> bool:
    """Whether quoted words have begun in the sentence and not ended: what somebody says another is ("Mara is a fine
    minister") is praise as often as an office.
    """
    for before in reversed(words.words[words.sentences[words.words[at].sentence].begin : at]):
        if before.text in '“«„"‘”»':
            return before.text in '“«„"‘'
    return False


def _is_called(words: Words, comma: int) -> bool:
    """Whether quoted words begin with the name before the comma: "Simon, the minister would like it"."""
    at = comma
    while at > 0 and words.words[at - 1].capital:
        at -= 1
    return (
        at > 0 and words.words[at - 1].text in "\"“„«‘'" and words.words[at - 1].end == words.words[at].start
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
