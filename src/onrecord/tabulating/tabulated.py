"""A table with what belongs to it but is no column."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np

from onrecord.analysis.networks import UNDATED, UNWINDOWED, Said, Settings, Table, Texts, lacking
from onrecord.analysis.networks.filtering import chosen, in_range, listed
from onrecord.model.codebook import nearest
from onrecord.model.network import Day, Node

_NO_DAY: Mapping[Day, str] = {
    "published": "the article shows no day",
    "said": "the day of saying is not known, or only to more than a month",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aside:
    """Codes that no network is made of, as a table of their own, and for each the reason."""

    table: Table
    why: Sequence[str]

    def by_day(self, day: Day) -> Self:
        """As `Table.by_day`."""
        return replace(self, table=self.table.by_day(day))

    def asked_for(self, settings: Settings) -> dict[str, int]:
        """How many of them the settings ask for, by why.

        What they lack cannot speak against them: a stance on which coders differ, or a day.
        """
        exclude, include = (
            tuple(pair for pair in pairs if pair[0] in self.table.names and pair[0] != settings.qualifier)
            for pairs in (settings.exclude, settings.include)
        )
        there = listed(self.table, replace(settings, exclude=exclude, include=include))
        there &= in_range(self.table, settings) | np.isnat(self.table.times)
        return dict(Counter(self.why[at] for at in np.flatnonzero(there).tolist()))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tabulated:
    """Coded statements as a table.

    `source` says what it was made from; `said` gives what the table does not hold of a row; `known` what there is to
    say of values, by variable and value; `aside` are the codes that are not in the table.  `usual` are the rows,
    columns and qualifier that are meant where none are named.  `wanting` says in words what a code without a value of a
    variable is, by the variable.
    """

    table: Table
    source: Mapping[str, str]
    usual: tuple[str, str, str]
    said: Callable[[int], Said]
    known: Mapping[str, Mapping[str, Node]] = field(default_factory=dict)
    aside: Aside | None = None
    wanting: Mapping[str, str] = field(default_factory=dict)

    def by_day(self, day: Day) -> Self:
        """With the table whose times are those of the day named: `Table.by_day`."""
        aside = None if self.aside is None else self.aside.by_day(day)
        return replace(self, table=self.table.by_day(day), aside=aside)

    def not_in(self, settings: Settings) -> dict[str, int]:
        """How many codes the source has that are in no network of these settings though they were asked for, by why."""
        why = {UNDATED: _NO_DAY[settings.day], UNWINDOWED: UNWINDOWED, **self.wanting}
        lacked = lacking(self.table, settings).items()
        aside = {} if self.aside is None else self.aside.asked_for(settings)
        return {**aside, **{why.get(name, f"no {name}"): count for name, count in lacked}}

    def why_nothing(self, settings: Settings) -> str:
        """Why a network of these settings has nothing in it, in a sentence."""
        days = self.table.times[chosen(self.table, settings)]
        days = days[~np.isnat(days)]
        if settings.window is None or not len(days):
            return "no statement fulfils these conditions"
        if settings.window == "events":
            return f"a window of {settings.size:,} events is more than the {len(days):,} statements there are"
        first, last = days.min().astype("datetime64[D]"), days.max().astype("datetime64[D]")
        return f"a window of {settings.size:,} {settings.window} is longer than the debate, from {first} to {last}"

    def unheard_of(self, settings: Settings) -> Iterator[str]:
        """Values to include or exclude that no code of the source has, in a sentence each: they may be misspelt."""
        for name, value in dict.fromkeys((*settings.exclude, *settings.include)):
            column = self.table.column(name)
            if isinstance(column, Texts) and value not in column.labels:
                like = nearest(value, [each for each in column.labels if each])
                yield f"no code that counts has the {name} {value!r}{like}"

    def written(self, settings: Settings) -> dict[str, object]:
        """What every output says of it, beside the settings."""
        return {"source": self.source, "left_out": self.not_in(settings)}
