"""The words of a text as names are made of them, by hand."""

import numpy as np

from onrecord.extraction.name_words import NameWords, shape_of


def words(shown: str) -> NameWords:
    """Words divided by spaces; one that begins with ~ stands right behind the one before, / ends a paragraph."""
    parts = [part for part in shown.split() if part != "|"]
    paragraph, number = [], 0
    for part in shown.split():
        if part == "|":
            number += 1
        else:
            paragraph.append(number)
    texts = tuple(part.removeprefix("~") for part in parts)
    return NameWords(
        texts=texts,
        shapes=np.array([shape_of(text) for text in texts]),
        paragraph=np.array(paragraph),
        joined=np.array([part.startswith("~") for part in parts]),
    )
