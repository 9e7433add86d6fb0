"""Camps: how well a debate falls into groups that agree inside and disagree between.

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
from dataclasses import dataclass, replace

import numpy as np

from onrecord.analysis.networks.counts import Counts
from onrecord.analysis.networks.measures.agglomerating import as_they_occur
from onrecord.analysis.networks.measures.sampling import Doubt, Sample, ends
from onrecord.analysis.networks.measures.stability import Stability, stability
from onrecord.analysis.networks.measures.weights import refuse_many
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Ints, Table
from onrecord.analysis.networks.weighing import Study, matrix
from onrecord.errors import UsageError
from onrecord.model.network import Aggregation, Rules

STARTS = 10
"""Random groupings that the search sets out from."""

MOST_ROWS, MOST_DRAWN = 200, 80
"""The search looks at every row in every camp again and again: beyond it that takes too long."""

_FEW = 3  # random groupings that the search sets out from in a draw: there are hundreds


@dataclass(frozen=True, slots=True, kw_only=True)
class Camps:
    """The grouping of the rows, a number for each from 0, and its score.

    `chance` is how often the best camps score as well in the same statements with their qualifiers shuffled: small
    where the camps are more than chance makes.  Where doubt was asked for: `stability` over other articles, `survival`
    over wrong codes, and `interval`, the ends of the score with the camps held, over articles and then over codes.
    """

    names: tuple[str, ...]
    camps: tuple[int, ...]
    score: float
    chance: float
    stability: Stability | None = None
    survival: Stability | None = None
    interval: tuple[float, ...] | None = None


def camps(
    table: Table,
    settings: Settings,
    *,
    count: int = 2,
    seed: int = 1,
    draws: int = 50,
    doubt: Doubt | None = None,
) -> Camps:
    """The best grouping into `count` camps that a greedy search from random ones finds; the same by seed.

    `doubt` is of a `sample_of` the same table and settings.  Raises UsageError where there are fewer rows than camps,
    or more than `MOST_ROWS` (`MOST_DRAWN` with `doubt`).
    """
    debate = _Debate(doubt.sample if doubt is not None else sample_of(table, settings))
    size, most = len(debate.names), MOST_ROWS if doubt is None else MOST_DRAWN
    if not 2 <= count <= size:
        raise UsageError(
            f"{size} {'row' if size == 1 else 'rows'} cannot be put into {count} camps: take fewer --camps (2 or "
            "more), or more statements",
            code="network-settings",
        )
    refuse_many(size, most, "camps", drawn=doubt is not None)
    rules = settings.rules
    random = np.random.default_rng(seed)
    best, found = _best(*debate.matrices(debate.sample.counts()), count, random, rules)
    shuffled = (debate.matrices(debate.sample.shuffled(random)) for _ in range(draws))
    as_good = sum(_best(*matrices, count, random, rules)[0] >= best - 1e-12 for matrices in shuffled)
    grouping = as_they_occur(found)
    # One more on both sides: the statements as they are count as a draw too (Davison and Hinkley 1997, 4.2).
    chance = (1 + as_good) / (1 + draws)
    usual = Camps(names=debate.names, camps=tuple(grouping.tolist()), score=best, chance=chance)
    return usual if doubt is None else _with_doubt(usual, debate, grouping, count, doubt)


def sample_of(table: Table, settings: Settings) -> Sample:
    """What camps are looked for in: the statements, tied by congruence."""
    return Sample(Study.of(table, _usual(settings)))


def _usual(settings: Settings) -> Settings:
    named = replace(
        settings, mode="one", aggregation="congruence", normalisation="average", window=None, size=None
    )
    return replace(named, kernel=None)


def _with_doubt(usual: Camps, debate: "_Debate", grouping: Ints, count: int, doubt: Doubt) -> Camps:
    rules = debate.sample.study.settings.rules
    random = np.random.default_rng([doubt.seed, 2])
    held: list[float] = []
    stable: list[Stability] = []
    for draws in (doubt.articles(), doubt.codes()):
        drawn = [(debate.matrices(each), each.of_rows > 0) for each in draws]
        low, high = ends(np.array([score(*matrices, grouping, rules) for matrices, _ in drawn]))
        held += [round(float(low), 9), round(float(high), 9)]
        again = ((_best(*matrices, count, random, rules, _FEW)[1], said) for matrices, said in drawn)
        stable.append(stability(grouping, again))
    return replace(usual, stability=stable[0], survival=stable[1], interval=tuple(held))


def congruence_and_conflict(table: Table, settings: Settings) -> tuple[tuple[str, ...], Floats, Floats]:
    """The rows' names, their congruence and their conflict, each by the average."""
    debate = _Debate(sample_of(table, settings))
    return (debate.names, *debate.matrices(debate.sample.counts()))


def score(congruence: Floats, conflict: Floats, grouping: Ints, rules: Rules = "onrecord") -> float:
    """How well (onrecord), or how badly (dna), the grouping fits; 0 where nobody is tied to anybody."""
    total = float(congruence.sum() + conflict.sum())
    if not total:
        return 0.0
    apart = _distance(congruence, conflict, grouping, rules) / total
    return apart if rules == "dna" else 1.0 - apart


class _Debate:
    """The statements of a study, with the congruence and the conflict that draws of them have."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.names = tuple(node.name for node in sample.study.row_side.nodes)

    def matrices(self, counts: Counts) -> tuple[Floats, Floats]:
        """Congruence and conflict of such statements."""
        study = self.sample.study

        def made(aggregation: Aggregation) -> Floats:
            return matrix(counts, study.levels, replace(study.settings, aggregation=aggregation))

        return made("congruence"), made("conflict")


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


def _best(
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
        while (better := _step(congruence, conflict, camps, count, rules)) is not None:
            camps = better
        found.append((score(congruence, conflict, camps, rules), camps))
    return max(found, key=lambda pair: pair[0])


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
