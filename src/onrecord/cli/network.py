"""`onrecord network`: who is tied to whom by what they say."""

import sys
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.errors import UsageError
from onrecord.model.network import (
    AGGREGATIONS,
    DUPLICATES,
    KERNELS,
    MODES,
    NORMALISATIONS,
    RULES,
    WINDOWS,
)

if TYPE_CHECKING:
    from onrecord.analysis.networks import Settings
    from onrecord.cli.networking.writing import Target
    from onrecord.tabulating import Tabulated

_FORMATS = ("json", "csv", "edges", "graphml", "visone", "gexf", "dl", "net", "svg", "png")
_PICTURES = ("ties", "heatmap")


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
    window: Any
    size: int | None
    kernel: Any
    isolates: bool
    seed: int
    statement_type: str | None
    coder: str | None
    intervals: bool


@click.command()
@click.argument("source", metavar="SOURCE", type=click.Path(path_type=Path))
@click.option(
    "--mode",
    type=click.Choice(MODES),
    default="one",
    help="Ties among rows (one), between rows and columns (two), or the statements themselves (events).",
)
@click.option(
    "--rows",
    metavar="VARIABLE",
    help="Who is tied: actor, organisation, outlet ...; organization ... in a .dna file.",
)
@click.option("--columns", metavar="VARIABLE", help="What they are tied by or to: concept.")
@click.option(
    "--qualifier", metavar="VARIABLE", help="How: stance, or agreement in a .dna file; none for none."
)
@click.option(
    "--aggregation",
    type=click.Choice(AGGREGATIONS),
    default="ignore",
    help="What the qualifier does to a tie (ignore).",
)
@click.option(
    "--normalisation", type=click.Choice(NORMALISATIONS), default="no", help="What a tie is divided by (no)."
)
@click.option(
    "--duplicates",
    type=click.Choice(DUPLICATES),
    default="include",
    help="Count the same statement once in each document, week ... (include: every time).",
)
@click.option(
    "--rules",
    type=click.Choice(RULES),
    default="onrecord",
    help="dna: as DNA 3.1 reckons, with its known slips, to repeat a study; onrecord: without them.",
)
@click.option(
    "--exclude", multiple=True, metavar="VARIABLE=VALUE", help="Without these statements; may be given again."
)
@click.option(
    "--include",
    multiple=True,
    metavar="VARIABLE=VALUE",
    help="Of this variable only these; may be given again.",
)
@click.option("--from", "start", metavar="DATE", help="Then or later: 2023, 2023-06 or 2023-06-07.")
@click.option("--to", "stop", metavar="DATE", help="Then or earlier, to the last day of it.")
@click.option("--window", type=click.Choice(WINDOWS), help="A network for each window in time, with --size.")
@click.option(
    "--size", type=click.IntRange(1), metavar="N", help="How many days, weeks ... or events a window has."
)
@click.option(
    "--kernel",
    type=click.Choice(KERNELS),
    help="A network for each day, week ...; the nearer a statement, the more it counts; --size is the width.",
)
@click.option(
    "--isolates", is_flag=True, help="All rows and columns of the source, those without a statement here too."
)
@click.option(
    "--intervals",
    is_flag=True,
    help="Say how sure each tie is: its 95% interval over articles, and how likely it survives if 5% of codes are "
    "wrong; for json and edges.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=1,
    metavar="N",
    help="What is drawn at random: statements at the rim of a window of events, samples for --intervals, the "
    "layout of a picture (1).",
)
@click.option(
    "--statement-type",
    metavar="NAME",
    help="The type of statements of a .dna file (if not given, the first that has the variables), or of a ledger that "
    "one was taken into.",
)
@click.option("--coder", metavar="NAME", help="What this one coded, and nobody else.")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="json",
    help="What to write; visone is GraphML with visone's drawing, svg and png are pictures.",
)
@click.option(
    "--picture",
    type=click.Choice(_PICTURES),
    help="Of a picture: nodes and ties (with --mode two in two columns), or the matrix as a heatmap (ties).",
)
@click.option(
    "--most-ties",
    type=click.IntRange(0),
    metavar="N",
    help="Of a picture: draw the N strongest ties (three for each node); the picture says how many are left out.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write there, not to standard output; a series of networks needs it, but as json or edges.",
)
@click.option("--overwrite", is_flag=True, help="Replace the file that is there.")
def network(
    source: Path,
    form: str,
    picture: Any,
    most_ties: int | None,
    out: Path | None,
    overwrite: bool,
    **given: Any,
) -> None:
    """Make a network of what is coded in SOURCE, a ledger or a .dna file (Discourse Network Analyzer 3).

    \b
      onrecord network debate.db --aggregation congruence --normalisation average --format gexf --out debate.gexf
      onrecord network study.dna --mode two --rows organization --columns concept --aggregation subtract --format csv
      onrecord network study.dna --aggregation subtract --window days --size 30 --format edges
      onrecord network debate.db --aggregation subtract --format svg --out debate.svg

    With --rules dna the figures are those of DNA 3.1; every output says which rules it was made by.

    Exit status: 0 done; 1 no statement fulfils the conditions; 2 the source cannot be used, or a wrong option.
    """
    from onrecord.cli.networking.picturing import Picture  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.cli.networking.sources import Chosen, tabulate  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.cli.networking.writing import Target  # noqa: PLC0415 - as above

    options = Options(**given)
    if form not in ("svg", "png") and (picture or most_ties is not None):
        raise UsageError("--picture and --most-ties are of a picture: add --format svg", code="usage")
    drawn = Picture(kind=picture or "ties", most_ties=most_ties, seed=options.seed)
    target = Target(form=form, out=out, overwrite=overwrite, picture=drawn)
    target.refuse(options.mode, in_series=options.window is not None, intervals=options.intervals)
    chosen = Chosen(**{each.name: given[each.name] for each in fields(Chosen)})
    tabulated = tabulate(source, chosen)
    found = _write(tabulated, _settings(options, tabulated, chosen), target, intervals=options.intervals)
    for why, count in tabulated.left_out.items():
        say(f"left out: {counted(count, 'code')} ({why})")
    if not found:
        say("no statement fulfils these conditions")
    sys.exit(DONE if found else PARTLY)


