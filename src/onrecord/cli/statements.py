"""`onrecord statements`: the statements of a ledger, filtered."""

import sys
from itertools import islice
from pathlib import Path
from typing import Unpack

import click

from onrecord.cli.counting import Counted
from onrecord.cli.filters import Conditions, filter_options, ledger_argument, limit_option, selection
from onrecord.cli.nothing_found import say_nothing_fulfils
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.writing import to_standard_output
from onrecord.ledger import Ledger
from onrecord.model import Record
from onrecord.publishing import csv_table, jsonl


@click.command()
@ledger_argument
@filter_options
@limit_option(None)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    help="Without it: a table on a terminal, else jsonl.",
)
def statements(ledger: Path, limit: int | None, form: str | None, **conditions: Unpack[Conditions]) -> None:
    """List the statements of LEDGER that fulfil all the conditions, by date of publication, undated last.

    The rows of jsonl are those of `onrecord read`; `onrecord export` adds what is known of the article.
    """
    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    chosen = selection(conditions)
    with Ledger.open(ledger) as opened:
        found = Counted(islice(opened.records(chosen), limit))
        _print(found, form)
        if not found.count:
            say_nothing_fulfils(opened, chosen)
    sys.exit(DONE if found.count else PARTLY)


def _print(records: Counted[Record], form: str) -> None:
    if form == "jsonl":
        to_standard_output(jsonl.lines(records))
    elif form == "csv":
        to_standard_output(csv_table.lines(records))
    else:
        from rich.console import Console  # noqa: PLC0415 - only here, where a person looks

        from onrecord.cli.statement_table import print_table  # noqa: PLC0415 - as above

        print_table(Console(highlight=False), records)
