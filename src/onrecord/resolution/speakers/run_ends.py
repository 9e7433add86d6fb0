"""How far a run of capitalised words goes on: through particles, "&", "of the", nicknames and apostrophes."""

from onrecord.resolution.speakers.lexicon.grammar import CALENDAR, NUMBERS, PARTICLES, STARTERS
from onrecord.resolution.speakers.lexicon.organisations import HEADS, OUTLET_HEADS
from onrecord.resolution.speakers.lexicon.places import COUNTRIES
from onrecord.resolution.speakers.lexicon.roles import HONORIFICS, ROLES
from onrecord.resolution.speakers.words import Word, Words, is_initial

_LONGEST = 12
"""Words in a run at most: a longer one is a line in capitals."""


JOINING = frozenset(("of", "for", "on", "to"))


_SENT_TO = frozenset(
    "ambassador envoy adviser advisor representative delegate aide counsel secretary".split()
)


_ON = frozenset(
    "commission committee council conference center centre institute forum summit taskforce force".split()
)


_NICKED = frozenset("\"“”‘’'")


ADJECTIVES = frozenset(
    """new old great good big little high long first second third red one right left home world business sport news
    letters culture""".split()
)


GIVEN_TOO = frozenset(("will", "may"))
"""Small words that are given names too where a capital follows: "Will Orle"."""


MONTHS_THAT_ARE_NAMES = frozenset(("april", "may", "june", "august", "jan"))
"""And months."""


def is_small(word: Word) -> bool:
    """Whether a word is no name for all its capital: "The", "I'm"; not "US"."""
    if is_initial(word) or (word.low in COUNTRIES and word.text.isupper()):
        return False
    return word.low.replace("’", "'").partition("'")[0] in STARTERS


def followed_by_capital(words: Words, at: int) -> bool:
    """Whether a word with a capital stands right after."""
    after = at + 1
    return (
        after < len(words.words)
        and words.joined(after)
        and words.words[after].capital
        and words.words[after].letters
    )


def end_of_run(words: Words, begin: int, end: int) -> int:
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
    if words.words[at - 1].owns and _is_owned_by_people(words, at):
        return 1
    if not words.joined(at):
        return 0
    if word.letters and word.capital:
        if at == begin + 1 and _is_title(words.words[begin]) and _is_given_too(words, at):
            return 1  # "Mr Will Orle", "Dr Jan Pell"
        if word.low in CALENDAR:
            return 0
        if word.low in NUMBERS and followed_by_capital(words, at):
            return 1
        return 0 if is_small(word) and word.low not in PARTICLES and word.low not in ADJECTIVES else 1
    if word.elided:
        return 1
    if word.text in _NICKED and _is_nickname(words, at, limit):
        return 3
    if word.text in ("’", "'") and owned_by_many(words, at, limit):
        return 2
    if word.low in PARTICLES and leads_on(words, at, limit):
        return 1
    if word.text == "&" and leads_on(words, at, limit):
        return 1
    if word.low in JOINING or word.low == "and":
        return _through(words, begin, at, limit)
    return 0


def _is_given_too(words: Words, at: int) -> bool:
    """Whether a small word or a month is a given name behind a title."""
    low = words.words[at].low
    return low in GIVEN_TOO or (low in MONTHS_THAT_ARE_NAMES and followed_by_capital(words, at))


def _is_title(word: Word) -> bool:
    return word.low.rstrip(".") in HONORIFICS | ROLES


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


def owned_by_many(words: Words, at: int, limit: int) -> bool:
    """Whether an apostrophe there stands within a name: "Players’ Association"."""
    return (
        at + 1 < limit
        and words.words[at - 1].end == words.words[at].start
        and words.words[at - 1].low.endswith("s")
        and words.words[at + 1].low in HEADS
        and words.words[at + 1].capital
        and words.joined(at + 1)
    )


def _is_owned_by_people(words: Words, at: int) -> bool:
    """Whether the word there goes on a name after a plural's 's: "Fishermen's Association", "Women's Institute"."""
    owner, word = words.words[at - 1], words.words[at]
    return (
        owner.sentence == word.sentence
        and owner.capital
        and owner.low.endswith(("men", "children", "people"))
        and word.capital
        and word.low in HEADS
        and words.text[owner.end : word.start][2:] == " "  # 's and a blank
    )


def leads_on(words: Words, at: int, limit: int) -> bool:
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
        if not any(word.low in JOINING for word in so_far) and head not in ("trinidad", "health"):
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
