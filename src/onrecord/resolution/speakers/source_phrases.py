"""What the words of a source are: a pronoun, a name, a description, or a label; and which of them count."""

from dataclasses import replace

from onrecord.model import Span
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.descriptions import description_of
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon import grammar
from onrecord.resolution.speakers.lexicon.grammar import (
    ARTICLES,
    DETERMINERS,
    NUMBERS,
    PREPOSITIONS,
)
from onrecord.resolution.speakers.lexicon.places import PEOPLES
from onrecord.resolution.speakers.lexicon.roles import PEOPLE, ROLES
from onrecord.resolution.speakers.phrases import Phrase, Shape, singular
from onrecord.resolution.speakers.source_names import (
    ENDING,
    bracketed,
    has_clause,
    is_place_after,
    name_at_end,
    name_leads,
    others_of,
    segments_of,
)
from onrecord.resolution.speakers.words import Word

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
    within = bracketed(cast, span)
    if within is not None:
        return _named(cast, span, within, listed)
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
        if begin in cast.at or low in PREPOSITIONS or low in ENDING:
            return Phrase("relative", span)
        if low in DETERMINERS or low in NUMBERS:
            found = description_of(cast, span, list(range(begin, end)), [])
            return replace(found, shape="relative")
    if end == at and words[at - 1].low.endswith("s") and begin < end:
        return Phrase("relative", span, own=words[at - 1].text, head=singular(words[at - 1].low), plural=True)
    return Phrase("relative", span)


def _is_followed(cast: Cast, word: Word) -> bool:
    """Whether a colon stands right after a label, and nothing but its line before it."""
    return cast.article.text[word.end : word.end + 4].lstrip(" .*_)]").startswith(":")


def _is_label(word: Word) -> bool:
    plain = word.text.replace(".", "")
    return plain.isupper() and plain.isalpha() and len(plain) <= 3 and plain != "I"


def _named(cast: Cast, span: Span, entity: Entity, listed: list[int]) -> Phrase:
    return Phrase("named", span, entity, others_of(cast, entity, listed), own=span.of(cast.article.text))


def _nominal(cast: Cast, span: Span, listed: list[int]) -> Phrase:
    words = cast.words.words
    segments = segments_of(cast, listed)
    entity = None if _is_of_a_people(cast, segments[0]) else name_at_end(cast, segments[0])
    if (
        entity is None
        and len(segments) > 1
        and not has_clause(cast, segments[0])
        and name_leads(cast, segments[1])
        and not is_place_after(cast, segments)
    ):
        entity = name_leads(cast, segments[1])
    if entity is not None:
        return _named(cast, span, entity, listed)
    chosen = segments[0]
    if (
        words[chosen[0]].low in ("one", "another")
        and len(segments) > 1
        and words[segments[1][0]].low in ARTICLES
    ):
        chosen = segments[1]
    return description_of(cast, span, chosen, listed)


def _is_of_a_people(cast: Cast, segment: list[int]) -> bool:
    """Whether the words call one person after a country or a party: "the Swede"."""
    words = cast.words.words
    return (
        len(segment) == 2
        and words[segment[0]].low == "the"
        and words[segment[1]].low in PEOPLES
        and not words[segment[1]].owns
    )
