"""A stretch of an article's text."""

from collections.abc import Iterable
from dataclasses import dataclass

ELLIPSIS = " … "


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: Unicode code points, half open (`text[start:end]`), never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start} and {self.end}")

    def of(self, text: str) -> str:
        """The words of `text` at this place, untouched."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this one (or is the same)."""
        return self.start <= other.start and other.end <= self.end

    def pair(self) -> list[int]:
        """`[start, end]`, as the commands print it."""
        return [self.start, self.end]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that share a character or touch made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def words_at(text: str, spans: Iterable[Span]) -> str:
    """The words at some places of a text, pieces joined with an ellipsis between blanks."""
    return ELLIPSIS.join(span.of(text) for span in spans)
