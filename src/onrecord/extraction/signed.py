"""Quotations with a signature: a paragraph of somebody's words, then a dash and who says them.

So letters, reactions and readers' comments are printed, one below the other ("Close it." - Ana Ruiz, baker).  The row
of quotations tells nothing of where one ends and the next begins but its marks, and the signature stands after the
words, in the same paragraph or alone in the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.extraction.drafts import UNSEEN, Draft
from onrecord.model import Block, Span

_MARKS = '"“”„‟«»'
_BLANK = r"[\s*_]*"
_SIGNATURE = re.compile(rf"{_BLANK}([―—–]|--?){_BLANK}([^\W\d_][^{_MARKS}?!:;]*?)[\s*_.]*\Z")
_LONGEST = 120
"""Letters of a signature, with what is said of who signs."""
_WORDS = 6
_JOINING = frozenset("of the and for de del della di da la van von der bin al y".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A quotation with its marks, and the dash and the name that sign it; places in the text."""

    body: Span
    dash: Span
    who: Span


def signed_quotations(blocks: Sequence[Block], text: str) -> list[Signed]:
    """The signed quotations among the blocks that are read, in the order of the text."""
    spans = [block.span for block in blocks]
    found = [one for span in spans if (one := _in_one(span, text)) is not None]
    found += [one for pair in pairwise(spans) if (one := _in_two(*pair, text)) is not None]
    return sorted(found, key=lambda one: one.body)


def attribute_signed(drafts: Sequence[Draft], quotations: Sequence[Signed]) -> list[Draft]:
    """The drafts, with each signed quotation as what its signer said and as nobody else's.

    What somebody is reported, inside the quotation, to have said stays.
    """
    if not quotations:
        return list(drafts)
    return [*(kept for one in drafts for kept in _apart(one, quotations)), *map(_attribution, quotations)]


def _in_one(block: Span, text: str) -> Signed | None:
    """The quotation of a paragraph that begins with a mark and ends with a signature."""
    end = 1 + max(text.rfind(mark, block.start, block.end) for mark in _MARKS)
    if not block.start < end < block.end:
        return None
    body = _quoted(Span(block.start, end), text)
    return _signed(body, Span(end, block.end), text) if body is not None else None


def _in_two(before: Span, block: Span, text: str) -> Signed | None:
    """The quotation of a whole paragraph, signed by the next."""
    body = _quoted(before, text)
    return _signed(body, block, text) if body is not None else None


def _quoted(span: Span, text: str) -> Span | None:
    """The span without blanks and asterisks around it, if it begins and ends with a mark and has words between."""
    start, end = span.start, span.end
    while start < end and text[start] in " \t\n\r\u00a0*_":
        start += 1
    while start < end and text[end - 1] in " \t\n\r\u00a0*_":
        end -= 1
    if end - start < 3 or text[start] not in _MARKS or text[end - 1] not in _MARKS:
        return None
    return Span(start, end)


def _signed(body: Span, after: Span, text: str) -> Signed | None:
    if after.end - after.start > _LONGEST:
        return None
    signature = _SIGNATURE.match(text[after.start : after.end])
    if signature is None or not _is_name(signature[2]):
        return None
    dash, who = (Span(*(after.start + at for at in signature.span(group))) for group in (1, 2))
    return Signed(body=body, dash=dash, who=who)


def _is_name(words: str) -> bool:
    """Whether what stands before a comma or a bracket is written as a name is."""
    name = re.split(r"[,(]", words, maxsplit=1)[0].split()
    capitals = [word[0].isupper() for word in name]
    joining = [word.casefold() in _JOINING for word in name]
    return (
        0 < len(name) <= _WORDS
        and capitals[0]
        and all(a or b for a, b in zip(capitals, joining, strict=True))
    )


def _apart(draft: Draft, quotations: Sequence[Signed]) -> Iterator[Draft]:
    """The draft without what is a signed quotation's, if anything is left of it."""
    inside = next((q for q in quotations if q.body.holds(draft.content[0])), None) if draft.content else None
    if inside is not None and draft.cue and inside.body.holds(draft.cue[0]):
        yield draft
        return
    left = tuple(piece for piece in draft.content if not any(q.body.overlaps(piece) for q in quotations))
    if left:
        yield draft if left == draft.content else replace(draft, content=left)


def _attribution(quotation: Signed) -> Draft:
    """Nothing is in doubt but what a signature looks like."""
    doubts = {"source": UNSEEN}
    return Draft(content=(quotation.body,), cue=(quotation.dash,), source=(quotation.who,), doubts=doubts)
