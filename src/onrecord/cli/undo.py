"""`onrecord undo`: take a decision back."""

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
@click.argument("decision", metavar="[ID]", required=False)
@coder_option
@model_options
def undo(ledger: Path, decision: str | None, coder: str, model: Path | None, workers: int | None) -> None:
    """Take back the decision with that id (d-...), or your latest in LEDGER.

    What held before holds again.  The decision stays in the log, with its undo after it; `onrecord redo` brings it
    back.  An article that was read again with a fact which is taken back (`onrecord correct`) is read again without it.
    """
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    with Ledger.open(ledger) as opened:
        made = opened.undo(person(coder), decision, now=datetime.now(UTC))
        click.echo(made.id)
        say(f"{made.subject} is taken back; `onrecord redo {ledger}` brings it back")
        sys.exit(follow_undo(opened, ledger, made, model, workers))
