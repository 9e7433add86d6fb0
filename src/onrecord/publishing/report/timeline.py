"""The timeline: one row an outlet, one circle an article, or columns where there are too many to tell apart.

Across, places are percentages of the row, so that a row is as wide as the page without its words being stretched;
up and down they are pixels.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import sqrt

from onrecord.publishing.days import (
    Step,
    floor,
    following,
    step_for,
    step_label,
    steps,
    tick_label,
)
from onrecord.publishing.report.entries import Item

MOST_CIRCLES = 150
"""Articles above which the rows show columns: with more, circles of four outlets hid each other at 1,200 pixels."""
MOST_LANES = 3
MOST_ROWS = 12
MOST_TICKS = 9
MOST_COLUMNS = 60
COLUMN_HEIGHT = 34

_WIDTH = 800  # pixels that a row is taken to be wide when it is decided which circles would touch
_SMALLEST, _LARGEST = 4.0, 11.0
_PAD = 0.025


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """An article: where, how large, what it says when pointed at."""

    item: Item
    x: float
    y: float
    radius: float
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The articles of one outlet in one step of time; `item` is the first of them."""

    item: Item
    x: float
    width: float
    height: float
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An outlet's circles or columns; `height` in pixels."""

    outlet: str
    articles: int
    height: float
    circles: tuple[Circle, ...] = ()
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark of the axis; `minor` ones go where the page is narrow."""

    x: float
    words: str
    minor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The rows (further ones in `rest`), the axis, what a mark is, and the articles that have no place on it."""

    rows: tuple[Row, ...]
    rest: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    caption: str
    undated: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    first: date
    last: date

    def x(self, when: date) -> float:
        """Percent of the row's width."""
        length = (self.last - self.first).days
        pad = max(length * _PAD, 1.5)
        return round(100 * ((when - self.first).days + pad) / (length + 2 * pad), 2)


def timeline(items: Sequence[Item]) -> Timeline:
    """The timeline of the articles that have a day."""
    dated = [(item.published, item) for item in items if item.published]
    undated = tuple(item for item in items if not item.published)
    if not dated:
        return Timeline(rows=(), rest=(), ticks=(), caption="", undated=undated)
    axis = _Axis(first=min(when for when, _ in dated), last=max(when for when, _ in dated))
    rows, caption = _rows(axis, [item for _, item in dated])
    return Timeline(
        rows=tuple(rows[:MOST_ROWS]),
        rest=tuple(rows[MOST_ROWS:]),
        ticks=tuple(_ticks(axis)),
        caption=caption,
        undated=undated,
    )


def _rows(axis: _Axis, items: Sequence[Item]) -> tuple[list[Row], str]:
    """The rows, most articles first, and what a mark in them is."""
    by_outlet = groupby(
        sorted(items, key=lambda item: (item.outlet, item.number)), key=lambda item: item.outlet
    )
    outlets = sorted(((outlet, list(group)) for outlet, group in by_outlet), key=lambda pair: -len(pair[1]))
    if len(items) <= MOST_CIRCLES:
        most = max(len(item.entries) for item in items)
        rows = [_circles(axis, outlet, group, most) for outlet, group in outlets]
        if all(rows):
            return [
                row for row in rows if row
            ], "Each circle is an article; the larger, the more statements in it."
    step = step_for(axis.first, axis.last, MOST_COLUMNS)
    most = max(len(group) for _, items in outlets for group in _steps(items, step))
    caption = (
        f"Each column is one {_named(step)}; the tallest stands for {most} article{'s' if most > 1 else ''}."
    )
    return [_columns(axis, outlet, group, step, most) for outlet, group in outlets], caption


def _circles(axis: _Axis, outlet: str, items: Iterable[Item], most: int) -> Row | None:
    """The row, or None where it would take too many lanes to keep its circles apart."""
    ends: list[float] = []
    placed = []
    for item in items:
        assert item.published is not None  # noqa: S101 - only dated articles come here
        x, radius = axis.x(item.published), _radius(len(item.entries), most)
        left, right = x * _WIDTH / 100 - radius, x * _WIDTH / 100 + radius
        lane = next((number for number, end in enumerate(ends) if end <= left), len(ends))
        ends[lane : lane + 1] = [right + 1]
        placed.append((item, x, radius, lane))
    if len(ends) > MOST_LANES:
        return None
    pitch = 2 * _LARGEST + 2
    height = pitch * len(ends) + 10
    circles = tuple(
        Circle(
            item=item,
            x=x,
            y=height / 2 + pitch * (lane - (len(ends) - 1) / 2),
            radius=radius,
            about=_about(item),
        )
        for item, x, radius, lane in placed
    )
    return Row(outlet=outlet, articles=len(circles), height=height, circles=circles)


def _radius(count: int, most: int) -> float:
    """The area grows with the number of statements."""
    share: float = count / most if most else 0.0
    return round(max(_SMALLEST, _LARGEST * sqrt(share)), 1)


def _about(item: Item) -> str:
    count = len(item.entries)
    return f"{item.name}\n{item.outlet}, {item.when}: {count} statement{'' if count == 1 else 's'}"


def _steps(items: Iterable[Item], step: Step) -> list[list[Item]]:
    return [
        list(group) for _, group in groupby(items, key=lambda item: floor(item.published or date.min, step))
    ]


def _columns(axis: _Axis, outlet: str, items: Sequence[Item], step: Step, most: int) -> Row:
    columns = tuple(_column(axis, group, step, most) for group in _steps(items, step))
    return Row(outlet=outlet, articles=len(items), height=COLUMN_HEIGHT + 4, columns=columns)


def _column(axis: _Axis, items: Sequence[Item], step: Step, most: int) -> Column:
    start = floor(items[0].published or date.min, step)
    left = max(axis.x(start), 0.0)
    right = min(axis.x(following(start, step)), 100.0)
    statements = sum(len(item.entries) for item in items)
    return Column(
        item=items[0],
        x=left,
        width=round(max((right - left) * 0.86, 0.3), 2),
        height=round(max(COLUMN_HEIGHT * len(items) / most, 3.0), 1),
        about=f"{items[0].outlet}, {step_label(start, step)}\n{len(items)} articles, {statements} statements",
    )


def _named(step: Step) -> str:
    return step.unit if step.count == 1 else f"stretch of {step.count} {step.unit}s"


def _ticks(axis: _Axis) -> Iterable[Tick]:
    step = step_for(axis.first, axis.last, MOST_TICKS)
    margin = timedelta(days=(axis.last - axis.first).days // 40)
    year = None
    shown = [when for when in steps(axis.first, axis.last + margin, step) if 0 <= axis.x(when) <= 97]
    for place, when in enumerate(shown or [axis.first]):
        yield Tick(
            x=axis.x(when), words=tick_label(when, step, with_year=when.year != year), minor=place % 2 == 1
        )
        year = when.year
