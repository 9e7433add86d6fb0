"""Runs of capitalised words: what may be the name of somebody or something, with the title or role before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.resolution.speakers.lexicon.given import given_names
from onrecord.resolution.speakers.lexicon.grammar import CALENDAR, NUMBERS, PARTICLES, PREPOSITIONS, STARTERS
from onrecord.resolution.speakers.lexicon.organisations import HEADS, OUTLET_HEADS
from onrecord.resolution.speakers.lexicon.places import COUNTRIES, DEMONYMS, PLACE_HEADS
from onrecord.resolution.speakers.lexicon.roles import HONORIFICS, PEOPLE, ROLE_MODIFIERS, ROLES
from onrecord.resolution.speakers.words import Word, Words, is_initial

_LONGEST = 12
"""Words in a run at most: a longer one is a line in capitals."""

_JOINING = frozenset(("of", "for", "on", "to"))
_SENT_TO = frozenset(
    "ambassador envoy adviser advisor representative delegate aide counsel secretary".split()
)
_ON = frozenset(
    "commission committee council conference center centre institute forum summit taskforce force".split()
)
_NICKED = frozenset("\"“”‘’'")
_ADJECTIVES = frozenset(
    """new old great good big little high long first second third red one right left home world business sport news
    letters culture""".split()
)
_MODIFIER = re.compile(r"\w[-‐‑](?:[a-z]+ed|born|led|run|era)$")
"""A participle that a capital is only the first part of: "London-based", "Paris-born"."""
_MONTHS_THAT_ARE_NAMES = frozenset(("april", "may", "june", "august"))


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
        stop = _end_of_run(words, at, end)
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
    if _is_small(word) and not (word.low in _ADJECTIVES and _followed_by_capital(words, at)):
        return False
    if word.first and (word.low in seen or word.low in ROLE_MODIFIERS or is_plain(word.low)):
        return _followed_by_capital(words, at) or _goes_on(words, at)
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
        return _owned_by_many(words, at + 1, end)
    if words.words[at + 1].text == "&" and words.joined(at + 1):
        return _leads_on(words, at + 1, end)
    return words.words[at + 1].low in PARTICLES and _leads_on(words, at + 1, end)


def _is_before_of(words: Words, at: int) -> bool:
    """Whether "of" and a capital follow: "Minister of Ports"."""
    after = at + 1
    return after < len(words.words) and words.words[after].low == "of" and _followed_by_capital(words, after)


def is_plain(low: str) -> bool:
    """Whether a word with a capital is a common noun or number all the same: "Critics", "Sixty-one"."""
    single = low[:-1] if low.endswith("s") and not low.endswith("ss") else low
    return single in ROLES or single in PEOPLE or low in PEOPLE or low.partition("-")[0] in NUMBERS


def _is_small(word: Word) -> bool:
    """Whether a word is no name for all its capital: "The", "I'm"; not "US"."""
    if is_initial(word) or (word.low in COUNTRIES and word.text.isupper()):
        return False
    return word.low.replace("’", "'").partition("'")[0] in STARTERS


def _is_given(words: Words, at: int) -> bool:
    """Whether a month is somebody's given name here: "April Lund", not "in April" nor "19 August"."""
    if words.words[at].low not in _MONTHS_THAT_ARE_NAMES or not _followed_by_capital(words, at):
        return False
    before = words.words[at - 1] if at else None
    return (
        before is None
        or before.sentence != words.words[at].sentence
        or not (
            before.low in PREPOSITIONS
            or before.text[0].isdigit()
            or before.low in ("last", "this", "next", "every", "early", "late")
        )
    )


def _followed_by_capital(words: Words, at: int) -> bool:
    after = at + 1
    return (
        after < len(words.words)
        and words.joined(after)
        and words.words[after].capital
        and words.words[after].letters
    )


def _end_of_run(words: Words, begin: int, end: int) -> int:
    """Where the run that begins there ends."""
    at = begin + 1
    limit = min(end, begin + _LONGEST)
    while at < limit:
        step = _step(words, begin, at, limit)
        if not step:
            return at
        at += step
    return at


def _step(words: Words, begin: int, at: int, limit: int) -> int:
    """How many words from there on go on with the run: 0 where it ends."""
    word = words.words[at]
    if not words.joined(at):
        return 0
    if word.letters and word.capital:
        if word.low in CALENDAR:
            return 0
        if word.low in NUMBERS and _followed_by_capital(words, at):
            return 1
        return 0 if _is_small(word) and word.low not in PARTICLES and word.low not in _ADJECTIVES else 1
    if word.elided:
        return 1
    if word.text in _NICKED and _is_nickname(words, at, limit):
        return 3
    if word.text in ("’", "'") and _owned_by_many(words, at, limit):
        return 2
    if word.low in PARTICLES and _leads_on(words, at, limit):
        return 1
    if word.text == "&" and _leads_on(words, at, limit):
        return 1
    if word.low in _JOINING or word.low == "and":
        return _through(words, begin, at, limit)
    return 0


def _is_nickname(words: Words, at: int, limit: int) -> bool:
    """Whether a nickname in marks stands there between two parts of a name: Marcia "Cia" Price."""
    return (
        at + 3 < limit
        and all(words.words[one].sentence == words.words[at].sentence for one in range(at, at + 4))
        and (
            words.words[at + 1].capital
            and words.words[at + 2].text in _NICKED
            and words.words[at + 3].capital
            and words.words[at + 3].letters
            and words.words[at + 3].low not in STARTERS
            and words.words[at + 3].start == words.words[at + 2].end + 1
        )
    )


