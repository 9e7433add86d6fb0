"""Quotation marks: which stretches of a text stand between them.

Marks come in many styles (“ ”, " ", « », „ “, `` '', ‘ ’, ' ') and half of them are also something else: an apostrophe,
feet and inches, a decade.  A single mark opens only where a word cannot be going on, and closes where it can; what
never closes is dropped, unless it opens the way a quotation over several paragraphs does.

One pass over each paragraph, linear in its length.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Span

_MARK = re.compile("``|''|[“”„‟\"«»‘’‚‛']")
_ELISION = re.compile(r"['‘’](?:(?:\d0s|em|til|cause|tis|twas|round)\b|n['’])", re.IGNORECASE)
_OPENS_DOUBLE = "“„«"
_SINGLE = "‘’‚‛'"
_BEFORE_OPENING = ' \t\n\r\u00a0\ufeff([{—–-/…:“„«"‘*_>'
_STRONG_END = ".,!?…;"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, the marks included.

    `closed` is False where the closing mark does not come before the paragraph ends (a quotation that goes on in the
    next paragraph, or a lost mark); the span then ends with the paragraph.  `inner` is True inside another quotation.
    `opening` and `closing` are the lengths of the marks in code points (closing 0 where not closed).
    """

    span: Span
    closed: bool
    inner: bool
    single: bool
    opening: int
    closing: int

    @property
    def words(self) -> Span | None:
        """The quoted words without their marks, or None where there are none."""
        start, end = self.span.start + self.opening, self.span.end - self.closing
        return Span(start, end) if start < end else None


@dataclass(slots=True)
class _Open:
    start: int
    mark: str


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """All quotations of the paragraphs, in the order of their opening marks."""
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        goes_on = following is not None and _begins_with_mark(text, following)
        found += _mark_inner(
            sorted(_in_paragraph(text, paragraph, goes_on), key=lambda q: (q.span.start, -q.span.end))
        )
    return found


def _begins_with_mark(text: str, paragraph: Span) -> bool:
    return text[paragraph.start] in "“„«\"‘'" or text.startswith("``", paragraph.start)


def _mark_inner(ordered: list[Quotation]) -> Iterator[Quotation]:
    reach = -1
    for quotation in ordered:
        inner = quotation.span.start < reach
        reach = max(reach, quotation.span.end)
        yield Quotation(
            span=quotation.span, closed=quotation.closed, inner=inner, single=quotation.single,
            opening=quotation.opening, closing=quotation.closing,
        )  # fmt: skip


def _in_paragraph(text: str, paragraph: Span, goes_on: bool) -> Iterator[Quotation]:
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    if marks:
        yield from _doubles(text, paragraph, marks, goes_on)
        yield from _singles(text, paragraph, marks, goes_on)


def _doubles(text: str, paragraph: Span, marks: list[re.Match[str]], goes_on: bool) -> Iterator[Quotation]:
    opened: _Open | None = None
    for match in marks:
        mark = match.group()
        if mark in _SINGLE:
            continue
        if opened is None:
            if _opens_double(text, paragraph, match):
                opened = _Open(match.start(), mark)
        elif _closes_double(text, paragraph, match, opened):
            yield _quotation(opened, match, single=False)
            opened = None
    if opened is not None and (opened.mark not in '"”' or goes_on or opened.start == paragraph.start):
        yield _unclosed(opened, paragraph, single=False)


def _opens_double(text: str, paragraph: Span, match: re.Match[str]) -> bool:
    mark, after = match.group(), match.end()
    if mark in _OPENS_DOUBLE or mark == "``":
        return mark != "“" or not _turned(text, paragraph, match)
    if mark in ("»", "''", "”"):  # of some styles both marks, and of some slips the first
        return _at_opening(text, paragraph, match.start()) and after < paragraph.end and text[after].isalnum()
    if mark == '"':
        return after < paragraph.end and not text[after].isspace() and text[after] not in ".,;:)"
    return False


