"""When two contents are the same words, though a border lies elsewhere."""

from collections.abc import Sequence

from onrecord.model import Span

ALIKE = 0.8
"""Of the letters and digits of two contents together, those that both hold: from here on they are the same words, as
the shared scorer has it."""


def alike(text: str, one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two contents of a text are the same words."""
    return share(text, one, other) >= ALIKE


def share(text: str, one: Sequence[Span], other: Sequence[Span]) -> float:
    """Of the letters and digits of two contents together, the share that both hold, 0 to 1."""
    if not one or not other or one[-1].end <= other[0].start or other[-1].end <= one[0].start:
        return 0.0
    a, b = _letters(text, one), _letters(text, other)
    return len(a & b) / len(a | b) if a | b else 0.0


def _letters(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(i for span in spans for i in range(span.start, span.end) if text[i].isalnum())
