"""Where a clause looks from the day it is told on: back, ahead, or not said.  Tense decides what Friday is meant.

The nearest verb that shows it decides, looked for before the date first and after it then, in the same sentence.
"""

from onrecord.resolution.dates.tokens import PARAGRAPH, Tokens

_REACH = 14
"""So many tokens to either side; measured on AQUAINT and the part of TimeBank that we develop on."""

_AHEAD = frozenset(
    "will ll wo shall would going plans plan planning planned intends intend expects expect expected scheduled due "
    "slated supposed hopes hope hoping upcoming must should may might can wants aims poised likely effective payable "
    "redeemable expires begins starts resumes opens awaiting await awaits forecast forecasts forecasting predict "
    "predicts predicting expecting anticipates".split()
)
_BACK = frozenset(
    "said says was were had did been has have told became began went came took made gave saw got found left held met "
    "rose fell sent put kept led won lost paid sold bought brought thought spoke wrote ran grew broke drew flew knew "
    "shot hit cut shut quit spent struck stood sat sank swept stole taught tore threw woke wore hurt let read drove "
    "fought felt chose caught built bound ate beat bore bent forgot forgave froze hung hid laid lent lit meant rang "
    "rode sang shook shrank slept slid swore swam understood withdrew".split()
)
_NO_VERBS = frozenset(
    "need indeed hundred feed speed exceed proceed seed unprecedented red united limited embed breed bed preferred "
    "unspecified estimated based related registered advanced succeed sacred wed".split()
)
_NOUNS_TOO = frozenset(
    "plan plans hope hopes forecast forecasts will must may might can cut lead led read shot hit".split()
)
_DETERMINERS = frozenset("the a an its his her their our this that these those any some no new".split())
_TO_BE = frozenset("is are be about ready agreed likely able have has".split())
_NOT_FINITE = frozenset("be to get getting".split())
_LEADS_AHEAD = frozenset("until till by effective payable due starting beginning".split())
_PUT_OFF_TO = frozenset("until till to".split())
_PUT_OFF = frozenset("adjourned postponed delayed deferred suspended remanded rescheduled extended".split())
"""Past verbs that put something off: the case was adjourned until Monday."""
_SHORT = frozenset(
    "gen sen rep gov col mrs sgt rev inc ltd jan feb mar apr jun jul aug sep oct nov dec".split()
)


def direction(tokens: Tokens, start: int, end: int) -> int:
    """-1, 1 or 0 for the date at tokens `start` up to `end`."""
    before = tokens.word(start - 1) if start else ""
    if before == "since":
        return -1
    found = _nearest(tokens, range(start - 1, max(-1, start - 1 - _REACH), -1))
    found = found or _nearest(tokens, range(end, min(len(tokens.starts), end + _REACH)))
    if _stands_before(tokens, start):
        return 1
    if before in _PUT_OFF_TO and any(tokens.word(at) in _PUT_OFF for at in range(max(0, start - 4), start)):
        return 1
    return min(found + 1, 1) if before in _LEADS_AHEAD else found


def _nearest(tokens: Tokens, places: range) -> int:
    for at in places:
        if tokens.codes[at] == PARAGRAPH or _ends_sentence(tokens, at):
            return 0
        if found := _look(tokens.word(at), tokens.word(at - 1) if at else ""):
            return found
    return 0


def _look(word: str, before: str) -> int:
    """What one word shows."""
    if word == "to":
        return 1 if before in _TO_BE else 0
    if word == "set":
        return 1 if before in ("is", "are", "was", "were", "be") else -1
    if word in _NOUNS_TOO and before in _DETERMINERS:
        return 0
    if word in _AHEAD:
        return -1 if before == "been" else 1
    if word in _BACK or (word.endswith("ed") and len(word) > 3 and word not in _NO_VERBS):
        return 0 if before in _NOT_FINITE else -1
    return 0


def _stands_before(tokens: Tokens, start: int) -> bool:
    """Whether the words before say that what was told came before the date: ahead of the 15 March vote."""
    at = start - (1 if start and tokens.word(start - 1) in _DETERMINERS else 0)
    return at > 1 and tokens.word(at - 2) == "ahead" and tokens.word(at - 1) == "of"


def is_past(word: str) -> bool:
    """Whether a word, alone, shows the past: said, announced."""
    return _look(word, "") < 0


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    """Whether a mark ends a sentence: a capital or a quotation mark follows, and no initial or short form precedes."""
    text, end = tokens.text, tokens.ends[at]
    if text[end - 1] not in ".?!" or at == 0 or at + 1 >= len(tokens.starts) or tokens.starts[at + 1] == end:
        return False
    following = text[tokens.starts[at + 1]]
    if following.isalnum() and not following.isupper():
        return False
    return text[end - 1] != "." or not _is_short(tokens.word(at - 1))


def _is_short(word: str) -> bool:
    """Whether a full stop after this word may be that of a short form or an initial."""
    return len(word) < 3 or word in _SHORT or word == "sept"
