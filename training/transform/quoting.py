"""What stands between marks in an annotated text, and where its sentences end."""

import re

from onrecord.encoder.marks import Quotation, quotations
from onrecord.model import Span
from training.examples import paragraphs
from training.polnear import Annotated

# '' opens as well as closes in some papers, where the reader's marks know it only closing: `` has the same length.
_OPENING_PAIR = re.compile(r"(?<![^\s(\[—–-])''(?=[^\s'])")
_SENTENCE_END = re.compile(r"[.!?…][\"”'’)\]]{0,3}(?P<gap>\s+)(?=[\"“'‘`(\[]{0,2}[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gov|Sen|Rep|Reps|Sens|Gen|Lt|Col|Capt|Sgt|Rev|Hon|Prof|vs|No|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ave|Blvd|etc|a\.m|p\.m|[A-Za-z](?:\.[A-Za-z])*)|\.\.)\.$"
)


def quoted(article: Annotated) -> list[Quotation]:
    """All quotations of the article, inner ones too, in the order of their opening marks."""
    text = _OPENING_PAIR.sub("``", article.text)
    return quotations(text, paragraphs(article.text))


def sentence_breaks(text: str, start: int, end: int) -> list[Span]:
    """The blanks between the sentences of `text[start:end]`; abbreviations and initials end none."""
    return [
        Span(*match.span("gap"))
        for match in _SENTENCE_END.finditer(text, start, end)
        if match.end() < end
        and not _ABBREVIATION.search(text, max(start, match.start() - 8), match.start() + 1)
    ]


def paragraph_at(places: list[Span], at: int) -> Span | None:
    """The paragraph that holds a place of the text, or None between paragraphs."""
    return next((place for place in places if place.start <= at < place.end), None)


def begins_sentence(text: str, paragraph: Span, at: int) -> bool:
    """Whether a sentence begins at a place of the paragraph."""
    if not text[paragraph.start : at].strip():
        return True
    return any(gap.end == at for gap in sentence_breaks(text, paragraph.start, min(at + 3, paragraph.end)))
