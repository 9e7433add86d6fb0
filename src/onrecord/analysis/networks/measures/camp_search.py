"""How well camps fit a debate, and the search for those that fit best.

With C the congruence and X the conflict among rows, each with the average normalisation, ‖C‖ and ‖X‖ their sums, and
two or more camps, the distance from pure camps is

    Q = ½ Σ_{i≠i'} [ in one camp: |C_ii' - E_c| + |X_ii'| ;  in two: |C_ii'| + |X_ii' - E_b| ]

E_c being ‖C‖ spread evenly over the pairs within camps, E_b ‖X‖ over those between (after DNA's
`Polarization.qualityAbsdiff`).

onrecord: the score is 1 - Q / (‖C‖ + ‖X‖), 1 for pure camps of even strength; the camps are those that score highest,
found by moves of single rows from random camps.
dna: DNA 3.1 multiplies E_c by the camp's share of the pairs within camps and E_b by that of the two camps in the pairs
between, and *maximises* Q / (‖C‖ + ‖X‖) by exchanges of two rows from random camps of even size, so that it finds the
groups that fit worst.  That is for repeating a study.
"""

from collections.abc import Iterator

import numpy as np

from onrecord.analysis.networks.measures.frustration import improved
from onrecord.analysis.networks.table import Floats, Ints
from onrecord.model.network import Rules

STARTS = 10
"""Random groupings that the search sets out from."""


def score(congruence: Floats, conflict: Floats, grouping: Ints, rules: Rules = "onrecord") -> float:
    """How well (onrecord), or how badly (dna), the grouping fits; 0 where nobody is tied to anybody."""
    total = float(congruence.sum() + conflict.sum())
    if not total:
        return 0.0
    apart = _distance(congruence, conflict, grouping, rules) / total
    return apart if rules == "dna" else 1.0 - apart


def _distance(congruence: Floats, conflict: Floats, grouping: Ints, rules: Rules) -> float:
    """Q."""
    within = grouping[:, None] == grouping[None, :]
    np.fill_diagonal(within, val=False)
    same, other = _costs(congruence, conflict, grouping, rules)
    between = grouping[:, None] != grouping[None, :]
    return float((same * within).sum() + (other * between).sum()) / 2


def _costs(congruence: Floats, conflict: Floats, grouping: Ints, rules: Rules) -> tuple[Floats, Floats]:
    """What each pair adds to 2 Q if it is in one camp, and if in two; the sizes of the camps are the grouping's."""
    sizes = np.bincount(grouping).astype(np.float64)
    pairs = float((sizes * (sizes - 1)).sum())
    inside, outside = max(1.0, pairs), max(1.0, len(grouping) * (len(grouping) - 1) - pairs)
    near, far = (
        np.full(congruence.shape, congruence.sum() / inside),
        np.full(congruence.shape, conflict.sum() / outside),
    )
    if rules == "dna":
        own = sizes[grouping]
        near *= (own * (own - 1) / inside)[:, None]
        far *= np.outer(own, own) / outside
    return np.abs(congruence - near) + conflict, congruence + np.abs(conflict - far)


def best_fit(
    congruence: Floats,
    conflict: Floats,
    count: int,
    random: np.random.Generator,
    rules: Rules,
    starts: int = STARTS,
) -> tuple[float, Ints]:
    """The score of the best camps that so many random ones lead to, and the camp of each row."""
    found = []
    for _ in range(starts):
        camps = random.permutation(np.arange(len(congruence)) % count)
        if rules != "dna":
            camps = _hastened(congruence, conflict, camps, count)
        while (better := _step(congruence, conflict, camps, count, rules)) is not None:
            camps = better
        found.append((score(congruence, conflict, camps, rules), camps))
    return max(found, key=lambda pair: pair[0])


def _hastened(congruence: Floats, conflict: Floats, camps: Ints, count: int) -> Ints:
    """The camps after many moves, each as if the sizes of camps stayed, which E_c and E_b go by; then these anew.

    What a move gains is so known without reckoning Q again, and only a few moves are left for `_step`, which does:
    among 200 rows it comes to camps that fit as well in a thirtieth of the time.
    """
    now = _distance(congruence, conflict, camps, "onrecord")
    while True:
        same, other = _costs(congruence, conflict, camps, "onrecord")
        unites = other - same
        np.fill_diagonal(unites, 0)
        moved = improved(unites[None], camps[None].copy(), count)[0]
        if len(np.unique(moved)) < count:
            return camps
        after = _distance(congruence, conflict, moved, "onrecord")
        if after >= now * (1 - 1e-12):
            return camps
        camps, now = moved, after


