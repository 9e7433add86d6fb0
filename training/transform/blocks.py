"""Direct quotations in paragraphs of their own: without marks after a lead-in, or with a mark a paragraph."""

import random

from onrecord.encoder.marks import Quotation
from onrecord.model import Span
from training.polnear import Annotated
from training.transform.direct import Direct, directs
from training.transform.editing import BREAK, Edit, Fresh, Kept, Piece, edited, instead
from training.transform.framing import bare, lead_in, own_paragraphs
from training.transform.quoting import quoted, sentence_breaks

_OFTEN = 0.6  # of the quotations that could be set apart are: an article that does so does not always
_FEWEST_WORDS = 10  # shorter quotations stay in their line in most papers
_PARTING = 0.15  # of a block quotation's sentences end a paragraph
_PARTED = 3  # sentences from which a quotation may be parted into paragraphs


def block(article: Annotated, rng: random.Random) -> Annotated | None:
    """With some direct quotations as block quotations: *She said:* and the words in a paragraph without marks."""
    could = [d for d in directs(article) if _words(article.text, d) >= _FEWEST_WORDS]
    chosen = [d for d in could if rng.random() < _OFTEN] or could[:1]
    edits = own_paragraphs(article.text, [(d, _set_apart(article.text, d, rng)) for d in chosen])
    return edited(article, edits) if edits else None


def several_paragraphs(article: Annotated, rng: random.Random) -> Annotated | None:
    """With long quotations over several paragraphs, each opening with a mark and only the last one closing."""
    edits: list[Edit] = []
    for quotation in quoted(article):
        breaks = [] if quotation.inner or not quotation.closed else _breaks(article.text, quotation)
        if len(breaks) + 1 >= _PARTED:
            mark = article.text[quotation.span.start : quotation.span.start + quotation.opening]
            chosen = rng.sample(breaks, rng.randint(1, min(3, len(breaks))))
            edits += [instead(gap.start, gap.end, BREAK + mark) for gap in chosen]
    return edited(article, edits) if edits else None


def _words(text: str, direct: Direct) -> int:
    return sum(q.span.of(text).count(" ") + 1 for q in direct.quotations)


def _breaks(text: str, quotation: Quotation) -> list[Span]:
    """The blanks between the sentences of a quotation."""
    return sentence_breaks(text, quotation.span.start + quotation.opening, quotation.span.end)


def _set_apart(text: str, direct: Direct, rng: random.Random) -> list[Piece]:
    apart = rng.random() < _OFTEN  # the words after the frame as a paragraph of their own
    first, *more = direct.quotations
    words = _in_paragraphs(text, bare(text, first, direct.inner, "," if direct.goes_on else "."), rng)
    for quotation in more:
        words.append(Fresh(BREAK if apart and not direct.goes_on else " "))
        words += _in_paragraphs(text, bare(text, quotation, direct.inner, "."), rng)
    return [*lead_in(text, direct, ":"), Fresh(BREAK), *words]


def _in_paragraphs(text: str, pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """The words of a quotation, now and then with a paragraph's end after a sentence."""
    parted: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Fresh):
            parted.append(piece)
            continue
        gaps, at = sentence_breaks(text, piece.start, piece.end), piece.start
        for gap in gaps:
            if len(gaps) + 1 >= _PARTED and rng.random() < _PARTING:
                parted += [Kept(at, gap.start), Fresh(BREAK)]
                at = gap.end
        parted.append(Kept(at, piece.end))
    return parted
