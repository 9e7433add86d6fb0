"""A day of the month alone: "on the 12th", of the month in which it falls on the side where the clause looks."""

from dataclasses import dataclass
from datetime import date

from onrecord.resolution.dates import calendar
from onrecord.resolution.dates.rules import Parts, rules
from onrecord.resolution.dates.scene import Meaning, Read, Scene, left_open, read

_LEADS = frozenset("on until till by since from before after".split())
_GOES_ON = frozenset(
    """. , ; : ! ? ) — – - ’ ” " that and but when where while as at by with to for it he she they we i who which after
    before until said""".split()
)
"""What may follow: a noun makes a floor, a day or an anniversary of it."""
_LONGEST = 31
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class BareDay:
    """A day of a month that no words name."""

    day: int

    def resolve(self, scene: Scene) -> Read:
        """The last one, or the next where the clause looks ahead."""
        anchor = scene.anchor
        if anchor is None:
            return left_open(f"XXXX-XX-{self.day:02}")
        step = 1 if scene.direction > 0 else -1
        for away in range(3):
            month = anchor.year * _MONTHS + anchor.month - 1 + step * away
            found = _day(month, self.day)
            if found is not None and (found - anchor).days * step >= 0:
                return read(calendar.day(found))
        return left_open(f"XXXX-XX-{self.day:02}")


def _day(month: int, day: int) -> date | None:
    """That day of a month counted from the beginning; None where it has no such day."""
    try:
        return date(month // _MONTHS, month % _MONTHS + 1, day)
    except ValueError:
        return None


def _bare_day(parts: Parts) -> Meaning | None:
    """On the 12th; no 12th floor."""
    day = parts.nth("day")
    if not day or day > _LONGEST or parts.before() not in _LEADS:
        return None
    return BareDay(day) if not parts.after() or parts.after() in _GOES_ON else None


RULES = rules(("the day:nth", _bare_day))
