"""What a network is made by, as `onrecord network` takes it: its options, and from them its settings."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

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
)

if TYPE_CHECKING:
    from onrecord.analysis.networks import Settings
    from onrecord.tabulating import Tabulated
    from onrecord.tabulating.sources import Chosen

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command was told, by the names of its options."""

    mode: Any
    rows: str | None
    columns: str | None
    qualifier: str | None
    aggregation: Any
    normalisation: Any
    duplicates: Any
    rules: Any
    exclude: tuple[str, ...]
    include: tuple[str, ...]
    start: str | None
    stop: str | None
    day: Any
    window: Any
    size: int | None
    kernel: Any
    isolates: bool
    seed: int
    statement_type: str | None
    coder: str | None


_OPTIONS = (
    click.option(
        "--mode",
        type=click.Choice(MODES),
        default="one",
        help="Ties among rows (one), between rows and columns (two), or the statements themselves (events).",
    ),
    click.option(
        "--rows",
        metavar="VARIABLE",
        help="Who is tied: actor, organisation, outlet ...; organization ... in a .dna file.",
    ),
    click.option("--columns", metavar="VARIABLE", help="What they are tied by or to: concept."),
    click.option(
        "--qualifier", metavar="VARIABLE", help="How: stance, or agreement in a .dna file; none for none."
    ),
    click.option(
        "--aggregation",
        type=click.Choice(AGGREGATIONS),
        default="ignore",
        help="What the qualifier does to a tie (ignore).",
    ),
    click.option(
        "--normalisation",
        type=click.Choice(NORMALISATIONS),
        default="no",
        help="What a tie is divided by (no).",
    ),
    click.option(
        "--duplicates",
        type=click.Choice(DUPLICATES),
        default="include",
        help="Count the same statement once in each document, week ... (include: every time).",
    ),
    click.option(
        "--rules",
        type=click.Choice(RULES),
        default="onrecord",
        help="dna: as DNA 3.1 reckons, with its known slips, to repeat a study; onrecord: without them.",
    ),
    click.option(
        "--exclude",
        multiple=True,
        metavar="VARIABLE=VALUE",
        help="Without these statements; may be given again.",
    ),
    click.option(
        "--include",
        multiple=True,
        metavar="VARIABLE=VALUE",
        help="Of this variable only these; may be given again.",
    ),
    click.option(
        "--from", "start", metavar="DATE", help="By the --day, then or later: 2023, 2023-06 or 2023-06-07."
    ),
    click.option(
        "--to", "stop", metavar="DATE", help="By the --day, then or earlier, to the last day of it."
    ),
    click.option(
        "--day",
        type=click.Choice(DAYS),
        default="published",
        help="What --from, --to and --window go by: the day of publication (published), or the day on which "
        "something was said.",
    ),
    click.option(
        "--window", type=click.Choice(WINDOWS), help="A network for each window in time, with --size."
    ),
    click.option(
        "--size", type=click.IntRange(1), metavar="N", help="How many days, weeks ... or events a window has."
    ),
    click.option(
        "--kernel",
        type=click.Choice(KERNELS),
        help="A network for each day, week ...; the nearer a statement, the more it counts; --size is the width.",
    ),
    click.option(
        "--isolates",
        is_flag=True,
        help="All rows and columns of the source, those without a statement here too.",
    ),
    click.option(
        "--seed",
        type=click.IntRange(0),
        default=1,
        metavar="N",
        help="What is drawn at random: statements at the rim of a window of events, samples for --intervals, the "
        "layout of a picture (1).",
    ),
    click.option(
        "--statement-type",
        metavar="NAME",
        help="The type of statements of a .dna file (if not given, the first that has the variables), or of a ledger "
        "that one was taken into.",
    ),
    click.option("--coder", metavar="NAME", help="What this one coded, and nobody else."),
)


def settings_options(command: Command) -> Command:
    """The options that say what a network is made by, in their order on the help page."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def settings(options: Options, tabulated: "Tabulated", chosen: "Chosen") -> "Settings":
    """What the network is made by; raises UsageError where the options do not go together."""
    from onrecord.analysis.networks import Settings  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.cli.networking.dates import first_moment, last_moment  # noqa: PLC0415 - as above
    from onrecord.tabulating.sources import names  # noqa: PLC0415 - as above

    rows, columns, qualifier = names(tabulated, chosen)
    return Settings(
        mode=options.mode,
        rows=rows,
        columns=columns,
        qualifier=qualifier,
        aggregation=options.aggregation,
        normalisation=options.normalisation,
        duplicates=options.duplicates,
        rules=options.rules,
        isolates=options.isolates,
        exclude=tuple(map(_pair, options.exclude)),
        include=tuple(map(_pair, options.include)),
        start=None if options.start is None else first_moment(options.start),
        stop=None if options.stop is None else last_moment(options.stop),
        day=options.day,
        window=options.window,
        size=options.size,
        kernel=options.kernel,
        seed=options.seed,
    )


def _pair(given: str) -> tuple[str, str]:
    name, sign, value = given.partition("=")
    if not sign:
        raise UsageError(f"{given!r} names no value: write VARIABLE=VALUE", code="usage")
    return name, value
