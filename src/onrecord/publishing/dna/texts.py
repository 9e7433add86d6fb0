"""Texts as DNA can hold them.

DNA's engine counts code points and its window UTF-16 units, and the window turns CR LF into LF.  So an article that
did not come from DNA gets LF alone, and one character of the basic plane for each character above U+FFFF: then both
count alike.
"""

import re
from bisect import bisect_right
from collections.abc import Collection

from onrecord.publishing.dna.schema import MOST

_REPLACEMENT = "\ufffd"
_CUT = "…"


class PlainText:
    """A text for DNA, and where the places of the text that it was made from lie in it (code points)."""

    def __init__(self, text: str) -> None:
        self._gone = [found.start() + 1 for found in re.finditer("\r\n", text)]
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        self.text = "".join(_REPLACEMENT if character > "\uffff" else character for character in plain)
        self.replaced = sum(character > "\uffff" for character in plain)

    def place(self, at: int) -> int:
        """Where a place of the text lies now."""
        return at - bisect_right(self._gone, at - 1)


def short(text: str, taken: Collection[str] = ()) -> str:
    """A text of at most 190 characters, other than those taken: a longer one is cut and numbered if need be."""
    plain = PlainText(" ".join(text.split())).text if len(text) > MOST else PlainText(text).text
    if len(plain) <= MOST and plain not in taken:
        return plain
    for number in range(1, len(taken) + 2):
        end = _CUT if number == 1 else f"{_CUT} ({number})"
        cut = plain[: MOST - len(end)] + end
        if cut not in taken:
            return cut
    raise AssertionError("there are more numbers than texts")
