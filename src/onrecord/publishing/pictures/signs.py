"""The signs of a picture of nodes and ties, on the drawing and in its legend."""

from collections.abc import Iterator, Sequence
from math import sqrt

import numpy as np

from onrecord.model.network import Network
from onrecord.publishing.harmless import label
from onrecord.publishing.networks.vertices import frequencies
from onrecord.publishing.pictures.frame import Entry
from onrecord.publishing.pictures.styles import INK, PAPER, Style, fill, letter, style, thickness
from onrecord.publishing.pictures.svg import element, title, words
from onrecord.publishing.pictures.thinning import Tie, amount

SMALLEST, LARGEST = 8.0, 22.0
"""Pixels from the middle of a node to its rim: of one without a statement, and of the most active."""

Groups = Sequence[int | None]


def radii(network: Network) -> list[float]:
    """The area beyond the smallest node grows with the number of statements."""
    counts = frequencies(network)
    most = max([*counts, 1])
    return [SMALLEST + (LARGEST - SMALLEST) * sqrt(count / most) for count in counts]


def node(x: float, y: float, radius: float, group: int | None, *, square: bool) -> str:
    """A circle, or a square for a column, with the letter of its group in it."""
    look: dict[str, str | float] = {"fill": fill(group), "stroke": INK, "stroke_width": 1.2}
    if square:
        side = radius * 1.77  # the area of the circle
        shape = element("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, rx=2, **look)
    else:
        shape = element("circle", cx=x, cy=y, r=radius, **look)
    size = max(9.0, min(radius, 14.0))
    inside = words(
        letter(group), x, y + size * 0.36, font_size=size, font_weight="bold", text_anchor="middle", fill=INK
    )
    return shape + (inside if group is not None else "")


def name(lines: Sequence[str], x: float, y: float, *, size: float, anchor: str, bold: bool = False) -> str:
    """A name in lines, the baseline of the first at y, with a rim of paper around its letters."""
    rows = "".join(
        words(
            line,
            x,
            y + at * size * 1.2,
            font_size=size,
            text_anchor=anchor,
            fill=INK,
            stroke=PAPER,
            stroke_width=3,
            stroke_linejoin="round",
            paint_order="stroke",
            **({"font_weight": "bold"} if bold else {}),
        )
        for at, line in enumerate(lines)
    )
    return element("g", rows, class_="name")


def legend(network: Network, ties: Sequence[Tie], groups: Groups) -> Iterator[Entry]:
    """What lines, sizes, shapes and letters mean; only of what is in the picture."""
    yield from _lines(network, ties)
    counts = frequencies(network)
    if counts and max(counts) > 0:
        few, many = min(counts), max(counts)
        if few < many:
            small = SMALLEST + (LARGEST - SMALLEST) * sqrt(few / many)
            yield Entry(
                sign=node(16, 9, small / 2, None, square=False), says=f"{few} statement" + "s" * (few != 1)
            )
        yield Entry(
            sign=node(16, 9, LARGEST / 2, None, square=False),
            says=f"{many} statement" + "s" * (many != 1) + " (nodes half size)",
        )
    if network.mode == "two":
        yield Entry(sign=node(16, 9, 8, None, square=False), says=str(network.settings["rows"]))
        yield Entry(sign=node(16, 9, 8, None, square=True), says=str(network.settings["columns"]))
    yield from _groups(groups)


def _lines(network: Network, ties: Sequence[Tie]) -> Iterator[Entry]:
    styles: dict[Style, list[float]] = {}
    for _, _, weight in ties:
        styles.setdefault(style(network, weight), []).append(weight)
    for each, weights in sorted(styles.items(), key=lambda item: (-item[0].sign, item[0].says)):
        amounts = np.unique(np.abs(weights)).tolist()
        if network.settings["aggregation"] == "combine":
            yield Entry(sign=_line(each, 2.0), says=each.says)
            continue
        ends = amounts if len(amounts) == 1 else (amounts[0], amounts[-1])
        for at, weight in enumerate(ends):
            sign = "−" if each.sign < 0 and network.settings["aggregation"] == "subtract" else ""
            said = f"{each.says}: {sign}{amount(weight)}" if at == 0 else f"{sign}{amount(weight)}"
            yield Entry(sign=_line(each, thickness(network, weight)), says=said)


def _line(look: Style, broad: float) -> str:
    return element(
        "path", d="M0 9H32", fill="none", stroke=look.colour, stroke_width=broad, stroke_dasharray=look.dash
    )


def _groups(groups: Groups) -> Iterator[Entry]:
    found = [group for group in groups if group is not None]
    for group in range(min(max(found, default=-1) + 1, 12)):
        yield Entry(
            sign=node(16, 9, 8.5, group, square=False),
            says=f"group {letter(group)}, {found.count(group)} nodes",
        )
    if found and len(found) < len(groups):
        yield Entry(sign=node(16, 9, 6, None, square=False), says="in no group")


def tie_line(network: Network, weight: float, path: str, says: str, *, opacity: float) -> str:
    """A tie along that path, by its sign in colour and dashes, by its weight in thickness; pointed at it `says` so."""
    look = style(network, weight)
    return element(
        "path",
        title(says),
        d=path,
        fill="none",
        stroke=look.colour,
        stroke_width=thickness(network, weight),
        stroke_dasharray=look.dash,
        stroke_opacity=opacity,
        class_="tie",
    )


def tie_says(network: Network, tie: Tie, names: tuple[str, str]) -> str:
    """A tie in words: whom it ties, its weight, what that means."""
    weight = tie[2]
    return f"{label(names[0])} – {label(names[1])}: {amount(weight)} ({style(network, weight).says})"
