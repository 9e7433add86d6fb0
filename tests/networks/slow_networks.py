"""Discourse networks the slow way: the formulas said again with loops over pairs of statements, to hold ours against.

Nothing is shared with `onrecord.analysis.networks`: no counts, no matrices, no arrays; ties are added up pair by pair.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import exp, pi, sqrt

Level = int | str | None
Matrix = list[list[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A coded statement; an empty name or a level of None is no value."""

    number: int
    document: int
    time: datetime
    row: str
    column: str
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Slow:
    """One study by one set of settings; `boolean` says that the levels are no and yes."""

    said: Sequence[Said]
    boolean: bool = False
    mode: str = "one"
    aggregation: str = "ignore"
    normalisation: str = "no"
    duplicates: str = "include"
    rules: str = "onrecord"

    @property
    def levels(self) -> list[int | str]:
        found = {each.level for each in self.said if each.level is not None and each.level != ""}
        return [0, 1] if self.boolean else sorted(found)  # type: ignore[type-var]

    def filtered(self) -> list[Said]:
        kept: list[Said] = []
        for each in sorted(self.said, key=lambda one: (one.time, one.document, one.number)):
            if not each.row or not each.column:
                continue
            if self.aggregation != "ignore" and each.level in (None, ""):
                continue
            if self.duplicates == "include" or not any(self._again(each, other) for other in kept):
                kept.append(each)
        return kept

    def _again(self, one: Said, other: Said) -> bool:
        if (one.row, one.column) != (other.row, other.column):
            return False
        if self.aggregation != "ignore":
            if one.level != other.level:
                return False
            boxed = self.rules == "dna" and isinstance(one.level, int) and not -128 <= one.level <= 127
            if boxed:
                return False
        return self._unit(one) == self._unit(other)

    def _unit(self, one: Said) -> object:
        of_its_year = self.rules != "dna"
        units: dict[str, Callable[[], object]] = {
            "document": lambda: one.document,
            "week": lambda: one.time.isocalendar()[:2] if of_its_year else _american_week(one.time.date()),
            "month": lambda: (one.time.year, one.time.month) if of_its_year else one.time.month,
            "year": lambda: one.time.year,
            "acrossrange": lambda: None,
        }
        return units[self.duplicates]()

    def network(
        self, said: Sequence[Said], weight: Callable[[Said], float] = lambda _: 1.0, *, kernel: bool = False
    ) -> tuple[list[str], list[str], Matrix]:
        """Rows, columns and matrix of these statements; with a kernel each weighs so much."""
        rows, columns = sorted({each.row for each in said}), sorted({each.column for each in said})
        if self.mode == "two":
            matrix = [[self._two(said, row, column, weight, kernel) for column in columns] for row in rows]
            return rows, columns, matrix
        whole = kernel and self.rules == "dna"
        matrix = [
            [0.0 if row == other and not whole else self._one(said, row, other, weight) for other in rows]
            for row in rows
        ]
        return rows, rows, matrix

    def _one(self, said: Sequence[Said], row: str, other: str, weight: Callable[[Said], float]) -> float:
        these = [each for each in said if each.row == row]
        those = [each for each in said if each.row == other]
        total = sum(
            self._pair(one, two) * sqrt(weight(one) * weight(two))
            for one in these
            for two in those
            if one.column == two.column
        )
        if isinstance(self.levels[0] if self.levels else 0, str):
            apart = self._lacking(these, those, weight) + self._lacking(those, these, weight)
            total = {"conflict": apart, "subtract": total - apart}.get(self.aggregation, total)
        by = self._divisor(these, those)
        return total / by if by else 0.0

    def _pair(self, one: Said, two: Said) -> float:
        if self.aggregation == "ignore":
            return 1.0
        levels = self.levels
        if isinstance(one.level, str):
            return float(one.level == two.level)
        assert isinstance(one.level, int)
        assert isinstance(two.level, int)
        wide = levels[-1] - levels[0]  # type: ignore[operator]
        apart = abs(one.level - two.level) / wide if wide else 0.0
        return {"congruence": 1 - apart, "conflict": apart, "subtract": 1 - 2 * apart}[self.aggregation]

    @staticmethod
    def _lacking(these: Sequence[Said], those: Sequence[Said], weight: Callable[[Said], float]) -> float:
        """What these say where those have nothing of that column and level."""
        cells = {(each.column, each.level) for each in those}
        return sum(sqrt(weight(each)) for each in these if (each.column, each.level) not in cells)

    def _divisor(self, these: Sequence[Said], those: Sequence[Said]) -> float:
        if self.normalisation == "no":
            return 1.0
        if self.normalisation == "average":
            return (len(these) + len(those)) / 2
        if self.normalisation == "jaccard":
            both = sum((one.column, one.level) == (two.column, two.level) for one in these for two in those)
            return self._lacking(these, those, _one) + self._lacking(those, these, _one) + both
        if self.rules == "dna":
            return float(len(these) * len(those))
        return sqrt(self._square(these) * self._square(those))

    def _square(self, said: Sequence[Said]) -> float:
        """Σ A², which is how many pairs, each statement with itself too, stand in one cell."""
        ignored = self.aggregation == "ignore"
        return sum(
            one.column == two.column and (ignored or one.level == two.level) for one in said for two in said
        )

    def _two(
        self, said: Sequence[Said], row: str, column: str, weight: Callable[[Said], float], kernel: bool
    ) -> float:
        here = [each for each in said if (each.row, each.column) == (row, column)]
        if self.aggregation == "combine":
            present, last = {each.level for each in here}, len(self.levels) - 1
            return float(sum(2 ** (last - k) for k, level in enumerate(self.levels) if level in present))
        total = sum(self._counts(each, kernel) * weight(each) for each in here)
        by = {
            "activity": sum(each.row == row for each in said),
            "prominence": sum(each.column == column for each in said),
        }.get(self.normalisation, 1)
        return total / by

    def _counts(self, one: Said, kernel: bool) -> float:
        if self.aggregation == "ignore" or not isinstance(one.level, int):
            return 1.0
        if self.boolean:
            return 2.0 * one.level - 1
        return float(self.levels.index(one.level) if kernel and self.rules == "dna" else one.level)

    def windows(self, unit: str, size: int) -> Iterator[tuple[datetime, tuple[list[str], list[str], Matrix]]]:
        said = self.filtered()
        if not said:
            return
        margin = int((size - 1) / 2 + 0.5)
        middle = first = said[0].time
        for step in range(100_000):
            middle = later(first, step, unit)
            start, stop = later(middle, -margin, unit), later(middle, margin, unit)
            if middle > said[-1].time:
                return
            if step >= margin and stop <= said[-1].time:
                yield middle, self.network([each for each in said if start <= each.time <= stop])

    def kernels(
        self, kernel: str, unit: str, size: int, every: int
    ) -> Iterator[tuple[datetime, tuple[list[str], list[str], Matrix]]]:
        """At the first moment and at every so-many-th after it."""
        said, width = self.filtered(), size + size % 2
        for step in range(0, 100_000, every):
            if not said or (middle := later(said[0].time, step, unit)) > said[-1].time:
                return
            start, stop = later(middle, -width // 2, unit), later(middle, width // 2, unit)
            inside = [each for each in said if kernel == "gaussian" or start <= each.time <= stop]

            def weight(each: Said, middle: datetime = middle) -> float:
                return zeta(2 * whole_units(each.time, middle, unit) / width, kernel, self.rules)

            yield middle, self.network(inside, weight, kernel=True)


def _one(_: Said) -> float:
    return 1.0


def zeta(d: float, kernel: str, rules: str) -> float:
    """How much a statement counts that is d half-widths away."""
    if kernel == "gaussian":
        return exp(-d * d / 2) / sqrt(2 * pi)
    if abs(d) > 1:
        return 0.0
    bent = abs(1 - d) if rules == "dna" else 1 - abs(d)
    return {"uniform": 0.5, "epanechnikov": 0.75 * (1 - d * d), "triangular": bent}[kernel]


def later(time: datetime, count: int, unit: str) -> datetime:
    """So many units on, in months and years on the same day or, where there is none, on the last before it."""
    if unit in ("days", "weeks"):
        return time + timedelta(days=count * {"days": 1, "weeks": 7}[unit])
    month = time.month - 1 + count * {"months": 1, "years": 12}[unit]
    for day in range(time.day, 0, -1):
        try:
            return time.replace(year=time.year + month // 12, month=month % 12 + 1, day=day)
        except ValueError:
            continue
    raise AssertionError


def whole_units(start: datetime, stop: datetime, unit: str) -> int:
    """Whole units from the one to the other, counted a unit at a time from the earlier; below 0 backwards."""
    if start > stop:
        return -whole_units(stop, start, unit)
    count = 0
    while _gone(start, stop, count + 1, unit):
        count += 1
    return count


def _gone(start: datetime, stop: datetime, count: int, unit: str) -> bool:
    if unit in ("days", "weeks"):
        return later(start, count, unit) <= stop
    month = start.month - 1 + count * {"months": 1, "years": 12}[unit]
    there = (start.year + month // 12, month % 12 + 1, start.day, start.time())
    return there <= (stop.year, stop.month, stop.day, stop.time())


def _american_week(day: date) -> int:
    """Weeks begin on Sunday, the first is the one with 1 January."""
    saturday = day + timedelta(days=(5 - day.weekday()) % 7)
    first = date(saturday.year, 1, 1)
    first_saturday = first + timedelta(days=(5 - first.weekday()) % 7)
    return (saturday - first_saturday).days // 7 + 1
