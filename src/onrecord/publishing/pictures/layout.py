"""Where nodes stand: near those they are tied to, and no name on another.

Forces are those of Fruchterman and Reingold (1991, "Graph Drawing by Force-directed Placement", Software: Practice and
Experience 21): nodes push each other away by k²/d, up to a few k as in their grid variant, and ties pull by d²/k,
cooled step by step.  Groups pull a little too, negative ties do not pull, and everything is drawn to the middle.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

STEPS = 400
_GROUP = 0.12
"""Pull within a group beside a tie of 1; with 0.3 the groups became knots, without it they mixed in dense networks."""
_MIDDLE = 0.3
"""Pull to the middle, in places: with 0.08 groups without a tie between them lay a screen apart."""
_REACH = 4.0
"""How far nodes push each other, in k."""


def forced(pulls: Floats, groups: NDArray[np.int64], seed: int) -> Floats:
    """Places, (nodes, 2), about 1 apart and around 0; the longer way across lies.

    `pulls` is symmetric, 0 to 1; `groups` has a number for each node, negative for none.
    """
    count = len(pulls)
    random = np.random.default_rng(seed)
    places = random.normal(size=(count, 2)) * np.sqrt(count) / 2
    turn = 2 * np.pi * groups / max(1, groups.max(initial=0) + 1)
    places += np.where(groups[:, None] >= 0, np.stack([np.cos(turn), np.sin(turn)], axis=1), 0) * np.sqrt(
        count
    )
    together = (groups[:, None] == groups[None, :]) & (groups[:, None] >= 0)
    pull = pulls + _GROUP * together
    np.fill_diagonal(pull, 0)
    for step in range(STEPS):
        apart = places[:, None, :] - places[None, :, :]
        distance = np.maximum(np.sqrt((apart**2).sum(axis=2)), 1e-3)
        strength = np.where(distance < _REACH, 1 / distance**2, 0) - pull * distance
        np.fill_diagonal(strength, 0)
        move = (apart * strength[:, :, None]).sum(axis=1) - _MIDDLE * places
        length = np.maximum(np.sqrt((move**2).sum(axis=1)), 1e-9)
        most = np.sqrt(count) * 0.15 * (1 - step / STEPS) + 1e-3
        places = places + move * (np.minimum(length, most) / length)[:, None]
    return _lying(places)


def _lying(places: Floats) -> Floats:
    """Turned so that the longest way across is from left to right; the turn is the same on every machine."""
    centred: Floats = places - places.mean(axis=0)
    if len(places) < 2:
        return centred
    (xx, xy), (_, yy) = centred.T @ centred
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    turned: Floats = centred @ np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return turned


def apart(places: Floats, around: Floats) -> Floats:
    """The places, moved until no room overlaps another.

    `around`, (nodes, 4), is the room that a node takes to the left of its place, above, to the right and below.
    """
    found = places.copy()
    overlapping = True
    while overlapping:
        for _ in range(60):
            overlapping = _pushed(found, around)
            if not overlapping:
                return found
        found = found * 1.06 + _crumbs(len(found))
    return found


def in_rows(around: Floats, across: float) -> Floats:
    """Places from 0, 0 in rows at most so wide, in the order given."""
    places = np.zeros((len(around), 2))
    x = y = tallest = 0.0
    for at, (left, above, right, below) in enumerate(around.tolist()):
        if x and x + left + right > across:
            x, y, tallest = 0.0, y + tallest, 0.0
        places[at] = (x + left, y + above)
        x, tallest = x + left + right, max(tallest, above + below)
    return places


def _pushed(places: Floats, around: Floats) -> bool:
    """Push every two that overlap apart by the shorter way, in place; whether any did."""
    any_did = False
    for i in range(len(places)):
        near, far = places - around[:, :2], places + around[:, 2:]
        overlap = np.minimum(far[i], far) - np.maximum(near[i], near)  # (nodes, 2)
        overlap[i] = -1
        for j in np.flatnonzero((overlap > 0).all(axis=1)).tolist():
            any_did = True
            axis = int(overlap[j, 1] < overlap[j, 0])
            way = places[i, axis] - places[j, axis] + _lean(around, axis, i, j)
            by = (overlap[j, axis] / 2 + 0.5) * (1 if way > 0 or (way == 0 and i > j) else -1)
            places[i, axis] += by
            places[j, axis] -= by
    return any_did


def _lean(around: Floats, axis: int, i: int, j: int) -> float:
    """How much further the middle of the room of i lies than that of j, beside their places."""
    lean = around[:, 2 + axis] - around[:, axis]
    return float(lean[i] - lean[j]) / 2


def _crumbs(count: int) -> Floats:
    """Very little, another for each node: places that are the same come apart."""
    turn = np.arange(count) * 2.399963  # the golden angle
    return np.stack([np.cos(turn), np.sin(turn)], axis=1)
