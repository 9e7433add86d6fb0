"""Block quotations that have lost their marks."""

from onrecord.extraction.blocks import attribute_blocks, block_quotations, unmarked
from onrecord.extraction.drafts import Draft
from onrecord.model import Block, Role, Span

TEXT = "Oller rejected it. She said:\nWe are not for sale, the mayor tells me.\nRain fell."
BLOCKS = tuple(
    Block(span=Span(TEXT.index(words), TEXT.index(words) + len(words)), role=role)
    for words, role in (
        ("Oller rejected it. She said:", "paragraph"),
        ("We are not for sale, the mayor tells me.", "quotation"),
        ("Rain fell.", "paragraph"),
    )
)
DOUBTS = {"content": -0.1, "no_cue": 0.0, "no_source": 0.0}


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def settled(*drafts: Draft, idle: tuple[Draft, ...] = ()) -> list[Draft]:
    return attribute_blocks(drafts, idle, block_quotations(BLOCKS, TEXT), TEXT)


def led(content: str, cue: str = "said", source: str = "She") -> Draft:
    return Draft(content=(span(content),), cue=(span(cue),), source=(span(source),), doubts=dict(DOUBTS))


def test_a_block_is_led_to_by_the_paragraph_before_it() -> None:
    (quotation,) = block_quotations(BLOCKS, TEXT)
    assert quotation.lead == BLOCKS[0].span
    assert quotation.body == (BLOCKS[1].span,)


def test_the_whole_block_is_what_was_said() -> None:
    (one,) = settled(led("We are not for sale"))
    assert one.content == (BLOCKS[1].span,)
    assert one.source == (span("She"),)


def test_an_attribution_inside_the_block_stays_inside_it() -> None:
    inner = led("We are not for sale", cue="tells", source="the mayor")
    both = settled(inner, led("for sale"))
    assert inner in both
    assert any(draft.content == (BLOCKS[1].span,) for draft in both)


def test_an_attribution_that_was_left_without_content_gets_the_block() -> None:
    idle = Draft(content=(), cue=(span("said"),), source=(span("She"),), doubts=dict(DOUBTS))
    (one,) = settled(idle=(idle,))
    assert (one.content, one.cue, one.source) == ((BLOCKS[1].span,), (span("said"),), (span("She"),))


def test_a_block_after_a_lead_that_nobody_speaks_in_is_a_statement_without_source() -> None:
    (one,) = settled()
    assert (one.content, one.cue, one.source) == ((BLOCKS[1].span,), (), ())


def test_what_the_lead_says_before_the_block_is_another_statement() -> None:
    both = (span("rejected it"), span("We are not"))
    lead = Draft(content=both, cue=(span("said"),), source=(span("She"),), doubts=dict(DOUBTS))
    contents = {draft.content for draft in settled(lead)}
    assert contents == {(span("rejected it"),), (BLOCKS[1].span,)}


def test_a_block_that_nothing_leads_to_and_nobody_speaks_in_is_left_alone() -> None:
    alone: tuple[tuple[str, Role], ...] = (("Rain fell.", "quotation"),)
    blocks = [Block(span=span(words), role=role) for words, role in alone]
    assert attribute_blocks([], [], block_quotations(blocks, TEXT), TEXT) == []


def test_what_the_speaker_says_of_themselves_inside_the_block_is_no_other_statement() -> None:
    own = led("are not for sale", cue="tells", source="We")
    assert [draft.content for draft in settled(own, led("for sale"))] == [(BLOCKS[1].span,)]


def test_angle_brackets_of_markdown_are_nobody_s_words() -> None:
    text = "She said:\n> We go home."
    blocks = [
        Block(span=Span(0, 9), role="paragraph"),
        Block(span=Span(10, len(text)), role="quotation"),
    ]
    (quotation,) = block_quotations(blocks, text)
    assert [body.of(text) for body in quotation.body] == ["We go home."]


def test_a_heading_between_two_blocks_parts_them() -> None:
    text = "She said:\nWe go.\nLater\nWe stay."
    roles: tuple[Role, ...] = ("paragraph", "quotation", "heading", "quotation")
    edges = [(0, 9), (10, 16), (17, 22), (23, 31)]
    blocks = [Block(span=Span(*edge), role=role) for edge, role in zip(edges, roles, strict=True)]
    assert [quotation.lead for quotation in block_quotations(blocks, text)] == [Span(0, 9), None]


def test_who_is_named_below_a_block_that_a_lead_announces_says_only_what_stands_there() -> None:
    text = "Hollin was less polite:\n> Nobody trusts him.\nHollin added that it rained."
    places = [Span(0, 23), Span(24, 44), Span(45, len(text))]
    roles: tuple[Role, ...] = ("paragraph", "quotation", "paragraph")
    blocks = [Block(span=place, role=role) for place, role in zip(places, roles, strict=True)]
    added, that = text.index("added"), text.index("that")
    below = Draft(
        content=(Span(26, 44), Span(that, len(text) - 1)),
        cue=(Span(added, added + 5),),
        source=(Span(45, 51),),
        doubts=dict(DOUBTS),
    )
    whole, rest = attribute_blocks([below], [], block_quotations(blocks, text), text)
    assert ([piece.of(text) for piece in whole.content], whole.cue, whole.source) == (
        ["Nobody trusts him."],
        (),
        (),
    )
    assert [piece.of(text) for piece in rest.content] == ["that it rained"]
    assert rest.source == below.source


def test_a_block_that_nothing_leads_to_is_not_the_rest_of_what_somebody_said_before_it() -> None:
    text = "“We have not spoken,” she said.\nWe are told to wait.\nIt stays shut.\nRain fell."
    roles: tuple[Role, ...] = ("paragraph", "quotation", "quotation", "paragraph")
    at = [text.index(line) for line in text.splitlines()]
    lines = [Span(a, a + len(line)) for a, line in zip(at, text.splitlines(), strict=True)]
    blocks = [Block(span=line, role=role) for line, role in zip(lines, roles, strict=True)]
    quoted, said, she = (
        Span(text.index(w), text.index(w) + len(w)) for w in ("“We have not spoken,”", "said", "she")
    )
    joined = Draft(content=(quoted, lines[1]), cue=(said,), source=(she,), doubts=dict(DOUBTS))
    first, block = attribute_blocks([joined], [], block_quotations(blocks, text), text)
    assert (first.content, first.source) == ((quoted,), (she,))
    assert (block.content, block.cue, block.source) == ((lines[1], lines[2]), (), ())


def test_angle_brackets_are_nobodys_words_whatever_blank_follows_them() -> None:
    for text in ("> We go home.", ">\u00a0> We go home.", ">>\tWe go home."):
        assert unmarked(Span(0, len(text)), text).of(text) == "We go home."
