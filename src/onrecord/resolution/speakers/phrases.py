"""What the words of a source are: a pronoun, a name, a description, or a label; and which of them count."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.model import Span
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity, fold
from onrecord.resolution.speakers.lexicon import grammar
from onrecord.resolution.speakers.lexicon.grammar import (
    ARTICLES,
    DETERMINERS,
    NUMBERS,
    POSSESSIVE,
    PREPOSITIONS,
)
from onrecord.resolution.speakers.lexicon.roles import HONORIFICS, PEOPLE, ROLE_MODIFIERS, ROLES
from onrecord.resolution.speakers.titles import body_head, role_head
from onrecord.resolution.speakers.words import Word

Shape = Literal[
    "none",
    "male",
    "female",
    "neuter",
    "plural",
    "first",
    "we",
    "second",
    "relative",
    "named",
    "described",
    "label",
]

_PRONOUNS: tuple[tuple[frozenset[str], Shape], ...] = (
    (grammar.MALE, "male"),
    (grammar.FEMALE, "female"),
    (grammar.NEUTER, "neuter"),
    (grammar.PLURAL, "plural"),
    (grammar.FIRST_ONE, "first"),
    (grammar.FIRST_MANY, "we"),
    (grammar.SECOND, "second"),
    (grammar.RELATIVE, "relative"),
)
_ENDING = frozenset(
    (
        "who",
        "which",
        "that",
        "whose",
        "whom",
        "when",
        "where",
        "called",
        "known",
        "named",
        "seen",
        "obtained",
        "dated",
        "briefed",
        "said",
    )
)
_FORMED = re.compile(r"(?:[^l]ist|[ai]list|ician|(?<!hu)man)$")
"""How words for people end: "philanthropist", "politician", "assemblywoman"; not "list"."""
_FEW = frozenset(("one", "two", "three", "four", "five"))
_SMALL = ARTICLES | frozenset(
    ("of", "for", "and", "in", "at", "on", "to", "with", "by", "from", "’", "'", ",")
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a source.

    `entity` is whom its name means; `head` the word that a description turns on, `content` its words that count,
    folded; `own` its words as they would name an unnamed source, and where they stand.  `definite` where it speaks of
    somebody known ("the minister", "its director", and "minister" in a headline).
    """

    shape: Shape
    span: Span | None = None
    entity: Entity | None = None
    others: tuple[Entity, ...] = ()
    head: str = ""
    content: frozenset[str] = frozenset()
    own: str = ""
    definite: bool = False
    plural: bool = False
    few: bool = False
    owned: bool = False
    whole: bool = True


def phrase_of(cast: Cast, source: tuple[Span, ...]) -> Phrase:
    """What a source's words are."""
    if not source:
        return Phrase("none")
    span = source[0]
    listed = list(cast.words.within(span))
    while listed and not cast.words.words[listed[0]].text[0].isalnum():
        listed = listed[1:]
    if not listed:
        return Phrase("none")
    first = cast.words.words[listed[0]]
    letters = [at for at in listed if cast.words.words[at].text[0].isalnum()]
    alone = len(letters) == 1 or (
        len(letters) == 2
        and cast.words.words[letters[1]].low in ("himself", "herself", "itself", "themselves", "both", "all")
    )
    if alone:
        low = first.low.replace("’", "'").partition("'")[0]
        for pronouns, shape in _PRONOUNS:
            if low in pronouns and shape == "relative" and low != "that":
                return _antecedent(cast, span, letters[0])
            if low in pronouns and not (first.text.isupper() and len(first.text) > 1 and low == "us"):
                return Phrase(shape, span)
    if (
        len(letters) == 1
        and _is_label(first)
        and first.low not in ROLES | PEOPLE
        and _is_followed(cast, first)
    ):
        return Phrase("label", span, own=first.text.rstrip("."))
    return _nominal(cast, span, listed)


def _antecedent(cast: Cast, span: Span, at: int) -> Phrase:
    """The nameless noun phrase that "who" stands after ("an architect who"); the pronoun alone where a name does."""
    words = cast.words.words
    end = at - 1 if at and words[at - 1].text == "," else at
    begin = end
    while (
        begin > 0
        and end - begin < 8
        and words[begin - 1].letters
        and words[begin - 1].sentence == words[at].sentence
    ):
        begin -= 1
        low = words[begin].low
        if begin in cast.at or low in PREPOSITIONS or low in _ENDING:
            return Phrase("relative", span)
        if low in DETERMINERS or low in NUMBERS:
            found = _description(cast, span, list(range(begin, end)), [])
            return replace(found, shape="relative")
    if end == at and words[at - 1].low.endswith("s") and begin < end:
        return Phrase(
            "relative", span, own=words[at - 1].text, head=_singular(words[at - 1].low), plural=True
        )
    return Phrase("relative", span)


def _is_followed(cast: Cast, word: Word) -> bool:
    """Whether a colon stands right after a label, and nothing but its line before it."""
    return cast.article.text[word.end : word.end + 4].lstrip(" .*_)]").startswith(":")


def _is_label(word: Word) -> bool:
    plain = word.text.replace(".", "")
    return plain.isupper() and plain.isalpha() and len(plain) <= 3 and plain != "I"


