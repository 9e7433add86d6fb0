"""Who declines to speak says nothing: "declined to be interviewed", "refused to say whether", "declined to comment".

It is an act that the report tells of, of which no words or meaning are given.  Who refuses to *do* something takes a
stand, which is a statement.
"""

import re

from onrecord.extraction.drafts import Draft

_REFUSING = r"\b(?:declin|refus)(?:es?|ed|ing|al)"
_SPEAKING = (
    r"to\s(?:comment|elaborate|speak|talk|answer|respond|reply|take\squestions"
    r"|be\s(?:interviewed|drawn|named|identified|quoted))\b"
)
_TELLING = (
    r"(?:to\s)?(?:say|explain|specify|disclose|reveal|describe|tell)\s(?:\w+\s)?"
    r"(?:if|whether|how|why|who|whom|whose|what|which|when|where)\b"
)
_CUE = re.compile(rf"{_REFUSING}\Z", re.IGNORECASE)
_UNSPOKEN = re.compile(_SPEAKING, re.IGNORECASE)
_WHOLE = re.compile(rf"{_REFUSING}\s{_TELLING}", re.IGNORECASE)


def refuses_to_speak(draft: Draft, text: str) -> bool:
    """Whether a draft's cue and content tell of nothing but that its source would not speak."""
    if len(draft.cue) != 1 or not draft.content:
        return False
    cue, content = draft.cue[0].of(text), draft.content[0].of(text)
    if _CUE.search(cue) and _UNSPOKEN.match(content):
        return True
    return _WHOLE.search(f"{' '.join(cue.split())} {' '.join(content.split())}") is not None
