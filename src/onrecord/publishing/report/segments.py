"""Cutting a text at every border of every mark, so that overlapping and nested marks are each drawn whole."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.model import Span

Part = Literal["content", "cue", "source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One place of one statement: which statement (its number on the page), and what the place is to it."""

    span: Span
    statement: int
    part: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the text that no mark begins or ends inside; `marks` are all that cover it, the shortest first."""

    span: Span
    marks: tuple[Mark, ...]


def segments(stretches: Iterable[Span], marks: Iterable[Mark]) -> list[list[Segment]]:
    """For each stretch (in order, not overlapping) its segments: together they are the stretch, in order.

    What marks cover outside all stretches gives no segment.
    """
    stretches = list(stretches)
    opening, closing = _borders(marks)
    cuts = {edge for span in stretches for edge in (span.start, span.end)} | opening.keys() | closing.keys()
    pieces = _sweep(sorted(cuts), opening, closing)
    return [_within(stretch, pieces) for stretch in stretches]


_Borders = dict[int, list[Mark]]


def _borders(marks: Iterable[Mark]) -> tuple[_Borders, _Borders]:
    opening: _Borders = defaultdict(list)
    closing: _Borders = defaultdict(list)
    for mark in marks:
        opening[mark.span.start].append(mark)
        closing[mark.span.end].append(mark)
    return opening, closing


def _sweep(cuts: list[int], opening: _Borders, closing: _Borders) -> dict[int, Segment]:
    """The segment that starts at each cut."""
    pieces: dict[int, Segment] = {}
    active: dict[Mark, None] = {}
    for start, end in pairwise(cuts):
        for mark in closing.get(start, ()):
            active.pop(mark, None)
        active.update(dict.fromkeys(opening.get(start, ())))
        marks = tuple(sorted(active, key=_innermost))
        pieces[start] = Segment(span=Span(start, end), marks=marks)
    return pieces


def _innermost(mark: Mark) -> tuple[int, int, str]:
    return (mark.span.end - mark.span.start, mark.statement, mark.part)


def _within(stretch: Span, pieces: dict[int, Segment]) -> list[Segment]:
    found = []
    at = stretch.start
    while at < stretch.end:
        found.append(pieces[at])
        at = pieces[at].span.end
    return found
