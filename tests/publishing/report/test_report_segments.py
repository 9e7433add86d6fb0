"""Overlapping and nested marks are each drawn whole."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.publishing.report.segments import Mark, segments

spans = st.tuples(st.integers(0, 38), st.integers(1, 12)).map(
    lambda pair: Span(pair[0], min(40, pair[0] + pair[1]))
)


@given(st.lists(spans, max_size=8), st.sets(st.integers(1, 39), max_size=3))
def test_segments_are_the_text_and_know_their_statements(places: list[Span], cuts: set[int]) -> None:
    marks = [Mark(span=span, statement=number, part="content") for number, span in enumerate(places)]
    edges = [0, *sorted(cuts), 40]
    stretches = [Span(a, b) for a, b in pairwise(edges)]
    cut = segments(stretches, marks)
    for stretch, pieces in zip(stretches, cut, strict=True):
        assert [piece.span.start for piece in pieces] == [stretch.start, *(p.span.end for p in pieces[:-1])]
        assert pieces[-1].span.end == stretch.end
        for piece in pieces:
            covering = {mark.statement for mark in marks if mark.span.holds(piece.span)}
            assert {mark.statement for mark in piece.marks} == covering
