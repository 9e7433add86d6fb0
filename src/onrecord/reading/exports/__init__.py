"""Exports of press databases (Nexis, Factiva): files of one document or many, each with its fields around its text.

    for start, end in documents_of(text):       # nothing where the text is no such export
        sheet = sheet_of(text[start:end])

A database writes who published a report, when and who wrote it in fields of its own; they are taken as they stand, and
nothing of the page is guessed.
"""

from collections.abc import Callable, Sequence

from onrecord.reading.exports import factiva, nexis
from onrecord.reading.exports.sheet import Sheet
from onrecord.reading.layout.pieces import Piece, cut

__all__ = ["Sheet", "documents_of", "sheet_of"]

_FORMS: tuple[
    tuple[Callable[[str], list[tuple[int, int]]], Callable[[str, Sequence[Piece]], Sheet | None]], ...
] = (
    (nexis.documents_of, nexis.sheet_of),
    (factiva.documents_of, factiva.sheet_of),
)


def documents_of(text: str) -> list[tuple[int, int]]:
    """Where each document of an export begins and ends; the whole text where it is one, nothing where it is none.

    What stands before the first of several (the search, a list of titles) belongs to none of them.
    """
    for places, sheet in _FORMS:
        found = places(text)
        if len(found) == 1:
            found = [(0, len(text))]
        if any(sheet(text[start:end], cut(text[start:end])) for start, end in found):
            return found
    return []


def sheet_of(text: str) -> Sheet | None:
    """What a document's fields say, and which of its lines they are."""
    lines = cut(text)
    return next((found for places, sheet in _FORMS if places(text) and (found := sheet(text, lines))), None)
