"""`onrecord export`: statements with their articles, for other programs."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Unpack

import click

from onrecord.cli.counting import Counted
from onrecord.cli.filters import Conditions, filter_options, ledger_argument, selection
from onrecord.cli.nothing_found import say_nothing_fulfils
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.errors import UsageError
from onrecord.ledger import Filter

FORMATS = ("csv", "jsonl", "parquet", "w3c", "schema", "brat", "dna")


@click.command()
@ledger_argument
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="What to write.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write there, not to standard output; parquet and dna need it, and brat, for which it is a folder.",
)
@click.option("--overwrite", is_flag=True, help="Replace what is at PATH.")
@click.option(
    "--password",
    metavar="WORD",
    default="onrecord",
    help="dna: what coders log in with who are new there (onrecord); it hides nothing.",
)
@click.option(
    "--texts", is_flag=True, help="jsonl: with the articles, so that an empty ledger can import it."
)
@click.option(
    "--as-of", metavar="TIME", help="As the ledger was then: 2024-03-01 (all of it), 2024-03-01T09:30 (UTC)."
)
@filter_options
def export(
    ledger: Path,
    form: str,
    out: Path | None,
    overwrite: bool,
    password: str,
    texts: bool,
    as_of: str | None,
    **conditions: Unpack[Conditions],
) -> None:
    """Write the statements of LEDGER that fulfil all the conditions in a format that others read.

    \b
      csv      one row a statement, for spreadsheets; a text that would be taken for a formula gets an apostrophe
      jsonl    the rows of `onrecord read` with article and decisions: what `onrecord import` takes in again
      parquet  typed columns, for data frames (needs the extra: pip install 'onrecord[parquet]')
      w3c      Web Annotations, JSON-LD: one annotation a line
      schema   schema.org's Quotation and Claim, JSON-LD: one a line
      brat     a folder of texts with their annotations, to open in brat
      dna      a study that the Discourse Network Analyzer 3.0 and 3.1 open: articles, codes, variables, coders

    What is not rejected is written; --review all writes everything.
    """
    from onrecord.cli.exporting import Target, write  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.ledger import Ledger  # noqa: PLC0415

    if texts and form != "jsonl":
        raise UsageError("--texts belongs to --format jsonl", code="usage")
    chosen = selection(conditions)
    target = Target(
        form=form,
        out=out,
        overwrite=overwrite,
        texts=texts,
        password=password,
        everything=chosen == Filter(),
    )
    target.refuse_impossible()
    with Ledger.open(ledger) as current, current.as_of(as_of) if as_of else nullcontext(current) as opened:
        found = Counted(opened.records(chosen))
        written = write(opened, found, target)
        if out is not None:
            say(f"{written or counted(found.count, 'statement')} written to {out}")
        if not found.count:
            say_nothing_fulfils(opened, chosen)
    sys.exit(DONE if found.count else PARTLY)
