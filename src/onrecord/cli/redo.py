"""`onrecord redo`: bring back what was taken back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import ledger_argument
from onrecord.cli.following import say_what_follows
from onrecord.cli.running import say


@click.command()
@ledger_argument
@coder_option
def redo(ledger: Path, coder: str) -> None:
    """Bring back what your latest undo in LEDGER took back."""
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    with Ledger.open(ledger) as opened:
        made = opened.redo(person(coder), now=datetime.now(UTC))
        click.echo(made.id)
        say(f"the undo {made.subject} is taken back: its decision holds again")
        say_what_follows(opened, ledger, made)
