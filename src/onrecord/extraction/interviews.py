"""Interviews printed as questions and answers without labels: each answer is what the person asked said.

Nothing in the words of such an answer attributes it, so the row of paragraphs has to tell: one that asks somebody
something ("you", a question mark), then one or more in the first person, and so on.  The likeliest reading of the
whole row is looked for, as words are labelled by the likeliest row of labels.  An explainer's questions ("Why is the
bridge closed?") are answered by the report itself, without an "I", and are left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from onrecord.model import Block, Span

FEWEST = 3
"""Answers that make an interview."""

_WORDS = re.compile(r"\S+")
_LABEL = re.compile(r"[ *_]*(?:\(\(|[^\W\d_][\w .’'-]{0,40}:[ *_]|[QA]\b[.:)]?\s)")
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»“]?|(?<!\w)‘[^‘]*’(?!\w)")
_FIRST = re.compile(r"\b(?:me|my|mine|myself|[Ww]e|us|[Oo]ur|ours|My)\b")
_I = re.compile(r"\bI\b")
_SECOND = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_OPENING = "“\"«„‘'"


class Turn(IntEnum):
    """Whose a paragraph is: the report's own, a question, an answer's first, or a further one of it."""

    REPORT = 0
    QUESTION = 1
    ANSWER = 2
    MORE = 3


_NEVER = -1e9
_STEPS = (
    #  to REPORT, QUESTION, ANSWER, MORE
    (0.0, -2.0, _NEVER, _NEVER),  # from REPORT
    (_NEVER, -3.0, 0.0, _NEVER),  # a question is answered
    (-1.5, 0.0, _NEVER, -0.5),
    (-1.5, 0.0, _NEVER, -0.5),
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a paragraph shows of whose it is, its quoted words apart."""

    asks: bool
    to_you: bool
    of_me: bool
    of_us: bool
    labelled: bool
    quoted: bool
    words: int

    @classmethod
    def of(cls, paragraph: str) -> "_Shown":
        own = _QUOTED.sub(" ", paragraph)
        return cls(
            asks=paragraph.rstrip(" \t*_)").endswith("?"),
            to_you=bool(_SECOND.search(own)),
            of_me=bool(_I.search(own)),
            of_us=bool(_FIRST.search(own)),
            labelled=bool(_LABEL.match(paragraph)),
            quoted=paragraph.lstrip(" *_")[:1] in _OPENING,
            words=len(_WORDS.findall(paragraph)),
        )

    def scores(self) -> tuple[float, float, float, float]:
        """How well each turn fits, the report's own being 0."""
        question = 2.5 if self.asks else -1.0
        question += 1.5 * (self.to_you and not self.of_me) - 1.5 * self.of_me
        question -= 3.0 * (self.quoted or self.labelled) + 0.02 * max(0, self.words - 40)
        mine = 2.0 * self.of_me + 0.7 * (self.of_us and not self.of_me) - 4.0 * self.labelled
        return 0.0, question, mine - 0.5, mine - 1.2


def answers(blocks: Sequence[Block], text: str) -> list[tuple[Span, ...]]:
    """The answers of an article that is an interview, each with its paragraphs; none if it is no interview.

    `blocks` are those that are read, in the order of the text.
    """
    spans = [block.span for block in blocks]
    shown = [_Shown.of(span.of(text)) for span in spans]
    if 4 * sum(each.labelled for each in shown) >= len(shown):
        return []  # a transcript: its labels say who speaks
    turns = _turns(shown)
    exchanges = list(_exchanges(turns))
    return [tuple(spans[a:b]) for a, b in exchanges] if _is_interview(exchanges, shown) else []


def _turns(shown: Sequence[_Shown]) -> list[Turn]:
    """The likeliest row of turns (Viterbi)."""
    best = [0.0, -2.0, _NEVER, _NEVER]
    came: list[list[int]] = []
    for number, each in enumerate(shown):
        if number:
            ways = [[best[a] + _STEPS[a][b] for a in Turn] for b in Turn]
            came.append([max(Turn, key=way.__getitem__) for way in ways])
            best = [max(way) for way in ways]
        best = [score + fits for score, fits in zip(best, each.scores(), strict=True)]
    best[Turn.QUESTION] = _NEVER  # nobody answers any more
    turn = max(Turn, key=best.__getitem__)
    row = [turn]
    for before in reversed(came):
        row.append(Turn(before[row[-1]]))
    return row[::-1][: len(shown)]


def _exchanges(turns: Sequence[Turn]) -> Iterator[tuple[int, int]]:
    """First and last paragraph, half open, of each answer."""
    begun = [number for number, turn in enumerate(turns) if turn is Turn.ANSWER]
    for start, after in pairwise([*begun, len(turns)]):
        ends = (number for number in range(start + 1, after) if turns[number] is not Turn.MORE)
        yield start, next(ends, after)


def _is_interview(exchanges: Sequence[tuple[int, int]], shown: Sequence[_Shown]) -> bool:
    """Half of the answers are in the first person, and somebody is addressed in a quarter of the questions."""
    own = sum(any(each.of_me or each.of_us for each in shown[a:b]) for a, b in exchanges)
    addressed = sum(shown[a - 1].to_you for a, _ in exchanges)
    return len(exchanges) >= FEWEST and 2 * own >= len(exchanges) and 4 * addressed >= len(exchanges)
