"""`onrecord backup`: a copy of a ledger, taken while others use it."""

import sys
from pathlib import Path

import click

from onrecord.cli.filters import ledger_argument
from onrecord.cli.running import counted, say


@click.command()
@ledger_argument
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
def backup(ledger: Path, file: Path) -> None:
    """Write a whole copy of LEDGER to FILE, while others go on working in it.

    FILE appears when it is complete, and no file is ever replaced.  A plain copy of a ledger in use may miss what was
    decided last: this one does not.
    """
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    with Ledger.open(ledger) as opened:
        opened.backup(file, _progress if sys.stderr.isatty() else None)
    with Ledger.open(file) as copy:
        held = copy.counts()
    say(
        f"{file}: {counted(held.articles, 'article')}, {counted(held.statements, 'statement')}, "
        f"{counted(held.decisions, 'decision')}"
    )


def _progress(left: int, total: int) -> None:
    if total:
        click.echo(f"\r{100 * (total - left) // total} % copied", err=True, nl=not left)
