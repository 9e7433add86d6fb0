"""From a ledger to what the report shows of its debate."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from onrecord.analysis.networks import Settings, Table, network
from onrecord.analysis.networks.measures import Doubt, Grouping, Sample, grouping, polarization, positions
from onrecord.analysis.networks.measures.positions import Sides
from onrecord.analysis.networks.weighing import Study
from onrecord.errors import UsageError
from onrecord.ledger import Ledger
from onrecord.model import Record
from onrecord.model.debate import Debate, Firmness, Position
from onrecord.model.polarization import Polarization
from onrecord.tabulating.ledger import USUAL, from_ledger
from onrecord.tabulating.tabulated import Tabulated

MOST_ACTORS = 60
"""Beyond it nobody can read the names on a screen; a network of more is what `onrecord network` is for."""

LEAST_DAYS = 7
"""The shortest window of polarization in the report."""

POINTS = 40
DRAWS = 100
"""Of other articles, and of wrong codes: two seconds for sixty actors."""
SEED = 1


def debate(ledger: Ledger, decided: Iterable[Record] | None = None) -> Debate | None:
    """Who stands with whom (more often the same less the opposite, by the average); None without two coded actors.

    Of more than `MOST_ACTORS` actors those with the most codes are taken, of as many the first by name.  `decided`: as
    for `from_ledger`.
    """
    tabulated = _coded(ledger, decided)
    if tabulated is None:
        return None
    rows, columns, qualifier = USUAL
    usual = Settings(
        mode="one",
        rows=rows,
        columns=columns,
        qualifier=qualifier,
        aggregation="subtract",
        normalisation="average",
    )
    left_out = tabulated.not_in(usual)  # before sixty are chosen: the others were not asked for
    active = _by_activity(tabulated.table, rows)
    if len(active) < 2:
        return None
    if len(active) > MOST_ACTORS:
        usual = replace(usual, include=tuple((rows, name) for name in active[:MOST_ACTORS]))
    made = network(tabulated.table, usual, tabulated.known)
    doubt = Doubt(Sample(Study.of(tabulated.table, usual)), seed=SEED, draws=DRAWS)
    found = grouping(tabulated.table, usual, seed=SEED, doubt=doubt)
    # Sixty names are no setting that a reader can read.
    written = usual.written() | {"include": [], "source": tabulated.source}
    made = replace(made, settings=written)
    labels = _labels(ledger)
    sides = positions(tabulated.table, usual)
    return Debate(
        network=made,
        groups=found.groups,
        firmness=_firmness(found, doubt),
        positions=tuple(_positions(sides[node.name], labels) for node in made.rows),
        actors=len(active),
        polarization=_in_time(tabulated, usual),
        left_out=tuple(left_out.items()),
    )


def _firmness(found: Grouping, doubt: Doubt) -> Firmness | None:
    """How firm the groups are, both ways; a row is as firm as it is in the way that moves it more."""
    articles, codes = found.stability, found.survival
    if articles is None or codes is None or all(group is None for group in found.groups):
        return None
    return Firmness(
        articles=articles.groups,
        codes=codes.groups,
        rows=tuple(map(_lesser, articles.nodes, codes.nodes)),
        draws=doubt.draws,
        wrong=doubt.wrong,
    )


def _lesser(one: float | None, other: float | None) -> float | None:
    known = [each for each in (one, other) if each is not None]
    return min(known, default=None)


def _in_time(tabulated: Tabulated, usual: Settings) -> Polarization | None:
    """In windows of a quarter of the time that codes are dated over, at least a week; None below two windows."""
    times = tabulated.table.times
    dated = times[~np.isnat(times)]
    if not len(dated):
        return None
    span = int((dated.max() - dated.min()) / np.timedelta64(1, "D"))
    size = max(LEAST_DAYS, span // 4)
    if span < 2 * size:
        return None
    windowed = replace(usual, window="days", size=size)
    found = polarization(tabulated.table, windowed, seed=SEED, most=POINTS)
    written = {"include": [], **tabulated.written(replace(windowed, include=()))}
    return replace(found, settings={**found.settings, **written})


def _coded(ledger: Ledger, decided: Iterable[Record] | None) -> Tabulated | None:
    try:
        return from_ledger(ledger, doubt=True, decided=decided)
    except UsageError as error:
        if error.code != "no-codes":
            raise
        return None


def _by_activity(table: Table, rows: str) -> list[str]:
    """The names that occur, those with the most codes first."""
    column = table.texts(rows)
    counts = np.bincount(column.codes, minlength=len(column.labels)).tolist()
    counted = [(count, name) for count, name in zip(counts, column.labels, strict=True) if count and name]
    return [name for _, name in sorted(counted, key=lambda pair: (-pair[0], pair[1]))]


def _labels(ledger: Ledger) -> dict[str, str]:
    codebook = ledger.codebook()
    return codebook.labels if codebook else {}


def _positions(sides: Sides, labels: Mapping[str, str]) -> tuple[Position, ...]:
    """What is said most comes first, then by label."""
    found = [
        Position(concept=labels.get(name, name), agree=agree, disagree=disagree)
        for name, (disagree, agree) in sides.items()
    ]
    return tuple(sorted(found, key=lambda each: (-(each.agree + each.disagree), each.concept)))