def _closes_double(text: str, paragraph: Span, match: re.Match[str], opened: _Open) -> bool:
    mark = match.group()
    if mark in "”‟":
        return True
    if mark == "“":
        return opened.mark == "„" or (opened.mark in "“”" and _turned(text, paragraph, match))
    if mark == "»":
        return opened.mark == "«"
    if mark == "«":
        return opened.mark == "»"
    if mark == "''":
        return opened.mark in ("``", "''")
    return mark == '"' and (opened.mark == '"' or not text[match.start() - 1].isspace())


def _turned(text: str, paragraph: Span, match: re.Match[str]) -> bool:
    """Whether an opening mark stands where only a closing one can: right after a word or its stop, before no word."""
    at, after = match.start(), match.end()
    before = at > paragraph.start and (text[at - 1].isalnum() or text[at - 1] in _STRONG_END)
    return before and (after >= paragraph.end or text[after].isspace() or text[after] in ".,;:!?)")


def _singles(text: str, paragraph: Span, marks: list[re.Match[str]], goes_on: bool) -> Iterator[Quotation]:
    single = [match for match in marks if match.group() in _SINGLE]
    strong_after = _strong_closers_after(text, paragraph, single)
    opened: _Open | None = None
    for number, match in enumerate(single):
        if opened is None or (match.group() == "‘" and _opens_single(text, paragraph, match)):
            if _opens_single(text, paragraph, match):
                opened = _Open(match.start(), match.group())
        elif _closes_single(text, paragraph, match, strong=strong_after[number]):
            yield _quotation(opened, match, single=True)
            opened = None
    if opened is not None and opened.mark == "‘" and goes_on and opened.start == paragraph.start:
        yield _unclosed(opened, paragraph, single=True)


def _opens_single(text: str, paragraph: Span, match: re.Match[str]) -> bool:
    at, after = match.start(), match.end()
    return (
        match.group() != "’"
        and after < paragraph.end
        and not text[after].isspace()
        and _at_opening(text, paragraph, at)
        and not _ELISION.match(text, at)
    )


def _at_opening(text: str, paragraph: Span, at: int) -> bool:
    return at == paragraph.start or text[at - 1] in _BEFORE_OPENING


def _may_close(text: str, paragraph: Span, match: re.Match[str]) -> bool:
    at, after = match.start(), match.end()
    if match.group() in "‘‚‛" or at == paragraph.start or text[at - 1].isspace():
        return False
    return after >= paragraph.end or not text[after].isalnum()


def _closes_single(text: str, paragraph: Span, match: re.Match[str], *, strong: bool) -> bool:
    """Whether this mark closes; the plural possessive (*the workers' vote*) does not, where a better one follows."""
    if not _may_close(text, paragraph, match):
        return False
    before = text[match.start() - 1]
    after = text[match.end() : match.end() + 2]
    possessive = before == "s" and len(after) == 2 and after[0] in " \u00a0" and after[1].isalpha()
    return not (possessive and strong)


def _strong_closers_after(text: str, paragraph: Span, single: list[re.Match[str]]) -> list[bool]:
    """For each mark: does a mark that surely closes come after it, before another opens?"""
    answers = [False] * len(single)
    coming = False
    for number in range(len(single) - 1, -1, -1):
        answers[number] = coming
        match = single[number]
        if _opens_single(text, paragraph, match):
            coming = False
        elif _may_close(text, paragraph, match) and (
            text[match.start() - 1] in _STRONG_END
            or text[match.end() : match.end() + 1] in tuple(_STRONG_END)
        ):
            coming = True
    return answers


def _quotation(opened: _Open, match: re.Match[str], *, single: bool) -> Quotation:
    return Quotation(
        span=Span(opened.start, match.end()), closed=True, inner=False, single=single,
        opening=len(opened.mark), closing=len(match.group()),
    )  # fmt: skip


def _unclosed(opened: _Open, paragraph: Span, *, single: bool) -> Quotation:
    return Quotation(
        span=Span(opened.start, paragraph.end), closed=False, inner=False, single=single,
        opening=len(opened.mark), closing=0,
    )  # fmt: skip
