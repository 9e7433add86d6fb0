"""The states that a debate passes through: a strip in time, and a map on which networks that are alike lie near."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from onrecord.model.states import Moment, States
from onrecord.publishing.days import written
from onrecord.publishing.pictures import time_axis
from onrecord.publishing.pictures.frame import Drawing, Entry, made_of, sheet
from onrecord.publishing.pictures.signs import node
from onrecord.publishing.pictures.styles import FAINT, GREY, INK, fill, letter
from onrecord.publishing.pictures.svg import element, title, words
from onrecord.publishing.pictures.time_axis import LETTERS, TimeAxis, middle

WIDTH, STRIP, MAP = 712.0, 44.0, 300.0
"""Pixels across, the height of the strip, and that of the map."""

_BETWEEN = 46.0
_RADIUS = 8.5
HEADING = "States of the debate"
_SURE = 0.05
"""Beyond it the title says that there may be no states: any debate has some by chance."""


def lines(of: States) -> Iterator[str]:
    """The SVG."""
    statements = int(str(of.settings.get("statements", 0)))
    notes = [explained(of), *made_of(statements, of.settings)]
    yield from sheet(heading(of), summary(of), _drawing(of), list(_legend(of)), notes)


def heading(of: States) -> str:
    """The title; where chance does as well, that stands in it, for the colours would say otherwise."""
    return HEADING if of.chance <= _SURE else f"{HEADING}, which chance may have made (p = {of.chance:.2f})"


def explained(of: States) -> str:
    """What states are, and how sure it is that there are any."""
    return (
        "Windows whose networks are alike are in one state; on the map they lie near each other, joined in the order "
        f"of time. States set apart by a modularity of {of.modularity:.2f}; of {of.settings['shuffles']} debates with "
        f"the dates of their articles shuffled {_as_well(of)} did as well (p = {of.chance:.2f})."
    )


def _as_well(of: States) -> int:
    return round(of.chance * (1 + int(str(of.settings["shuffles"])))) - 1


def summary(of: States) -> str:
    """The passage in words: each stretch of windows in one state, with its days."""
    said = []
    for state, run in _stretches(of.moments):
        name = "no ties" if state is None else f"state {letter(state)}"
        said.append(f"{name} from {written(middle(run[0].period))} to {written(middle(run[-1].period))}")
    return "; ".join(said) + "."


def _stretches(moments: Sequence[Moment]) -> list[tuple[int | None, list[Moment]]]:
    return [(state, list(run)) for state, run in groupby(moments, key=lambda each: each.state)]


def _drawing(of: States) -> Drawing:
    parts = [*_strip(of), *_map(of)]
    height = STRIP + time_axis.HEIGHT + _BETWEEN + MAP
    return Drawing(width=WIDTH, height=height, parts=tuple(parts))


def _strip(of: States) -> Iterator[str]:
    axis = TimeAxis([each.period for each in of.moments], 0, WIDTH)
    places = [axis.x(middle(each.period)) for each in of.moments]
    ends = [0.0, *((one + other) / 2 for one, other in pairwise(places)), WIDTH]
    at = 0
    for state, run in _stretches(of.moments):
        left, right = ends[at], ends[at + len(run)]
        at += len(run)
        days = f"{written(middle(run[0].period))} to {written(middle(run[-1].period))}"
        says = f"{'no ties' if state is None else f'state {letter(state)}'}: {days}, {len(run)} windows"
        yield element(
            "rect",
            title(says),
            x=left,
            y=0,
            width=right - left,
            height=STRIP,
            fill=fill(state),
            stroke=INK,
            stroke_width=0.8,
            class_="state",
        )
        if state is not None and right - left > 14:
            yield words(
                letter(state),
                (left + right) / 2,
                STRIP / 2 + 5,
                font_size=14,
                font_weight="bold",
                text_anchor="middle",
                fill=INK,
            )
    yield from axis.marks(STRIP)


def _map(of: States) -> Iterator[str]:
    known = [each for each in of.moments if each.state is not None]
    top = STRIP + time_axis.HEIGHT + _BETWEEN
    places = _scaled(known, top)
    line = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    yield words(
        "the same windows, near where alike; those that do not differ lie on each other",
        0,
        top - 12,
        font_size=LETTERS,
        fill=FAINT,
        class_="pol-text",
    )
    yield element("path", d=f"M{line}", fill="none", stroke=GREY, stroke_width=1, stroke_opacity=0.7)
    for (x, y), each in zip(places, known, strict=True):
        says = (
            f"around {written(middle(each.period))}: state {letter(each.state)}, {each.statements} statements"
        )
        yield element("g", title(says), node(x, y, _RADIUS, each.state, square=False), class_="moment")


def _scaled(moments: Sequence[Moment], top: float) -> list[tuple[float, float]]:
    """Pixels, one scale for both ways, so that distances can be seen."""
    xs, ys = [each.x for each in moments], [each.y for each in moments]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    room = (WIDTH - 3 * _RADIUS, MAP - 3 * _RADIUS)
    scale = min(room[0] / wide if wide else room[0], room[1] / high if high else room[1])
    left = (WIDTH - wide * scale) / 2 - min(xs) * scale
    up = top + (MAP - high * scale) / 2 - min(ys) * scale
    return [(each.x * scale + left, each.y * scale + up) for each in moments]


def _legend(of: States) -> Iterator[Entry]:
    for state in sorted({each.state for each in of.moments if each.state is not None}):
        count = sum(each.state == state for each in of.moments)
        yield Entry(
            sign=node(16, 9, _RADIUS, state, square=False),
            says=f"state {letter(state)}, {count} window" + "s" * (count != 1),
        )
    if any(each.state is None for each in of.moments):
        yield Entry(sign=node(16, 9, 6, None, square=False), says="no ties")
