"""Numbers as news writes them: 24, 1,200, 2 1/2, twenty-four, two and a half, nineteen ninety-six."""

import re
from collections.abc import Sequence

from onrecord.resolution.dates.lexicon import DECADES, ORDINALS, POWERS, SMALL

_MIXED = re.compile(r"([0-9]{0,3})(?:[ -]([1-9])/([1-9])|([½¼¾]))")
_PLAIN = re.compile(r"[0-9,]{1,12}(?:\.[0-9]{1,9})?")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_LARGEST = 10_000
"""A count above this is of no length of time that a report speaks of, and its date is out of the calendar."""


def number(words: Sequence[str]) -> float | None:
    """The number that tokens spell; None where they spell none, or one beyond `_LARGEST`."""
    if len(words) == 1 and words[0][0] in "0123456789½¼¾":
        value = _digits(words[0])
    else:
        value = _spelled([word for word in words if word not in ("-", "‑", "–", "and", "a", "an")] or ["one"])
    return value if value is not None and value <= _LARGEST else None


def _digits(word: str) -> float | None:
    if mixed := _MIXED.fullmatch(word):
        part = _FRACTIONS[mixed[4]] if mixed[4] else int(mixed[2]) / int(mixed[3])
        return int(mixed[1] or 0) + part
    return float(word.replace(",", "")) if _PLAIN.fullmatch(word) else None


def _spelled(words: Sequence[str]) -> float | None:
    total = group = 0
    for word in words:
        if word in SMALL:
            group += SMALL[word]
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in POWERS:
            total, group = total + max(group, 1) * POWERS[word], 0
        else:
            return None
    return total + group


def spelled_year(words: Sequence[str]) -> int | None:
    """A year in words: nineteen ninety-six, two thousand (and) four, twenty ten."""
    words = [word for word in words if word not in ("-", "‑", "–", "and")]
    if words[:2] == ["two", "thousand"]:
        rest = _spelled(words[2:]) if words[2:] else 0
        return 2000 + int(rest) if rest is not None and rest < 100 else None
    if (
        len(words) < 2
        or SMALL.get(words[0], 0) not in range(10, 21)
        or any(word not in SMALL for word in words)
    ):
        return None
    rest = sum(SMALL[word] for word in words[1:])
    tens_and_ones = len(words) == 2 or (len(words) == 3 and SMALL[words[1]] >= 20 and SMALL[words[2]] < 10)
    return SMALL[words[0]] * 100 + rest if tens_and_ones and 10 <= rest < 100 else None


def ordinal(words: Sequence[str]) -> int | None:
    """1 for `first` and `1st`, 21 for `twenty - first`."""
    words = [word for word in words if word not in ("-", "‑", "–")]
    if words[0][0].isdigit():
        return int(re.match(r"[0-9]+", words[0])[0])  # type: ignore[index]
    if words[-1] not in ORDINALS:
        return None
    tens = SMALL.get(words[0], 0) if len(words) == 2 else 0
    return tens + ORDINALS[words[-1]]


def decade_word(word: str) -> int | None:
    """2 for `twenties`."""
    return DECADES.get(word)
