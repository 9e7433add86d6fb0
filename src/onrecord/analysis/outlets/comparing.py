"""What several outlets carry of one speaker, found by like words, and which of those that were there left it out."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.analysis.outlets.wording import Wording
from onrecord.model import WORDED, ActorId, Record
from onrecord.model.comparison import Carried, Comparison, Shared, fullness
from onrecord.model.edtf import is_edtf

WEEK = timedelta(days=7)
"""Between two articles that have one saying: after a week the same words are said again, or looked back on."""
AROUND = timedelta(days=1)
"""Before the first and after the last article that carries it: an evening paper is a day behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    record: Record
    speaker: str
    outlet: str
    day: date | None
    wording: Wording


def compare(records: Iterable[Record], names: Mapping[ActorId, str]) -> Comparison:
    """What at least two outlets carry; `names` has for the id of an actor the name that it is shown by.

    Statements are one where the speaker is one, the words are alike (`wording`) and their articles at most a week
    apart.  Mere thoughts and attitudes are left aside, and so is what stands inside another statement.
    """
    unknown = 0
    by_speaker: dict[str, list[_Said]] = defaultdict(list)
    for record in records:
        statement, outlet = record.statement, (record.article.outlet or "").strip()
        if statement.act not in WORDED or statement.parent is not None:
            continue
        if statement.speaker is None or not outlet:
            unknown += 1
            continue
        key = statement.speaker.actor or statement.speaker.name.casefold()
        shown = statement.speaker.name
        if statement.speaker.actor is not None:
            shown = names.get(statement.speaker.actor, shown)
        wording, day = Wording.of(record.words), _day(record.article.published)
        by_speaker[key].append(_Said(record=record, speaker=shown, outlet=outlet, day=day, wording=wording))
    groups = [group for some in by_speaker.values() for group in _alike(some) if _several(group)]
    found = [_shared(group) for group in groups]
    present = _Present(by_speaker.values(), groups)
    shared = [replace(one, left_out=present.without(group)) for one, group in zip(found, groups, strict=True)]
    return Comparison(shared=tuple(sorted(shared, key=_order)), unknown=unknown)


def _day(published: str | None) -> date | None:
    day = (published or "")[: len("2031-06-04")]
    return date.fromisoformat(day) if len(day) == len("2031-06-04") and is_edtf(day) else None


def _several(group: Sequence[_Said]) -> bool:
    return len({each.outlet for each in group}) > 1


def _alike(said: Sequence[_Said]) -> Iterator[list[_Said]]:
    """The sayings of one speaker, those that are one together: each is joined with whatever it is like."""
    ordered = sorted(said, key=lambda each: (each.day is None, each.day or date.max))
    behind: list[list[_Said]] = []  # by more than a week: nothing that has a day can be like them any more
    groups: list[list[_Said]] = []
    for one in ordered:
        if one.day is not None:
            past = bisect_left(groups, one.day - WEEK, key=_last_day)
            behind += groups[:past]
            del groups[:past]
        elif behind:
            groups, behind = behind + groups, []
        like = [group for group in groups if any(_is_one(one, other) for other in group)]
        joined = [each for group in like for each in group] + [one]
        groups = [group for group in groups if group not in like] + [joined]
    yield from behind + groups


def _last_day(group: Sequence[_Said]) -> date:
    """Of a group whose sayings all have a day: the latest joined it last."""
    return group[-1].day or date.max


def _is_one(one: _Said, other: _Said) -> bool:
    near = one.day is None or other.day is None or abs(one.day - other.day) <= WEEK
    return near and one.wording.alike(other.wording)


def _shared(group: Sequence[_Said]) -> Shared:
    by_outlet: dict[str, list[_Said]] = defaultdict(list)
    for each in group:
        by_outlet[each.outlet].append(each)
    carried = [
        Carried(
            outlet=outlet,
            fullest=max((each.record for each in some), key=fullness),
            every=tuple(each.record for each in some),
        )
        for outlet, some in by_outlet.items()
    ]
    longest = max((each.speaker for each in group), key=len)
    return Shared(speaker=longest, carried=tuple(carried), left_out=())


class _Present:
    """Which outlets reported on what in which days."""

    def __init__(self, by_speaker: Iterable[Sequence[_Said]], groups: Sequence[Sequence[_Said]]) -> None:
        self._of_speaker = {id(each): some for some in by_speaker for each in some}
        self._in_groups = [each for group in groups for each in group]

    def without(self, group: Sequence[_Said]) -> tuple[str, ...]:
        """The outlets that could have carried it and did not, by name; none where its days are not known."""
        days = [each.day for each in group if each.day is not None]
        if not days:
            return ()
        carry, first, last = {each.outlet for each in group}, min(days) - AROUND, max(days) + AROUND
        there = (*self._of_speaker[id(group[0])], *self._in_groups)
        reported = {each.outlet for each in there if each.day is not None and first <= each.day <= last}
        return tuple(sorted(reported - carry))


def _order(one: Shared) -> tuple[str, str, str]:
    days = [
        each.article.published for carried in one.carried for each in carried.every if each.article.published
    ]
    return min(days, default="9"), one.speaker, one.fullest.statement.id
