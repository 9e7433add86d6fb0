"""When two contents are the same words, though a border lies elsewhere: as PolNeAR is scored."""

from collections.abc import Iterable

from onrecord.model.span import Span

ALIKE = 0.8
"""Of the letters and digits of two contents together, those that both hold: from here on they are the same words."""


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the letters and digits of some places of a text stand."""
    return frozenset(i for span in spans for i in range(span.start, span.end) if text[i].isalnum())


def share(one: frozenset[int], other: frozenset[int]) -> float:
    """Of the letters of two places together, the share that both hold, 0 to 1; 0 where there is none."""
    return len(one & other) / len(one | other) if one & other else 0.0
