"""Where a clause looks from the day it is told on: back, ahead, or not said.  Tense decides what Friday is meant.

The nearest verb that shows it decides, looked for before the date first and after it then, in the same sentence.
"""

from onrecord.resolution.dates.tokens import PARAGRAPH, Tokens

_REACH = 14
"""So many tokens to either side; measured on AQUAINT and the part of TimeBank that we develop on."""

AHEAD = frozenset(
    "will ll wo shall would going plans plan planning intends intend expects expect expected scheduled due set slated planned supposed "
    "hopes hope hoping upcoming tomorrow must should may might can could wants aims ready poised likely effective payable "
    "redeemable matures maturing expires expire begins starts resumes opens takes awaiting await awaits".split()
)
BACK = frozenset(
    "said says was were had did been has have told became began went came took made gave saw got found left held met rose "
    "fell sent put kept led won lost paid sold bought brought thought spoke wrote ran grew broke drew flew knew shot hit "
    "cut shut quit spent struck stood sat sank swept stole taught tore threw woke wore hurt let read drove fought felt "
    "chose caught built bound ate beat bore bent forgot forgave froze hung hid laid lent lit meant rang rode sang shook "
    "shrank slept slid swore swam understood withdrew after".split()
)
_NOT_PAST = frozenset("need indeed hundred feed speed exceed proceed seed unprecedented red united limited embed breed "
                      "bed preferred unspecified estimated based related registered advanced succeed sacred wed expected scheduled planned slated".split())  # fmt: skip
_NOUNS_TOO = frozenset(
    "plan plans hope hopes will must may might can set takes left cut lead led read shot hit".split()
)
_DETERMINERS = frozenset("the a an its his her their our this that these those any some no new".split())
_TO_BE = frozenset("is are be about ready agreed likely able have has".split())
_LEADS_AHEAD = frozenset("until till by effective payable due starting beginning".split())
_LEADS_BACK = frozenset("since".split())


def direction(tokens: Tokens, start: int, end: int) -> int:
    """-1, 1 or 0 for the date at tokens `start` up to `end`."""
    before = tokens.word(start - 1) if start else ""
    if before in _LEADS_BACK:
        return -1
    found = _nearest(tokens, range(start - 1, max(-1, start - 1 - _REACH), -1))
    if before in _LEADS_AHEAD and found <= 0:
        return found + 1
    return found or _nearest(tokens, range(end, min(len(tokens.starts), end + _REACH)))


def _nearest(tokens: Tokens, places: range) -> int:
    for at in places:
        if tokens.codes[at] == PARAGRAPH or _ends_sentence(tokens, at):
            return 0
        if found := _look(tokens.word(at), tokens.word(at - 1) if at else ""):
            return found
    return 0


def _look(word: str, before: str) -> int:
    if word == "to":
        return 1 if before in _TO_BE else 0
    if word in _NOUNS_TOO and before in _DETERMINERS:
        return 0
    if word in AHEAD:
        return -1 if before == "been" else 1
    if word in BACK or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
        return 0 if before in ("be", "to", "get", "getting") else -1
    return 0


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    """Whether a full stop, question or exclamation mark ends a sentence here: a capital follows, and no initial or short form
    stands before.
    """
    text, end = tokens.text, tokens.ends[at]
    if text[end - 1] not in ".?!" or at == 0 or at + 1 >= len(tokens.starts):
        return False
    following, last = text[tokens.starts[at + 1]], tokens.ends[at - 1] - tokens.starts[at - 1]
    return (
        tokens.starts[at + 1] > end
        and (following.isupper() or not following.isalnum())
        and (last > 4 or text[end - 1] != "." or last == 3 and tokens.word(at - 1) not in _SHORT)
    )


_SHORT = frozenset(
    "gen sen rep gov col mrs sgt rev inc ltd jan feb mar apr jun jul aug sep oct nov dec".split()
)
