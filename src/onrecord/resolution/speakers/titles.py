"""The role that the words beside a name give it: "transport minister Mara Quell", "Mara Quell, who is 52, minister of
transport since May," "the union's leader, Mara Quell"."""

from collections.abc import Iterator

from onrecord.resolution.speakers.appositions import CUT, MOST_BESIDE, role_after
from onrecord.resolution.speakers.lexicon.grammar import (
    CALENDAR,
    DETERMINERS,
    PRONOUNS,
    STARTERS,
)
from onrecord.resolution.speakers.lexicon.organisations import HEADS
from onrecord.resolution.speakers.lexicon.roles import HONORIFICS, PEOPLE, ROLE_MODIFIERS, ROLES
from onrecord.resolution.speakers.names import Run
from onrecord.resolution.speakers.offices import Title, body_head, role_head, role_phrase, span_between
from onrecord.resolution.speakers.words import Words

_MOST_BEFORE = 6


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


def titles_of(words: Words, run: Run) -> Iterator[Title]:
    """The roles that stand beside the name of a run."""
    before = _directly_before(words, run)
    if before:
        yield before
    apart = _before_a_comma(words, run)
    if apart:
        yield apart
    after = role_after(words, run.end)
    if after:
        yield after


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
            return Title(span_between(words, at, end), head)
    begin = at
    while (
        begin > 0
        and end - begin < _MOST_BEFORE
        and words.joined(begin)
        and _modifies(words, begin - 1, begin)
    ):
        begin -= 1
    return Title(span_between(words, begin, end), head) if head not in PEOPLE else None


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
        word.low not in STARTERS and word.low not in CUT and not word.low.endswith(("ed", "ly"))
    )


def _is_bracketed(words: Words, run: Run) -> bool:
    """Whether a name of two words or more, of no body by its last, stands alone in brackets."""
    if run.end >= len(words.words) or run.end - run.name < 2 or words.words[run.end - 1].low in HEADS:
        return False
    return [words.words[at].text for at in (run.begin - 1, run.end)] == ["(", ")"]


def _before_a_comma(words: Words, run: Run) -> Title | None:
    """ "its director" in "its director, Yohanan Lakritz,", and in "its director (Yohanan Lakritz)"."""
    comma = run.begin - 1
    if (
        comma < 1
        or not (words.words[comma].text == "," or _is_bracketed(words, run))
        or words.words[comma].sentence != words.words[run.begin].sentence
    ):
        return None
    begin = comma
    floor = max(words.sentences[words.words[comma].sentence].begin, comma - MOST_BESIDE)
    while begin > floor:
        word = words.words[begin - 1]
        if word.low in DETERMINERS or word.owns:
            break
        if not word.letters or word.low in CUT or word.low in PRONOUNS:
            return None
        begin -= 1
    else:
        if not words.words[begin].first:
            return None
    found = role_phrase(words, begin, comma, after=False)
    if found is not None and body_head(found.head) and words.words[comma - 1].capital:
        return None
    return found
