"""The form of a text that the model reads: the same length, so that every offset stays true.

Articles differ in their marks more than in their words.  Outer quotation marks of every style become “ and ”, curly
apostrophes straight, Markdown emphasis and control characters blanks; nothing is added or taken away.
"""

import re
from collections.abc import Sequence

from onrecord.encoder.marks import Quotation

_ONE_FOR_ONE = str.maketrans({"’": "'", "‘": "'", "‛": "'", "\ufeff": " ", "\u00ad": " ", "\u200b": " "})
_EMPHASIS = re.compile(r"(?<![\w*])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?![\w*])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def canonical(text: str, quoted: Sequence[Quotation]) -> str:
    """The text as the model reads it, code point for code point; `quoted` are the quotations found in it."""
    plain = text.translate(_ONE_FOR_ONE)
    plain = _CONTROL.sub(" ", _EMPHASIS.sub(lambda match: " " * len(match.group()), plain))
    letters = list(plain)
    for quotation in quoted:
        if not quotation.inner:
            _set(letters, quotation.span.start, "“", quotation.opening)
            _set(letters, quotation.span.end - quotation.closing, "”", quotation.closing)
    return "".join(letters)


def _set(letters: list[str], at: int, mark: str, length: int) -> None:
    if length:
        letters[at : at + length] = [mark] + [" "] * (length - 1)
