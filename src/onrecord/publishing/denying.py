"""Statements whose cue says that something is not so, or was not said: "never claimed", "denied", "declined to say".

Where a format has no place for the cue, the content alone would be given out as what somebody says.
"""

import re

from onrecord.model import Record

_DENYING = re.compile(
    r"\b(?:never|not|nor|cannot|no longer|without|(?:den(?:y|ied|ies|ial)|declin|refus|reject|dismiss|disput|contradict"
    r"|rebut|refut|retract|withdr[ae]w|doubt|oppos)\w*"
    r"|(?:rul\w+|leav\w+|left) out|t(?:ak\w+|ook) back|back\w* (?:out|down)|stop\w* short of|fail\w* to)\b|n[’']t\b",
    re.IGNORECASE,
)


def denies(record: Record) -> bool:
    """Whether the cue denies, or says that nothing was said."""
    return bool(_DENYING.search(record.cue_words or ""))
