"""Block quotations: a paragraph of somebody's words, without marks, after a line that ends in a colon.

Reading has marked the block (`quotation`); here it becomes the content of the attribution that leads to it ("She
continued:").  What somebody inside the block is reported to have said stays an attribution of its own, inside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extraction.drafts import Draft
from onrecord.model import Block, Span

_READ = frozenset({"paragraph", "quotation", "standfirst"})


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
    drafts: Sequence[Draft], idle_cues: Sequence[Span], quotations: Sequence[BlockQuotation]
) -> list[Draft]:
    """The drafts, with each block quotation as the content of the attribution that leads to it."""
    settled = list(drafts)
    for quotation in quotations:
        settled = _attribute(settled, idle_cues, quotation)
    return settled


def _attribute(drafts: list[Draft], idle_cues: Sequence[Span], quotation: BlockQuotation) -> list[Draft]:
    inside = [draft for draft in drafts if quotation.whole.holds(draft.content[0])]
    leading = _leading(drafts, quotation)
    own = [draft for draft in inside if draft.cue and quotation.whole.holds(draft.cue[0])]
    if leading is None and quotation.lead is None and (own or not inside):
        return drafts  # set apart from the text, but nobody here says whose words it is
    gone = {id(draft) for draft in inside if draft not in own}
    if leading is not None:
        gone.add(id(leading))
    kept = [draft for draft in drafts if id(draft) not in gone]
    return [*kept, *_before(leading, quotation), _whole(leading, inside, idle_cues, quotation)]


def _leading(drafts: list[Draft], quotation: BlockQuotation) -> Draft | None:
    """The last attribution whose cue stands in the leading paragraph and whose content reaches the quotation."""
    if quotation.lead is None:
        return None
    reaching = [
        draft
        for draft in drafts
        if draft.cue and quotation.lead.holds(draft.cue[0]) and draft.content[-1].overlaps(quotation.whole)
    ]
    return reaching[-1] if reaching else None


def _before(leading: Draft | None, quotation: BlockQuotation) -> list[Draft]:
    """What the leading attribution says before the block: a statement of its own, since it is one of another kind."""
    if leading is None:
        return []
    early = tuple(span for span in leading.content if not span.overlaps(quotation.whole))
    return [replace(leading, content=early)] if early else []


def _whole(
    leading: Draft | None, inside: list[Draft], idle_cues: Sequence[Span], quotation: BlockQuotation
) -> Draft:
    if leading is not None:
        return replace(leading, content=quotation.body)
    cue = [span for span in idle_cues if quotation.lead is not None and quotation.lead.holds(span)][-1:]
    named = next(
        (draft for draft in inside if draft.source and not quotation.whole.holds(draft.source[0])), None
    )
    doubts = {
        "content": -0.5,
        "border": -0.5,
        "link": -0.5,
        "pieces": 0.0,
        "cue": -0.5,
        "source": 0.0,
        "source_link": -0.5,
    }
    return Draft(
        content=quotation.body,
        cue=tuple(cue) if named is None else named.cue,
        source=named.source if named else (),
        doubts={**doubts, "no_cue": -float(not cue), "no_source": -float(named is None)},
    )
