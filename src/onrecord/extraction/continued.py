"""Quotations that go on: over several paragraphs, or in a paragraph of their own with no cue beside them.

By newspapers' custom a quotation that runs over several paragraphs opens each of them with a mark and closes only the
last; that is certain enough for a rule.  A paragraph that is one whole quotation, right after a quotation whose
speaker is known, goes on with the same speaker.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.encoder.marks import Quotation
from onrecord.extraction.drafts import Draft
from onrecord.model import Span


def join_continued(
    drafts: Sequence[Draft], paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> list[Draft]:
    """The drafts, with what goes on joined to what it goes on from; sources may then lie a paragraph earlier."""
    unclosed = {q.span.end: q for q in quotations if not q.inner and not q.closed}
    before = {b.start: a for a, b in pairwise(paragraphs)}
    whole = {q.span for q in quotations if not q.inner}.intersection(paragraphs)
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
