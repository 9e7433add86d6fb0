"""Measures that are rows of figures: for each what is reckoned, and the rows, facts and settings that are written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from onrecord.analysis.networks import Settings
from onrecord.analysis.networks.filtering import chosen
from onrecord.analysis.networks.measures import (
    Doubt,
    Grouping,
    Sample,
    annealed_backbone,
    backbone,
    bars,
    brokerage,
    camps,
    centrality,
    grouping,
    loss_intervals,
)
from onrecord.analysis.networks.measures.annealing import PENALTY, STEPS
from onrecord.analysis.networks.measures.barplot import bars_sample
from onrecord.analysis.networks.measures.brokerage import ROLES
from onrecord.analysis.networks.measures.camps import sample_of
from onrecord.analysis.networks.measures.centrality import paths_written
from onrecord.analysis.networks.measures.grouping import Method
from onrecord.analysis.networks.measures.sampling import MARKS
from onrecord.analysis.networks.measures.stability import Stability
from onrecord.analysis.networks.table import Numbers, Table
from onrecord.analysis.networks.weighing import Study
from onrecord.publishing.networks.figures import Cell, Rows
from onrecord.publishing.pictures.styles import letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a measure is told beside the settings; `wrong` is None where no intervals are asked for."""

    camps: int = 2
    method: Method = "louvain"
    groups: int | None = None
    keep: int | None = None
    penalty: float = PENALTY
    wrong: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`rows`, `facts` of the whole, and what they were made by beside the settings."""

    rows: Rows
    facts: Mapping[str, object]
    made_by: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures(Found):
    """What is written: the rows under the name `of`."""

    of: str


def figures(name: str, table: Table, settings: Settings, told: Told) -> Figures:
    """The figures of a measure of `FIGURES`; no rows where no statement fulfils the conditions."""
    of, reckoned = FIGURES[name]
    none = Found(rows=[], facts={}, made_by={})
    found = reckoned(table, settings, told) if len(chosen(table, settings)) else none
    made_by = {"measure": name} | dict(found.made_by)
    return Figures(of=of, rows=found.rows, facts=found.facts, made_by=made_by)


def _bars(table: Table, settings: Settings, told: Told) -> Found:
    doubt = _doubt(bars_sample(table, settings), settings, told)
    found = bars(table, settings, doubt)
    numbered = settings.qualifier is not None and isinstance(table.column(settings.qualifier), Numbers)
    rows: Rows = [
        _cells(name=bar.name, level=int(level) if numbered else level, statements=count)
        | {mark: bar.intervals[f"{level}_{mark}"] for mark in MARKS if bar.intervals}
        for bar in found
        for level, count in bar.counts.items()
    ]
    made_by = {"aggregation": "by level", "normalisation": "no"}
    return Found(rows=rows, facts={}, made_by=made_by | _written(doubt))


def _centrality(table: Table, settings: Settings, told: Told) -> Found:
    doubt = _doubt(Sample(Study.of(table, settings)), settings, told)
    rows: Rows = [
        _cells(name=each.name, variable=each.variable, statements=each.statements)
        | _marked(each.figures, each.intervals)
        for each in centrality(table, settings, doubt)
    ]
    made_by = paths_written(len(rows), settings, drawn=doubt is not None)
    return Found(rows=rows, facts={}, made_by=made_by | _written(doubt))


def _brokerage(table: Table, settings: Settings, told: Told) -> Found:
    doubt = _doubt(Sample(Study.of(table, settings)), settings, told)
    found = _grouped(table, settings, told, None)
    rows = [
        _named(each.name, each.variable, group) | _marked(each.figures, each.intervals)
        for each, group in zip(brokerage(table, settings, found.groups, doubt), found.groups, strict=True)
    ]
    made_by = {"method": told.method, "seed": settings.seed} | _written(doubt)
    return Found(rows=rows, facts={"modularity": found.modularity}, made_by=made_by)


def _cells(**named: Cell) -> dict[str, Cell]:
    return named


def _named(name: str, variable: str, group: int | None) -> dict[str, Cell]:
    return {"name": name, "variable": variable, "group": letter(group) or None}


_WHOLE = ("ties", "brokered", *ROLES)


def _marked(figures: Mapping[str, float | None], intervals: Mapping[str, float | None]) -> dict[str, Cell]:
    """The figures, after each its interval where there is one."""
    found: dict[str, Cell] = {}
    for name, value in figures.items():
        found[name] = int(value) if value is not None and name in _WHOLE else value
        found |= {f"{name}_{mark}": intervals[f"{name}_{mark}"] for mark in MARKS if intervals}
    return found


def _coalitions(table: Table, settings: Settings, told: Told) -> Found:
    doubt = _doubt(Sample(Study.of(table, settings)), settings, told)
    found = _grouped(table, settings, told, doubt)
    rows = [
        _named(node.name, node.variable, group) | _stability_of_node(found.stability, found.survival, at)
        for at, (node, group) in enumerate(zip(found.nodes, found.groups, strict=True))
    ]
    facts: dict[str, object] = {"modularity": found.modularity}
    facts |= {} if found.interval is None else dict(zip(_of("modularity"), found.interval, strict=True))
    facts["groups"] = _groups(found.groups, found.stability, found.survival)
    facts |= _stability_of_all(found.stability, found.survival)
    made_by: dict[str, object] = {"method": told.method, "seed": settings.seed}
    made_by |= {} if told.groups is None else {"groups": told.groups}
    return Found(rows=rows, facts=facts, made_by=made_by | _written(doubt))


def _grouped(table: Table, settings: Settings, told: Told, doubt: Doubt | None) -> Grouping:
    return grouping(table, settings, method=told.method, count=told.groups, seed=settings.seed, doubt=doubt)


def _camps(table: Table, settings: Settings, told: Told) -> Found:
    doubt = _doubt(sample_of(table, settings), settings, told)
    found = camps(table, settings, count=told.camps, seed=settings.seed, doubt=doubt)
    rows: Rows = [
        {"name": name, "camp": letter(camp)} | _stability_of_node(found.stability, found.survival, at)
        for at, (name, camp) in enumerate(zip(found.names, found.camps, strict=True))
    ]
    facts: dict[str, object] = {"score": round(found.score, 12)}
    facts |= {} if found.interval is None else dict(zip(_of("score"), found.interval, strict=True))
    facts |= {"chance": found.chance, "camps": _groups(found.camps, found.stability, found.survival)}
    facts |= _stability_of_all(found.stability, found.survival)
    made_by = {"aggregation": "congruence and conflict", "normalisation": "average", "seed": settings.seed}
    return Found(rows=rows, facts=facts, made_by=made_by | _written(doubt))


def _backbone(table: Table, settings: Settings, told: Told) -> Found:
    steps = backbone(table, settings)
    doubt = _doubt(Sample(Study.of(table, settings)), settings, told)
    left = [[other.removed for other in steps[at + 1 :]] for at in range(len(steps))]
    intervals = loss_intervals(doubt, left) if doubt is not None else [{}] * len(steps)
    rows = [
        {"removed": step.removed, **asdict(step.loss), **ends}
        for step, ends in zip(steps, intervals, strict=True)
    ]
    return Found(rows=rows, facts={}, made_by=_written(doubt))


def _annealing(table: Table, settings: Settings, told: Told) -> Found:
    found = annealed_backbone(table, settings, size=told.keep, penalty=told.penalty, seed=settings.seed)
    doubt = _doubt(Sample(Study.of(table, settings)), settings, told)
    rows = [{"name": name, "part": "backbone"} for name in found.kept]
    rows += [{"name": name, "part": "redundant"} for name in found.redundant]
    loss: dict[str, object] = {**asdict(found.loss), "penalized": found.penalized}
    if doubt is not None:
        loss |= loss_intervals(doubt, [found.kept])[0]
    made_by: dict[str, object] = {"seed": settings.seed, "steps": STEPS}
    made_by |= {"penalty": told.penalty} if told.keep is None else {"keep": told.keep}
    return Found(rows=rows, facts={"loss": loss}, made_by=made_by | _written(doubt))


def _doubt(sample: Sample, settings: Settings, told: Told) -> Doubt | None:
    return None if told.wrong is None else Doubt(sample, seed=settings.seed, wrong=told.wrong)


def _written(doubt: Doubt | None) -> dict[str, object]:
    return {} if doubt is None else doubt.written()


def _of(name: str) -> list[str]:
    return [f"{name}_{mark}" for mark in MARKS]


def _stability_of_node(stability: Stability | None, survival: Stability | None, at: int) -> dict[str, Cell]:
    if stability is None or survival is None:
        return {}
    return {"stability": stability.nodes[at], "survival": survival.nodes[at]}


def _groups(
    groups: Sequence[int | None], stability: Stability | None, survival: Stability | None
) -> list[dict[str, object]]:
    """Each group with its size, and how stable it is."""
    found: list[dict[str, object]] = []
    for at in sorted({group for group in groups if group is not None}):
        named: dict[str, object] = {"name": letter(at), "size": sum(group == at for group in groups)}
        if stability is not None and survival is not None:
            named |= {"stability": stability.groups[at], "survival": survival.groups[at]}
        found.append(named)
    return found


def _stability_of_all(stability: Stability | None, survival: Stability | None) -> dict[str, object]:
    if stability is None or survival is None:
        return {}
    return {
        name: {"alike": each.alike, "low": each.low, "high": each.high}
        for name, each in (("stability", stability), ("survival", survival))
    }


FIGURES: Mapping[str, tuple[str, Callable[[Table, Settings, Told], Found]]] = {
    "bars": ("bars", _bars),
    "centrality": ("nodes", _centrality),
    "brokerage": ("nodes", _brokerage),
    "coalitions": ("nodes", _coalitions),
    "camps": ("rows", _camps),
    "backbone": ("steps", _backbone),
    "annealing": ("columns", _annealing),
}
"""Each measure with what its rows are called, and how it is reckoned."""
