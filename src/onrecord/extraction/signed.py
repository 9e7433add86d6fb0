"""Quotations with a signature: somebody's words, then a dash and who says them.

So letters, reactions and readers' comments are printed, one below the other ("Close it." - Ana Ruiz, baker).  The row
of quotations tells nothing of where one ends and the next begins but its marks, and the signature stands after the
words, in the same paragraph or alone in the next.  A block that the layout sets apart needs no marks to be signed so.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from onrecord.extraction.blocks import unmarked
from onrecord.extraction.borders import trimmed
from onrecord.extraction.drafts import UNSEEN, Draft
from onrecord.model import Block, Span

_MARKS = '"“”„‟«»'
_BLANK = r"[\s*_]*"
_SIGNATURE = re.compile(rf"{_BLANK}([―—–]|--?){_BLANK}([^\W\d_][^{_MARKS}?!:;]*?)[\s*_.]*\Z")
_BEFORE_SIGNATURE = re.compile(r"(?:(?<=[.!?…])|\n)[\s>]*(?=[*_]*(?:[―—–]|--?)[\s*_])")
_LEFT = re.compile(r"[.,!?…][\"”»“]\s+\w")
"""Words outside the marks, after a quotation that ended: "Close it," she said. "Now."."""
_MEDIUM = re.compile(
    r",?\s(?:writing |speaking )?(?:in|on|by|at) (?:[^\W\d_]{1,12} ){0,3}"
    r"(?:letter|statement|interview|speech|post|e-?mail|message|column|telephone|radio|television)\b.*",
    re.DOTALL,
)
_LONGEST = 120
"""Letters of a signature, with what is said of who signs."""
_WORDS = 6
_ROW = 2
"""Signed quotations among which a signature may be one word alone."""
_JOINING = frozenset("of the and for de del della di da la van von der bin al y".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A quotation with its marks, and the dash and the name that sign it; places in the text.

    `body` has a piece a paragraph; a quotation between marks is one piece.
    """

    body: tuple[Span, ...]
    dash: Span
    who: Span

    @property
    def signature(self) -> Span:
        """The dash and the name."""
        return Span(self.dash.start, self.who.end)


class _Taken:
    """The places of some signed quotations, looked up in the time that it takes to name one; no two share a letter."""

    def __init__(self, quotations: Iterable[Signed]) -> None:
        found = [(place, one) for one in quotations for place in (*one.body, one.signature)]
        self._placed = sorted(found, key=lambda placed: placed[0].start)
        self._starts = [place.start for place, _ in self._placed]

    def takes(self, place: Span) -> bool:
        """Whether a place is, in part, the words of a quotation or its signature."""
        last = self._last(place)
        return last is not None and last[0].overlaps(place)

    def holding(self, place: Span) -> Signed | None:
        """The quotation in one of whose paragraphs a place lies."""
        last = self._last(place)
        if last is None or not last[0].holds(place) or last[0] == last[1].signature:
            return None
        return last[1]

    def _last(self, place: Span) -> tuple[Span, Signed] | None:
        """The last place that begins before the end of this one, with its quotation: no earlier one reaches as far."""
        at = bisect_left(self._starts, place.end) - 1
        return self._placed[at] if at >= 0 else None


def signed_quotations(blocks: Sequence[Block], text: str) -> list[Signed]:
    """The signed quotations among the blocks that are read, in the order of the text."""
    spans = [block.span for block in blocks]
    found = [one for span in spans if (one := _in_one(span, text)) is not None]
    found += [one for pair in pairwise(spans) if (one := _in_two(*pair, text)) is not None]
    if len(found) < _ROW:
        found = [
            one for one in found if len(one.who.of(text).split()) > 1
        ]  # not the agency's name at the end
    between_marks = _Taken(found)
    for row in _set_apart(blocks):
        one = _in_block(row, text)
        if one is not None and not any(map(between_marks.takes, one.body)):
            found.append(one)
    return sorted(found, key=lambda one: one.body)