def _settings(options: Options, tabulated: "Tabulated", chosen: Any) -> "Settings":
    from onrecord.analysis.networks import Settings  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.cli.networking.dates import first_moment, last_moment  # noqa: PLC0415 - as above
    from onrecord.cli.networking.sources import names  # noqa: PLC0415 - as above

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


def _write(tabulated: "Tabulated", settings: "Settings", target: "Target", *, intervals: bool) -> int:
    """Write what was asked for; how many statements or networks it was made of."""
    from dataclasses import replace  # noqa: PLC0415 - as above

    from onrecord.analysis.networks import events, series  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.analysis.networks import network as make  # noqa: PLC0415 - as above

    table, known = tabulated.table, tabulated.known
    written = settings.written() | {"source": tabulated.source, "left_out": tabulated.left_out}
    if settings.mode == "events":
        found = list(events(table, settings, tabulated.said))
        target.events(found, written)
        return len(found)
    if settings.window is not None:
        made = (replace(each, settings=written) for each in series(table, settings, known))
        return target.series(made, written)
    one = replace(make(table, settings, known), settings=written)
    if intervals:
        from onrecord.analysis.networks.measures import DRAWS, LEVEL, WRONG, sureness  # noqa: PLC0415 - as above

        written |= {"intervals": {"draws": DRAWS, "level": LEVEL, "wrong": WRONG, "seed": settings.seed}}
        one = replace(one, settings=written, sureness=sureness(table, settings, seed=settings.seed))
    target.network(one)
    if one.statements and len(one.rows) == 1:
        say(f"there is one row only, {one.rows[0].name}: nobody to tie it to")
    return one.statements