def _owned_by_many(words: Words, at: int, limit: int) -> bool:
    """Whether an apostrophe there stands within a name: "Players’ Association"."""
    return (
        at + 1 < limit
        and words.words[at - 1].end == words.words[at].start
        and words.words[at - 1].low.endswith("s")
        and words.words[at + 1].low in HEADS
        and words.words[at + 1].capital
        and words.joined(at + 1)
    )


def _leads_on(words: Words, at: int, limit: int) -> bool:
    """Whether a particle there is followed by a capital, other particles looked through."""
    for after in range(at + 1, min(at + 4, limit)):
        if not words.joined(after):
            return False
        word = words.words[after]
        if word.letters and word.capital:
            return True
        if word.low not in PARTICLES:
            return False
    return False


def _through(words: Words, begin: int, at: int, limit: int) -> int:
    """How many words "of the" is, where an organisation's name or a title goes on after it."""
    so_far = words.words[begin:at]
    head = so_far[-1].low
    if words.words[at].low == "and":
        if head not in HEADS and _ends_in_head(words, at + 1, limit):
            return 1
        if not any(word.low in _JOINING for word in so_far) and head not in ("trinidad", "health"):
            return 0
    elif words.words[at].low == "on":
        if head not in _ON:
            return 0
    elif words.words[at].low == "to":
        if head not in _SENT_TO:
            return 0
    elif head not in HEADS and head not in ROLES and head not in OUTLET_HEADS:
        return 0
    after = at + 1
    while after < limit and words.joined(after) and words.words[after].low in ("the", "and"):
        after += 1
    fits = after < limit and words.joined(after) and words.words[after].capital and words.words[after].letters
    return after - at if fits and words.words[after].low not in STARTERS - NUMBERS else 0


def _ends_in_head(words: Words, at: int, limit: int) -> bool:
    """Whether the capitals that follow end in a word for a body: "Oversight and Government Reform Committee"."""
    last = None
    while at < limit and words.joined(at) and words.words[at].capital and words.words[at].letters:
        last = words.words[at].low
        at += 1
    return last in HEADS


def _parts(words: Words, begin: int, end: int) -> Iterator[Run]:
    """The run with its name apart from what stands before it."""
    shown = words.words[begin:end]
    cut = max(_role_end(shown), _modifier_end(shown))
    if cut < len(shown) and not shown[cut].text[0].isalnum():
        cut = 0  # "Players’ Association"
    yield Run(begin, begin + cut, end)


def _modifier_end(shown: Sequence[Word]) -> int:
    """How many words of a run are where somebody is from, or the like: "Old Harbour-based Mara Quell"."""
    return max((at + 1 for at, word in enumerate(shown[:-1]) if _MODIFIER.search(word.text)), default=0)


def _role_end(shown: Sequence[Word]) -> int:
    """How many words of a run are title and role."""
    if any(word.low in _JOINING for word in shown):
        return _role_with_of(shown)
    last = 0
    for at, word in enumerate(shown):
        low = word.low.rstrip(".")
        if (
            (_titles(low) and not _surname(shown, at) and not _has_begun(shown, last, at))
            or ("-" in low and low.rpartition("-")[2] in ROLES and at < len(shown) - 1)
            or (at == last and low in DEMONYMS and _is_person(shown[at + 1 :]))
        ):
            last = at + 1
    if last == len(shown) and last > 1 and shown[0].low.rstrip(".") in HONORIFICS:
        return last - 1  # "Judge Major", "Mr Bishop"
    if last < len(shown) and last and shown[-1].low in HEADS and len(shown) - last == 1:
        return 0 if shown[last].low in HEADS else last  # "President's Office", "Judges Council"
    return last


def _titles(low: str) -> bool:
    """Whether a word stands before names as a title or role does, for several people too ("Senators")."""
    single = low[:-1] if low.endswith("s") and not low.endswith("ss") else low
    return low in ROLE_MODIFIERS or any(one in HONORIFICS or one in ROLES for one in (low, single))


def _is_person(shown: Sequence[Word]) -> bool:
    """Whether what stands after "Republican" or "French" is a person's name, or a role, and no body's name."""
    lows = [word.low for word in shown]
    return len(lows) > 1 and not any(
        low in HEADS or low in OUTLET_HEADS or low in PLACE_HEADS for low in lows
    )


def _surname(shown: Sequence[Word], at: int) -> bool:
    """Whether a word for a role is somebody's surname: it ends a run that begins with a given name or initial."""
    if at == 0 or at < len(shown) - 1:
        return False
    before = shown[at - 1]
    given = before.low in given_names() and not _titles(before.low.rstrip("."))
    return given or is_initial(before)


def _has_begun(shown: Sequence[Word], role: int, at: int) -> bool:
    """Whether a name has begun with a given name just before, so that a word for a role is part of it: "Analyst Edward
    Hunter Christie"; `role` is where the words of the role end so far.
    """
    if at <= role or at == len(shown) - 1:
        return False
    low = shown[at - 1].low
    return low in given_names() and not _titles(low.rstrip("."))


def _role_with_of(shown: Sequence[Word]) -> int:
    """A run with "of": "Minister of Tourism Clotaire Vaubrun" is not told apart; a title alone is."""
    head = next(at for at, word in enumerate(shown) if word.low in _JOINING) - 1
    return len(shown) if shown[head].low in ROLES else 0
