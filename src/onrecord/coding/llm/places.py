"""Quoted words to places in a text: letter by letter, or not at all.

A quotation is found where the article has the same letters and marks in the same order; straight quotation marks are
not curly ones, and a word that is left out is a word that is wrong.  Blanks alone may be others: a line break or a
no-break space in the article stands for a blank, since no answer keeps them.  Words are whole: *he* is not found in
*the*.  What is found is a span of the article, so that what is stored are its characters and never the answer's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Span

_NEXT = 1  # how many paragraphs away from the content its source and cue may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A text and the places of the paragraphs of it that were shown, in order, numbered from 1."""

    text: str
    paragraphs: Sequence[Span]

    def content(self, pieces: Sequence[str], paragraph: int | None) -> tuple[Span, ...] | str:
        """Where a content stands, or the reason why it is not found: ``not-verbatim``, ``ambiguous``.

        Of words that stand in several places those in the paragraph that is named are meant, or in the one closest to
        it, the earlier of two; where none is named, nobody can tell.  Further pieces follow the first, each the next
        that there is.
        """
        first = [(at, span) for at in range(len(self.paragraphs)) for span in self._in(at, pieces[0])]
        if not first:
            return "not-verbatim"
        if paragraph is None and len(first) > 1:
            return "ambiguous"
        at, begins = min(first, key=lambda one: (abs(one[0] + 1 - (paragraph or 0)), one[1].start))
        found = [begins]
        for piece in pieces[1:]:
            after = (
                span
                for further in range(at, len(self.paragraphs))
                for span in self._in(further, piece)
                if span.start >= found[-1].end
            )
            span = next(after, None)
            if span is None:
                return "not-verbatim"
            found.append(span)
        return tuple(found)

    def beside(self, pieces: Sequence[str], taken: Sequence[Span]) -> tuple[Span, ...] | None:
        """Where words stand that belong to a content, the closest to it; None where they do not.

        In a paragraph of the content or the one before or after, outside the places `taken`, of which the content's is
        the first.
        """
        found: list[Span] = []
        for piece in pieces:
            near = [
                span
                for at in self._near(taken)
                for span in self._in(at, piece)
                if not any(span.overlaps(other) for other in (*taken, *found))
            ]
            if not near:
                return None
            found.append(min(near, key=lambda span: (_gap(span, taken), span.start)))
        return tuple(sorted(found))

    def holds(self, words: str) -> bool:
        """Whether the words stand anywhere in what was shown."""
        return any(True for at in range(len(self.paragraphs)) for _ in self._in(at, words))

    def _near(self, spans: Sequence[Span]) -> list[int]:
        of = [at for at, each in enumerate(self.paragraphs) if any(each.overlaps(span) for span in spans)]
        return list(range(max(of[0] - _NEXT, 0), min(of[-1] + _NEXT + 1, len(self.paragraphs))))

    def _in(self, at: int, words: str) -> Iterator[Span]:
        """Where whole words stand in a paragraph."""
        pattern, paragraph = _pattern(words), self.paragraphs[at]
        if pattern is None or len(words) > len(self.text):
            return
        for found in pattern.finditer(self.text, paragraph.start, paragraph.end):
            yield Span(found.start(), found.end())


def _pattern(words: str) -> re.Pattern[str] | None:
    """The words with any blanks between them; None where there is no letter or digit."""
    if not any(each.isalnum() for each in words):
        return None
    stripped = words.strip()
    before = r"(?<!\w)" if _is_word(stripped[0]) else ""
    after = r"(?!\w)" if _is_word(stripped[-1]) else ""
    return re.compile(before + r"\s+".join(map(re.escape, stripped.split())) + after)


def _is_word(letter: str) -> bool:
    return re.match(r"\w", letter) is not None


def _gap(span: Span, others: Sequence[Span]) -> int:
    """How many characters lie between a place and the closest of others."""
    return min(max(span.start - other.end, other.start - span.end, 0) for other in others)
