"""What stands around the statements of an article: who is in its heading, who wrote it, who may be its guest."""

from collections.abc import Iterator, Sequence

from onrecord.model import Span, Statement
from onrecord.resolution.speakers.called import Callings
from onrecord.resolution.speakers.candidates.place import Surroundings
from onrecord.resolution.speakers.cast import SURE, Cast
from onrecord.resolution.speakers.entities import Entity, fold
from onrecord.resolution.speakers.lexicon.roles import FEMALE_TITLES, HONORIFICS, MALE_TITLES
from onrecord.resolution.speakers.own_outlet import own_outlet

_MOST_GUESTS = 4


def surroundings(cast: Cast, statements: Sequence[Statement], callings: Callings) -> Surroundings:
    """What candidates are judged by beside the cast."""
    quoted = _joined(span for one in statements if one.kind != "indirect" for span in one.content)
    heads = [s for s in cast.words.sentences if s.role in ("heading", "standfirst")]
    headed = {
        entity.number
        for s in heads
        for _, entity in cast.between(cast.words.words[s.begin].start, cast.words.words[s.end - 1].end)
    }
    asked = sum(not one.source and is_asked(cast, one.content[0].start) for one in statements)
    guests = _guests(cast, frozenset(headed))
    return Surroundings(
        cast=cast,
        quoted=quoted,
        headed=frozenset(headed),
        author=_author(cast),
        own=own_outlet(cast),
        guests=guests,
        asked=asked,
        callings=callings,
    )


def _guests(cast: Cast, headed: frozenset[int]) -> tuple[Entity, ...]:
    """Those whom an interview may be with: of the heading, of the opening, mentioned most."""
    persons = [one for one in cast.entities if one.kind == "person" and one.mentions]
    opening = [s for s in cast.words.sentences if s.role == "paragraph"][:3]
    until = cast.words.words[opening[-1].end - 1].end if opening else 0
    ranked = sorted(
        persons,
        key=lambda one: (
            -2.0 * (one.number in headed)
            - 1.0 * (one.mentions[0].span.start < until)
            - 0.2 * len(one.mentions),
            one.number,
        ),
    )
    return tuple(ranked[:_MOST_GUESTS])


def _joined(spans: Iterator[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _author(cast: Cast) -> Entity | None:
    """Who wrote the report, where one person did: an "I" outside of every quotation is theirs."""
    byline = cast.article.byline or ""
    name = byline.strip()
    if name.lower().startswith("by "):
        name = name[3:].strip()
    for cut in (",", "|", "•", " in ", " at ", " - ", " – "):
        name = name.partition(cut)[0].strip()
    name = name.removeprefix("posted by ").removeprefix("Posted by ")
    if not name or " and " in name or not 1 < len(name.split()) < 6 or not name[0].isupper():
        return None
    title = fold(name)[0]
    if title in HONORIFICS:
        name = name.partition(" ")[2].strip()
    key = fold(name)
    for entity in cast.by_key.get(key, []):
        return entity
    made = cast.new("person")
    made.forms[name] += 1
    made.keys.add(key)
    made.male += SURE * (title in MALE_TITLES)
    made.female += SURE * (title in FEMALE_TITLES)
    return made


def is_asked(cast: Cast, position: int) -> bool:
    """Whether the sentence before that of a position ends with a question mark, in a paragraph of its own."""
    here = cast.words.sentence_at(position)
    if here == 0:
        return False
    before, sentence = cast.words.sentences[here - 1], cast.words.sentences[here]
    if before.block == sentence.block:
        return False
    tail = [word.text for word in cast.words.words[max(before.begin, before.end - 3) : before.end]]
    return "?" in tail
