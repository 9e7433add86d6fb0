"""Whether a date opens its sentence: what follows "In August, Orlo said ..." goes on in August, what follows "Orlo,
who had left in August" does not."""

import re

_OPENED = re.compile(
    r"(?:\A|\n|[.!?:][”’\"')\]]*\s)\s*[“‘\"']?(?:(?:back|late|early|later|earlier)\s)?(?:in|on|by|during|at)?\s*(?:the\s)?\Z",
    re.IGNORECASE,
)
_MOST = 40


def opens_sentence(text: str, at: int) -> bool:
    """Whether at most a preposition and the like stands between a code point and the beginning of its sentence."""
    return _OPENED.search(text, max(at - _MOST, 0), at) is not None