def _nominal(cast: Cast, span: Span, listed: list[int]) -> Phrase:
    words = cast.words.words
    segments = _segments(cast, listed)
    entity = _name_at_end(cast, segments[0])
    if (
        entity is None
        and len(segments) > 1
        and not _has_clause(cast, segments[0])
        and _name_leads(cast, segments[1])
        and not _is_place_after(cast, segments)
    ):
        entity = _name_leads(cast, segments[1])
    if entity is not None:
        return Phrase(
            "named", span, entity, _others(cast, entity, listed), own=cast.article.text[span.start : span.end]
        )
    chosen = segments[0]
    if (
        words[chosen[0]].low in ("one", "another")
        and len(segments) > 1
        and words[segments[1][0]].low in ARTICLES
    ):
        chosen = segments[1]
    return _description(cast, span, chosen, listed)


def _segments(cast: Cast, listed: list[int]) -> list[list[int]]:
    """The words between the commas and dashes of a source; what stands in brackets is left out."""
    found: list[list[int]] = [[]]
    inside = 0
    for at in listed:
        word = cast.words.words[at]
        if word.text in "()":
            inside = max(inside + (1 if word.text == "(" else -1), 0)
        elif inside:
            continue
        elif word.text in ",–—;:":
            found.append([])
        else:
            found[-1].append(at)
    return [segment for segment in found if segment] or [listed]


def _core(cast: Cast, segment: list[int]) -> list[int]:
    """The words of a segment before its first preposition or relative clause; names with "of" stay whole."""
    found: list[int] = []
    for at in segment:
        low = cast.words.words[at].low
        if (low in PREPOSITIONS or low in _ENDING) and found and not _same_name(cast, at):
            break
        found.append(at)
    return found or segment[:1]


def _same_name(cast: Cast, at: int) -> bool:
    here = cast.at.get(at)
    return here is not None and here is cast.at.get(at - 1)


def _name_at_end(cast: Cast, segment: list[int]) -> Entity | None:
    """Whom the name means that the core of a segment ends in; None where a noun does, or a possessive."""
    core = _core(cast, segment)
    last = core[-1]
    while last > core[0] and not cast.words.words[last].text[0].isalnum():
        last -= 1
    word = cast.words.words[last]
    if word.owns and last + 1 in segment:
        return None
    lows = [cast.words.words[at].low for at in core]
    if "and" in lows and not _same_name(cast, core[lows.index("and")]):
        first, entity = core[: lows.index("and")], cast.at.get(last)
        leading = _name_at_end(cast, first) if first else None
        if leading is None or (entity is not None and leading.kind != "person" and entity.kind == "person"):
            return entity
        return leading
    return cast.at.get(last)


def _name_leads(cast: Cast, segment: list[int]) -> Entity | None:
    """Whom the name means that a segment begins with, titles before it left aside."""
    for at in segment[:4]:
        if at in cast.at:
            return _name_at_end(cast, segment)
        if cast.words.words[at].low in PREPOSITIONS or cast.words.words[at].low in _ENDING:
            return None
    return None


def _has_clause(cast: Cast, segment: list[int]) -> bool:
    return any(cast.words.words[at].low in _ENDING for at in segment)


def _is_place_after(cast: Cast, segments: list[list[int]]) -> bool:
    """Whether the name after the comma belongs to what stands before it: a place, or another in a list."""
    entity = _name_leads(cast, segments[1])
    core = _core(cast, segments[0])
    head = role_head(cast.words.words[core[-1]].low)
    return entity is not None and (
        entity.kind == "place" or (head is None and cast.words.words[core[-1]].low.endswith("s"))
    )


def _others(cast: Cast, entity: Entity, listed: list[int]) -> tuple[Entity, ...]:
    """Who else may go by this name."""
    keys = [key for key in entity.keys if len(key) == 1]
    found = [one for key in keys for one in cast.by_key.get(key, []) if one is not entity]
    titles = HONORIFICS | ROLES
    places = [
        at
        for at in listed
        if cast.at.get(at) is entity and cast.words.words[at].low.rstrip(".") not in titles
    ]
    if len(places) == 1:
        key = fold(cast.words.words[places[0]].text)
        found += [one for one in cast.by_key.get(key, []) if one is not entity]
    return tuple(dict.fromkeys(found))


def _description(cast: Cast, span: Span, segment: list[int], listed: list[int]) -> Phrase:
    words = cast.words.words
    core = _core(cast, segment)
    begin = 0
    while begin < len(core) - 1 and words[core[begin]].low in ARTICLES:
        begin += 1
    head_word = next((words[at] for at in reversed(core) if words[at].text[0].isalnum()), words[core[-1]])
    low = head_word.low
    first = words[core[0]].low
    number = words[core[min(begin, len(core) - 1)]].low
    singular = _singular(low)
    head = "person" if low.endswith("-year-old") else role_head(low) or body_head(low) or low
    plural = (
        (singular != low and role_head(low) is None)
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
    definite = first in grammar.DEFINITE or owned or (bare and (singular == low))
    return Phrase(
        "described",
        span,
        head=head if not plural else singular,
        content=content,
        own=_own(cast, segment),
        definite=definite,
        plural=plural,
        few=number in _FEW,
        owned=owned,
        whole=len(segment) == len(core),
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


def _singular(low: str) -> str:
    """A plural without its ending, where it has one."""
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("men"):
        return low[:-3] + "man"
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return {"people": "person", "children": "child"}.get(low, low)


def is_person_word(head: str) -> bool:
    """Whether a description's head is a word for a person, by the lists or by how it is formed."""
    return head in ROLES or head in PEOPLE or head in ROLE_MODIFIERS or bool(_FORMED.search(head))
