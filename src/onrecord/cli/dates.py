"""`onrecord dates`: the words of articles that say when, how long or how often, and what they mean."""

import sys
from collections.abc import Iterable

import click

from onrecord.cli.reading_options import articles_at, hint_options, hints
from onrecord.cli.running import refuse_nothing, say, say_skipped
from onrecord.cli.status import DONE, NOT_DONE, PARTLY
from onrecord.cli.terminal import plain
from onrecord.cli.writing import to_standard_output
from onrecord.model import Article, DateExpression, Skipped


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "table"]),
    help="How to print (default: table on a terminal, else jsonl).",
)  # fmt: skip
@hint_options
def dates(
    paths: tuple[str, ...], form: str | None, published: str | None, outlet: str | None, force: bool
) -> None:
    """Print the date expressions of articles, and what they mean.

    PATH is a file, a folder (its files in sorted order), or - for standard input.  Monday, last year or two days later
    are counted from the day of publication: the one that the article shows, or --published.  Where neither is there,
    they stay open (XXXX-WXX-1).  Values are those of TIMEX3; with --format jsonl they are given in EDTF too, where it
    has them.

    \b
      onrecord dates article.txt --published 2023-06-07
      onrecord dates clippings/ --format jsonl > dates.jsonl

    Exit status: 0 done; 1 done, with some sources refused or no dates found; 2 nothing could be read.
    """
    refuse_nothing(paths)
    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    articles = found = refused = 0
    for one in articles_at(paths, hints(published, outlet, force)):
        if isinstance(one, Skipped):
            refused += 1
            say_skipped(one)
        else:
            articles += 1
            found += _show(one, form)
    if articles and not found:
        say("no dates found")
    sys.exit(NOT_DONE if not articles else PARTLY if refused or not found else DONE)


def _show(one: Article, form: str) -> int:
    """Print the dates of an article; how many there are."""
    from onrecord.resolution.dates import find_dates  # noqa: PLC0415 - as above

    found = find_dates(one.text, one.published, one.blocks)
    if form == "jsonl":
        _write_jsonl(one, found)
    else:
        _print_table(one, found)
    return len(found)


def _write_jsonl(one: Article, found: Iterable[DateExpression]) -> None:
    from onrecord.publishing.jsonl import date_row, line  # noqa: PLC0415 - as above

    to_standard_output(line(date_row(one, each)) for each in found)


def _print_table(one: Article, found: Iterable[DateExpression]) -> None:
    from rich.console import Console  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("words", "type", "value"):
        table.add_column(name)
    for each in found:
        words = " ".join(plain(each.span.of(one.text)).split())
        table.add_row(Text(words), Text(each.type, style="dim"), Text(each.value, style="bold"))
    console = Console()
    console.print(Text(plain(f"{one.doc}: published {one.published or 'on an unknown day'}"), style="dim"))
    console.print(table)
    console.print()
