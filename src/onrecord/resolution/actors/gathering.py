"""All the figures of one name together, and what speaks for or against two such being one."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.resolution.actors.fields import Field, are_apart, role_words, sex_of_given
from onrecord.resolution.actors.figures import Evidence, Figure, Home
from onrecord.resolution.actors.names import PersonName, person_name, without_mark

_YEAR = 365
_NEAR, _FAR, _FARTHEST = 60, 8 * _YEAR, 30 * _YEAR  # days
_MOST_COMPANIONS = 3

SAME_OFFICE, SAME_WORD, SAME_FIELD = 2.0, 1.0, 0.5
TOGETHER, NEAR_IN_TIME, SAME_OUTLET = 0.8, 0.5, 0.3
ONLY_ONE = 1.5
OTHER_LIFE, OTHER_SEX, OTHER_TIME, LONG_AGO = -4.0, -4.0, -3.0, -1.0
"""What each sign weighs.  Set by hand so that `python -m benchmarks.identity` joined nobody wrongly by them on AIDA's
dev part; the order matters, the second decimal does not."""


@dataclass(frozen=True)
class Gathered:
    """Figures of one name, in order; `home` is the actor that they are when nothing else is known.

    `mark` is what tells them from a namesake, where an article has both.
    """

    name: PersonName
    home: Home
    figures: tuple[Figure, ...]
    mark: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of their roles that tell."""
        return frozenset(word for role in self._roles for word in role_words(role).words)

    @cached_property
    def fields(self) -> frozenset[Field]:
        """The fields of life of their roles."""
        return frozenset(field for role in self._roles if (field := role_words(role).field))

    @cached_property
    def sexes(self) -> frozenset[str]:
        """The sexes that their roles, else their given name, speak for."""
        said = frozenset(sex for role in self._roles if (sex := role_words(role).sex))
        given = sex_of_given(self.name.words[0]) if len(self.name.words) > 1 else None
        return said or frozenset([given] if given else ())

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days of their articles, in order, as ordinals of the Gregorian calendar."""
        return tuple(sorted({day for one in self.figures if (day := _ordinal(one.day)) is not None}))

    @cached_property
    def companions(self) -> frozenset[str]:
        """Whom their articles name beside them."""
        return frozenset(each for one in self.figures for each in one.companions)

    @cached_property
    def outlets(self) -> frozenset[str]:
        """Who published their articles."""
        return frozenset(one.outlet for one in self.figures if one.outlet)

    @property
    def _roles(self) -> Iterator[str]:
        return (role for one in self.figures for role in one.roles)


def gather(figures: Sequence[Figure]) -> list[Gathered]:
    """Figures of one folded name, namesakes and those of two lives apart: the smaller group has the field in its note,
    and a namesake the mark.
    """
    return [each for mark, some in _namesakes(figures) for each in _by_field(some, mark)]


def _namesakes(figures: Sequence[Figure]) -> list[tuple[str, list[Figure]]]:
    """The figures by whom they are where one article has two of the name, by the mark of each: those of other
    articles go to the one whose roles theirs share most words with, else to whoever has no mark.
    """
    marks: dict[str, set[str]] = {}
    for one in figures:
        marks.setdefault(one.article, set()).add(without_mark(one.name)[1])
    said: dict[str, set[str]] = {}
    for one in figures:
        if len(marks[one.article]) > 1:
            said.setdefault(without_mark(one.name)[1], set()).update(_role_words(one))
    if not said:
        return [("", list(figures))]
    found: dict[str, list[Figure]] = {}
    for one in figures:
        mark = without_mark(one.name)[1]
        if mark not in said or len(marks[one.article]) < 2:
            mark = max(
                sorted(said), key=lambda each: (len(said[each] & _role_words(one)), each == mark, not each)
            )
        found.setdefault(mark, []).append(one)
    return sorted(found.items())


def _role_words(figure: Figure) -> frozenset[str]:
    return frozenset(word for role in figure.roles for word in role_words(role).words)


def _by_field(figures: Sequence[Figure], mark: str) -> list[Gathered]:
    by_field: dict[Field | None, list[Figure]] = {}
    for one in figures:
        found = {field for role in one.roles if (field := role_words(role).field)}
        by_field.setdefault(min(found) if found else None, []).append(one)
    known = sorted((field for field in by_field if field), key=lambda field: (-len(by_field[field]), field))
    groups: list[tuple[frozenset[Field], list[Figure]]] = [(frozenset(known[:1]), by_field.get(None, []))]
    for field in known:
        fitting = next((one for one in groups if not are_apart(one[0], frozenset([field]))), None)
        if fitting is None:
            groups.append((frozenset([field]), list(by_field[field])))
        else:
            fitting[1].extend(by_field[field])
    notes = [mark, *(" ".join(filter(None, (mark, min(fields)))) for fields, _ in groups[1:])]
    return [_gathered(group, note, mark) for note, (_, group) in zip(notes, groups, strict=True)]


def _gathered(figures: Iterable[Figure], note: str, mark: str) -> Gathered:
    ordered = tuple(sorted(figures, key=lambda one: (one.article, one.name, one.type)))
    return Gathered(person_name(ordered[0].name), home_of(ordered, note), ordered, mark)


def home_of(figures: Sequence[Figure], note: str) -> Home:
    """The home under the commonest way of writing the name, one not in capitals before others."""
    written = Counter((one.name, one.type) for one in figures)
    name, kind = min(written, key=lambda each: (each[0].isupper(), -written[each], each))
    return Home(name=name, type=kind, note=note)


def are_namesakes(one: Gathered, other: Gathered) -> bool:
    """Whether an article tells two of their name apart."""
    return one.name == other.name and one.mark != other.mark


def united(parts: Sequence[Gathered]) -> Gathered:
    """All of them as one; the first gives name and home."""
    return Gathered(parts[0].name, parts[0].home, tuple(each for one in parts for each in one.figures))


def signs(one: Gathered, other: Gathered, *, alone: bool) -> tuple[Evidence, ...]:
    """What speaks for and against two being one; `alone` where no other bears such a name."""
    return tuple(_signs(one, other, alone=alone))


def weight_of(one: Gathered, other: Gathered, *, alone: bool) -> float:
    """What `signs` weigh together, without their words: a common surname has hundreds of bearers to be weighed."""
    found = ONLY_ONE if alone else 0.0
    if not one.words.isdisjoint(other.words):
        found += SAME_OFFICE if len(one.words & other.words) > 1 else SAME_WORD
    if one.fields and other.fields:
        if are_apart(one.fields, other.fields):
            found += OTHER_LIFE
        elif one.fields & other.fields:
            found += SAME_FIELD
    if one.sexes and other.sexes and one.sexes.isdisjoint(other.sexes):
        found += OTHER_SEX
    if not one.companions.isdisjoint(other.companions):
        found += TOGETHER * min(len(one.companions & other.companions), _MOST_COMPANIONS)
    time = _time(_gap(one.days, other.days))
    found += time[0] if time else 0.0
    return found + (0.0 if one.outlets.isdisjoint(other.outlets) else SAME_OUTLET)


def _signs(one: Gathered, other: Gathered, *, alone: bool) -> Iterator[Evidence]:
    if alone:
        yield Evidence(words="no other of that name", weight=ONLY_ONE)
    shared = one.words & other.words
    if shared:
        shown = " ".join(sorted(shared)[:4])
        yield Evidence(words=f"roles share: {shown}", weight=SAME_OFFICE if len(shared) > 1 else SAME_WORD)
    if are_apart(one.fields, other.fields):
        a, b = (", ".join(sorted(each)) for each in (one.fields, other.fields))
        yield Evidence(words=f"other walks of life: {a}; {b}", weight=OTHER_LIFE)
    elif one.fields & other.fields:
        yield Evidence(words="one walk of life", weight=SAME_FIELD)
    if one.sexes and other.sexes and not one.sexes & other.sexes:
        yield Evidence(words="a man and a woman", weight=OTHER_SEX)
    beside = sorted(one.companions & other.companions)
    if beside:
        weight = TOGETHER * min(len(beside), _MOST_COMPANIONS)
        yield Evidence(words=f"both beside {', '.join(beside[:_MOST_COMPANIONS])}", weight=weight)
    yield from _times(one, other)
    if one.outlets & other.outlets:
        yield Evidence(words="in one outlet", weight=SAME_OUTLET)


def _times(one: Gathered, other: Gathered) -> Iterator[Evidence]:
    gap = _gap(one.days, other.days)
    time = _time(gap)
    if gap is not None and time is not None:
        weight, unit, name = time
        yield Evidence(words=f"{gap // unit} {name} apart", weight=weight)


def _time(gap: int | None) -> tuple[float, int, str] | None:
    """What so many days between two weigh, and the unit that they are told in; None where they say nothing."""
    if gap is None or _NEAR < gap <= _FAR:
        return None
    if gap <= _NEAR:
        return NEAR_IN_TIME, 1, "days"
    return (OTHER_TIME if gap > _FARTHEST else LONG_AGO), _YEAR, "years"


def total(evidence: Iterable[Evidence]) -> float:
    """The weights together."""
    return sum(each.weight for each in evidence)


def chance(weight: float) -> float:
    """A weight as a score from 0 to 1, one half where linking would begin to link; not calibrated."""
    return round(1 / (1 + math.exp(ONLY_ONE - weight)), 3)


def _gap(some: Sequence[int], others: Sequence[int]) -> int | None:
    """The days between the two nearest of two ordered lists; None where one is empty."""
    if len(some) == 1 and others:
        at = bisect_left(others, some[0])
        return min(abs(some[0] - day) for day in others[max(at - 1, 0) : at + 1])
    best, a, b = None, 0, 0
    while a < len(some) and b < len(others):
        away = abs(some[a] - others[b])
        best = away if best is None else min(best, away)
        if some[a] < others[b]:
            a += 1
        else:
            b += 1
    return best


def _ordinal(day: str | None) -> int | None:
    try:
        return None if day is None else date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None
