"""`onrecord redo`: bring back what was taken back."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import ledger_argument
from onrecord.cli.following import follow_undo
from onrecord.cli.reading_options import model_options
from onrecord.cli.running import say


@click.command()
@ledger_argument
@coder_option
@model_options
def redo(ledger: Path, coder: str, model: Path | None, workers: int | None) -> None:
    """Bring back what your latest undo in LEDGER took back.

    An article that was read again without a fact which is brought back is read again with it.
    """
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    with Ledger.open(ledger) as opened:
        made = opened.redo(person(coder), now=datetime.now(UTC))
        click.echo(made.id)
        say(f"the undo {made.subject} is taken back: its decision holds again")
        sys.exit(follow_undo(opened, ledger, made, model, workers))
