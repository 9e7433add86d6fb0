"""Polarization in time: a line with the interval of every point, over how many statements each rests on.

A point that stands alone has whiskers; where windows follow each other the intervals are a band.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import floor

from onrecord.model.polarization import Polarization, Polarized
from onrecord.publishing.days import written
from onrecord.publishing.pictures import time_axis
from onrecord.publishing.pictures.frame import Drawing, Entry, made_of, sheet
from onrecord.publishing.pictures.styles import BLUE, FAINT, GREY, INK, PAPER
from onrecord.publishing.pictures.svg import element, title, words
from onrecord.publishing.pictures.time_axis import LETTERS, TimeAxis, middle

WIDTH, HEIGHT = 686.0, 260.0
"""Of the field in which the line lies, with the numbers at its left and the days below."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 34.0, 8.0, time_axis.HEIGHT
"""At the right there is room for half of the longest day (10 Feb 2031) under the last point."""
_COUNTS = 54.0  # pixels below the days for the numbers of statements
_STEP = 0.25
"""Between the lines of the scale, which goes from 1 down to the first of them below all that is drawn."""
_BAND = 0.22

HEADING = "Polarization in time"


def lines(of: Polarization) -> Iterator[str]:
    """The SVG."""
    statements = int(str(of.settings.get("statements", 0)))
    notes = [explained(of), *made_of(statements, of.settings)]
    yield from sheet(HEADING, summary(of), drawing(of), legend(of), notes)


def explained(of: Polarization) -> str:
    """What the figure is, in words."""
    every = of.settings.get("every", 1)
    said = (
        f"1: all ties fit {of.settings['camps']} camps, which agree inside and disagree between. 0: no better than in "
        "the same statements with their stances shuffled. Intervals: the middle 95% over articles, drawn with "
        "replacement."
    )
    return said if every == 1 else f"{said} One window in {every} is shown."


def summary(of: Polarization) -> str:
    """The line in words, for those who do not see it."""
    known = [point for point in of.points if point.value is not None]
    if not known:
        return "No window has ties to go by."
    first, last = known[0], known[-1]
    most = max(known, key=lambda point: point.value or 0.0)
    return (
        f"{len(known)} windows; first {says(first)}; highest {says(most)}; last {says(last)}."
        if len(known) > 1
        else says(first)
    )


def says(point: Polarized) -> str:
    """A point in words."""
    around = written(middle(point.period))
    if point.value is None:
        return f"around {around}: nobody is tied to anybody ({point.statements} statements)"
    sure = f"({_amount(point.low)} to {_amount(point.high)})"
    between = " (too few articles for an interval)" if point.low is None else f" {sure}"
    return (
        f"around {around}: {_amount(point.value)}{between}, {point.statements} statements by {point.rows}, "
        f"camps of {' and '.join(map(str, point.camps))}"
    )


def drawing(of: Polarization) -> Drawing:
    """The field, its axes, the band, the line and the points, and below them how many statements there are."""
    field = _Field(of.points)
    parts = [*field.axes()]
    for sure, run in groupby(of.points, key=lambda point: point.low is not None):
        some = list(run)
        parts += field.stretch(some) if sure else field.unsure(some)
    parts += field.counts()
    height = _TOP + HEIGHT + _BOTTOM + _COUNTS
    return Drawing(width=_LEFT + WIDTH + _RIGHT, height=height, parts=tuple(parts))


def legend(of: Polarization) -> list[Entry]:
    """What the signs mean."""
    if all(point.value is None for point in of.points):
        return []
    line = element("path", d="M0 9H32", stroke=BLUE, stroke_width=2, class_="pol-line")
    band = element("rect", y=2, width=32, height=14, fill=BLUE, fill_opacity=_BAND, class_="pol-band")
    chance = element(
        "path", d="M0 9H32", stroke=INK, stroke_width=1, stroke_dasharray="3 3", class_="pol-zero"
    )
    few = Entry(sign=_dot(16, 9, None, hollow=True), says="fewer than five articles: no interval")
    entries = [
        Entry(sign=line + _dot(16, 9, None), says="polarization"),
        Entry(sign=band, says="its 95% interval"),
        Entry(sign=chance, says="what chance makes"),
    ]
    unsure = any(point.value is not None and point.low is None for point in of.points)
    return [*entries, few] if unsure else entries


