"""Whom a speaker cites in passing: "the Post, citing two officials, reported", "Pell, quoting Finch, said".

It says on whom a speaker relies: those cited make no statement here, and to name them is none either.  What is cited
as a reason ("citing safety concerns") is one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extraction.drafts import Draft
from onrecord.model import Name, Span

_CITING = r"(?:citing|quoting|paraphrasing|echoing|invoking)"
_CUE = re.compile(rf"\W*(?:also |again )?{_CITING}\W*", re.IGNORECASE)
_ASIDE = re.compile(rf",\s(?:also\s|again\s)?{_CITING}\s(?:[\w’'-]+\s){{0,4}}\Z")
_DETERMINER = r"(?:the|an?|his|her|its|their|one|another|some|two|three|several)"
_SUBJECT = re.compile(
    rf"(?<![\w’'-])(?:{_DETERMINER}\s(?:[\w’'-]+\s)*[\w’'-]+"
    r"|(?-i:(?!(?:On|In|At|By|For|From|After|Before|Then|But|And|Yet|As|When|While)\b)[A-Z])[\w’'.-]*"
    r"(?:\s(?:of|de|van|von|der|la|(?-i:[A-Z])[\w’'.-]*))*"
    r"|he|she|it|they)\Z",
    re.IGNORECASE,
)
"""A noun phrase up to a comma: with an article, in capitals, or a pronoun."""
_DAY = re.compile(r"\A(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Yesterday|Today)\s")
_LONGEST_SUBJECT = 80

_CUT = re.compile(
    r"\b(?:who|whom|that|which|with|in|inside|within|from|at|of|on|to|for|by|as|about|over|near|close|familiar|briefed"
    r"|speaking|it|he|she|they)\b|,"
)
"""What ends the words up to the head of a phrase."""
_TELLS = re.compile(r"[\"“‘]|\b(?:as|sa(?:y|ys|id|ying)|t(?:ell|old)|claim\w*|warn\w*)\b", re.IGNORECASE)
"""What tells more than who is cited: "citing sources who said that"."""
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_PEOPLE = frozenset(
    """source sources official officials person people persons man men woman women insider insiders diplomat diplomats
    aide aides adviser advisers advisor advisors lawyer lawyers witness witnesses minister ministers lawmaker lawmakers
    resident residents expert experts analyst analysts executive executives officer officers spokesman spokeswoman
    spokesperson spokespeople employee employees engineer engineers scientist scientists friend friends guest
    guests member members group groups colleague colleagues staff staffers negotiator negotiators delegate delegates
    investigator investigators police prosecutor prosecutors doctor doctors neighbour neighbours critic critics
    newspaper newspapers agency paper media outlet outlets broadcaster station authorities participants
    participant""".split()
)
"""Words for those whom one cites."""


def cites_somebody(draft: Draft, names: Sequence[Name], text: str) -> bool:
    """Whether a draft says no more than whom its source cites."""
    return (
        bool(draft.cue)
        and all(_CUE.fullmatch(span.of(text)) for span in draft.cue)
        and all(_is_somebody(span, names, text) for span in draft.content)
    )


def _is_somebody(span: Span, names: Sequence[Name], text: str) -> bool:
    """Whether the words are a name, or turn on a word for people."""
    shown = span.of(text)
    cut = _CUT.search(shown, 1)
    words = list(_WORD.finditer(shown, 0, cut.start() if cut else len(shown)))
    if not words or _TELLS.search(shown):
        return False
    head = Span(span.start + words[-1].start(), span.start + words[-1].end())
    if words[-1][0].lower() in _PEOPLE:
        return True
    return any(one.kind != "place" and one.span.overlaps(head) and one.span.end >= head.end for one in names)


def without_asides(draft: Draft, text: str) -> Draft:
    """The draft; where its source is cited in an aside before the cue, whoever cites them is the source.

    "Pell, quoting Finch, said": Pell.  Nobody is, where no noun phrase stands before the aside.
    """
    if (
        len(draft.source) != 1
        or not draft.cue
        or text[draft.source[0].end : draft.cue[0].start].strip() != ","
    ):
        return draft
    start = draft.source[0].start
    line = text.rfind("\n", 0, start) + 1
    aside = _ASIDE.search(text, max(line, start - _LONGEST_SUBJECT), start)
    if aside is None:
        return draft
    subject = _subject(text, line, aside.start())
    if subject is None:
        return replace(draft, source=(), doubts=draft.doubts | {"no_source": -1.0})
    return replace(draft, source=(subject,))


def _subject(text: str, line: int, comma: int) -> Span | None:
    """The noun phrase that ends at a comma, in its clause."""
    first = max(line, comma - _LONGEST_SUBJECT)
    begin = max(first, *(text.rfind(sign, first, comma) + 1 for sign in ',.;:!?"“”('))
    while begin < comma and text[begin].isspace():
        begin += 1
    for found in _SUBJECT.finditer(text[begin:comma]):
        day = _DAY.match(found[0])
        return Span(begin + found.start() + (day.end() if day else 0), comma)
    return None
