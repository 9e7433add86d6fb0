"""`onrecord read`: the statements of articles, printed and not stored."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.reading_options import hint_options, model_options, stages
from onrecord.cli.running import Tally, outcomes, say
from onrecord.cli.terminal import plain
from onrecord.cli.writing import to_standard_output

if TYPE_CHECKING:
    from onrecord.model import Reading


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "table", "markdown"]),
    help="How to print (default: table on a terminal, else jsonl).",
)  # fmt: skip
@hint_options
@model_options
def read(
    paths: tuple[str, ...],
    form: str | None,
    published: str | None,
    outlet: str | None,
    force: bool,
    model: Path | None,
    workers: int | None,
) -> None:
    """Print the statements of articles, and store nothing.

    PATH is a file, a folder (its files in sorted order), or - for standard input.  With --format jsonl every statement
    is one line: its kind, the places of its content, cue and source in the text, and its words.

    \b
      onrecord read article.txt
      onrecord read clippings/ --format jsonl > statements.jsonl
      curl -s https://example.org/story | onrecord read - --format markdown

    Exit status: 0 done; 1 done, with some sources refused or no statements found; 2 nothing could be read.
    """
    from onrecord.pipeline import Batch  # noqa: PLC0415 - keeps `--help` quick

    batch = Batch(stages=stages(model, published, outlet, force), workers=workers)
    write, tally = _writer(form), Tally()
    for outcome in outcomes(batch, paths, tally):
        write(outcome.readings)
    if tally.articles and not tally.statements:
        say("no statements found")
    sys.exit(tally.status)


def _writer(form: str | None) -> "Callable[[Iterable[Reading]], None]":
    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    return {"jsonl": _write_jsonl, "table": _write_table, "markdown": _write_markdown}[form]


def _write_jsonl(readings: "Iterable[Reading]") -> None:
    from onrecord.publishing.jsonl import lines  # noqa: PLC0415 - keeps `--help` quick

    to_standard_output(line for reading in readings for line in lines(reading.records()))


def _write_table(readings: "Iterable[Reading]") -> None:
    from rich.console import Console  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415

    from onrecord.cli.statement_table import one_line, print_table  # noqa: PLC0415

    console = Console()
    for reading in readings:
        article = reading.article
        console.print(Text(one_line(article.title or article.doc), style="bold"))
        console.print(Text(one_line(f"{article.doc}: {len(reading.statements)} statements"), style="dim"))
        print_table(console, reading.records())
        console.print()


def _write_markdown(readings: "Iterable[Reading]") -> None:
    from onrecord.publishing.markdown import lines  # noqa: PLC0415 - as above

    to_standard_output(f"{plain(line)}\n" for reading in readings for line in lines(reading))