def _step(congruence: Floats, conflict: Floats, camps: Ints, count: int, rules: Rules) -> Ints | None:
    """The camps after the one move that betters them most, None where none does."""
    now = _distance(congruence, conflict, camps, rules)
    tried = (
        _exchanges(congruence, conflict, camps)
        if rules == "dna"
        else _moves(congruence, conflict, camps, count)
    )
    least = 1e-12 * max(1.0, float(congruence.sum() + conflict.sum()))
    found: tuple[float, Ints] | None = None
    for apart, moved in tried:
        gained = apart - now if rules == "dna" else now - apart
        if gained > least and (found is None or gained > found[0]):
            found = gained, moved
    return None if found is None else found[1]


def _moves(congruence: Floats, conflict: Floats, camps: Ints, count: int) -> Iterator[tuple[float, Ints]]:
    """For each two camps the best move of a row from the one to the other, with its Q; no camp is left empty.

    What a pair adds depends on the sizes of the camps alone, so that all moves between two camps are reckoned at once.
    """
    sizes = np.bincount(camps, minlength=count)
    for one in np.flatnonzero(sizes > 1).tolist():
        for other in range(count):
            if other == one:
                continue
            rows = np.flatnonzero(camps == one)
            sample = camps.copy()
            sample[rows[0]] = other
            same, apart = _costs(congruence, conflict, sample, "onrecord")
            gain = same - apart  # of being in one camp rather than in two
            np.fill_diagonal(gain, 0)
            np.fill_diagonal(apart, 0)
            within = camps[:, None] == camps[None, :]
            before = float((gain * within).sum() + apart.sum()) / 2
            after = (
                before + gain[np.ix_(rows, camps == other)].sum(axis=1) - gain[np.ix_(rows, rows)].sum(axis=1)
            )
            moved = camps.copy()
            moved[rows[int(after.argmin())]] = other
            yield float(after.min()), moved


def _exchanges(congruence: Floats, conflict: Floats, camps: Ints) -> Iterator[tuple[float, Ints]]:
    """For each two camps the exchange of two rows that raises Q most, with its Q, as DNA reckons it.

    The sizes of the camps stay, so that what a row adds in each camp is reckoned once.
    """
    count = int(camps.max()) + 1
    member = np.eye(count)[camps]
    costs = [
        [_cost_of(congruence, conflict, camps, one, other) for other in range(count)] for one in range(count)
    ]
    adds = np.stack(
        [
            np.sum([costs[own][other] @ member[:, other] for other in range(count)], axis=0)
            for own in range(count)
        ],
        axis=1,
    )
    now = float(adds[np.arange(len(camps)), camps].sum()) / 2
    for one in range(count):
        for other in range(one + 1, count):
            these, those = np.flatnonzero(camps == one), np.flatnonzero(camps == other)
            pairs = np.ix_(these, those)
            raised = (adds[these, other] - adds[these, one])[:, None] + adds[those, one] - adds[those, other]
            raised += 2 * costs[one][other][pairs] - costs[one][one][pairs] - costs[other][other][pairs]
            row, column = np.unravel_index(int(raised.argmax()), raised.shape)
            moved = camps.copy()
            moved[these[row]], moved[those[column]] = other, one
            yield now + float(raised[row, column]), moved


def _cost_of(congruence: Floats, conflict: Floats, camps: Ints, one: int, other: int) -> Floats:
    """What each pair would add to 2 Q with its first row in the one camp and its second in the other; diagonal 0."""
    sizes = np.bincount(camps).astype(np.float64)
    pairs = float((sizes * (sizes - 1)).sum())
    if one == other:
        near = float(congruence.sum()) / max(1.0, pairs) * sizes[one] * (sizes[one] - 1) / max(1.0, pairs)
        found: Floats = np.abs(congruence - near) + conflict
    else:
        between = max(1.0, len(camps) * (len(camps) - 1) - pairs)
        far = conflict.sum() / between * sizes[one] * sizes[other] / between
        found = congruence + np.abs(conflict - far)
    np.fill_diagonal(found, 0)
    return found