def attribute_signed(drafts: Sequence[Draft], quotations: Sequence[Signed]) -> list[Draft]:
    """The drafts, with each signed quotation as what its signer said and as nobody else's.

    What somebody is reported, inside the quotation, to have said stays.
    """
    if not quotations:
        return list(drafts)
    taken = _Taken(quotations)
    return [*(kept for one in drafts for kept in _apart(one, taken)), *map(_attribution, quotations)]


def _in_one(block: Span, text: str) -> Signed | None:
    """The quotation of a paragraph that begins with a mark and ends with a signature."""
    end = 1 + max(text.rfind(mark, block.start, block.end) for mark in _MARKS)
    if not block.start < end < block.end:
        return None
    body = _quoted(Span(block.start, end), text)
    return _signed((body,), Span(end, block.end), text) if body is not None else None


def _in_two(before: Span, block: Span, text: str) -> Signed | None:
    """The quotation of a whole paragraph, signed by the next."""
    body = _quoted(before, text)
    return _signed((body,), block, text) if body is not None else None


def _set_apart(blocks: Sequence[Block]) -> Iterator[list[Span]]:
    """The rows of paragraphs that the layout sets apart as somebody's words."""
    for quoted, row in groupby(blocks, key=lambda block: block.role == "quotation"):
        if quoted:
            yield [block.span for block in row]


def _in_block(row: list[Span], text: str) -> Signed | None:
    """The quotation of a row of paragraphs without marks whose last line, or last paragraph, signs it."""
    *body, last = (unmarked(span, text) for span in row)
    if body and (signed := _signed(tuple(body), last, text)) is not None:
        return signed
    ends = list(_BEFORE_SIGNATURE.finditer(text, max(last.start, last.end - 2 * _LONGEST), last.end))
    if not ends:
        return None
    end = ends[-1]
    words = trimmed(Span(last.start, end.start()), text)
    return _signed((*body, words), Span(end.end(), last.end), text)


def _quoted(span: Span, text: str) -> Span | None:
    """The span without blanks and asterisks around it, if it begins and ends with a mark and all between is quoted."""
    bare = trimmed(span, text, "*_")
    if bare.end - bare.start < 3 or text[bare.start] not in _MARKS or text[bare.end - 1] not in _MARKS:
        return None
    return None if _LEFT.search(text, bare.start, bare.end) else bare


def _signed(body: tuple[Span, ...], after: Span, text: str) -> Signed | None:
    if after.end - after.start > _LONGEST:
        return None
    signature = _SIGNATURE.match(text[after.start : after.end])
    if signature is None or not _is_name(signature[2]):
        return None
    dash, who = (Span(*(after.start + at for at in signature.span(group))) for group in (1, 2))
    if medium := _MEDIUM.search(signature[2]):  # where it was said is no part of who said it
        who = Span(who.start, who.start + medium.start())
    return Signed(body=body, dash=dash, who=who)


def _is_name(words: str) -> bool:
    """Whether what stands before a comma or a bracket is written as a name is."""
    name = re.split(r"[,(]", words, maxsplit=1)[0].split()
    capitals = [word[0].isupper() for word in name]
    joining = [word.casefold() in _JOINING for word in name]
    return (
        0 < len(name) <= _WORDS
        and capitals[0]
        and all(a or b for a, b in zip(capitals, joining, strict=True))
    )


def _apart(draft: Draft, taken: _Taken) -> Iterator[Draft]:
    """The draft without what is a signed quotation's, if anything is left of it."""
    inside = taken.holding(draft.content[0]) if draft.content else None
    if inside is not None and draft.cue and taken.holding(draft.cue[0]) is inside:
        yield draft
        return
    left = tuple(piece for piece in draft.content if not taken.takes(piece))
    if left:
        yield draft if left == draft.content else replace(draft, content=left)


def _attribution(quotation: Signed) -> Draft:
    """Nothing is in doubt but what a signature looks like."""
    doubts = {"source": UNSEEN}
    return Draft(content=quotation.body, cue=(quotation.dash,), source=(quotation.who,), doubts=doubts)
