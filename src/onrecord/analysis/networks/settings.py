"""What a network is made by, and which of it goes together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from onrecord.errors import UsageError
from onrecord.model.network import (
    AGGREGATIONS,
    DAYS,
    DUPLICATES,
    KERNELS,
    MODES,
    NORMALISATIONS,
    RULES,
    WINDOWS,
    Aggregation,
    Day,
    Duplicates,
    Kernel,
    Mode,
    Normalisation,
    Rules,
    Window,
)

_GO_TOGETHER: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "one": (("ignore", "congruence", "conflict", "subtract"), ("no", "average", "jaccard", "cosine")),
    "two": (("ignore", "subtract", "combine"), ("no", "activity", "prominence")),
    "events": (AGGREGATIONS, NORMALISATIONS),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a network is made by.

    `rows` and `columns` name variables: with mode one the ties are among rows, through the columns that they share.
    `exclude` and `include` hold pairs of a variable and a value: a statement goes if a value of it is excluded, or if
    its variable has values to include and its own is none of them.  `start` and `stop` are both in the range.
    `day` says whether range, windows and units of duplicates go by when an article was published, or by when something
    was said: the table must be the one `by_day` of it.  `rules`: dna gives what DNA 3.1 gives, its known slips too;
    onrecord is without them.  `seed` draws among statements that tie at the rim of a window of events.
    """

    mode: Mode
    rows: str
    columns: str
    qualifier: str | None = None
    aggregation: Aggregation = "ignore"
    normalisation: Normalisation = "no"
    duplicates: Duplicates = "include"
    rules: Rules = "onrecord"
    isolates: bool = False
    exclude: tuple[tuple[str, str], ...] = ()
    include: tuple[tuple[str, str], ...] = ()
    start: datetime | None = None
    stop: datetime | None = None
    day: Day = "published"
    window: Window | None = None
    size: int | None = None
    kernel: Kernel | None = None
    seed: int = 1

    def __post_init__(self) -> None:
        """Refuse, by UsageError, what does not go together."""
        self._refuse_unknown()
        self._refuse_variables()
        self._refuse_weights()
        self._refuse_time()

    def _refuse_unknown(self) -> None:
        """From Python anything can be given; the command's options refuse it by themselves."""
        for option, value, possible in (
            ("mode", self.mode, MODES),
            ("duplicates", self.duplicates, DUPLICATES),
            ("rules", self.rules, RULES),
            ("day", self.day, DAYS),
            ("window", self.window or WINDOWS[0], WINDOWS),
            ("kernel", self.kernel or KERNELS[0], KERNELS),
        ):
            if value not in possible:
                raise _usage(f"there is no {option} {value!r}: take {', '.join(possible)}")
        for name, pairs in (("exclude", self.exclude), ("include", self.include)):
            _refuse_no_pairs(name, pairs)
        for name, moment in (("start", self.start), ("stop", self.stop)):
            if moment is not None and (not isinstance(moment, datetime) or moment.tzinfo is not None):
                raise _usage(f"{name} is a datetime without a time zone, and {moment!r} is none")
        for name, whole in (("size", self.size), ("seed", self.seed)):
            if whole is not None and (isinstance(whole, bool) or not isinstance(whole, int) or whole < 0):
                raise _usage(f"{name} is a whole number from 0 on, and {whole!r} is none")

    def _refuse_variables(self) -> None:
        if self.rows == self.columns:
            raise _usage(f"rows and columns are both {self.rows}: name two variables")
        if self.qualifier in (self.rows, self.columns):
            raise _usage(
                f"the qualifier {self.qualifier} is the rows or columns already: name a third variable"
            )
        if self.qualifier is None and self.aggregation != "ignore":
            raise _usage(
                f"--aggregation {self.aggregation} asks how statements compare: name the --qualifier"
            )

    def _refuse_weights(self) -> None:
        aggregations, normalisations = _GO_TOGETHER[self.mode]
        for option, value, possible in (
            ("aggregation", self.aggregation, aggregations),
            ("normalisation", self.normalisation, normalisations),
        ):
            if value not in possible:
                raise _usage(f"--mode {self.mode} has no --{option} {value}: take {', '.join(possible)}")
        if self.aggregation == "combine" and self.normalisation != "no":
            raise _usage("--aggregation combine gives kinds of ties, not amounts: take --normalisation no")

    def _refuse_time(self) -> None:
        if self.start is not None and self.stop is not None and self.start > self.stop:
            raise _usage(f"--from {self.start.date()} is after --to {self.stop.date()}")
        if (self.window is None) != (self.size is None):
            raise _usage(
                "--window and --size go together: --window days --size 30; in Python window='days', size=30"
            )
        if self.size is not None and self.size < (2 if self.window == "events" or self.kernel else 1):
            raise _usage(f"--size {self.size} is too small: take 2 or more")
        if self.window is not None and self.mode == "events":
            raise _usage("an event list has no windows: leave --window away, or take --mode one or two")
        if self.kernel is not None:
            self._refuse_kernel()

    def _refuse_kernel(self) -> None:
        if self.window is None or self.window == "events":
            raise _usage("--kernel needs a width in time: --window days --size 30, say")
        if self.normalisation not in ("no", "average"):
            raise _usage(
                f"--kernel has no --normalisation {self.normalisation}: take no, or average (mode one)"
            )
        if self.aggregation == "combine":
            raise _usage(
                "--aggregation combine gives kinds of ties, which a --kernel cannot weigh: take subtract, or leave "
                "--kernel away"
            )

    def written(self) -> dict[str, object]:
        """All of it for an output: plain JSON values, each by the name of its option."""
        return {
            "rules": self.rules,
            "mode": self.mode,
            "rows": self.rows,
            "columns": self.columns,
            "qualifier": self.qualifier,
            "aggregation": self.aggregation,
            "normalisation": self.normalisation,
            "duplicates": self.duplicates,
            "isolates": self.isolates,
            "exclude": [list(pair) for pair in self.exclude],
            "include": [list(pair) for pair in self.include],
            "from": None if self.start is None else self.start.isoformat(),
            "to": None if self.stop is None else self.stop.isoformat(),
            "day": self.day,
            "window": self.window,
            "size": self.size,
            "kernel": self.kernel,
            "seed": self.seed if self.window == "events" else None,
        }


def _refuse_no_pairs(name: str, pairs: object) -> None:
    """Raise UsageError for what is no collection of pairs of texts: a pair alone, say."""
    if isinstance(pairs, tuple | list) and all(map(_is_pair, pairs)):
        return
    raise _usage(
        f"{name} holds pairs of a variable and a value, {name}=[('concept', 'dam')], say, and {pairs!r} is none such"
    )


def _is_pair(pair: object) -> bool:
    return isinstance(pair, tuple | list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)


def _usage(message: str) -> UsageError:
    return UsageError(message, code="network-settings")
