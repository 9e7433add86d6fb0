"""`onrecord export`: statements with their articles, for other programs."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Unpack

import click

from onrecord.cli.filters import Conditions, Counted, filter_options, ledger_argument, selection
from onrecord.cli.running import say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.writing import to_file, to_standard_output
from onrecord.errors import UsageError
from onrecord.ledger import Ledger, is_ledger
from onrecord.model import Record
from onrecord.publishing import csv_table, jsonl


@click.command()
@ledger_argument
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), required=True, help="What to write.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write there, not to standard output.",
)
@click.option("--overwrite", is_flag=True, help="Replace FILE if it is there.")
@filter_options
def export(
    ledger: Path, form: str, out: Path | None, overwrite: bool, **conditions: Unpack[Conditions]
) -> None:
    """Write the statements of LEDGER that fulfil all the conditions as CSV or JSON Lines.

    jsonl has the rows of `onrecord read`, each with its article.  csv has one row a statement; a text that a
    spreadsheet would take for a formula gets an apostrophe in front.
    """
    if out is not None and is_ledger(out):
        raise UsageError(f"{out} is a ledger, which no export replaces: name another file")
    with Ledger.open(ledger) as opened:
        found = Counted(opened.records(selection(conditions)))
        lines = _lines(found, form)
        if out is None:
            to_standard_output(lines)
        else:
            to_file(out, lines, overwrite=overwrite)
            say(f"{found.count} statements written to {out}")
    if not found.count:
        say("no statement fulfils these conditions")
    sys.exit(DONE if found.count else PARTLY)


def _lines(records: Iterable[Record], form: str) -> Iterator[str]:
    return csv_table.lines(records) if form == "csv" else jsonl.lines(records, full=True)
