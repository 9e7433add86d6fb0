"""`onrecord undo`: take a decision back."""

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
@click.argument("decision", metavar="[ID]", required=False)
@whole_option
@coder_option
@model_options
def undo(
    ledger: Path, decision: str | None, whole: bool, coder: str, model: Path | None, workers: int | None
) -> None:
    """Take back the decision with that id (d-...), or your latest in LEDGER.

    What held before holds again.  The decision stays in the log, with its undo after it; `onrecord redo` brings it
    back.  An article that was read again with a fact which is taken back (`onrecord correct`) is read again without it.

    A command may decide many things: `actors split` one of each statement, `import` one of each code.  With --command
    all go back together, or none where one of them cannot.
    """
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    with Ledger.open(ledger) as opened:
        who, now = person(coder), datetime.now(UTC)
        made = opened.undo_command(who, decision, now=now) if whole else [opened.undo(who, decision, now=now)]
        for each in made:
            click.echo(each.id)
        what = made[0].subject if len(made) == 1 else counted(len(made), "decision")
        again = f"`onrecord redo {ledger}{' --command' if len(made) > 1 else ''}`"
        say(
            f"{what} is taken back; {again} brings it back"
            if len(made) == 1
            else f"{what} of one command are taken back; {again} brings them back"
        )
        sys.exit(follow_undos(opened, ledger, made, model, workers))
