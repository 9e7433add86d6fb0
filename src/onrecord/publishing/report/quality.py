"""How good the codes are: the learning curve of the suggestions, by concept, and what coders differ on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

from onrecord.coding.curve import Curve, Quality, too_rare
from onrecord.model.contested import Contested
from onrecord.publishing.harmless import label

WIDTH, HEIGHT = 420, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 14, 8, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A point of the curve: so many coded statements, its F1 and the ends of its interval, in pixels and words."""

    x: float
    y: float
    low: float
    high: float
    reviewed: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A concept, or the stance: how many codes, its F1 with the interval, all 0 to 100 for a bar."""

    name: str
    count: int
    value: float
    low: float
    high: float
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestedLine:
    """A concept or variable that several coded: how often they differ, with the interval."""

    name: str
    kind: str
    says: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityView:
    """The verdict in words and whether it says to stop, the curve, the lines by concept, what is contested."""

    verdict: str
    enough: bool
    marks: tuple[Mark, ...]
    grid: tuple[tuple[float, str], ...]
    lines: tuple[Line, ...]
    contested: tuple[ContestedLine, ...]
    width: int
    height: int


def quality_view(
    curve: Curve | None, contested: Sequence[Contested], labels: Mapping[str, str]
) -> QualityView | None:
    """What the page shows, or None where nothing is known; `labels` are those of concepts by name."""
    if curve is None and not contested:
        return None
    return QualityView(
        verdict="" if curve is None else _sentence(curve.verdict),
        enough=curve is not None and curve.enough,
        marks=() if curve is None else _marks(curve),
        grid=tuple((_y(value), f"{value:g}") for value in (0.0, 0.25, 0.5, 0.75, 1.0)),
        lines=() if curve is None else _lines(curve, labels),
        contested=tuple(_contested(each) for each in contested),
        width=WIDTH,
        height=HEIGHT,
    )


def _sentence(verdict: str) -> str:
    said = verdict if verdict.endswith(".") else f"{verdict}."
    return said[:1].upper() + said[1:]


def _marks(curve: Curve) -> tuple[Mark, ...]:
    """Each point twice as far as the one before it is one step on: the curve is measured at halves."""
    sizes = [log2(point.reviewed) for point in curve.points]
    first, last = min(sizes, default=0.0), max(sizes, default=0.0)
    room = WIDTH - _LEFT - _RIGHT - 30
    marks = []
    for size, point in zip(sizes, curve.points, strict=True):
        share = (size - first) / (last - first) if last > first else 0.5
        one = point.concepts
        marks.append(
            Mark(
                x=round(_LEFT + 15 + room * share, 1),
                y=_y(one.value),
                low=_y(one.low),
                high=_y(one.high),
                reviewed=point.reviewed,
                says=f"{point.reviewed} coded statements: F1 of concepts {_written(one)}",
            )
        )
    return tuple(marks)


def _y(value: float) -> float:
    return round(_TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - value), 1)


def _lines(curve: Curve, labels: Mapping[str, str]) -> tuple[Line, ...]:
    lines = [_line(labels.get(name, name), quality) for name, quality in curve.by_concept.items()]
    if curve.stance is not None:
        lines.append(
            _line(f"Stance, where a concept is coded (macro F1{too_rare(curve.rare)})", curve.stance)
        )
    return tuple(lines)


def _line(name: str, one: Quality) -> Line:
    return Line(
        name=label(name),
        count=one.count,
        value=round(100 * one.value, 1),
        low=round(100 * one.low, 1),
        high=round(100 * one.high, 1),
        says=_written(one),
    )


def _written(one: Quality) -> str:
    return f"{one.value:.2f} [{one.low:.2f}, {one.high:.2f}]"


def _contested(each: Contested) -> ContestedLine:
    share = each.differ / each.several
    return ContestedLine(
        name=label(each.label),
        kind=each.kind,
        says=f"{each.differ} of {each.several}, {share:.0%} [{each.low:.0%}, {each.high:.0%}]",
        value=round(100 * share, 1),
        low=round(100 * each.low, 1),
        high=round(100 * each.high, 1),
    )
