"""`onrecord network`: who is tied to whom by what they say."""

import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import click

from onrecord.cli.networking.measure_options import MeasureOptions, measure_options
from onrecord.cli.networking.options import Options, settings, settings_options
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.errors import UsageError

_FORMATS = ("json", "csv", "edges", "graphml", "visone", "gexf", "dl", "net", "svg", "png")
_PICTURES = ("ties", "heatmap")


@click.command()
@click.argument("source", metavar="SOURCE", type=click.Path(path_type=Path))
@settings_options
@measure_options
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="What to write (what the ending of --out says, else json); visone is GraphML with visone's drawing, svg and "
    "png are pictures.",
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
    form: str | None,
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
      onrecord network debate.db --measure polarization --window months --size 3 --format svg --out camps.svg
      onrecord network debate.db --aggregation subtract --measure coalitions --intervals --format csv

    With --rules dna the figures are those of DNA 3.1; every output says which rules it was made by.

    Exit status: 0 done; 1 no statement fulfils the conditions; 2 the source cannot be used, or a wrong option.
    """
    from onrecord.cli.networking.endings import format_of  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.cli.networking.making import make  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.cli.networking.measuring import Measure, wrong_share  # noqa: PLC0415 - as above
    from onrecord.cli.networking.picturing import Picture  # noqa: PLC0415 - as above
    from onrecord.cli.networking.writing import Target  # noqa: PLC0415 - as above
    from onrecord.tabulating.networks import Making  # noqa: PLC0415 - as above
    from onrecord.tabulating.sources import Chosen, tabulate  # noqa: PLC0415 - as above

    form = format_of(form, out)
    asked = MeasureOptions(**{each.name: given.pop(each.name) for each in fields(MeasureOptions)})
    options = Options(**given)
    pictured = picture is not None or most_ties is not None
    if form not in ("svg", "png") and pictured:
        raise UsageError("--picture and --most-ties are of a picture: add --format svg", code="usage")
    asked.refuse(form=form, mode=options.mode, window=options.window, pictured=pictured)
    drawn = Picture(kind=picture or "ties", most_ties=most_ties, seed=options.seed)
    target = Target(form=form, out=out, overwrite=overwrite, picture=drawn)
    if asked.measure is None:
        target.refuse(options.mode, in_series=options.window is not None, intervals=asked.intervals)
    chosen = Chosen(**{each.name: given[each.name] for each in fields(Chosen)})
    tabulated = tabulate(source, chosen, doubt=asked.intervals)
    made_by = settings(options, tabulated, chosen)
    tabulated = tabulated.by_day(made_by.day)
    for unheard in tabulated.unheard_of(made_by):
        say(unheard)
    if asked.measure is None:
        wrong = wrong_share(asked) if asked.intervals else None
        found = make(Making(tabulated=tabulated, settings=made_by, wrong=wrong), target)
    else:
        found = Measure(asked=asked).write(tabulated, made_by, target)
    for why, count in tabulated.not_in(made_by).items():
        say(f"left out: {counted(count, 'code')} ({why})")
    if not found:
        say(tabulated.why_nothing(made_by))
    sys.exit(DONE if found else PARTLY)
