"""How wide words are, and names in a few short lines.

Nobody knows which font a reader has: widths are at least those of DejaVu Sans, the widest of the fonts that are asked
for, so that a label is never wider than the room that was kept for it.
"""

import unicodedata
from collections.abc import Sequence

from onrecord.publishing.harmless import label

LINE = 1.2
"""From one baseline to the next, in heights of the font."""

_NARROW = frozenset("iljI.,:;'’|!()[] ftr-")
_BROAD = frozenset("mMwW@%—…")
_JOINER = "\u200d"


def width(text: str, size: float) -> float:
    """Pixels that the text takes at most at this height of the font."""
    return size * sum(map(_em, text))


def _em(char: str) -> float:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.25  # emoji are a little wider than letters of Chinese
    if char in _NARROW:
        return 0.42
    if char in _BROAD or (not char.isascii() and not char.isalnum()):
        return 1.0
    return 0.78 if char.isupper() else 0.64


def in_lines(name: str, *, across: float, size: float, most: int) -> tuple[str, ...]:
    """The name in at most so many lines, each at most `across` pixels wide; the last ends with `…` where more follows.

    Lines break at blanks, or inside a word that is too wide for one, never between a letter and its accent or inside
    a joined emoji.
    """
    lines: list[str] = []
    left = label(name) or "(no name)"
    while left:
        line, rest = _line(left, across, size)
        if len(lines) == most - 1 and rest:
            line, _ = _line(left, across - width("…", size), size)
            return (*lines, line.rstrip(" ,;:") + "…")
        lines.append(line)
        left = rest
    return tuple(lines)


def shortened(name: str, *, across: float, size: float) -> str:
    """The name in one line."""
    return in_lines(name, across=across, size=size, most=1)[0]


def widest(lines: Sequence[str], size: float) -> float:
    """Pixels across the widest of them."""
    return max((width(line, size) for line in lines), default=0.0)


def _line(text: str, across: float, size: float) -> tuple[str, str]:
    """What fits in one line, at least one letter, and what is left."""
    end, used = 0, 0.0
    for cluster in _clusters(text):
        used += width(cluster, size)
        if used > across and end:
            break
        end += len(cluster)
    if end == len(text):
        return text, ""
    at_blank = text.rfind(" ", 0, end + 1)
    cut = at_blank if at_blank > 0 else end
    return text[:cut].rstrip(), text[cut:].lstrip()


def _clusters(text: str) -> list[str]:
    """Letters with what belongs to them: accents, joiners, shades of skin, the second half of a flag."""
    found: list[str] = []
    for char in text:
        if found and _belongs(char, found[-1]):
            found[-1] += char
        else:
            found.append(char)
    return found


def _belongs(char: str, before: str) -> bool:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or before.endswith(_JOINER):
        return True
    if "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    return _half_flag(char) and len(before) == 1 and _half_flag(before)


def _half_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"
