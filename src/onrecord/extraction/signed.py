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
