"""Runs of capitalised words: what may be the name of somebody or something, with the title or role before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.resolution.speakers.lexicon.grammar import CALENDAR, NUMBERS, PARTICLES, PREPOSITIONS
from onrecord.resolution.speakers.lexicon.roles import PEOPLE, ROLE_MODIFIERS, ROLES
from onrecord.resolution.speakers.run_ends import (
    ADJECTIVES,
    GIVEN_TOO,
    MONTHS_THAT_ARE_NAMES,
    end_of_run,
    followed_by_capital,
    is_small,
    leads_on,
    owned_by_many,
)
from onrecord.resolution.speakers.run_titles import modifier_end, role_end
from onrecord.resolution.speakers.words import Words

_ASKS = 3
"""Words at the end of a sentence among which a question mark stands where it asks."""


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together, as places among the article's words (half open).

    `name` is where the name begins: what stands before it is a title or role ("Foreign Minister").  It is `end` where
    the run is a title or role alone.
    """

    begin: int
    name: int
    end: int

    @property
    def named(self) -> bool:
        """Whether there is a name."""
        return self.name < self.end


def runs(words: Words, seen: frozenset[str]) -> Iterator[Run]:
    """The runs outside headings in title case; `seen` are words that the article writes in lower case too."""
    for sentence in words.sentences:
        if not sentence.titled:
            yield from runs_between(words, sentence.begin, sentence.end, seen)


def runs_between(words: Words, begin: int, end: int, seen: frozenset[str]) -> Iterator[Run]:
    """The runs among the words there."""
    at = begin
    while at < end:
        if not _begins(words, at, seen):
            at += 1
            continue
        stop = end_of_run(words, at, end)
        yield from _parts(words, at, stop)
        at = stop


def lower_words(words: Words) -> frozenset[str]:
    """The words that the article writes in lower case somewhere, and plurals that only sentences begin with."""
    lower = {word.text for word in words.words if word.text[0].islower()}
    named = {word.low for word in words.words if word.capital and not word.first}
    many = {
        word.low for word in words.words if word.first and word.low.endswith("s") and word.low[-2:-1] != "s"
    }
    return frozenset(lower | (many - named))


def _begins(words: Words, at: int, seen: frozenset[str]) -> bool:
    word = words.words[at]
    if not word.letters or not word.capital:
        return False
    if word.low in CALENDAR and not _is_given(words, at):
        return False
    if word.low in GIVEN_TOO and _is_given(words, at):
        return True
    if is_small(word) and not (word.low in ADJECTIVES and followed_by_capital(words, at)):
        return False
    if word.first and (word.low in seen or word.low in ROLE_MODIFIERS or is_plain(word.low)):
        return followed_by_capital(words, at) or _goes_on(words, at)
    return True


def _goes_on(words: Words, at: int) -> bool:
    """Whether a plural or a role that begins a sentence begins a name: "Tenants' Union", "Minister of Ports",
    "Sails & Masts".
    """
    end = min(at + 5, words.sentences[words.words[at].sentence].end)
    if words.words[at].low in ROLES and _is_before_of(words, at):
        return True
    if at + 1 >= end:
        return False
    if words.words[at + 1].text in ("’", "'"):
        return owned_by_many(words, at + 1, end)
    if words.words[at + 1].text == "&" and words.joined(at + 1):
        return leads_on(words, at + 1, end)
    return words.words[at + 1].low in PARTICLES and leads_on(words, at + 1, end)


def _is_before_of(words: Words, at: int) -> bool:
    """Whether "of" and a capital follow: "Minister of Ports"."""
    after = at + 1
    return after < len(words.words) and words.words[after].low == "of" and followed_by_capital(words, after)


def is_plain(low: str) -> bool:
    """Whether a word with a capital is a common noun or number all the same: "Critics", "Sixty-one"."""
    single = low[:-1] if low.endswith("s") and not low.endswith("ss") else low
    return single in ROLES or single in PEOPLE or low in PEOPLE or low.partition("-")[0] in NUMBERS


def _is_given(words: Words, at: int) -> bool:
    """Whether a month or a verb is somebody's given name here: "April Lund", "Will Orle", not "in April" nor "19
    August", nor at the head of a question ("Will Labour win?").
    """
    word = words.words[at]
    if word.low not in MONTHS_THAT_ARE_NAMES | GIVEN_TOO or not followed_by_capital(words, at):
        return False
    if word.low in GIVEN_TOO and word.first and _asks(words, at):
        return False
    before = words.words[at - 1] if at else None
    return (
        before is None
        or before.sentence != words.words[at].sentence
        or not (
            (before.low in PREPOSITIONS and word.low != "jan")
            or before.text[0].isdigit()
            or before.low in ("last", "this", "next", "every", "early", "late")
        )
    )


def _asks(words: Words, at: int) -> bool:
    """Whether the sentence there ends as a question."""
    end = words.sentences[words.words[at].sentence].end
    return any(word.text == "?" for word in words.words[max(end - _ASKS, at) : end])


def _parts(words: Words, begin: int, end: int) -> Iterator[Run]:
    """The run with its name apart from what stands before it."""
    shown = words.words[begin:end]
    cut = max(role_end(shown), modifier_end(shown))
    if cut < len(shown) and not shown[cut].text[0].isalnum():
        cut = 0  # "Players’ Association"
    yield Run(begin, begin + cut, end)
