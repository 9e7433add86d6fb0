"""The day that an article carries at its head, where nobody says when it appeared: a dateline, or a part of a line that
names outlet, day and author (`The Halvern Post | 4 March 2031 | Mira Oster`).
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice, takewhile

from onrecord.model import Block, Span
from onrecord.resolution.dates.grammar import Found
from onrecord.resolution.dates.scene import Scene
from onrecord.resolution.dates.tokens import Tokens

_HEAD = frozenset({"heading", "standfirst", "byline", "dateline", "boilerplate"})
_FIRST = 10
"""Blocks, and dates in them, that are looked at."""
_LED = re.compile(r"(?:first )?(?:published|posted|updated)(?: on)?:?$", re.IGNORECASE)
_LONGEST_LED = len("first published on:")
_DRESS = frozenset("*_#>(")
"""Marks that stand around a part of a line and are none of it."""
_PARTS = frozenset("|·•—–;,")
_PARTS_DRESSED = frozenset("\n*_(")
"""What ends the part of a line before: a mark between them, or one that opens the next."""
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
    for one, block_ in islice(_within(tokens, found, head), _FIRST):
        start, end = tokens.starts[one.start], tokens.ends[one.end - 1]
        before, after = tokens.text[block_.start : start], tokens.text[end : block_.end]
        if not (_opens(before) and _CLOSES.match(after)):
            continue
        try:
            point = one.meaning.resolve(Scene(published=None)).point
        except (ValueError, OverflowError):
            continue
        if point is not None and point.unit == "day":
            return point.first
    return None


def _within(tokens: Tokens, found: Iterable[Found], head: list[Span]) -> Iterator[tuple[Found, Span]]:
    """The dates in those stretches, each with its own; what stands between them (a heading) is passed over."""
    end = max((each.end for each in head), default=0)
    for one in takewhile(lambda each: tokens.starts[each.start] < end, found):
        start = tokens.starts[one.start]
        yield from ((one, each) for each in head if each.start <= start < each.end)


def _opens(before: str) -> bool:
    """Whether a part of a line begins where this ends, `Published on` aside; in time that grows with its length."""
    line = before.rstrip()
    led = _LED.search(line[-_LONGEST_LED:])
    line = line[: -len(led[0])] if led else before
    at = len(line)
    while at and (line[at - 1].isspace() or line[at - 1] in _DRESS):
        at -= 1
    return not at or line[at - 1] in _PARTS or not _PARTS_DRESSED.isdisjoint(line[at:])
