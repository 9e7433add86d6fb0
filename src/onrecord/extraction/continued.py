"""Quotations that go on: over several paragraphs, or in a paragraph of their own with no cue beside them; but not
into a heading, which is the outlet's, nor into a paragraph where somebody else speaks.

By newspapers' custom a quotation that runs over several paragraphs opens each of them with a mark and closes only the
last; that is certain enough for a rule.  A paragraph that is one whole quotation, right after a quotation whose
speaker is known, goes on with the same speaker.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.encoder.marks import Quotation
from onrecord.extraction.drafts import Draft
from onrecord.model import Span


def headings_apart(drafts: Sequence[Draft], headings: Sequence[Span]) -> list[Draft]:
    """The drafts, what stands in a heading taken from those whose cue and other words stand elsewhere.

    A crosshead quotes from somewhere in the article ("‘A year of long faces’"); what it holds is nobody's for sure.
    """
    starts = [heading.start for heading in headings]

    def heading_of(piece: Span) -> Span | None:
        at = bisect_left(starts, piece.end) - 1
        return headings[at] if at >= 0 and headings[at].overlaps(piece) else None

    apart: list[Draft] = []
    for draft in drafts:
        set_off = [piece for piece in draft.content if _is_set_off(draft, heading_of(piece))]
        apart += _parted(draft, set_off)
    return apart


def paragraphs_apart(
    drafts: Sequence[Draft], paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> list[Draft]:
    """The drafts, a closed quotation taken from one whose cue and source stand in another paragraph, where words in its
    own attribute something before it: after "She said that it was safe." it is hers, not the next paragraph's.
    """
    starts = [paragraph.start for paragraph in paragraphs]
    closed = {q.span for q in quotations if q.closed}

    def paragraph_of(place: Span) -> int:
        return bisect_left(starts, place.end) - 1

    said: dict[int, int] = {}  # where the first attributing words of a paragraph stand
    for one in drafts:
        for place in (*one.cue, *one.source):
            number = paragraph_of(place)
            said[number] = min(said.get(number, place.start), place.start)
    apart: list[Draft] = []
    for one in drafts:
        own = {paragraph_of(place) for place in (*one.cue, *one.source)}
        taken = [
            piece
            for piece in one.content
            if own
            and piece in closed
            and (number := paragraph_of(piece)) not in own
            and said.get(number, piece.start) < piece.start
        ]
        apart += _parted(one, taken)
    return apart


def _parted(draft: Draft, taken: Sequence[Span]) -> list[Draft]:
    """A draft without some pieces of its content, and each of these by itself: whose they are is open."""
    left = tuple(piece for piece in draft.content if piece not in taken)
    if not left or not taken:
        return [draft]
    doubts = draft.doubts | {"no_cue": -1.0, "no_source": -1.0}
    alone = [replace(draft, content=(piece,), cue=(), source=(), doubts=doubts) for piece in taken]
    return [replace(draft, content=left), *alone]


def _is_set_off(draft: Draft, heading: Span | None) -> bool:
    """Whether a piece of a content stands in a heading in which nothing of its cue or source stands."""
    return heading is not None and not any(heading.overlaps(part) for part in (*draft.cue, *draft.source))


def join_continued(
    drafts: Sequence[Draft],
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    headings: Sequence[Span] = (),
) -> list[Draft]:
    """The drafts, with what goes on joined to what it goes on from; sources may then lie a paragraph earlier.

    A quotation that is the whole of a heading goes on from nothing.
    """
    unclosed = {q.span.end: q for q in quotations if not q.inner and not q.closed}
    before = {b.start: a for a, b in pairwise(paragraphs)}
    whole = {q.span for q in quotations if not q.inner}.intersection(paragraphs).difference(headings)
    joined: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.content):
        previous = joined[-1] if joined else None
        if draft.cue or draft.source or previous is None:
            joined.append(draft)
        elif _goes_on_from(previous, draft, before, unclosed):
            joined[-1] = _merged(previous, draft)
        elif previous.source and _next_paragraph(previous, draft, before) and draft.content[0] in whole:
            joined.append(replace(draft, source=previous.source))
        else:
            joined.append(draft)
    return joined


def _goes_on_from(
    previous: Draft, draft: Draft, before: dict[int, Span], unclosed: dict[int, Quotation]
) -> bool:
    """Whether the quotation left open at the end of the paragraph before is taken up again by this one."""
    paragraph = before.get(draft.content[0].start)
    if paragraph is None or paragraph.end not in unclosed:
        return False
    return previous.content[-1].overlaps(unclosed[paragraph.end].span)


def _next_paragraph(previous: Draft, draft: Draft, before: dict[int, Span]) -> bool:
    paragraph = before.get(draft.content[0].start)
    return paragraph is not None and paragraph.start <= previous.content[-1].start < paragraph.end


def _merged(previous: Draft, draft: Draft) -> Draft:
    doubts = {
        name: min(value, draft.doubts[name]) for name, value in previous.doubts.items() if name != "no_cue"
    }
    return replace(
        previous,
        content=(*previous.content, *draft.content),
        doubts={**doubts, "no_cue": previous.doubts["no_cue"], "no_source": previous.doubts["no_source"]},
    )