class _Field:
    """Places of days and values, in pixels."""

    def __init__(self, points: Sequence[Polarized]) -> None:
        self._points = points
        self._axis = TimeAxis([point.period for point in points], _LEFT, WIDTH)
        drawn = [each for point in points for each in (point.value, point.low) if each is not None]
        self._floor = min(-_STEP, _STEP * floor(min(drawn, default=0.0) / _STEP))

    def x(self, point: Polarized) -> float:
        return self._axis.x(middle(point.period))

    def y(self, value: float) -> float:
        return _TOP + HEIGHT * (1 - (value - self._floor) / (1 - self._floor))

    def axes(self) -> Iterator[str]:
        for at in range(round(self._floor / _STEP), round(1 / _STEP) + 1):
            value = at * _STEP
            y = self.y(value)
            dash = {"stroke_dasharray": "3 3"} if not value else {}
            yield element(
                "path",
                d=f"M{_LEFT:.1f} {y:.1f}H{_LEFT + WIDTH:.1f}",
                stroke=GREY if value else INK,
                stroke_width=1 if not value else 0.5,
                stroke_opacity=1 if not value else 0.6,
                class_="pol-grid" if value else "pol-zero",
                **dash,
            )
            yield words(
                _amount(value),
                _LEFT - 10,
                y + 4,
                font_size=LETTERS,
                text_anchor="end",
                fill=FAINT,
                class_="pol-text",
            )
        yield from self._axis.marks(_TOP + HEIGHT)

    def stretch(self, run: Sequence[Polarized]) -> Iterator[str]:
        """Windows in a row that have an interval."""
        at = [(self.x(point), point) for point in run]
        if len(at) > 1:
            yield self._band(at)
            line = "L".join(f"{x:.1f} {self.y(point.value or 0):.1f}" for x, point in at)
            yield element("path", d=f"M{line}", fill="none", stroke=BLUE, stroke_width=2, class_="pol-line")
        else:
            yield from (self._whisker(x, point) for x, point in at)
        for x, point in at:
            yield _dot(x, self.y(point.value or 0), says(point))

    def unsure(self, run: Sequence[Polarized]) -> Iterator[str]:
        """Points of windows with too few articles for an interval: hollow, and no line leads through them."""
        for point in run:
            if point.value is not None:
                yield _dot(self.x(point), self.y(point.value), says(point), hollow=True)

    def _band(self, at: Sequence[tuple[float, Polarized]]) -> str:
        ends = [(x, self.y(_end(point, point.high)), self.y(_end(point, point.low))) for x, point in at]
        there = [f"{x:.1f} {high:.1f}" for x, high, _ in ends]
        back = [f"{x:.1f} {low:.1f}" for x, _, low in reversed(ends)]
        return element(
            "path", d=f"M{'L'.join(there + back)}Z", fill=BLUE, fill_opacity=_BAND, class_="pol-band"
        )

    def _whisker(self, x: float, point: Polarized) -> str:
        high, low = self.y(_end(point, point.high)), self.y(_end(point, point.low))
        ends = f"M{x - 4:.1f} {high:.1f}h8M{x:.1f} {high:.1f}V{low:.1f}M{x - 4:.1f} {low:.1f}h8"
        return element("path", d=ends, fill="none", stroke=BLUE, stroke_width=1.5, class_="pol-line")

    def counts(self) -> Iterator[str]:
        """A bar for the statements of each window, under its point."""
        most = max((point.statements for point in self._points), default=0)
        base = _TOP + HEIGHT + _BOTTOM + _COUNTS
        broad = max(1.0, min(10.0, 0.6 * WIDTH / max(1, len(self._points))))
        for point in self._points:
            high = (_COUNTS - 18) * point.statements / most if most else 0.0
            yield element(
                "rect",
                title(says(point)),
                x=self.x(point) - broad / 2,
                y=base - high,
                width=broad,
                height=high,
                fill=GREY,
                class_="pol-count",
            )
        if most:
            yield words(
                f"statements in a window, at most {most:,}",
                _LEFT,
                base - _COUNTS + 12,
                font_size=LETTERS,
                fill=FAINT,
                class_="pol-text",
            )


def _dot(x: float, y: float, about: str | None, *, hollow: bool = False) -> str:
    inside = () if about is None else (title(about),)
    if hollow:
        look: dict[str, str | float] = {
            "fill": PAPER,
            "stroke": GREY,
            "stroke_width": 1.5,
            "class_": "pol-few",
        }
    else:
        look = {"fill": BLUE, "stroke": PAPER, "stroke_width": 1, "class_": "pol-dot"}
    return element("circle", *inside, cx=x, cy=y, r=3.5, **look)


def _end(point: Polarized, end: float | None) -> float:
    return (point.value or 0.0) if end is None else end


def _amount(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".replace("-", "−")
