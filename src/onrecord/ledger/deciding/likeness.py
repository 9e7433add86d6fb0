"""Whether two contents of an article are the same words."""

from collections.abc import Sequence

from onrecord.model import Span, likeness


def alike(text: str, one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two contents of a text are the same words."""
    return share(text, one, other) >= likeness.ALIKE


def share(text: str, one: Sequence[Span], other: Sequence[Span]) -> float:
    """Of the letters and digits of two contents together, the share that both hold, 0 to 1."""
    if not one or not other or one[-1].end <= other[0].start or other[-1].end <= one[0].start:
        return 0.0
    return likeness.share(likeness.letters(text, one), likeness.letters(text, other))
