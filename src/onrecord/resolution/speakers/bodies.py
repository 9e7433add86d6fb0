"""What sort of body a name is said to be: by a word before it ("the miners' union NUO"), or within it ("the Miners'
Union"); and which words within are none of that ("Union Press International" is no union).
"""

from onrecord.resolution.speakers.entities import Key
from onrecord.resolution.speakers.lexicon.grammar import CALENDAR, DETERMINERS, PREPOSITIONS
from onrecord.resolution.speakers.lexicon.organisations import HEADS
from onrecord.resolution.speakers.names import Run
from onrecord.resolution.speakers.offices import Title, body_head, role_head, span_between
from onrecord.resolution.speakers.words import Words

_MOST_BEFORE = 5
_BEHIND = frozenset(
    """group holding holdings company corporation corp inc ltd plc llc gmbh co trust partners associates service
    services enterprises""".split()
)
"""Words for a body that may stand behind the one that says what it is: "Orland Bank Group"."""
_TELLING = frozenset("told tell tells telling asked asks informed warned assured reminded".split())


def body_before(words: Words, run: Run) -> Title | None:
    """The words right before a name that say what body it is: "miners' union" in "the miners' union NUO".

    Whom words were told is not what the name after it is: "told the court Orland had paid".
    """
    at = run.begin - 1
    if at < 0 or run.begin != run.name or not words.joined(run.begin):
        return None
    head = body_head(words.words[at].low)
    if head is None or words.words[at].capital:
        return None
    begin = at
    while begin > 0 and at - begin < _MOST_BEFORE and _goes_on(words, begin - 1, at):
        begin -= 1
    before = words.words[max(begin - 2, 0) : begin]
    if any(word.low in _TELLING and word.sentence == words.words[at].sentence for word in before):
        return None
    return Title(span_between(words, begin, at + 1), head, words=(begin, at + 1))


def _goes_on(words: Words, at: int, head: int) -> bool:
    """Whether a word belongs to what the head says: a small one that is no verb's or preposition's."""
    word = words.words[at]
    if word.sentence != words.words[head].sentence:
        return False
    if word.text in ("’", "'"):
        return True
    low = word.low
    return word.letters and low not in DETERMINERS | PREPOSITIONS | CALENDAR | _TELLING and not role_head(low)


def turns_on(key: Key, word: str) -> bool:
    """Whether a name may be called by a word in it: it may not where a later word says what it is ("National Union
    Insurance"), up to its "of".  Police forces are "the police" whatever they are called.
    """
    parts = [word, f"{word}s"]
    found = [at for at, part in enumerate(key) if part in parts]
    if not found or word not in HEADS or word == "police":
        return bool(found)
    end = next((at for at in range(found[-1], len(key)) if key[at] in ("of", "for")), len(key))
    return not any(part in HEADS - _BEHIND for part in key[found[-1] + 1 : end])
