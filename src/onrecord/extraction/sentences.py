"""What is said is a piece of a sentence that says something.

Indirect speech ends with the sentence that reports it, for what comes after is the outlet's own voice: "The minister
says the money is there. It is not." gives the minister four words.  And "to" or "the" alone is said by nobody.
"""

import re
from dataclasses import replace

from onrecord.extraction.borders import Beside
from onrecord.extraction.drafts import Draft
from onrecord.model import Span

_END = re.compile(r"(?<=[^\W_])[.?!](?=\s+[A-Z][\w’']*\b)")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,3}|\b[a-z]{1,2}|\.[A-Za-z])\Z")
"""How a word ends that a full stop may shorten ("J", "Gen", "Sept", "p", "U.S"): after it no sentence ends."""


def end_with_sentence(draft: Draft, beside: Beside, text: str) -> Draft:
    """The draft, its last content cut at the end of the sentence in which its cue leads to it.

    Nothing is cut where a colon or a line's end stands between cue and content, or where a quotation is part of it:
    these may go on over sentences.
    """
    if len(draft.content) != 1 or not draft.cue:
        return draft
    (said,) = draft.content
    cue = draft.cue[-1]
    between = text[cue.start : said.start]
    if cue.end > said.start or ":" in between or "\n" in said.of(text) or "\n" in between:
        return draft
    if any(quotation.span.overlaps(said) for quotation in beside.of(said)):
        return draft
    for end in _END.finditer(text, said.start, min(said.end, len(text))):
        if not _ABBREVIATED.search(text, said.start, end.start()):
            return replace(draft, content=(Span(said.start, end.start()),))
    return draft


_PAGE = re.compile(
    r"\W*(?:(?:see|turn to|more on|continued on)\s)?(?:pages?|pp?\.)[\s\d,&–-]*(?:and \d+)?\W*", re.IGNORECASE
)
"""Words that lead a reader on: "Page 8"."""
_IDLE = frozenset("a an the and or but of to with from for at in on by as".split())
_WORD = re.compile(r"[^\W_]+")


def says_something(draft: Draft, text: str) -> bool:
    """Whether a content has a word beside articles, prepositions and conjunctions, and more than the number of a page.

    Of 30 drafts of the dev parts that had no other word none was right.
    """
    if len(draft.content) == 1 and _PAGE.fullmatch(draft.content[0].of(text)):
        return False
    return any(
        word[0].lower() not in _IDLE
        for piece in draft.content
        for word in _WORD.finditer(text, piece.start, piece.end)
    )
