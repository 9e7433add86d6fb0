"""The matrix as fields: rows and columns by group, the darker the more, what is negative with a bar in it."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.model.network import Network, Node
from onrecord.publishing.harmless import label
from onrecord.publishing.pictures.frame import Drawing, Entry, page
from onrecord.publishing.pictures.layout import Floats
from onrecord.publishing.pictures.lettering import shortened, width
from onrecord.publishing.pictures.notes import about_groups
from onrecord.publishing.pictures.signs import Groups
from onrecord.publishing.pictures.styles import GREY, INK, PAPER, letter, of_kinds, style
from onrecord.publishing.pictures.svg import element, title, words
from onrecord.publishing.pictures.thinning import amount

LETTERS = 11.0
ACROSS = 270.0
_FIELD, _SMALL_FIELD = 30.0, 15.0
MOST_LARGE = 24
"""Rows or columns up to which a field is large enough for its figure."""
_NOUGHT = re.compile(r"^(-?)0\.")


def lines(network: Network, groups: Groups, _most: int, _seed: int) -> Iterator[str]:
    """The SVG; every entry that is not 0 is drawn."""
    yield from page(network, _drawing(network, groups), list(_legend(network)), about_groups(groups))


def _drawing(network: Network, groups: Groups) -> Drawing:
    one = network.mode == "one"
    row_groups = groups[: len(network.rows)]
    column_groups = row_groups if one else groups[len(network.rows) :]
    down = _order(np.abs(network.matrix), row_groups)
    over = down if one else _order(np.abs(network.matrix.T), column_groups)
    field = _FIELD if max(len(down), len(over), 1) <= MOST_LARGE else _SMALL_FIELD
    row_names, left = _names(network.rows, row_groups)
    column_names, top = _names(network.columns, column_groups)
    parts = [*_fields(network, down, over, (left, top), field)]
    right, bottom = left + len(over) * field, top + len(down) * field
    parts.append(_box(left, top, right, bottom))
    ways = [f"M{left:.0f} {top + at * field:.0f}H{right:.0f}" for at in _borders(row_groups, down)]
    ways += [f"M{left + at * field:.0f} {top:.0f}V{bottom:.0f}" for at in _borders(column_groups, over)]
    parts += [element("path", d=way, stroke=INK, stroke_width=1.5) for way in ways]
    for at, each in enumerate(down):
        y = top + (at + 0.5) * field + LETTERS * 0.35
        said = title(label(network.rows[each].name))
        text = words(row_names[each], left - 6, y, font_size=LETTERS, text_anchor="end", fill=INK)
        parts.append(element("g", said, text, class_="name"))
    for at, each in enumerate(over):
        x = left + (at + 0.5) * field + LETTERS * 0.35
        said = title(label(network.columns[each].name))
        text = words(column_names[each], 0, 0, font_size=LETTERS, fill=INK)
        parts.append(
            element("g", said, text, transform=f"translate({x:.1f} {top - 6:.1f}) rotate(-90)", class_="name")
        )
    return Drawing(width=right + 2, height=bottom + 2, parts=tuple(parts))


def _names(nodes: Sequence[Node], groups: Groups) -> tuple[list[str], float]:
    """The names, each with the letter of its group in brackets, and the pixels they need."""
    said = [
        shortened(node.name, across=ACROSS, size=LETTERS)
        + (f" ({letter(group)})" if group is not None else "")
        for node, group in zip(nodes, groups, strict=True)
    ]
    return said, max((width(each, LETTERS) for each in said), default=0.0) + 10


def _order(weights: Floats, groups: Groups) -> list[int]:
    """By group, within it the strongest first; those in none at the end."""
    strength = weights.sum(axis=1).tolist()
    return sorted(
        range(len(groups)),
        key=lambda at: (groups[at] is None, groups[at] or 0, -strength[at], at),
    )


def _borders(groups: Groups, order: Sequence[int]) -> list[int]:
    """Where in the order another group begins."""
    return [at for at in range(1, len(order)) if groups[order[at]] != groups[order[at - 1]]]


def _fields(
    network: Network, down: Sequence[int], over: Sequence[int], corner: tuple[float, float], field: float
) -> Iterator[str]:
    strongest = float(np.abs(network.matrix).max(initial=0)) or 1.0
    for i, row in enumerate(down):
        for j, column in enumerate(over):
            x, y = corner[0] + j * field, corner[1] + i * field
            weight = float(network.matrix[row, column])
            if network.mode == "one" and row == column:
                yield element("rect", x=x, y=y, width=field, height=field, fill="#e4e4e4")
            elif weight:
                names = f"{label(network.rows[row].name)} – {label(network.columns[column].name)}"
                said = title(f"{names}: {amount(weight)} ({style(network, weight).says})")
                sign = _field(network, weight, strongest, x, y, field)
                yield element("g", said, sign, class_="field")


def _field(network: Network, weight: float, strongest: float, x: float, y: float, field: float) -> str:
    look = style(network, weight)
    share = 0.6 if network.settings["aggregation"] == "combine" else 0.12 + 0.88 * abs(weight) / strongest
    colour = _mixed(look.colour, share)
    found = element("rect", x=x, y=y, width=field, height=field, fill=colour, stroke=PAPER, stroke_width=0.5)
    dark = PAPER if _luminance(colour) < 0.3 else INK
    figure = _figure(network, weight)
    if field == _FIELD and width(figure, 10) <= field + 2:
        return found + words(
            figure, x + field / 2, y + field / 2 + 3.5, font_size=10, text_anchor="middle", fill=dark
        )
    if look.sign < 0:
        bar = f"M{x + field * 0.3:.1f} {y + field / 2:.1f}h{field * 0.4:.1f}"
        found += element("path", d=bar, stroke=dark, stroke_width=1.6)
    return found


def _figure(network: Network, weight: float) -> str:
    if of_kinds(network):
        return {1.0: "+", 2.0: "−", 3.0: "±"}[weight]
    short = f"{weight:.0f}" if weight.is_integer() else _NOUGHT.sub(r"\1.", f"{weight:.2f}")
    return short.replace("-", "−")


def _legend(network: Network) -> Iterator[Entry]:
    weights = network.matrix[network.matrix != 0]
    if not weights.size:
        return
    strongest = float(np.abs(weights).max())
    if network.settings["aggregation"] == "combine":
        chosen = np.unique(weights).tolist()
    else:
        ends = [side for side in (weights[weights > 0], weights[weights < 0]) if side.size]
        chosen = [end for side in ends for end in sorted({float(side.min()), float(side.max())}, key=abs)]
    for weight in chosen:
        sign = _field(network, weight, strongest, 8, 1, _SMALL_FIELD + 1)
        yield Entry(sign=sign, says=f"{style(network, weight).says}: {amount(weight).replace('-', '−')}")
    empty = element("rect", x=8, y=1, width=16, height=16, fill=PAPER, stroke=GREY, stroke_width=0.5)
    yield Entry(sign=empty, says="none")


def _box(left: float, top: float, right: float, bottom: float) -> str:
    return element("rect", x=left, y=top, width=right - left, height=bottom - top, fill="none", stroke=INK)


def _mixed(colour: str, share: float) -> str:
    """The colour on paper, so much of it."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def _luminance(colour: str) -> float:
    """0 for black to 1 for white, as WCAG 2.2 has it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
