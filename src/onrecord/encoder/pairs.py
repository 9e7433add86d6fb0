"""A concept and a statement as the second network takes them: word pieces, each with the part it plays.

    [CLS] label: definition [SEP] words before  content  words after [SEP]

The network sees the statement where the article has it, so that who is speaking, the cue and what stands around it
count: "calling the idea shameful" says more than its content does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder.canonical import canonical
from onrecord.model import Span

Ints = NDArray[np.int64]

CLS, SEP = 101, 102
CONCEPT, AROUND, CONTENT, CUE = 0, 1, 2, 3  # the part a piece plays
PARTS = 4
CONCEPT_PIECES = 32
CONTENT_PIECES = 48
WHOLE_PIECES = 96
BEFORE_SHARE = 0.7  # of the room that the content leaves, the words before it get this part
REACH = 300  # code points of the article that are read on either side of a content


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A stretch of text and in it, as places of that stretch, what was said and the words that attribute it."""

    text: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """n pieces as the network takes them: `ids` and `parts`, n each, one of CONCEPT, AROUND, CONTENT, CUE."""

    ids: Ints
    parts: Ints


def whole(text: str) -> Framed:
    """A text that is all content."""
    return Framed(text=text, content=(Span(0, len(text)),) if text else ())


def frame(text: str, content: Sequence[Span], cue: Sequence[Span] = ()) -> Framed:
    """The stretch of an article's text around a statement's content, with the places moved to it."""
    start = max(0, content[0].start - REACH)
    end = min(len(text), content[-1].end + REACH)

    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(Span(s.start - start, s.end - start) for s in spans if start <= s.start and s.end <= end)

    return Framed(text=text[start:end], content=moved(content), cue=moved(cue))


def single(tokenizer: Tokenizer, text: str) -> Laid:
    """One text alone, for its vector."""
    ids = _ids(tokenizer, text)[: WHOLE_PIECES - 2]
    return Laid(ids=np.array([CLS, *ids, SEP], np.int64), parts=np.zeros(len(ids) + 2, np.int64))


def pair(tokenizer: Tokenizer, concept: str, framed: Framed) -> Laid:
    """A concept's text and a statement in its frame."""
    first = [CLS, *_ids(tokenizer, concept)[:CONCEPT_PIECES], SEP]
    ids, parts = _framed(tokenizer, framed, WHOLE_PIECES - len(first) - 1)
    return Laid(
        ids=np.array([*first, *ids, SEP], np.int64),
        parts=np.array([CONCEPT] * len(first) + parts + [AROUND], np.int64),
    )


def _ids(tokenizer: Tokenizer, text: str) -> list[int]:
    found: list[int] = tokenizer.encode(canonical(text, ()), add_special_tokens=False).ids
    return found


def _framed(tokenizer: Tokenizer, framed: Framed, room: int) -> tuple[list[int], list[int]]:
    encoding = tokenizer.encode(canonical(framed.text, ()), add_special_tokens=False)
    parts = [_part(framed, start, end) for start, end in encoding.offsets]
    said = [n for n, part in enumerate(parts) if part == CONTENT]
    if not said:
        return encoding.ids[:room], parts[:room]
    first, last = said[0], min(said[-1], said[0] + min(CONTENT_PIECES, room) - 1)
    spare = room - (last - first + 1)
    before = min(first, int(spare * BEFORE_SHARE))
    after = min(len(parts) - last - 1, spare - before)
    before = min(first, spare - after)
    kept = slice(first - before, last + after + 1)
    return list(encoding.ids[kept]), parts[kept]


def _part(framed: Framed, start: int, end: int) -> int:
    for spans, part in ((framed.content, CONTENT), (framed.cue, CUE)):
        if any(span.start < end and start < span.end for span in spans):
            return part
    return AROUND
