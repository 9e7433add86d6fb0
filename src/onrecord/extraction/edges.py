"""Borders that cut nothing in two: a number, a hyphenated word; and none of Markdown's marks left at them.

The network sees "25,000" as three words and "e-mail" as three, and Markdown's signs as words like any other.
"""

import re
from bisect import bisect_right
from dataclasses import replace

from onrecord.extraction.borders import ANGLES, trimmed, whole_emphasis
from onrecord.extraction.drafts import Draft
from onrecord.model import Span

_UNDIVIDED = re.compile(r"(?<!\d)\d+(?:[.,:]\d+)+|(?<![^\W_])[^\W_]+(?:[-‐‑][^\W_]+)+")
_LINE_MARK = re.compile(rf"\s*(?:#{{1,6}}[ \t\xa0]+|{ANGLES})")
_LINE_SIGNS = " \t\xa0>#"
_OPENING = re.compile(r"\*{1,3}(?=\S)|_{1,3}(?=\S)")
_CLOSING = re.compile(r"(?<=[^\s*])\*{1,3}\Z|(?<=[^\s_])_{1,3}\Z")


class Edges:
    """What of a text must not be divided, found once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._undivided = [Span(*found.span()) for found in _UNDIVIDED.finditer(text)]
        self._starts = [span.start for span in self._undivided]

    def settle(self, draft: Draft) -> Draft:
        """The draft with the borders of its parts outside numbers and hyphenated words, and without Markdown's marks.

        A part does not grow into another one of the draft: "Lind-said" is left as it was cut.
        """
        parts = (*draft.content, *draft.cue, *draft.source)
        content, cue, source = (
            tuple(self._settled(span, parts) for span in spans)
            for spans in (draft.content, draft.cue, draft.source)
        )
        return replace(draft, content=content, cue=cue, source=source)

    def _settled(self, span: Span, parts: tuple[Span, ...]) -> Span:
        grown = Span(self._start(span.start), self._end(span.end))
        if grown != span and any(part.overlaps(grown) and not part.overlaps(span) for part in parts):
            grown = span
        return without_marks(whole_emphasis(grown, self._text), self._text)

    def _around(self, place: int) -> Span | None:
        """The undivided stretch that a place lies within, its borders apart."""
        at = bisect_right(self._starts, place) - 1
        if at < 0:
            return None
        span = self._undivided[at]
        return span if span.start < place < span.end else None

    def _start(self, place: int) -> int:
        around = self._around(place)
        return around.start if around else place

    def _end(self, place: int) -> int:
        around = self._around(place)
        return around.end if around else place


def without_marks(span: Span, text: str) -> Span:
    """The span without the marks of a heading, a quotation or emphasis at its borders; no word is lost.

    An asterisk or underscore (up to three of a kind) goes where its fellow stands at the other border, or in the same
    line outside the span: that of "*Lamp* editor" stays, and those of "f***".  A span of nothing but marks stays as it
    is.
    """
    bare = _without_line_mark(span, text)
    while (inner := _without_emphasis(bare, text)) != bare:
        bare = inner
    bare = trimmed(bare, text)
    return bare if any(letter.isalnum() for letter in bare.of(text)) else span


def _without_line_mark(span: Span, text: str) -> Span:
    """The span without hashes or angle brackets that stand at the start of a line."""
    mark = _LINE_MARK.match(text, span.start, span.end)
    if mark is None or mark.end() == span.end:
        return span
    before = span.start
    while before and text[before - 1] in _LINE_SIGNS:
        before -= 1
    return Span(mark.end(), span.end) if before == 0 or text[before - 1] == "\n" else span


def _without_emphasis(span: Span, text: str) -> Span:
    opening = _OPENING.match(text, span.start, span.end)
    closing = _CLOSING.search(span.of(text))
    mark = opening[0] if opening else ""
    inside = text[span.start + len(mark) : span.end - len(closing[0] if closing else "")]
    if opening and closing and mark == closing[0] and mark not in inside:
        return Span(span.start + len(mark), span.end - len(mark))
    if opening and mark not in text[opening.end() : span.end] and mark in _line_after(span.end, text):
        return Span(opening.end(), span.end)
    if closing and closing[0] not in inside and closing[0] in _line_before(span.start, text):
        return Span(span.start, span.end - len(closing[0]))
    return span


def _line_after(place: int, text: str) -> str:
    return text[place : end if (end := text.find("\n", place)) >= 0 else len(text)]


def _line_before(place: int, text: str) -> str:
    return text[1 + text.rfind("\n", 0, place) : place]
