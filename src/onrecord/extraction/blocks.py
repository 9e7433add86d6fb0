"""Block quotations: a paragraph of somebody's words, without marks, after a line that ends in a colon.

Reading has marked the block (`quotation`); here it becomes the content of the attribution that leads to it ("She
continued:").  What somebody inside the block is reported to have said stays an attribution of its own, inside it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from onrecord.extraction.borders import ANGLES
from onrecord.extraction.drafts import UNSEEN, Draft
from onrecord.model import Block, Span

_LEADS = frozenset({"paragraph", "standfirst"})
_SET_APART = re.compile(ANGLES)
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockQuotation:
    """The paragraph that leads to a block quotation, and the quotation's paragraphs."""

    lead: Span | None
    body: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """From the first word of the quotation to its last."""
        return Span(self.body[0].start, self.body[-1].end)


def block_quotations(blocks: Sequence[Block], text: str) -> list[BlockQuotation]:
    """The block quotations of an article, each with the paragraph before it where that one leads to it.

    Block quotations with nothing but boilerplate between them are one.
    """
    found: list[BlockQuotation] = []
    before: Block | None = None
    for block in (block for block in blocks if block.role != "boilerplate"):
        if block.role == "quotation":
            body = unmarked(block.span, text)
            if before is not None and before.role == "quotation":
                found[-1] = replace(found[-1], body=(*found[-1].body, body))
            else:
                found.append(BlockQuotation(lead=_lead(before, text), body=(body,)))
        before = block
    return found


def unmarked(span: Span, text: str) -> Span:
    """The block without the angle brackets with which Markdown sets it apart: nobody said those."""
    marks = _SET_APART.match(text, span.start, span.end)
    return Span(marks.end(), span.end) if marks and marks.end() < span.end else span


def _lead(before: Block | None, text: str) -> Span | None:
    if before is None or before.role not in _LEADS:
        return None
    return before.span if before.span.of(text).rstrip(" *_\u00a0").endswith(":") else None


