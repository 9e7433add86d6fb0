"""Whether two names may be one person's, by the names alone."""

from enum import IntEnum

from onrecord.resolution.actors.given import is_one_given
from onrecord.resolution.actors.names import PersonName, halves
from onrecord.resolution.actors.spelling import FOREIGN, sound, spelling
from onrecord.resolution.speakers.lexicon.given import given_names


class Likeness(IntEnum):
    """How alike two names are, the surest last."""

    DIFFERENT = 0
    NEAR = 1  # the spelling is close; or one is the end of the other
    HALF = 2  # one is half of the other's double surname: somebody else's whole one as often as not
    SHORT = 3  # one is a part that many may share: a surname, an initial and a surname
    VARIANT = 4  # two whole names that differ by spelling, a short form, or words left out
    SAME = 5


def likeness(one: PersonName, other: PersonName) -> Likeness:
    """How alike two names are; the order does not matter."""
    if not one.words or not other.words:
        return Likeness.DIFFERENT
    if one.rank and other.rank and one.rank != other.rank:
        return Likeness.DIFFERENT
    if one.words == other.words:
        return Likeness.SAME if one.rank == other.rank else Likeness.NEAR
    if len(one.words) > len(other.words):
        one, other = other, one
    found = _short(one, other) if one.is_short else _whole(one, other)
    if found < Likeness.SHORT and (one.born or other.born):
        found = max(found, _born(one, other))
    return min(found, Likeness.NEAR) if one.rank != other.rank else found


def _short(one: PersonName, other: PersonName) -> Likeness:
    """One word beside a name: a surname or a half of one; of a name written surname first, its first word."""
    word = one.last
    surnames = [
        each for at, each in enumerate(other.words) if at == len(other.words) - 1 or each not in given_names()
    ]
    for surname in surnames:
        if spelling(word) == spelling(surname) and len(surname) > 1:
            return Likeness.VARIANT if other.is_short and word != surname else Likeness.SHORT
    if any(spelling(word) == spelling(half) for surname in surnames for half in halves(surname)):
        return Likeness.HALF
    if word == other.words[0] and not other.is_short:
        return Likeness.NEAR
    return Likeness.DIFFERENT


def _whole(one: PersonName, other: PersonName) -> Likeness:
    """Two whole names, the one with fewer words first."""
    if sorted(one.words) == sorted(other.words):  # surname first
        return Likeness.VARIANT
    if "".join(one.words).replace("-", "") == "".join(other.words).replace("-", ""):
        return Likeness.VARIANT  # kim jong-un, kim jong un
    surname = _surname(one, other)
    if surname is Likeness.DIFFERENT:
        return Likeness.DIFFERENT
    given = _given(one.words[0], other.words[0])
    if given is Likeness.DIFFERENT:
        return Likeness.NEAR if one.words == other.words[-len(one.words) :] else Likeness.DIFFERENT
    if not _middles(one, other):
        return Likeness.DIFFERENT
    return min(surname, given)


def _surname(one: PersonName, other: PersonName) -> Likeness:
    """How alike the surnames are: the last words, or halves of a double one, or a last word that the other goes on."""
    last = one.last
    if spelling(last) == spelling(other.last):
        return Likeness.VARIANT
    if {spelling(half) for half in halves(last)} & {spelling(half) for half in halves(other.last)}:
        return Likeness.VARIANT
    if len(other.words) > 2 and any(spelling(last) == spelling(word) for word in other.words[1:-1]):
        return Likeness.SHORT if last in given_names() else Likeness.VARIANT
    if sound(last) == sound(other.last) and (FOREIGN.search(last) or FOREIGN.search(other.last)):
        return Likeness.VARIANT if len(sound(last)) > 2 else Likeness.NEAR
    alike = len(sound(last)) > 3 and sound(last) == sound(other.last)
    return Likeness.NEAR if alike or (len(last) > 5 and _one_letter(last, other.last)) else Likeness.DIFFERENT


def _given(one: str, other: str) -> Likeness:
    if len(one) == 1 or len(other) == 1:
        return Likeness.SHORT if one[0] == other[0] else Likeness.DIFFERENT
    return Likeness.VARIANT if is_one_given(one, other) else Likeness.DIFFERENT


def _middles(one: PersonName, other: PersonName) -> bool:
    """Whether the words between the first and the last agree; those that one leaves out say nothing.

    An initial must stand for the word at its own place: w is not h w.
    """
    few, many = one.words[1:-1], other.words[1:]
    middles = other.words[1:-1]
    for at, word in enumerate(few):
        if len(word) == 1:
            if at < len(middles) and middles[at][0] != word:
                return False
        elif middles and not any(spelling(word) == spelling(each) or each == word[0] for each in many):
            return False
    return True


def _born(one: PersonName, other: PersonName) -> Likeness:
    for a, b in ((one, other), (other, one)):
        if a.born and likeness(PersonName(a.born), PersonName(b.words)) >= Likeness.VARIANT:
            return Likeness.VARIANT
    return Likeness.DIFFERENT


def _one_letter(one: str, other: str) -> bool:
    """Whether two words differ by one letter put in, left out or changed."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    return one[at + 1 :] == other[at + 1 :] or one[at:] == other[at + 1 :] or one[at + 1 :] == other[at:]
