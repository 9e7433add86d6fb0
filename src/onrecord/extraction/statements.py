"""An article to its statements and names: the network's drafts, then what layout and quotation marks say, then ids."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.encoder.marks import Quotation
from onrecord.encoder.reader import Encoded, Encoder
from onrecord.extraction.blocks import BlockQuotation, attribute_answers, attribute_blocks, block_quotations
from onrecord.extraction.borders import Beside, snap
from onrecord.extraction.citing import cites_somebody, without_asides
from onrecord.extraction.confidence import is_shown, probability
from onrecord.extraction.continued import headings_apart, join_continued, paragraphs_apart
from onrecord.extraction.drafts import Draft, draft
from onrecord.extraction.edges import Edges
from onrecord.extraction.interviews import answers
from onrecord.extraction.kinds import Quoted
from onrecord.extraction.labels import name_askers
from onrecord.extraction.names import names_of
from onrecord.extraction.nesting import with_parents
from onrecord.extraction.questions import questions_of, without_questions
from onrecord.extraction.refusals import refuses_to_speak
from onrecord.extraction.sentences import end_with_sentence, says_something
from onrecord.extraction.signed import attribute_signed, signed_quotations
from onrecord.model import Article, Block, Kind, Name, Role, Span, Statement, identify

READ: frozenset[Role] = frozenset({"heading", "standfirst", "caption", "quotation", "paragraph"})
"""The roles whose words are read for statements; a byline, a date or a menu line says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What is in an article, each in the order of the text."""

    statements: list[Statement]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The settled drafts of an article and its names, in the order of the text; which stretches are quoted; its
    quotations.
    """

    drafts: list[Draft]
    names: tuple[Name, ...]
    quoted: Quoted
    quotations: Sequence[Quotation]


def extract(article: Article, encoder: Encoder) -> Extracted:
    """Every statement of an article, and the names in it; the network runs over its text once."""
    seen = look(article, encoder)
    settings = encoder.settings
    judged = ((one, probability(one.doubts, settings.calibration)) for one in _distinct(seen.drafts))
    found = [
        Statement(
            id=identify(article.id, one.content),
            kind=seen.quoted.kind(article.text, one.content),
            act=one.act,
            content=one.content,
            cue=one.cue,
            source=one.source,
            confidence=sure,
        )
        for one, sure in judged
        if is_shown(one.doubts, sure, least=settings.least, least_inner=settings.least_inner)
    ]
    inside = _kinds_inside(with_parents(found), seen.quotations, article.text)
    return Extracted(statements=inside, names=seen.names)


def _kinds_inside(statements: list[Statement], quotations: Sequence[Quotation], text: str) -> list[Statement]:
    """The statements, those inside another's with the kind that they have there.

    Words that a speaker quotes are marked inside the speaker's own: "He told me 'go'" quotes *go* and nothing else.
    """
    outer = {one.parent for one in statements}
    inside = {one.id: Quoted.inside(one.content, quotations) for one in statements if one.id in outer}
    return [
        one if one.parent is None else replace(one, kind=inside[one.parent].kind(text, one.content))
        for one in statements
    ]


def read_blocks(article: Article) -> list[Block]:
    """The blocks of an article that are read for statements."""
    return [block for block in article.blocks if block.role in READ]


def encode(article: Article, encoder: Encoder) -> Encoded:
    """An article after the network's one pass over what is read of it."""
    return encoder.encode(article.text, [block.span for block in read_blocks(article)])


def look(article: Article, encoder: Encoder) -> Seen:
    """What the network sees in an article, settled by its layout and marks."""
    read = read_blocks(article)
    paragraphs = [block.span for block in read]
    encoded = encode(article, encoder)
    quotations = encoded.pieces.quotations
    found = draft(encoded, encoder)
    headings = [block.span for block in read if block.role == "heading"]
    beside = Beside(quotations)
    snapped = [
        end_with_sentence(one, beside, article.text) for one in _snap_all(found.outer, beside, article.text)
    ]
    parted = paragraphs_apart(headings_apart(snapped, headings), paragraphs, quotations)
    joined = join_continued(parted, paragraphs, quotations, headings)
    blocks = block_quotations(article.blocks, article.text)
    said = [BlockQuotation(lead=None, body=body) for body in answers(read, article.text)]
    asked = questions_of(paragraphs, (one.body for one in said))
    signed = signed_quotations(read, article.text)
    settled = attribute_blocks(list(without_questions(joined, asked)), found.idle, blocks, article.text)
    settled = attribute_answers(settled, said, article.text)
    settled = attribute_signed(name_askers(settled, paragraphs, article.text), signed)
    settled += _snap_all(found.inner, beside, article.text)
    edges = Edges(article.text)
    names = names_of(article, encoded)
    settled = [
        without_asides(edges.settle(one), article.text)
        for one in settled
        if says_something(one, article.text)
        and not cites_somebody(one, names, article.text)
        and not refuses_to_speak(one, article.text)
    ]
    bodies = [*(block.body for block in (*blocks, *said)), *(one.body for one in signed)]
    whole = [span for body in bodies for span in body]
    quoted = Quoted.of(quotations, whole)
    judged = [_with_kind(one, quoted.kind(article.text, one.content)) for one in settled]
    return Seen(
        drafts=sorted(judged, key=lambda d: d.content),
        names=names,
        quoted=quoted,
        quotations=quotations,
    )


def _with_kind(settled: Draft, kind: Kind) -> Draft:
    """The draft with its kind among its doubts: what is not quoted is less surely bounded than what is."""
    unquoted = {"indirect": -float(kind == "indirect"), "mixed": -float(kind == "mixed")}
    return replace(settled, doubts=settled.doubts | unquoted)


def _snap_all(drafts: Iterable[Draft], beside: Beside, text: str) -> list[Draft]:
    """The drafts with the borders of their contents set by quotation marks, each beside those that it meets."""
    return [
        replace(
            one,
            content=_joined(snap(piece, beside.of(piece), text) for piece in one.content),
        )
        for one in drafts
    ]


def _joined(pieces: Iterable[Span]) -> tuple[Span, ...]:
    """Pieces in order, those that now overlap made one."""
    joined: list[Span] = []
    for piece in sorted(pieces):
        if joined and piece.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return tuple(joined)


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft a content: the first that names a source, else the first."""
    kept: dict[tuple[Span, ...], Draft] = {}
    for one in drafts:
        before = kept.get(one.content)
        if before is None or (one.source and not before.source):
            kept[one.content] = one
    return list(kept.values())
