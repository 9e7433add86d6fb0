"""Quotations that go on without being attributed anew: the frame dropped, or a later sentence set apart from it."""

import random
import re
from dataclasses import replace
from itertools import pairwise

from onrecord.encoder.marks import Quotation
from onrecord.model import Span
from training.polnear import Annotated
from training.transform.direct import Direct, directs
from training.transform.editing import BREAK, Edit, Fresh, Kept, Piece, edited
from training.transform.framing import ending_with
from training.transform.quoting import sentence_breaks

_OFTEN = 0.6
_PRONOUNS = frozenset("he she they it".split())


def set_apart(article: Annotated, rng: random.Random) -> Annotated | None:
    """With the further sentences of some quotations as paragraphs of their own, which no cue attributes."""
    edits = [(d, edit) for d in directs(article) if (edit := _apart(article.text, d, rng))]
    chosen = [edit for _, edit in edits if rng.random() < _OFTEN] or [edit for _, edit in edits[:1]]
    return edited(article, chosen) if chosen else None


def unattributed(article: Annotated, rng: random.Random) -> Annotated | None:
    """Without the frame of quotations that follow another one by the same source; they become part of that one."""
    pairs = _pairs(article)
    chosen = [pair for pair in pairs if rng.random() < _OFTEN] or pairs[:1]
    if not chosen:
        return None
    joined = article
    for earlier, later in reversed(chosen):  # the last first: what it gives, the one before it hands on
        joined = _content_given(joined, giver=later.number, taker=earlier.number)
    emptied = {later.number for _, later in chosen}
    rows = [row for number, row in enumerate(joined.attributions) if number not in emptied]
    edits = [_unframed(article.text, later) for _, later in chosen]
    return edited(replace(joined, attributions=tuple(rows)), edits)


def _apart(text: str, direct: Direct, rng: random.Random) -> Edit | None:
    if len(direct.quotations) == 2 and not direct.goes_on:
        later = direct.quotations[1].span.start
        end, after = _end(text, direct)
        return Edit(_before_blanks(text, later), end, (Fresh(BREAK), Kept(later, direct.end), *after))
    (quotation, *more) = direct.quotations
    breaks = sentence_breaks(text, quotation.span.start + quotation.opening, quotation.span.end)
    if more or not breaks or any(inner.span.overlaps(gap) for gap in breaks for inner in direct.inner):
        return None
    gap_span = rng.choice(breaks)
    return (_later_before if direct.where == "before" else _later_after)(text, direct, quotation, gap_span)


def _before_blanks(text: str, at: int) -> int:
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _later_before(text: str, direct: Direct, quotation: Quotation, gap: Span) -> Edit:
    """*He said, "One." | "Two."*: the marks close and open again."""
    opening, closing = _marks(text, quotation)
    again = Fresh(closing + BREAK + opening, gap.start, gap.end)
    end, after = _end(text, direct)
    return Edit(gap.start, end, (again, Kept(gap.end, direct.end), *after))


def _later_after(text: str, direct: Direct, quotation: Quotation, gap: Span) -> Edit:
    """*"One," he said. | "Two."*: the frame comes to stand after the first sentences."""
    opening, closing = _marks(text, quotation)
    last, end = gap.start - 1, quotation.span.end - quotation.closing
    stop = "," if text[last] == "." and text[last - 1] != "." else text[last]
    first: list[Piece] = [
        Kept(quotation.span.start, last),
        Fresh(stop, last, gap.start),
        Fresh(closing, last, gap.start),
    ]
    frame: list[Piece] = [Fresh(" "), Kept(direct.frame.start, direct.end), Fresh(BREAK)]
    rest: list[Piece] = [
        Fresh(opening, gap.end, gap.end + 1),
        *ending_with(text, gap.end, end, "."),
        Kept(end, quotation.span.end),
    ]
    stop_at, after = _end(text, direct)
    return Edit(quotation.span.start, stop_at, (*first, *frame, *rest, *after))


def _end(text: str, direct: Direct) -> tuple[int, list[Piece]]:
    """Where the paragraph goes on after a quotation, and the break that comes before that."""
    rest = text[direct.end : direct.paragraph.end]
    return direct.end + len(rest) - len(rest.lstrip()), [Fresh(BREAK)] if rest.strip() else []


def _marks(text: str, quotation: Quotation) -> tuple[str, str]:
    start, end = quotation.span.start, quotation.span.end
    return text[start : start + quotation.opening], text[end - quotation.closing : end]


def _pairs(article: Annotated) -> list[tuple[Direct, Direct]]:
    """Direct quotations of the same source in neighbouring paragraphs."""
    return [
        (earlier, later)
        for earlier, later in pairwise(directs(article))
        if not article.text[earlier.end : later.start].strip()
        and earlier.paragraph != later.paragraph
        and _same_source(article.text, earlier, later)
    ]


def _same_source(text: str, earlier: Direct, later: Direct) -> bool:
    """A pronoun means the source just named; else the later source must be the name that the earlier one ends in."""
    words = later.source.of(text)
    if words.lower() in _PRONOUNS:
        return True
    names = re.findall(r"[\w'’-]+", earlier.source.of(text).split(",")[0])
    return bool(names) and words.split()[-1] == names[-1] and later.where == "after"


def _content_given(article: Annotated, *, giver: int, taker: int) -> Annotated:
    rows = list(article.attributions)
    content = tuple(sorted({*rows[taker].content, *rows[giver].content}))
    rows[taker] = replace(rows[taker], content=content)
    return replace(article, attributions=tuple(rows))


def _unframed(text: str, direct: Direct) -> Edit:
    """The quotation alone: *"One. Two."* for *"One," he said. "Two."*."""
    first, *more = direct.quotations
    end = first.span.end - first.closing
    pieces = ending_with(text, first.span.start, end, "," if direct.goes_on else ".")
    for quotation in more:
        pieces.append(Fresh(" "))
        end = quotation.span.end - quotation.closing
        pieces += ending_with(text, quotation.span.start + quotation.opening, end, ".")
    last = direct.quotations[-1]
    return Edit(direct.start, direct.end, (*pieces, Kept(end, last.span.end)))
