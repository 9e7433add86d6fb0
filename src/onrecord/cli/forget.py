"""`onrecord forget`: take an article or an actor out for good."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import ledger_argument
from onrecord.cli.running import counted, say
from onrecord.cli.status import NOT_DONE


@click.command()
@ledger_argument
@click.argument("subject", metavar="ID")
@click.option("--reason", required=True, metavar="TEXT", help="Why; it stays in the ledger.")
@coder_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(ledger: Path, subject: str, reason: str, coder: str, yes: bool) -> None:
    """Remove an article (a-..., or its file) with all that was found and decided in it, or an actor (p-...), for good.

    For a request to erase, an embargo, a licence that ended.  It goes from every table, every index and the file's
    free pages, and there is no undo; a tombstone keeps its id, when, by whom and why, and the article is not taken in
    again.  Backups made before still hold it.  An actor's name that stands in the text of an article stays there:
    forget the article too where it must not.
    """
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    with Ledger.open(ledger) as opened:
        if not subject.startswith("p-"):
            subject = opened.article(subject).id
        if not yes and not _sure(subject, ledger):
            say(f"{subject} stays")
            sys.exit(NOT_DONE)
        stone = opened.forget(person(coder), subject, reason, now=datetime.now(UTC))
    gone = f"{counted(stone.statements, 'statement')} and {counted(stone.decisions, 'decision')}"
    what = "went with it" if subject.startswith("a-") else "named it"
    say(f"{stone.id} is forgotten; {gone} {what}.  Backups made before still hold it.")


def _sure(subject: str, ledger: Path) -> bool:
    if not sys.stdin.isatty():
        say("there is nobody to ask: give --yes if it shall go")
        return False
    return click.confirm(f"Remove {subject} from {ledger} for good?  There is no undo", err=True)
