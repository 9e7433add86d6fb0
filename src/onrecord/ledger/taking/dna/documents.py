"""A document of a .dna file as an article."""

from datetime import datetime

from onrecord.model import Article, Block, Skipped, Span, content_hash
from onrecord.reading.dna import DnaDocument

_NO_DATE = datetime(1970, 1, 1)  # what a file has that was written for articles without a date


def article_of(document: DnaDocument, doc: str) -> Article:
    """The article that a document is, known as `doc`; its text is the document's to the letter."""
    from onrecord.reading import read_bytes  # noqa: PLC0415 - heavy, and for new texts only

    raw = document.text.encode("utf-8", "replace")
    read = next(iter(read_bytes("document.txt", raw)), None)
    if read is None or isinstance(read, Skipped) or read.text != document.text:
        blocks: tuple[Block, ...] = ()
        if document.text.strip():
            blocks = (Block(span=Span(0, len(document.text)), role="paragraph"),)
        language = None
    else:
        blocks, language = read.blocks, read.language
    return Article(
        doc=doc,
        text=document.text,
        blocks=blocks,
        format="text",
        source_hash=content_hash(raw),
        title=document.title or None,
        byline=document.author or None,
        outlet=document.source or None,
        published=None if document.date == _NO_DATE else document.date.date().isoformat(),
        language=language,
    )
