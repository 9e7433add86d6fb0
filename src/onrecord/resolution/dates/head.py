"""The day that an article carries at its head, where nobody says when it appeared: a dateline, or a part of a line that
names outlet, day and author (`The Halvern Post | 4 March 2031 | Mira Oster`).
"""

import re
from collections.abc import Iterable
from datetime import date

from onrecord.model import Block, Span
from onrecord.resolution.dates.grammar import Found
from onrecord.resolution.dates.scene import Scene
from onrecord.resolution.dates.tokens import Tokens

_HEAD = frozenset({"heading", "standfirst", "byline", "dateline", "boilerplate"})
_FIRST = 10
"""Blocks and dates that are looked at."""
_OPENS = re.compile(
    r"(?:^|[|·•\n—–;,*_(])[\s*_#>(]*(?:(?:first )?(?:published|posted|updated)(?: on)?:?\s*)?$", re.I
)
_CLOSES = re.compile(
    r"[\s*_.,)]*(?:(?:at )?\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?[\s*_)]*)?(?:$|[|·•\n—–;])"
)


def day_at_head(tokens: Tokens, found: Iterable[Found], blocks: Iterable[Block]) -> date | None:
    """The first full day that stands as a part of its own above the report; None where there is none.

    A day in a sentence does not count: what it tells of may lie years back.
    """
    head: list[Span] = []
    for block in list(blocks)[:_FIRST]:
        if block.role not in _HEAD:
            break
        if block.role != "heading":  # "The great fire, 14 October 2002" names its matter
            head.append(block.span)
    for one in list(found)[:_FIRST] if head else ():
        start, end = tokens.starts[one.start], tokens.ends[one.end - 1]
        block_ = next((each for each in head if each.start <= start < each.end), None)
        if block_ is None:
            break
        before, after = tokens.text[block_.start : start], tokens.text[end : block_.end]
        if not (_OPENS.search(before) and _CLOSES.match(after)):
            continue
        try:
            point = one.meaning.resolve(Scene(published=None)).point
        except (ValueError, OverflowError):
            continue
        if point is not None and point.unit == "day":
            return point.first
    return None
