"""Days along the foot of a picture."""

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.model.network import Period
from onrecord.publishing.days import day, step_for, steps, tick_label
from onrecord.publishing.pictures.styles import FAINT
from onrecord.publishing.pictures.svg import element, words

LETTERS = 11.0
HEIGHT = 24.0
"""Pixels that ticks and their days take below the field."""
_TICKS = 10


class TimeAxis:
    """The days of these periods' middles, from `left` over `width` pixels; a single day stands in the middle."""

    def __init__(self, periods: Sequence[Period], left: float, width: float) -> None:
        self._left, self._width = left, width
        days = [middle(each) for each in periods]
        self._days = days
        self._first = min(days, default=date.min)
        self._last = max(days, default=date.min)

    def x(self, when: date) -> float:
        """Pixels from the left."""
        length = (self._last - self._first).days
        share = (when - self._first).days / length if length else 0.5
        return self._left + self._width * share

    def marks(self, y: float) -> Iterator[str]:
        """Ticks and days below y; nothing without a period."""
        if not self._days:
            return
        step = step_for(self._first, self._last, _TICKS)
        year = None
        shown = [when for when in steps(self._first, self._last, step) if self._first <= when <= self._last]
        for when in shown or [self._first]:
            tick = f"M{self.x(when):.1f} {y:.1f}v5"
            yield element("path", d=tick, stroke=FAINT, stroke_width=1, class_="pol-tick")
            yield words(
                tick_label(when, step, with_year=when.year != year),
                self.x(when),
                y + 17,
                font_size=LETTERS,
                text_anchor="middle",
                fill=FAINT,
                class_="pol-text",
            )
            year = when.year


def middle(period: Period) -> date:
    """The day in the middle of a period."""
    found = day(period.middle)
    assert found is not None  # noqa: S101 - a period is of ISO 8601 times
    return found
