"""Nodes and ties of a network with mode one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.model.network import Network
from onrecord.publishing.harmless import label
from onrecord.publishing.networks.vertices import frequencies
from onrecord.publishing.pictures import layout
from onrecord.publishing.pictures.frame import Drawing, page
from onrecord.publishing.pictures.lettering import LINE, in_lines, widest
from onrecord.publishing.pictures.notes import about, about_groups
from onrecord.publishing.pictures.signs import Groups, legend, name, node, radii, tie_line, tie_says
from onrecord.publishing.pictures.styles import style
from onrecord.publishing.pictures.svg import element, title
from onrecord.publishing.pictures.thinning import Thinned, Tie, thinned

LETTERS = 12.0
ACROSS = 132.0
MOST_LINES = 3
_APART = 82.0
"""Pixels between neighbours before names push them apart."""
_WIDER = 1.3
"""Screens and pages are wider than high, and names are too."""
_GAP = 5.0
_ALONE_ACROSS = 712.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where everything of a drawing stands, in pixels from 0, 0, by the number of the node.

    `at` are the middles of the nodes, `radii` theirs, `names` their names in lines; `drawn` the ties.
    """

    at: tuple[tuple[float, float], ...]
    radii: tuple[float, ...]
    names: tuple[tuple[str, ...], ...]
    drawn: Thinned
    width: float
    height: float


def lines(network: Network, groups: Groups, most: int, seed: int) -> Iterator[str]:
    """The SVG: at most about `most` ties are drawn, and the legend says which."""
    placed = place(network, groups, most, seed)
    drawn = placed.drawn
    yield from page(
        network,
        _drawing(network, groups, placed),
        list(legend(network, drawn.ties, groups)),
        [*about(drawn), *about_groups(groups)],
    )


def place(network: Network, groups: Groups, most: int, seed: int) -> Placed:
    """Nodes by force, no name on another; the same by seed."""
    drawn = thinned(network, most)
    names = [in_lines(each.name, across=ACROSS, size=LETTERS, most=MOST_LINES) for each in network.rows]
    sizes = radii(network)
    if not names:
        return Placed(at=(), radii=(), names=(), drawn=drawn, width=0, height=0)
    around = _around(sizes, names)
    places = _placed(network, drawn, groups, around, seed)
    far = (places + around[:, 2:]).max(axis=0)
    return Placed(
        at=tuple((float(x), float(y)) for x, y in places),
        radii=tuple(sizes),
        names=tuple(names),
        drawn=drawn,
        width=float(far[0]),
        height=float(far[1]),
    )


def baseline(radius: float) -> float:
    """Pixels from the middle of a node down to the baseline of the first line of its name."""
    return radius + LETTERS * 0.95


def _drawing(network: Network, groups: Groups, placed: Placed) -> Drawing:
    at, sizes = placed.at, placed.radii
    ties = [_tie(network, tie, at) for tie in placed.drawn.ties]
    nodes = [
        element(
            "g",
            title(f"{label(network.rows[each].name)}: {frequencies(network)[each]} statements"),
            node(*at[each], sizes[each], groups[each], square=False),
            class_="node",
        )
        for each in range(len(at))
    ]
    labels = [
        name(placed.names[each], x, y + baseline(sizes[each]), size=LETTERS, anchor="middle")
        for each, (x, y) in enumerate(at)
    ]
    return Drawing(width=placed.width, height=placed.height, parts=(*ties, *nodes, *labels))


def _placed(
    network: Network, drawn: Thinned, groups: Groups, around: layout.Floats, seed: int
) -> layout.Floats:
    """Places from 0, 0: nodes with a tie by force, those without in rows below."""
    tied = np.abs(network.matrix).sum(axis=1) > 0
    numbers = np.array([-1 if group is None else group for group in groups], dtype=np.int64)
    places = np.zeros((len(tied), 2))
    if tied.any():
        pulls = _pulls(network, drawn)[np.ix_(tied, tied)]
        found = layout.forced(pulls, numbers[tied], seed) * [_APART * _WIDER, _APART / _WIDER]
        found = layout.apart(found, around[tied])
        places[tied] = found - (found - around[tied, :2]).min(axis=0)
    far = (places + around[:, 2:])[tied].max(axis=0, initial=0)
    below = np.array([0.0, far[1]])
    places[~tied] = below + layout.in_rows(around[~tied], max(float(far[0]), _ALONE_ACROSS))
    return places


def _around(sizes: list[float], names: list[tuple[str, ...]]) -> layout.Floats:
    """A node with its name below it, and a little air."""
    room = []
    for size, name_lines in zip(sizes, names, strict=True):
        side = max(size, widest(name_lines, LETTERS) / 2) + _GAP
        room.append((side, size + _GAP, side, size + len(name_lines) * LETTERS * LINE + _GAP + 2))
    return np.array(room, dtype=np.float64)


def _pulls(network: Network, drawn: Thinned) -> layout.Floats:
    """What brings nodes together, 0 to 1: drawn ties that do not set apart."""
    pulls = np.zeros(network.matrix.shape)
    for row, column, weight in drawn.ties:
        if style(network, weight).sign >= 0:
            pulls[row, column] = pulls[column, row] = abs(weight)
    strongest = pulls.max(initial=0)
    return np.sqrt(pulls / strongest) if strongest else pulls


def _tie(network: Network, tie: Tie, at: Sequence[tuple[float, float]]) -> str:
    (x1, y1), (x2, y2) = at[tie[0]], at[tie[1]]
    path = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
    return tie_line(network, tie[2], path, says(network, tie), opacity=0.7)


def says(network: Network, tie: Tie) -> str:
    """A tie in words."""
    return tie_says(network, tie, (network.rows[tie[0]].name, network.rows[tie[1]].name))
