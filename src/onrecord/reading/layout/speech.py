"""Signs that a line reports what somebody said: such a line is never thrown among the furniture."""

import re

OPENING_MARKS = '"“„«‹`\x27‘'
_MARKS = re.compile(r"[\"“”„«»‹›]|``|''|(?<!\w)[‘'](?=\w)[^‘’']{3,200}[’'](?!\w)")
_SAYING = re.compile(
    r"\b(?:said|says|told|tells|added|adds|wrote|writes|claimed|claims|argued|argues|insisted|insists|warned|warns"
    r"|announced|denied|denies|according to)\b",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]*_]{0,4}$")


def has_quotation_mark(line: str) -> bool:
    """Whether a line holds a mark of quotation, single marks counted only around words."""
    return bool(_MARKS.search(line))


def has_speech(line: str) -> bool:
    """Whether a line has words in quotation marks or a verb of saying."""
    return has_quotation_mark(line) or bool(_SAYING.search(line))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, closing marks and brackets aside."""
    return bool(_ENDS_SENTENCE.search(line[-12:]))
