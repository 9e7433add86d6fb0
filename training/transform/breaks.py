"""Paragraphs run together, and the lines between them."""

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.encoder.marks import Quotation
from onrecord.model import Span
from training.examples import paragraphs
from training.polnear import Annotated
from training.transform.editing import Edit, Fresh, edited
from training.transform.quoting import quoted

_SOME = 0.4  # of the paragraphs' ends, where not all are dropped
_SHORT = 50  # characters; PolNeAR ends headings with a full stop too
_SENTENCE = re.compile(r"[.!?…:][\"”'’)\]]{0,3}$")


def run_together(article: Annotated, rng: random.Random) -> Annotated | None:
    """With some or all paragraphs joined; a mark that only opened a quotation again goes with the break.

    Headings stay.
    """
    share = rng.choice([1.0, _SOME])
    found = quoted(article)
    edits = [_join(a, b, found) for a, b in _neighbours(article.text) if rng.random() < share]
    return edited(article, edits) if edits else None


def respaced(article: Annotated, rng: random.Random) -> Annotated | None:
    """With one, two or three line ends between paragraphs where there was another number."""
    wanted = "\n" * rng.choice([1, 2, 3])
    places = paragraphs(article.text)
    gaps = [(a.end, b.start) for a, b in pairwise(places)]
    edits = [Edit(*gap, (Fresh(wanted),)) for gap in gaps if article.text[slice(*gap)] != wanted]
    return edited(article, edits) if edits else None


def _neighbours(text: str) -> Iterator[tuple[Span, Span]]:
    places = [_without_blanks(text, place) for place in paragraphs(text)][1:]  # the first is the headline
    for one, other in pairwise(places):
        if not any(_heading(place.of(text)) for place in (one, other)):
            yield one, other


def _heading(line: str) -> bool:
    """Whether a line is a heading, which no one sets within a paragraph."""
    short = len(line) < _SHORT and not any(mark in line for mark in "\"“”‘'«")
    return short or not _SENTENCE.search(line)


def _without_blanks(text: str, place: Span) -> Span:
    words = place.of(text)
    return Span(place.start + len(words) - len(words.lstrip()), place.end - len(words) + len(words.rstrip()))


def _join(one: Span, other: Span, found: list[Quotation]) -> Edit:
    goes_on = any(not q.closed and not q.inner and q.span.end >= one.end > q.span.start for q in found)
    again = next((q.opening for q in found if q.span.start == other.start), 0)
    start, end = one.end, other.start + (again if goes_on else 0)
    return Edit(start, end, (Fresh(" ", start, end),))
