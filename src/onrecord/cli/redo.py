"""`onrecord redo`: bring back what was taken back."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import ledger_argument
from onrecord.cli.following import follow_undos, whole_option
from onrecord.cli.reading_options import model_options
from onrecord.cli.running import counted, say


@click.command()
@ledger_argument
@whole_option
@coder_option
@model_options
def redo(ledger: Path, whole: bool, coder: str, model: Path | None, workers: int | None) -> None:
    """Bring back what your latest undo in LEDGER took back; with --command, all that it took back.

    An article that was read again without a fact which is brought back is read again with it.
    """
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    with Ledger.open(ledger) as opened:
        who, now = person(coder), datetime.now(UTC)
        made = opened.redo_command(who, now=now) if whole else [opened.redo(who, now=now)]
        for each in made:
            click.echo(each.id)
        say(
            f"the undo {made[0].subject} is taken back: its decision holds again"
            if len(made) == 1
            else f"{counted(len(made), 'undo')} of one command are taken back: their decisions hold again"
        )
        sys.exit(follow_undos(opened, ledger, made, model, workers))
