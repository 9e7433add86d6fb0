"""Block quotations: a paragraph of somebody's words, without marks, after a line that ends in a colon.

Reading has marked the block (`quotation`); here it becomes the content of the attribution that leads to it ("She
continued:").  What somebody inside the block is reported to have said stays an attribution of its own, inside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extraction.drafts import UNSEEN, Draft
from onrecord.model import Block, Span

_READ = frozenset({"paragraph", "quotation", "standfirst"})
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
    """The block quotations of an article, each with the paragraph before it where that one leads to it."""
    found: list[BlockQuotation] = []
    read = [block for block in blocks if block.role in _READ]
    for number, block in enumerate(read):
        if block.role != "quotation":
            continue
        before = read[number - 1] if number else None
        if before is not None and before.role == "quotation" and found:
            found[-1] = replace(found[-1], body=(*found[-1].body, block.span))
        else:
            leads = before is not None and before.span.of(text).rstrip(" *_\u00a0").endswith(":")
            found.append(BlockQuotation(lead=before.span if leads and before else None, body=(block.span,)))
    return found


def attribute_blocks(
    drafts: Sequence[Draft], idle: Sequence[Draft], quotations: Sequence[BlockQuotation], text: str
) -> list[Draft]:
    """The drafts, with each block quotation as the content of the attribution that leads to it.

    `idle` are attributions with a cue and no content: "She said:" is one, until its block is found.
    """
    settled = list(drafts)
    for quotation in quotations:
        settled = _attribute(settled, idle, quotation, text)
    return settled


def _attribute(
    drafts: list[Draft], idle: Sequence[Draft], quotation: BlockQuotation, text: str
) -> list[Draft]:
    inside = [draft for draft in drafts if quotation.whole.holds(draft.content[0])]
    own = [draft for draft in inside if draft.cue and quotation.whole.holds(draft.cue[0])]
    leading = _leading([*drafts, *idle], quotation)
    if leading is None and quotation.lead is None and (own or not inside):
        return drafts  # set apart from the text, but nobody here says whose words it is
    gone = {id(draft) for draft in inside if draft not in own} | {id(leading)}
    kept = [
        draft
        for draft in drafts
        if id(draft) not in gone and not (draft in own and _of_themselves(draft, text))
    ]
    return [*kept, *_before(leading, quotation), _whole(leading, inside, quotation)]


def _of_themselves(draft: Draft, text: str) -> bool:
    """Whether the speaker of a quotation speaks of their own thought: "I think" inside it is no other statement."""
    return bool(draft.source) and draft.source[0].of(text).lower() in _FIRST_PERSON


def _leading(drafts: Sequence[Draft], quotation: BlockQuotation) -> Draft | None:
    """The attribution whose cue stands last in the leading paragraph and that has the quotation, or nothing, to say."""
    if quotation.lead is None:
        return None
    reaching = [
        draft
        for draft in drafts
        if draft.cue
        and quotation.lead.holds(draft.cue[0])
        and (not draft.content or draft.content[-1].overlaps(quotation.whole))
    ]
    return max(reaching, key=lambda draft: draft.cue, default=None)


def _before(leading: Draft | None, quotation: BlockQuotation) -> list[Draft]:
    """What the leading attribution says before the block: a statement of its own, since it is one of another kind."""
    if leading is None:
        return []
    early = tuple(span for span in leading.content if not span.overlaps(quotation.whole))
    return [replace(leading, content=early)] if early else []


def _whole(leading: Draft | None, inside: list[Draft], quotation: BlockQuotation) -> Draft:
    """The block as what somebody said: the leading attribution, or whoever the network links its words to."""
    if leading is not None:
        return replace(leading, content=quotation.body)
    outside = (d for d in inside if d.source and not quotation.whole.holds(d.source[0]))
    named = next(outside, None)
    return replace(named, content=quotation.body) if named else _unattributed(quotation)


def _unattributed(quotation: BlockQuotation) -> Draft:
    names = ("content", "border", "link", "cue", "source", "source_link")
    doubts = dict.fromkeys(names, UNSEEN) | {"pieces": 0.0, "no_cue": -1.0, "no_source": -1.0}
    return Draft(content=quotation.body, cue=(), source=(), doubts=doubts)
