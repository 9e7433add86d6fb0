"""`onrecord read`: the statements of articles, printed and not stored."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.reading_options import hint_options, model_options, stages
from onrecord.cli.running import Tally, counted, outcomes, refuse_nothing, say
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
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), metavar="X", help="At least that sure, 0 to 1."
)
@click.option("--speech-only", is_flag=True, help="Somebody's words alone: no mere thoughts or attitudes.")
@hint_options
@model_options
def read(
    paths: tuple[str, ...],
    form: str | None,
    min_confidence: float | None,
    speech_only: bool,
    published: str | None,
    outlet: str | None,
    force: bool,
    model: Path | None,
    workers: int | None,
) -> None:
    """Print the statements of articles, and store nothing.

    PATH is a file, a folder (its files in sorted order), or - for standard input.  With --format jsonl every statement
    is one line: its kind and act, the places of its content, cue and source in the text, and its words.

    A confidence of 0.8 means that about eight in ten have content and source right.  The act says whether words are
    reported (speech, writing) or a thought ("fears that") or an attitude ("backs"); a statement inside another names
    that one as its parent.

    \b
      onrecord read article.txt
      onrecord read clippings/ --format jsonl > statements.jsonl
      onrecord read clippings/ --speech-only --min-confidence 0.8
      curl -s https://example.org/story | onrecord read - --format markdown

    Exit status: 0 done; 1 done, with some sources refused or no statements found; 2 nothing could be read.
    """
    from onrecord.pipeline import Batch  # noqa: PLC0415 - keeps `--help` quick

    refuse_nothing(paths)
    batch = Batch(stages=stages(model, published, outlet, force), workers=workers)
    write, tally = _writer(form), Tally()
    wanted = _chosen(min_confidence or 0.0, speech_only)
    for outcome in outcomes(batch, paths, tally):
        write([wanted(reading) for reading in outcome.readings])
    if tally.articles and not tally.statements:
        say("no statements found")
    sys.exit(tally.status)


def _chosen(least: float, speech_only: bool) -> "Callable[[Reading], Reading]":
    """What leaves out of a reading the statements that are not wanted, by their confidence as it is printed."""
    from onrecord.model import WORDED  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.publishing.values import rounded  # noqa: PLC0415

    def chosen(reading: "Reading") -> "Reading":
        kept = [
            one
            for one in reading.statements
            if rounded(one.confidence) >= least and (one.act in WORDED or not speech_only)
        ]
        return replace(reading, statements=tuple(kept))

    return chosen


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
        console.print(
            Text(one_line(f"{article.doc}: {counted(len(reading.statements), 'statement')}"), style="dim")
        )
        print_table(console, reading.records())
        console.print()


def _write_markdown(readings: "Iterable[Reading]") -> None:
    from onrecord.publishing.markdown import lines  # noqa: PLC0415 - as above

    to_standard_output(f"{plain(line)}\n" for reading in readings for line in lines(reading))
