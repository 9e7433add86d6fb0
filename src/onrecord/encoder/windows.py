"""How a long text is laid over the network's window.

Where two windows lie over a piece, the mean of what both say of its label counts, unless it stands too near the edge of
one; spans are linked in the window where they stand farthest from an edge.  Without context on either side the trial
lost 2 to 6 points.  Windows are shrunk evenly, so that a text a little longer than one window costs little more than
its own length.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

EDGE = 16
"""Pieces at a window's edge of which nothing that the window says counts, where another window lies over them."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start` to `end` go through the network; what begins from `keep_start` to `keep_end` is linked here."""

    start: int
    end: int
    keep_start: int
    keep_end: int

    def heard(self, pieces: int) -> slice:
        """The pieces, of so many that the text has, on which what this window says of labels counts."""
        start = min(self.start + EDGE, self.keep_start) if self.start else 0
        return slice(start, max(self.end - EDGE, self.keep_end) if self.end < pieces else pieces)


def windows(pieces: int, size: int, margin: int) -> list[Window]:
    """Windows of at most `size` pieces that keep each of the pieces once, in order.

    Every piece that is kept has `margin` pieces of context on each side, or the text's own end.
    """
    if pieces <= size:
        return [Window(0, pieces, 0, pieces)] if pieces else []
    count = math.ceil((pieces - 2 * margin) / (size - 2 * margin))
    length = math.ceil((pieces + (count - 1) * 2 * margin) / count)
    starts = [(pieces - length) * number // (count - 1) for number in range(count)]
    borders = [0, *((a + length + b) // 2 for a, b in pairwise(starts)), pieces]
    return [Window(start, start + length, borders[k], borders[k + 1]) for k, start in enumerate(starts)]
