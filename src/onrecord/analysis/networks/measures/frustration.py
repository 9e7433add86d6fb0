"""The camps that the ties of signed networks fit best, of many networks at once.

What does not fit is their frustration (Harary 1959, Behavioral Science 4; Aref and Wilson 2018, Journal of Complex
Networks 6).
"""

import numpy as np

from onrecord.analysis.networks.table import Floats, Ints

STARTS = 12
"""Random camps that the search sets out from."""


def shares(congruence: Floats, conflict: Floats, camps: Ints) -> Floats:
    """s of each network, (times, rows, rows), with the camps of its rows, (times, rows); 1 where there are no ties."""
    within = camps[:, :, None] == camps[:, None, :]
    total = (congruence + conflict).sum(axis=(1, 2))
    fits = np.where(within, congruence, conflict).sum(axis=(1, 2))
    found = np.divide(fits, total, out=np.ones_like(total), where=total > 0)
    fitting: Floats = np.minimum(1.0, np.round(found, 12))
    return fitting


def best_camps(unites: Floats, count: int, random: np.random.Generator) -> Ints:
    """The camps of each network's rows, 0 to `count` - 1: the greatest sum within that is found; one may be empty.

    `unites`, (times, rows, rows), is symmetric, below 0 what sets apart, its diagonals 0.
    """
    times, rows, _ = unites.shape
    found = np.zeros((STARTS, times, rows), dtype=np.int64)
    sums = np.zeros((STARTS, times))
    for start in range(STARTS):
        camps = random.permuted(np.tile(np.arange(rows) % count, (times, 1)), axis=1)
        found[start] = improved(unites, camps, count)
        within = found[start][:, :, None] == found[start][:, None, :]
        sums[start] = np.round((unites * within).sum(axis=(1, 2)), 9)
    best: Ints = found[sums.argmax(axis=0), np.arange(times)]
    return best


def improved(unites: Floats, camps: Ints, count: int) -> Ints:
    """The camps after every move of one row that gains most, until none gains, in all networks at once."""
    every = np.arange(len(camps))
    to_camps = unites @ np.eye(count)[camps]
    while len(every):
        own = np.take_along_axis(to_camps[every], camps[every][:, :, None], axis=2)
        gain = (to_camps[every] - own).reshape(len(every), -1)
        best = gain.argmax(axis=1)
        moving = gain[np.arange(len(every)), best] > 1e-9
        every, best = every[moving], best[moving]
        row, camp = np.divmod(best, count)
        pulls = unites[every, row]
        to_camps[every, :, camps[every, row]] -= pulls
        to_camps[every, :, camp] += pulls
        camps[every, row] = camp
    return camps
