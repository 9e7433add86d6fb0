"""From blocks of words to an article: the text is the blocks, apart by an empty line."""

from collections.abc import Iterable

from onrecord.model import Article, Block, Format, Span
from onrecord.reading.hints import Hints
from onrecord.reading.html.blocks import Chunk
from onrecord.reading.html.metadata import Head
from onrecord.reading.language import language_of
from onrecord.reading.layout import Piece, settle
from onrecord.reading.layout.dated import head_of_page, printed_day
from onrecord.reading.layout.names import joined
from onrecord.reading.layout.pieces import look
from onrecord.reading.layout.signatures import byline_of

APART = "\n\n"

_READ = ("paragraph", "quotation", "standfirst")
_LANGUAGE_SAMPLE = 40
_LATEST_SIGNATURE = 12  # blocks from the top


def article_of_chunks(
    doc: str,
    chunks: Iterable[Chunk],
    head: Head,
    *,
    source_format: Format,
    source_hash: str,
    hints: Hints,
) -> Article:
    """An article of these blocks, with what its head says; hints come first."""
    text, pieces = set_text(chunks)
    pieces = settle(text, pieces)
    blocks = tuple(
        Block(span=Span(piece.start, piece.end), role=piece.role or "paragraph") for piece in pieces
    )
    words = [block.span.of(text) for block in blocks if block.role in _READ]
    return Article(
        doc=doc,
        text=text,
        blocks=blocks,
        format=source_format,
        source_hash=source_hash,
        title=head.title,
        byline=head.authors or _byline(pieces),
        outlet=hints.outlet or head.outlet,
        published=hints.published or head.published or _published(pieces),
        language=language_of("\n".join(words[:_LANGUAGE_SAMPLE]) or text),
        url=head.url,
    )


def _published(pieces: list[Piece]) -> str | None:
    """The day that is printed around the title, where the page says nothing of it in its head."""
    day = printed_day(head_of_page(pieces))
    return day.isoformat() if day else None


def _byline(pieces: list[Piece]) -> str | None:
    """The authors that the lines around the title name, where the page says nothing of them in its head."""
    signed = [piece for piece in pieces[:_LATEST_SIGNATURE] if piece.role == "byline"]
    names = [name for piece in signed for name in byline_of(piece, beside_date=True)]
    return joined(list(dict.fromkeys(names)))


def set_text(chunks: Iterable[Chunk]) -> tuple[str, list[Piece]]:
    """The text and a piece for each block of it."""
    pieces: list[Piece] = []
    parts: list[str] = []
    place = 0
    for chunk in chunks:
        parts.append(chunk.words)
        role = None if chunk.role == "paragraph" else chunk.role
        shown = look(chunk.words)[1]
        pieces.append(Piece(start=place, end=place + len(chunk.words), shown=shown, gap=1, role=role))
        place += len(chunk.words) + len(APART)
    return APART.join(parts), pieces
