"""Those whom an article calls by what they are: "the minister", "its director", "the union", and who that is."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.model import Span
from onrecord.resolution.speakers.bodies import turns_on
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity, Mention
from onrecord.resolution.speakers.lexicon.grammar import POSSESSIVE
from onrecord.resolution.speakers.offices import body_head, role_head

_MOST_WORDS = 4
_MOST_OF_A_HEAD = 40
"""Entities that one head is looked up among at most: the later ones of a list of hundreds are left out."""


class Callings:
    """The entities by the words that they may be called by."""

    def __init__(self, cast: Cast) -> None:
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        for entity in cast.entities:
            for word in sorted(_words_for(entity)):
                if len(self._by_word[word]) < _MOST_OF_A_HEAD:
                    self._by_word[word].append(entity)

    def by(self, word: str) -> list[Entity]:
        """Those whom a word may call, in the order of the cast."""
        return self._by_word.get(word, [])


def _words_for(entity: Entity) -> set[str]:
    found = {
        word
        for known in (*entity.roles, *entity.bodies)
        for word in known.words.lower().replace("’", "'").split()
    }
    found |= {known.head for known in (*entity.roles, *entity.bodies)} | entity.ages
    if entity.kind not in ("person", "unknown"):
        for key in entity.keys:
            found |= set(key) | {part[:-1] for part in key if part.endswith("s")}
    return found


def note_callings(cast: Cast, callings: Callings) -> None:
    """Add a mention wherever the text calls somebody of the cast by a role or as a body, if it is clear whom."""
    words = cast.words.words
    for at, word in enumerate(words):
        head = role_head(word.low) or body_head(word.low)
        if head is None or at in cast.at or at + 1 in cast.at:
            continue
        begin = _begin(cast, at)
        if begin is None:
            continue
        content = {words[one].low for one in range(begin, at + 1)}
        meant = _meant(callings.by(word.low), content, word.low, words[begin].start)
        if meant is not None:
            sentence = word.sentence
            opens = cast.words.sentences[sentence].begin >= begin - 1
            cast.mention(meant, Mention(Span(words[begin].start, word.end), sentence, opens))
    cast.settle()


def _begin(cast: Cast, at: int) -> int | None:
    """Where the words after "the" or "its" begin that a head there ends; None where no such word stands before."""
    words = cast.words.words
    for begin in range(at, max(at - _MOST_WORDS, 0), -1):
        if not cast.words.joined(begin) and words[begin - 1].sentence != words[at].sentence:
            return None
        before = words[begin - 1]
        if before.low == "the" or before.low in POSSESSIVE or before.owns:
            return begin
        if not before.letters or begin - 1 in cast.at:
            return None
    return None


def _meant(options: Iterable[Entity], content: set[str], head: str, position: int) -> Entity | None:
    """The one whom the words fit, of those mentioned before; of several the one mentioned last."""
    fitting = [
        one
        for one in options
        if one.mentions and one.mentions[0].span.start < position and _fits(one, content, head)
    ]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    last = [(max(m.span.start for m in one.mentions if m.span.start < position), one) for one in fitting[:8]]
    return max(last, key=lambda one: (one[0], -one[1].number))[1]


def _fits(entity: Entity, content: set[str], head: str) -> bool:
    for known in (*entity.roles, *entity.bodies):
        words = set(known.words.lower().replace("’", "'").split())
        if head in words and content <= words:
            return True
    if entity.kind in ("person", "unknown", "unnamed"):
        return False
    return any(
        turns_on(key, head) and head in key and all(word in key for word in content) for key in entity.keys
    )
