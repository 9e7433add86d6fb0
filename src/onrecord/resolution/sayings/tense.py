"""What a cue's own form says of when: "says", "said", "has said", "had said", "would say", and a noun."""

import re
from typing import Literal

from onrecord.model import Statement

Tense = Literal["none", "present", "past", "perfect", "pluperfect", "ahead", "noun"]

_HAD = re.compile(r"\b(?:had|having)\b|[’']d\b", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have)\b|[’']ve\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|would|to be|shall|wo)\b|[’']ll\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|did|been)\b", re.IGNORECASE)
_PAST = frozenset(
    """said told wrote thought felt held took gave made put saw spoke swore read let went came knew found began kept
    left meant cut set laid broke sought brought heard rang drew struck ran stood sang quoth""".split()
)


def tense(statement: Statement, text: str) -> Tense:
    """The tense of a statement's cue."""
    cue = " ".join(span.of(text) for span in statement.cue).strip().lower()
    words = [word.strip("’'\"”,.") for word in cue.split()]
    if not any(word[:1].isalpha() for word in words):
        return "none"
    if _HAD.search(cue):
        return "pluperfect"
    if _HAS.search(cue):
        return "perfect"
    if _AHEAD.search(cue):
        return "ahead"
    if _WAS.search(cue) or any(word in _PAST or word.endswith("ed") for word in words):
        return "past"
    first = next(word for word in words if word)
    if (
        first.endswith("s")
        or first.endswith("ing")
        or first in ("according", "say", "think", "believe", "want")
    ):
        return "present"
    return "noun"
