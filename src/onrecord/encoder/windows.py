"""How a long text is laid over the network's window.

Each piece is decided in the window where it stands farthest from an edge.  48 pieces of context on either side were
enough in the trial (none costs 2 to 6 points); windows are shrunk evenly, so that a text a little longer than one
window costs little more than its own length.
"""

import math
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start` to `end` go through the network; those from `keep_start` to `keep_end` are decided here."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def windows(pieces: int, size: int, margin: int) -> list[Window]:
    """Windows of at most `size` pieces that decide each of the pieces once, in order.

    Every decided piece has `margin` pieces of context on each side, or the text's own end.
    """
    if pieces <= size:
        return [Window(0, pieces, 0, pieces)] if pieces else []
    count = math.ceil((pieces - 2 * margin) / (size - 2 * margin))
    length = math.ceil((pieces + (count - 1) * 2 * margin) / count)
    starts = [(pieces - length) * number // (count - 1) for number in range(count)]
    borders = [0, *((a + length + b) // 2 for a, b in pairwise(starts)), pieces]
    return [Window(start, start + length, borders[k], borders[k + 1]) for k, start in enumerate(starts)]
