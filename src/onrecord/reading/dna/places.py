"""The words of a statement of a .dna file.

DNA's engine counts Unicode code points and its window UTF-16 units, which part ways after the first emoji of a text.
So where a text has a character above U+FFFF before the place, both are looked at, and the one that begins and ends at
the edge of a word is taken; code points where that does not tell.
"""


def words(text: str, start: int, stop: int) -> str:
    """The words from `start` to `stop`, half open, whichever way the coder's program counted."""
    return text[slice(*place(text, start, stop))]


def place(text: str, start: int, stop: int) -> tuple[int, int]:
    """That place in code points, half open, whichever way the coder's program counted."""
    if text[:stop].isascii() or max(text[:stop], default="") <= "\uffff":
        return start, stop
    shifted = _in_units(text, start, stop)
    if shifted is None or _edges(text, start, stop) >= _edges(text, *shifted):
        return start, stop
    return shifted


def _in_units(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The place in code points, if start and stop count UTF-16 units; None where a unit is half a character."""
    units = text.encode("utf-16-le", "surrogatepass")
    try:
        before = len(units[: 2 * start].decode("utf-16-le"))
        return before, before + len(units[2 * start : 2 * stop].decode("utf-16-le"))
    except UnicodeDecodeError:
        return None


def _edges(text: str, start: int, stop: int) -> int:
    """How many of the two ends lie at the edge of a word."""
    return sum(_is_edge(text, at) for at in (start, stop))


def _is_edge(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return not (before.isalnum() and after.isalnum())
