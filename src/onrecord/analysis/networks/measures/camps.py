"""Camps: how well a debate falls into groups that agree inside and disagree between (the score: `camp_search`).

The score is that of the best grouping which a search finds, beside how often the same statements with their qualifiers
shuffled score as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from onrecord.analysis.networks.counts import Counts
from onrecord.analysis.networks.measures.agglomerating import as_they_occur
from onrecord.analysis.networks.measures.camp_search import best_fit, score
from onrecord.analysis.networks.measures.sampling import Doubt, Sample, ends
from onrecord.analysis.networks.measures.stability import Stability, stability
from onrecord.analysis.networks.measures.weights import refuse_many
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Ints, Table
from onrecord.analysis.networks.weighing import Study, matrix
from onrecord.errors import UsageError
from onrecord.model.network import Aggregation, Rules

MOST_ROWS: Mapping[Rules, tuple[int, int]] = {"onrecord": (500, 300), "dna": (200, 80)}
"""Without and with `doubt`: the search looks at every row in every camp again and again, DNA's at every two rows.
Three starts among 200 rows take 0.04 s of one core, and with `doubt` there are 400 such searches.
"""

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
    or more than `MOST_ROWS`.
    """
    debate = _Debate(doubt.sample if doubt is not None else sample_of(table, settings))
    size, most = len(debate.names), MOST_ROWS[settings.rules][doubt is not None]
    if not 2 <= count <= size:
        raise UsageError(
            f"{size} {'row' if size == 1 else 'rows'} cannot be put into {count} camps: take fewer --camps (2 or "
            "more), or more statements",
            code="network-settings",
        )
    refuse_many(size, most, "camps", drawn=doubt is not None)
    rules = settings.rules
    random = np.random.default_rng(seed)
    best, found = best_fit(*debate.matrices(debate.sample.counts()), count, random, rules)
    shuffled = (debate.matrices(debate.sample.shuffled(random)) for _ in range(draws))
    as_good = sum(best_fit(*matrices, count, random, rules)[0] >= best - 1e-12 for matrices in shuffled)
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
        again = ((best_fit(*matrices, count, random, rules, _FEW)[1], said) for matrices, said in drawn)
        stable.append(stability(grouping, again))
    return replace(usual, stability=stable[0], survival=stable[1], interval=tuple(held))


def congruence_and_conflict(table: Table, settings: Settings) -> tuple[tuple[str, ...], Floats, Floats]:
    """The rows' names, their congruence and their conflict, each by the average."""
    debate = _Debate(sample_of(table, settings))
    return (debate.names, *debate.matrices(debate.sample.counts()))


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