class _Placed:
    """Drafts by where one of their parts begins."""

    def __init__(self, placed: Iterable[tuple[int, Draft]]) -> None:
        ordered = sorted(placed, key=itemgetter(0))
        self._starts = [start for start, _ in ordered]
        self._drafts = [draft for _, draft in ordered]

    def begun_in(self, span: Span) -> list[Draft]:
        """The drafts whose part begins in the span, in order."""
        return self._drafts[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def attribute_blocks(
    drafts: Sequence[Draft], idle: Sequence[Draft], quotations: Sequence[BlockQuotation], text: str
) -> list[Draft]:
    """The drafts, with each block quotation as the content of the attribution that leads to it.

    `idle` are attributions with a cue and no content: "She said:" is one, until its block is found.
    """
    drafts = list(_parted(drafts, [span for one in quotations if one.lead is None for span in one.body]))
    by_content = _Placed((draft.content[0].start, draft) for draft in drafts)
    by_cue = _Placed((draft.cue[0].start, draft) for draft in (*drafts, *idle) if draft.cue)
    gone: set[int] = set()
    added: list[Draft] = []
    for quotation in quotations:
        inside = [draft for span in quotation.body for draft in by_content.begun_in(span)]
        leading = _leading(by_cue.begun_in(quotation.lead), quotation) if quotation.lead else None
        replaced, new = _attribute(inside, leading, quotation, text)
        gone |= replaced
        added += new
    return [*(draft for draft in drafts if id(draft) not in gone), *added]


def _parted(drafts: Iterable[Draft], unled: Sequence[Span]) -> Iterator[Draft]:
    """The drafts, each that begins before a block to which nothing leads, and goes on in it, in two.

    A block is a statement of its own; whose, the words before it do not say, and a wrong name is worse than none.
    """
    starts = [span.start for span in unled]

    def in_block(piece: Span) -> bool:
        at = bisect_left(starts, piece.end) - 1
        return at >= 0 and unled[at].overlaps(piece)

    for draft in drafts:
        inside = tuple(piece for piece in draft.content if in_block(piece))
        if not inside or in_block(draft.content[0]):
            yield draft
            continue
        yield replace(draft, content=tuple(piece for piece in draft.content if piece not in inside))
        doubts = draft.doubts | {"no_cue": -1.0, "no_source": -1.0}
        yield replace(draft, content=inside, cue=(), source=(), doubts=doubts)


def attribute_answers(drafts: Sequence[Draft], answers: Sequence[BlockQuotation], text: str) -> list[Draft]:
    """The drafts, with each answer of an interview as a content of its own.

    What somebody is reported, inside an answer, to have said stays; what the network took for a stretch of the
    answer, without a cue, is part of it.
    """
    by_content = _Placed((draft.content[0].start, draft) for draft in drafts)
    gone: set[int] = set()
    for answer in answers:
        inside = [draft for span in answer.body for draft in by_content.begun_in(span)]
        gone |= {id(draft) for draft in inside if not _reported(draft, answer, text)}
    return [*(draft for draft in drafts if id(draft) not in gone), *map(_unattributed, answers)]


def _reported(draft: Draft, answer: BlockQuotation, text: str) -> bool:
    return bool(draft.cue) and answer.whole.holds(draft.cue[0]) and not _of_themselves(draft, text)


def _attribute(
    inside: list[Draft], leading: Draft | None, quotation: BlockQuotation, text: str
) -> tuple[set[int], list[Draft]]:
    """Which drafts a block quotation takes the place of (their `id()`), and what takes their place."""
    own = [draft for draft in inside if draft.cue and quotation.whole.holds(draft.cue[0])]
    if leading is None and quotation.lead is None and (own or not inside):
        return set(), []  # set apart from the text, but nobody here says whose words it is
    kept = {id(draft) for draft in own if _reported(draft, quotation, text)}
    replaced = {id(draft) for draft in inside if id(draft) not in kept} | {id(leading)}
    whole = _whole(leading, inside, quotation)
    return replaced, [*_before(leading, quotation), whole, *_below(inside, leading, quotation)]


def _of_themselves(draft: Draft, text: str) -> bool:
    """Whether the speaker of a quotation speaks of their own thought: "I think" inside it is no other statement."""
    return bool(draft.source) and draft.source[0].of(text).lower() in _FIRST_PERSON


def _leading(beginning: Sequence[Draft], quotation: BlockQuotation) -> Draft | None:
    """Of the attributions whose cue stands in the lead, the last that has the quotation, or nothing, to say."""
    reaching = [d for d in beginning if not d.content or d.content[-1].overlaps(quotation.whole)]
    return reaching[-1] if reaching else None


def _before(leading: Draft | None, quotation: BlockQuotation) -> list[Draft]:
    """What the leading attribution says before the block: a statement of its own, since it is one of another kind."""
    if leading is None:
        return []
    early = tuple(span for span in leading.content if not span.overlaps(quotation.whole))
    return [replace(leading, content=early)] if early else []


def _below(inside: list[Draft], leading: Draft | None, quotation: BlockQuotation) -> list[Draft]:
    """What an attribution below a block that a lead announces has to say itself, once the block is not its own."""
    if quotation.lead is None:
        return []
    end = quotation.whole.end
    below = [d for d in inside if d is not leading and d.cue and d.cue[0].start >= end]
    left = [(d, tuple(span for span in d.content if span.start >= end)) for d in below]
    return [replace(d, content=later) for d, later in left if later]


def _whole(leading: Draft | None, inside: list[Draft], quotation: BlockQuotation) -> Draft:
    """The block as what somebody said: the leading attribution, or whoever the network links its words to.

    Whoever is named below a block is not its speaker where a lead stands above it.
    """
    if leading is not None:
        return replace(leading, content=quotation.body)
    outside = (d for d in inside if d.source and not quotation.whole.holds(d.source[0]))
    named = next((d for d in outside if quotation.lead is None or not _stands_below(d, quotation)), None)
    return replace(named, content=quotation.body) if named else _unattributed(quotation)


def _stands_below(draft: Draft, quotation: BlockQuotation) -> bool:
    return (draft.cue or draft.source)[0].start >= quotation.whole.end


def _unattributed(quotation: BlockQuotation) -> Draft:
    names = ("content", "border", "link", "cue", "source", "source_link")
    doubts = dict.fromkeys(names, UNSEEN) | {"pieces": 0.0, "no_cue": -1.0, "no_source": -1.0}
    return Draft(content=quotation.body, cue=(), source=(), doubts=doubts)
