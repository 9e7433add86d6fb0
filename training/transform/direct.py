"""Direct quotations whose frame (*she said*, *The paper added in May:*) can be taken off and set elsewhere."""

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.encoder.marks import Quotation
from onrecord.model import Span
from training.examples import paragraphs
from training.polnear import Annotated, Attribution
from training.transform.quoting import begins_sentence, paragraph_at, quoted, sentence_breaks

# What may stand between the cue and the stop, and moves with the frame: an occasion, no second clause.
_TAIL = re.compile(
    r"(?:| (?:in|at|on|during|after|before|from|via|about|of|last|this|earlier|later|yesterday|today|to"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,;:.!?()“”\"—–]{0,80})"
)
_AFTER = re.compile(r"(?P<tail>[^.!?:;,“\"]*)(?P<stop>[.,])(?=\s|$)\s*")
_BEFORE = re.compile(r"(?P<tail>[^.!?:;,“\"]*)[,:]?\s+")
_AROUND = " .,!?…;:—–-'’\"”“‘`«»„\u00a0"  # what annotators leave out or take in at a quotation's ends
_ENDS = ".!?…"
_WIDEST_GAP = 3  # characters between source and cue: a comma and a blank
_LONGEST_FRAME = 160  # characters
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Direct:
    """A direct quotation of one paragraph, and what its sentence is made of.

    `where`: the frame stands before the words, or after their first part; `frame` holds source and cue, `tail` are
    the places of the words after them (perhaps none).  `quotations` are one or two: the second comes after the
    frame (`goes_on` where it goes on with the first one's sentence); `inner` are those inside them.
    `start` to `end` is all of it, in code points, the stop included.
    """

    number: int
    where: Literal["before", "after"]
    paragraph: Span
    source: Span
    cue: Span
    frame: Span
    tail: tuple[int, int]
    quotations: tuple[Quotation, ...]
    inner: tuple[Quotation, ...]
    goes_on: bool
    start: int
    end: int


def directs(article: Annotated) -> list[Direct]:
    """The direct quotations that can be rewritten, in the order of the text; none overlaps another."""
    finder = _Finder(article, quoted(article), paragraphs(article.text))
    read = (finder.direct(number, row) for number, row in enumerate(article.attributions))
    answers: list[Direct] = []
    for direct in sorted((d for d in read if d), key=lambda d: (d.start, d.end)):
        if not answers or answers[-1].end <= direct.start:
            answers.append(direct)
    return answers


@dataclass(frozen=True, slots=True, kw_only=True)
class _Borders:
    tail: tuple[int, int]
    start: int
    end: int
    goes_on: bool = False


