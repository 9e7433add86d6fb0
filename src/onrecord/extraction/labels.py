"""Transcripts that name who asks by a letter alone: *Q* before a question, with no colon that could be a cue.

The network links a source by its cue, and here there is none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.extraction.drafts import Draft
from onrecord.model import Span

_LETTER = re.compile(r"[*_]*([QA])(?:[.:)][*_]*\s+|\s+)[*_]*")
FEWEST = 2
"""Paragraphs that begin with a Q of its own and make a transcript."""


def name_askers(drafts: Iterable[Draft], paragraphs: Sequence[Span], text: str) -> list[Draft]:
    """The drafts; those that begin a paragraph after such a letter, and have no source, with the letter as source."""
    letters = {end: who for paragraph in paragraphs for end, who in _label(paragraph, text)}
    if sum(who.of(text) == "Q" for who in letters.values()) < FEWEST:
        return list(drafts)
    return [_named(one, letters) for one in drafts]


def _label(paragraph: Span, text: str) -> Iterable[tuple[int, Span]]:
    """Where the words after a letter begin, and the letter; an *A* needs a stop, since it is also a word."""
    label = _LETTER.match(text, paragraph.start, paragraph.end)
    if label is not None and (label[1] == "Q" or not label[0].rstrip()[-1:].isalpha()):
        yield label.end(), Span(*label.span(1))


def _named(one: Draft, letters: dict[int, Span]) -> Draft:
    who = letters.get(one.content[0].start) if not one.source else None
    return one if who is None else replace(one, source=(who,), doubts=one.doubts | {"no_source": 0.0})
