"""A stretch of an article with the parts of statements made visible: by colour, or by marks where there is
none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.console import Console
from rich.text import Text

from onrecord.cli.terminal import plain
from onrecord.model import Article, Block, Span, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How one part of a statement is shown."""

    name: str
    style: str
    opening: str
    closing: str


# The later one wins where two overlap: a source inside a statement's content is seen as a source.
PARTS = (
    Part(name="content", style="bold green", opening="[[", closing="]]"),
    Part(name="cue", style="bold magenta", opening="((", closing="))"),
    Part(name="source", style="bold cyan", opening="{{", closing="}}"),
)


def is_coloured(console: Console) -> bool:
    """Whether a reader of this console sees colours; else the parts need marks."""
    return console.color_system is not None and not console.no_color


def legend(*, coloured: bool) -> Text:
    """What the colours, or the marks, mean."""
    if coloured:
        return Text("  ").join(Text(part.name, style=part.style) for part in PARTS)
    return Text("  ".join(f"{part.opening}{part.name}{part.closing}" for part in PARTS))


def passage(
    article: Article, span: Span, statements: Iterable[Statement], *, coloured: bool, style: str = ""
) -> Text:
    """The words at `span`, with the parts of the statements that lie there; line breaks become blanks."""
    places = _places(span, statements)
    shown = Text(style=style)
    cuts = sorted({span.start, span.end, *(at for place, _ in places for at in (place.start, place.end))})
    for start, end in pairwise(cuts):
        if not coloured:
            shown.append(_marks(places, start))
        inside = [part for place, part in places if place.start <= start and end <= place.end]
        words = re.sub(r"\s", " ", plain(article.text[start:end]))
        shown.append(words, style=inside[-1].style if coloured and inside else "")
    if not coloured:
        shown.append(_marks(places, span.end))
    return shown


def worth_showing(article: Article, statements: Iterable[Statement]) -> list[Block]:
    """The blocks of an article but boilerplate; of that what a statement stands in."""
    spans = [span for each in statements for span in (*each.content, *each.cue, *each.source)]
    return [
        block
        for block in article.blocks
        if block.role != "boilerplate" or any(block.span.overlaps(span) for span in spans)
    ]


def around(article: Article, statement: Statement) -> list[Block | None]:
    """The blocks where the statement stands, with a neighbour on either side; None where some are left
    out.
    """
    spans = (*statement.content, *statement.cue, *statement.source)
    said = [n for n, block in enumerate(article.blocks) if any(block.span.overlaps(span) for span in spans)]
    read = [n for n, block in enumerate(article.blocks) if block.role != "boilerplate"]
    before = [n for n in read if said and n < said[0]][-1:]
    after = [n for n in read if said and n > said[-1]][:1]
    return _with_gaps(article.blocks, sorted({*before, *said, *after}), read)


def _with_gaps(blocks: Sequence[Block], chosen: Sequence[int], read: Sequence[int]) -> list[Block | None]:
    shown: list[Block | None] = []
    last = -1
    for number in [*chosen, len(blocks)]:
        if any(last < left_out < number for left_out in read):
            shown.append(None)
        if number < len(blocks):
            shown.append(blocks[number])
        last = number
    return shown


def _places(span: Span, statements: Iterable[Statement]) -> list[tuple[Span, Part]]:
    """The parts that lie in `span`, cut to it, each place once, in the order of `PARTS`."""
    found: list[tuple[Span, Part]] = []
    for part in PARTS:
        every = {place for each in statements for place in getattr(each, part.name) if place.overlaps(span)}
        cut = {Span(max(place.start, span.start), min(place.end, span.end)) for place in every}
        found.extend((place, part) for place in sorted(cut))
    return found


def _marks(places: Sequence[tuple[Span, Part]], at: int) -> str:
    """The marks that stand before the character `at`: closings first, and the longer place around the
    shorter.
    """
    closing = sorted((place for place in places if place[0].end == at), key=lambda place: -place[0].start)
    opening = sorted((place for place in places if place[0].start == at), key=lambda place: -place[0].end)
    return "".join(part.closing for _, part in closing) + "".join(part.opening for _, part in opening)
