"""Speakers named as transcripts and interviews name them: *ADA LOWE: ...* on a line of its own."""

import random
import re
from collections.abc import Callable

from onrecord.model import Span
from training.polnear import Annotated
from training.transform.direct import Direct, directs
from training.transform.editing import Fresh, Kept, Piece, edited
from training.transform.framing import bare, own_paragraphs

_OFTEN = 0.7
_NAME = re.compile(r"(?:(?:[A-Z][\w.'’-]*|de|van|von|der|la|bin|al|of)\s+){0,5}[A-Z][\w'’-]+")
_NO_NAME = frozenset("He She They It We I You The This That These Those Some Many One Others Who".split())


def labelled(article: Annotated, rng: random.Random) -> Annotated | None:
    """With some direct quotations after the speaker's name and a colon; the colon is the cue."""
    could = [(direct, name) for direct in directs(article) if (name := _name(article.text, direct))]
    chosen = [pair for pair in could if rng.random() < _OFTEN] or could[:1]
    write = _upper if rng.random() < 0.5 else _as_it_is
    marked = rng.random() < 0.25  # few of those who label their speakers set marks as well
    lines = [(d, _line(article.text, d, name, write, marked=marked)) for d, name in chosen]
    return edited(article, own_paragraphs(article.text, lines)) if lines else None


def _name(text: str, direct: Direct) -> Span | None:
    """The speaker's name without what is said about him after a comma, if it is a name."""
    words = direct.source.of(text).split(",")[0]
    if not _NAME.fullmatch(words) or words.split()[0] in _NO_NAME:
        return None
    return Span(direct.source.start, direct.source.start + len(words))


def _line(text: str, direct: Direct, name: Span, write: Callable[[str], str], *, marked: bool) -> list[Piece]:
    cue = direct.cue
    label: list[Piece] = [
        Fresh(write(name.of(text)), name.start, name.end),
        Fresh(":", cue.start, cue.end),
        Fresh(" "),
    ]
    return [*label, *_words(text, direct, marked=marked)]


def _upper(words: str) -> str:
    return words.upper() if len(words.upper()) == len(words) else words


def _as_it_is(words: str) -> str:
    return words


def _words(text: str, direct: Direct, *, marked: bool) -> list[Piece]:
    """The quoted words as one stretch; without marks their last stop is no part of them, as PolNeAR has it."""
    *more, last = direct.quotations
    inner = () if marked else direct.inner
    words: list[Piece] = []
    for quotation in more:
        words += [*bare(text, quotation, inner, "," if direct.goes_on else "."), Fresh(" ")]
    words += bare(text, last, inner, ".", outside=not marked)
    if not marked:
        return words
    first = direct.quotations[0].span.start
    opening = Kept(first, first + direct.quotations[0].opening)
    return [opening, *words, Kept(last.span.end - last.closing, last.span.end)]
