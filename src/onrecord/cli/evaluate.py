"""`onrecord evaluate`: how good the machine is on these articles, from what people decided of random samples."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.filters import ledger_argument
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import plain
from onrecord.cli.writing import to_standard_output
from onrecord.ledger import Ledger
from onrecord.review import SEED, Estimate, Evaluation
from onrecord.review import evaluate as evaluated

if TYPE_CHECKING:
    from rich.table import Table

_NAMED = 3  # articles in a message: enough to go on with
_OUTLETS = 10  # of a measure in a table: the others have few cases, and are in the rows of jsonl


@click.command()
@ledger_argument
@click.option(
    "--sample",
    type=click.IntRange(1),
    default=100,
    metavar="N",
    help="Statements that are drawn for precision (100).",
)
@click.option(
    "--articles",
    type=click.IntRange(0),
    default=20,
    metavar="N",
    help="Articles that are drawn for recall (20).",
)
@click.option("--seed", type=click.IntRange(0), default=SEED, metavar="N", help=f"Another draw ({SEED}).")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    help="Without it: a table on a terminal, else jsonl.",
)
def evaluate(ledger: Path, sample: int, articles: int, seed: int, form: str | None) -> None:
    """Say how good the machine is on the articles of LEDGER, by what people decided of random samples of it.

    Precision: of the statements drawn and reviewed, how many are right, that is accepted, and corrected in neither
    content nor source.  Recall: of all the statements in the articles drawn and reviewed to the end, how many the
    machine got right; it needs what people added (`m` in `onrecord review`).  With 95% intervals.  Decisions on other
    statements do not count: those that somebody looked up are not like the rest.

    Exit status: 0 done; 1 nothing that was drawn is reviewed yet; 2 nothing could be done.
    """
    with Ledger.open(ledger) as opened:
        found = evaluated(opened, sample=sample, articles=articles, seed=seed)
    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    if form == "jsonl":
        to_standard_output(_lines(found.estimates))
    elif form == "csv":
        from onrecord.publishing.csv_table import of_rows  # noqa: PLC0415 - keeps `--help` quick

        to_standard_output(of_rows(map(asdict, found.estimates)))
    elif found.estimates:
        from rich.console import Console  # noqa: PLC0415 - only here, where a person looks

        Console(highlight=False).print(_table(found.estimates))
    for line in _left(found, ledger):
        say(line)
    sys.exit(DONE if found.estimates else PARTLY)


def _lines(estimates: tuple[Estimate, ...]) -> Iterator[str]:
    from onrecord.publishing.jsonl import line  # noqa: PLC0415 - keeps `--help` quick

    for each in estimates:
        yield line(asdict(each))


def _table(estimates: tuple[Estimate, ...]) -> "Table":
    from rich.table import Table  # noqa: PLC0415 - as above

    table = Table(box=None, pad_edge=False)
    for name in ("", "", "share", "95% interval", "right", "of"):
        table.add_column(name, justify="right" if name in ("share", "right", "of") else "left")
    for each in _shown(estimates):
        table.add_row(
            each.measure if each.group == "all" else "",
            _name(each),
            f"{each.value:.2f}",
            f"{each.low:.2f} to {each.high:.2f}",
            str(each.right),
            str(each.of),
        )
    return table


def _shown(estimates: tuple[Estimate, ...]) -> Iterator[Estimate]:
    outlets = Counter[str]()
    for each in estimates:
        outlets[each.measure] += each.group == "outlet"
        if each.group != "outlet" or outlets[each.measure] <= _OUTLETS:
            yield each


def _name(estimate: Estimate) -> str:
    if estimate.group == "all":
        return "all"
    return plain(estimate.name) if estimate.name else "(no outlet)"


def _left(found: Evaluation, ledger: Path) -> Iterator[str]:
    """What is still to be reviewed, and how."""
    draw = "" if found.seed == SEED else f" --seed {found.seed}"
    if not found.statements:
        yield f"{ledger} holds no statement"
        return
    if found.unjudged:
        how = f"onrecord review {ledger} --queue sample{draw} --limit {len(found.unjudged)}"
        yield f"{len(found.unjudged)} of the {counted(found.statements, 'statement')} drawn are unreviewed: `{how}`"
    if found.unread:
        how = f"onrecord review {ledger} --queue all --review unreviewed --article {found.unread[0]}"
        yield (
            f"{len(found.unread)} of the {counted(found.articles, 'article')} drawn are not reviewed to the end "
            f"({_few(found.unread)}): `{how}`, and add what was missed with `m`"
        )
    if found.empty:
        yield (
            f"nothing was found in {len(found.empty)} of the {counted(found.articles, 'article')} drawn "
            f"({_few(found.empty)}): read them with `onrecord show {ledger} {found.empty[0]}`, add what was missed, or "
            f"say that it is nothing: `onrecord decide {ledger} {found.empty[0]} read`"
        )


def _few(articles: tuple[str, ...]) -> str:
    return ", ".join(articles[:_NAMED]) + (" ..." if len(articles) > _NAMED else "")
