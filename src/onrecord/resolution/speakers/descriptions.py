"""A source that is no name: the word it turns on, which words count, and what an unnamed source is called."""

from onrecord.model import Span
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.lexicon import grammar
from onrecord.resolution.speakers.lexicon.grammar import (
    ARTICLES,
    DETERMINERS,
    NUMBERS,
    POSSESSIVE,
)
from onrecord.resolution.speakers.lexicon.places import PEOPLES
from onrecord.resolution.speakers.lexicon.roles import EPITHETS
from onrecord.resolution.speakers.offices import body_head, role_head
from onrecord.resolution.speakers.phrases import Phrase, singular
from onrecord.resolution.speakers.source_names import core_of

_FEW = frozenset(("one", "two", "three", "four", "five"))


_SMALL = ARTICLES | frozenset(
    ("of", "for", "and", "in", "at", "on", "to", "with", "by", "from", "’", "'", ",")
)


def description_of(cast: Cast, span: Span, segment: list[int], listed: list[int]) -> Phrase:
    """A segment of a source as a description; `listed` are the places of all words of the source."""
    words = cast.words.words
    core = core_of(cast, segment)
    begin = 0
    while begin < len(core) - 1 and words[core[begin]].low in ARTICLES:
        begin += 1
    head_word = next((words[at] for at in reversed(core) if words[at].text[0].isalnum()), words[core[-1]])
    low = head_word.low
    first = words[core[0]].low
    number = words[core[min(begin, len(core) - 1)]].low
    single = singular(low)
    epithet = low.endswith("-year-old") or low in EPITHETS | PEOPLES
    head = "person" if epithet else role_head(low) or body_head(low) or low
    plural = (
        (single != low and role_head(low) is None)
        or low in ("people", "men", "women", "children", "police")
        or (number in NUMBERS and number != "one")
    )
    content = frozenset(
        words[at].low.replace("’", "'")
        for at in segment
        if words[at].text[0].isalnum() and words[at].low not in _SMALL and words[at].low not in DETERMINERS
    )
    owned = any(words[at].owns for at in core) or first in POSSESSIVE
    bare = first not in DETERMINERS and not owned and number not in NUMBERS
    definite = first in grammar.DEFINITE or owned or (bare and (single == low))
    return Phrase(
        "described",
        span,
        head=head if not plural else single,
        content=content,
        own=_own(cast, segment),
        definite=definite,
        plural=plural,
        few=number in _FEW,
        owned=owned,
        whole=len(segment) == len(core),
        epithet=epithet and definite and not plural,
        others=tuple(dict.fromkeys(cast.at[at] for at in listed if at in cast.at)),
    )


def _own(cast: Cast, segment: list[int]) -> str:
    """The words that name an unnamed source: without article, to the first comma or relative clause."""
    words = cast.words.words
    chosen = list(segment)
    while len(chosen) > 1 and words[chosen[0]].low in ARTICLES:
        chosen = chosen[1:]
    end = words[chosen[-1]]
    return " ".join(
        cast.article.text[
            words[chosen[0]].start : end.end + (2 if end.owns and len(chosen) > 1 else 0)
        ].split()
    )
