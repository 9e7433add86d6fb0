"""Exports of press databases as pages: their blocks as lines are the export as text."""

import re

from onrecord.reading.exports import documents_of
from onrecord.reading.html.article import APART
from onrecord.reading.html.blocks import chunks_of
from onrecord.reading.html.pages import parse

_SIGN = re.compile(
    r"\b\d{1,5} of \d{1,5} DOCUMENTS?\b|\bEnd of Document\b|\bDocument [A-Z][A-Z0-9]{3,}\d{8}[0-9a-z]{6,12}\b"
    r"|\b(?:Length|LENGTH):\s?(?:<[^<>]{1,200}>){0,4}\s?[\d,.]{1,9} words\b"
)


def text_of_export(page: str) -> tuple[str, list[tuple[int, int]]] | None:
    """The text of a page that is an export, and where each of its documents begins and ends; None of any other page."""
    if not _SIGN.search(page) or (tree := parse(page).tree) is None:
        return None
    for form in tree.iter("form"):
        form.tag = "div"  # Factiva sets all documents in one
    text = APART.join(chunk.words for chunk in chunks_of(tree))
    documents = documents_of(text)
    return (text, documents) if documents else None
