"""A network with mode two: rows on the left, columns on the right, in an order in which few ties cross.

The order is by group and then by the mean place of what a node is tied to (the barycentre of Sugiyama, Tagawa and Toda
1981, IEEE Transactions on Systems, Man and Cybernetics 11(2)).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.model.network import Network, Node
from onrecord.publishing.harmless import label
from onrecord.publishing.networks.vertices import frequencies, vertices
from onrecord.publishing.pictures.frame import Drawing, page
from onrecord.publishing.pictures.layout import Floats
from onrecord.publishing.pictures.lettering import LINE, in_lines, widest
from onrecord.publishing.pictures.notes import about, about_groups
from onrecord.publishing.pictures.signs import Groups, legend, name, node, radii, tie_line, tie_says
from onrecord.publishing.pictures.svg import element, title
from onrecord.publishing.pictures.thinning import Thinned, thinned

LETTERS = 12.0
ACROSS = 230.0
MOST_LINES = 2
_BETWEEN = 340.0
_AIR = 7.0
_SWEEPS = 12


def lines(network: Network, groups: Groups, most: int, _seed: int) -> Iterator[str]:
    """The SVG: at most about `most` ties are drawn, and the legend says which."""
    drawn = thinned(network, most)
    drawing = _drawing(network, groups, drawn)
    yield from page(
        network, drawing, list(legend(network, drawn.ties, groups)), [*about(drawn), *about_groups(groups)]
    )


def _drawing(network: Network, groups: Groups, drawn: Thinned) -> Drawing:
    nodes = vertices(network)
    if not nodes:
        return Drawing(width=0, height=0, parts=())
    sizes = radii(network)
    names = [in_lines(each.name, across=ACROSS, size=LETTERS, most=MOST_LINES) for each in nodes]
    sides = _ordered(network, groups)
    tall = [max(2 * size, len(each) * LETTERS * LINE) + _AIR for size, each in zip(sizes, names, strict=True)]
    height = max(sum(tall[each] for each in side) for side in sides)
    y = _heights(sides, tall, height)
    largest = max(sizes)
    left = max((widest(names[each], LETTERS) for each in sides[0]), default=0) + largest + _AIR + 4
    right = max((widest(names[each], LETTERS) for each in sides[1]), default=0) + largest + _AIR + 4
    x = [left if each < len(network.rows) else left + _BETWEEN for each in range(len(nodes))]
    at = list(zip(x, y, strict=True))
    parts = [_tie(network, tie, at, nodes) for tie in drawn.ties]
    counts = frequencies(network)
    for each, (here, there) in enumerate(at):
        square = each >= len(network.rows)
        said = title(f"{label(nodes[each].name)}: {counts[each]} statements")
        parts.append(
            element("g", said, node(here, there, sizes[each], groups[each], square=square), class_="node")
        )
    for each, (here, there) in enumerate(at):
        square = each >= len(network.rows)
        first = there - (len(names[each]) - 1) * LETTERS * LINE / 2 + LETTERS * 0.35
        beside = here + (sizes[each] + 6) * (1 if square else -1)
        parts.append(name(names[each], beside, first, size=LETTERS, anchor="start" if square else "end"))
    return Drawing(width=left + _BETWEEN + right, height=height, parts=tuple(parts))


def _heights(sides: Sequence[Sequence[int]], tall: Sequence[float], height: float) -> list[float]:
    """The middle of each node; a side that needs less is spread."""
    y = [0.0] * len(tall)
    for side in sides:
        spare = (height - sum(tall[each] for each in side)) / max(1, len(side))
        top = 0.0
        for each in side:
            y[each] = top + (tall[each] + spare) / 2
            top += tall[each] + spare
    return y


def _ordered(network: Network, groups: Groups) -> tuple[list[int], list[int]]:
    """The numbers of rows and of columns from top to bottom."""
    rows = len(network.rows)
    weights = np.abs(network.matrix)
    row_groups, column_groups = groups[:rows], groups[rows:]
    row_places = np.arange(rows, dtype=np.float64)
    column_places = np.arange(len(network.columns), dtype=np.float64)
    for _ in range(_SWEEPS):
        column_places = _places(weights.T, row_places, column_places, column_groups)
        row_places = _places(weights, column_places, row_places, row_groups)
    return (
        np.argsort(row_places, kind="stable").tolist(),
        (np.argsort(column_places, kind="stable") + rows).tolist(),
    )


def _places(weights: Floats, others: Floats, own: Floats, groups: Groups) -> Floats:
    """A number from 0 for each node, by its group and the mean place, 0 to 1, of what it is tied to."""
    total = weights.sum(axis=1)
    here = own / max(1, len(own))
    mean = np.divide(weights @ (others / max(1, len(others))), total, out=here, where=total > 0)
    ranks = np.array([np.inf if group is None else group for group in groups], dtype=np.float64)
    order = np.lexsort((np.arange(len(own)), mean.round(9), ranks))
    found = np.empty(len(own))
    found[order] = np.arange(len(own))
    return found


def _tie(
    network: Network, tie: tuple[int, int, float], at: Sequence[tuple[float, float]], nodes: Sequence[Node]
) -> str:
    row, column, weight = tie
    (x1, y1), (x2, y2) = at[row], at[column]
    bend = (x2 - x1) * 0.4
    path = f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    says = tie_says(network, tie, (nodes[row].name, nodes[column].name))
    return tie_line(network, weight, path, says, opacity=0.75)