class _Finder:
    def __init__(self, article: Annotated, found: list[Quotation], places: list[Span]) -> None:
        self.article, self.text = article, article.text
        self.found, self.places = found, places

    def direct(self, number: int, row: Attribution) -> Direct | None:
        """The direct quotation that an attribution is, if it can be rewritten."""
        chosen = self._chosen(row)
        if not chosen or len(row.source) != 1 or len(row.cue) != 1:
            return None
        source, cue = row.source[0], row.cue[0]
        frame = Span(min(source.start, cue.start), max(source.end, cue.end))
        paragraph = paragraph_at(self.places, cue.start)
        if paragraph is None or not all(map(paragraph.holds, (frame, *(q.span for q in chosen)))):
            return None
        if not self._is_frame(source, cue, frame):
            return None
        before = frame.end <= chosen[0].span.start
        borders = (self._framed_before if before else self._framed_after)(paragraph, frame, chosen)
        if borders is None or self._entangled(number, borders, chosen):
            return None
        return Direct(
            number=number, where="before" if before else "after", paragraph=paragraph, source=source, cue=cue,
            frame=frame, tail=borders.tail, quotations=tuple(chosen), inner=tuple(self._inner(chosen)),
            goes_on=borders.goes_on, start=borders.start, end=borders.end,
        )  # fmt: skip

    def _chosen(self, row: Attribution) -> list[Quotation]:
        """The quotations that are the attribution's content, if they are all of it and make sentences."""
        outer = [q for q in self.found if not q.inner and q.closed and q.words]
        chosen = [q for q in outer if any(self._is_content(q, span) for span in row.content)]
        words = sum(q.span.of(self.text).count(" ") + 1 for q in chosen)
        if not 1 <= len(chosen) <= 2 or len(chosen) != len(row.content) or words < _FEWEST_WORDS:
            return []
        first = self.text[chosen[0].span.start : chosen[0].span.end].lstrip(_AROUND)[:1]
        return chosen if first.isupper() or first.isdigit() else []

    def _is_content(self, quotation: Quotation, span: Span) -> bool:
        return quotation.span.overlaps(span) and quotation.span.of(self.text).strip(_AROUND) == span.of(
            self.text
        ).strip(_AROUND)

    def _inner(self, chosen: list[Quotation]) -> list[Quotation]:
        return [q for q in self.found if q.inner and q.closed and any(c.span.holds(q.span) for c in chosen)]

    def _is_frame(self, source: Span, cue: Span, frame: Span) -> bool:
        between = self.text[min(source.end, cue.end) : max(source.start, cue.start)]
        short = len(between) <= _WIDEST_GAP and frame.end - frame.start <= _LONGEST_FRAME
        return short and not source.overlaps(cue) and not between.strip(" ,\u00a0")

    def _framed_after(self, paragraph: Span, frame: Span, chosen: list[Quotation]) -> _Borders | None:
        first, last = chosen[0], chosen[-1]
        if first.span.end > frame.start or not begins_sentence(self.text, paragraph, first.span.start):
            return None
        found = _AFTER.match(self.text, frame.end, paragraph.end)
        if (
            self.text[first.span.end : frame.start].strip(" ,\u00a0")
            or not found
            or not _TAIL.fullmatch(found["tail"])
        ):
            return None
        tail, goes_on = found.span("tail"), found["stop"] == ","
        if last is first:
            return None if goes_on else _Borders(tail=tail, start=first.span.start, end=found.end("stop"))
        if last.span.start != found.end() or not self._ends(last):
            return None
        end = last.span.end
        return _Borders(tail=tail, start=first.span.start, end=end, goes_on=goes_on)

    def _framed_before(self, paragraph: Span, frame: Span, chosen: list[Quotation]) -> _Borders | None:
        (quotation, *more) = chosen
        found = _BEFORE.fullmatch(self.text, frame.end, quotation.span.start)
        if more or not found or not _TAIL.fullmatch(found["tail"]) or not self._ends(quotation):
            return None
        gaps = sentence_breaks(self.text, paragraph.start, frame.start + 3)
        start = max((gap.end for gap in gaps if gap.end <= frame.start), default=paragraph.start)
        if any(q.span.overlaps(Span(start, frame.end)) for q in self.found):
            return None
        return _Borders(tail=found.span("tail"), start=start, end=quotation.span.end)

    def _ends(self, quotation: Quotation) -> bool:
        """Whether a sentence ends inside the quotation's last mark, and what follows is another."""
        after = self.text[quotation.span.end : quotation.span.end + 1]
        return self.text[quotation.span.end - quotation.closing - 1] in _ENDS and (
            not after or after.isspace()
        )

    def _entangled(self, number: int, borders: _Borders, chosen: list[Quotation]) -> bool:
        """Whether another attribution has a part of this sentence that does not lie within the quoted words."""
        whole = Span(borders.start, borders.end)
        others = [row for n, row in enumerate(self.article.attributions) if n != number]
        return any(
            span.overlaps(whole) and not any(q.span.holds(span) for q in chosen)
            for row in others
            for span in (*row.source, *row.cue, *row.content)
        )
