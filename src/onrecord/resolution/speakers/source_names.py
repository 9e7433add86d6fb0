"""The name in the words of a source: which of its parts has it, and who else may go by it."""

import re

from onrecord.model import Span
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity, fold
from onrecord.resolution.speakers.lexicon.grammar import (
    PREPOSITIONS,
)
from onrecord.resolution.speakers.lexicon.roles import HONORIFICS, ROLES
from onrecord.resolution.speakers.offices import role_head

ENDING = frozenset(
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
        "citing",
        "quoting",
        "paraphrasing",
        "echoing",
        "invoking",
    )
)


def segments_of(cast: Cast, listed: list[int]) -> list[list[int]]:
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


_AT_END = re.compile(r"(?P<label>[^()]*?)\s?\((?P<name>[^()\n]{2,60})\)\W*\Z")
_BEHIND = re.compile(r"\s?\((?P<name>[^()\n]{2,60})\)[\s*_]*:")


def bracketed(cast: Cast, source: Span) -> Entity | None:
    """Whom the brackets name behind a label or a role: "PRESENTER (Mara Quell):", "Q (the Post):", "the chair (Quell)".

    A role may have only a person there ("a spokesman (Labour)" is his party); a letter whoever asks or answers.
    """
    shown = source.of(cast.article.text)
    inside = _AT_END.fullmatch(shown)
    behind = None if inside else _BEHIND.match(cast.article.text, source.end)
    if inside:
        label, place = (
            inside["label"],
            Span(source.start + inside.start("name"), source.start + inside.end("name")),
        )
    elif behind:
        label, place = shown, Span(*behind.span("name"))
    else:
        return None
    named = {cast.at.get(at) for at in cast.words.within(place)}
    entity = named.pop() if len(named) == 1 else None
    if entity is None or any(
        at in cast.at for at in cast.words.within(Span(source.start, source.start + len(label)))
    ):
        return entity if entity is not None and label.strip(" .*_") in ("Q", "A") else None
    head = label.split()[-1].strip(" .*_") if label.split() else ""
    is_role = role_head(head.lower()) is not None
    return entity if head in ("Q", "A") or (is_role and entity.kind == "person") else None


def core_of(cast: Cast, segment: list[int]) -> list[int]:
    """The words of a segment before its first preposition or relative clause; names with "of" stay whole."""
    found: list[int] = []
    for at in segment:
        low = cast.words.words[at].low
        if (low in PREPOSITIONS or low in ENDING) and found and not _same_name(cast, at):
            break
        found.append(at)
    return found or segment[:1]


def _same_name(cast: Cast, at: int) -> bool:
    here = cast.at.get(at)
    return here is not None and here is cast.at.get(at - 1)


def name_at_end(cast: Cast, segment: list[int]) -> Entity | None:
    """Whom the name means that the core of a segment ends in; None where a noun does, or a possessive."""
    core = core_of(cast, segment)
    last = core[-1]
    while last > core[0] and not cast.words.words[last].text[0].isalnum():
        last -= 1
    word = cast.words.words[last]
    if word.owns and last + 1 in segment:
        return None
    lows = [cast.words.words[at].low for at in core]
    if "and" in lows and not _same_name(cast, core[lows.index("and")]):
        first, entity = core[: lows.index("and")], cast.at.get(last)
        leading = name_at_end(cast, first) if first else None
        if leading is None or (entity is not None and leading.kind != "person" and entity.kind == "person"):
            return entity
        return leading
    return cast.at.get(last)


def name_leads(cast: Cast, segment: list[int]) -> Entity | None:
    """Whom the name means that a segment begins with, titles before it left aside."""
    for at in segment[:4]:
        if at in cast.at:
            return name_at_end(cast, segment)
        if cast.words.words[at].low in PREPOSITIONS or cast.words.words[at].low in ENDING:
            return None
    return None


def has_clause(cast: Cast, segment: list[int]) -> bool:
    """Whether a relative clause or a participle stands in it."""
    return any(cast.words.words[at].low in ENDING for at in segment)


def is_place_after(cast: Cast, segments: list[list[int]]) -> bool:
    """Whether the name after the comma belongs to what stands before it: a place, or another in a list."""
    entity = name_leads(cast, segments[1])
    core = core_of(cast, segments[0])
    head = role_head(cast.words.words[core[-1]].low)
    return entity is not None and (
        entity.kind == "place" or (head is None and cast.words.words[core[-1]].low.endswith("s"))
    )


def others_of(cast: Cast, entity: Entity, listed: list[int]) -> tuple[Entity, ...]:
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
