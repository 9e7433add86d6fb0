"""`onrecord check`: prove that a ledger is whole."""

import sys
from pathlib import Path

import click

from onrecord.cli.filters import ledger_argument
from onrecord.cli.running import counted
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import plain
from onrecord.ledger import CHECKS, Ledger


@click.command()
@ledger_argument
def check(ledger: Path) -> None:
    """Prove that LEDGER is whole: its pages, links, texts, spans, ids and search indexes.

    Prints what was checked, then "whole" or each problem.  A problem gives exit status 1.
    """
    with Ledger.open(ledger) as opened:
        problems = opened.check()
        held = opened.counts() if not problems else None
    for name in CHECKS:
        click.echo(f"checked: {name}")
    for problem in problems:
        click.echo(plain(f"{problem.code}: {problem.detail}"))
    if held is None:
        click.echo(f"{ledger} is not whole: keep it as it is, and go on with a backup")
    else:
        click.echo(
            f"{ledger} is whole: {counted(held.articles, 'article')}, {counted(held.statements, 'statement')}"
        )
    sys.exit(PARTLY if problems else DONE)
