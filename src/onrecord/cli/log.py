"""`onrecord log`: who decided what when."""

import json
import sys
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.counting import Counted
from onrecord.cli.filters import ledger_argument, limit_option
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import unbroken
from onrecord.cli.writing import to_file, to_standard_output
from onrecord.model import ACTIONS

if TYPE_CHECKING:
    from onrecord.ledger import Ledger, Logged


@click.command()
@ledger_argument
@click.argument("subject", metavar="[ID]", required=False)
@click.option("--coder", metavar="NAME", help="Only what this one decided.")
@click.option("--action", type=click.Choice(list(ACTIONS)), help="Only decisions of this kind.")
@click.option("--since", metavar="TIME", help="Then or later, in UTC: 2024-03, 2024-03-01, 2024-03-01T09:30.")
@click.option("--until", metavar="TIME", help="Then or earlier, to the end of what is given.")
@limit_option(None)
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", help="What to print."
)
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a page for a browser there instead.",
)
@click.option("--overwrite", is_flag=True, help="Replace FILE if it is there.")
def log(
    ledger: Path,
    subject: str | None,
    coder: str | None,
    action: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    form: str,
    html: Path | None,
    overwrite: bool,
) -> None:
    """Show who decided what when in LEDGER, the latest first.

    The undo of an undo is shown as redo, and is of the action undo like any other.

    ID narrows it to a statement (s-...), an article with its statements (a-...), an actor (p-...) or a decision
    (d-...).  What was taken back is shown as such; nothing is ever gone from here, but for what `forget` removed.
    """
    from onrecord.ledger import Ledger, LogFilter  # noqa: PLC0415 - keeps `--help` quick

    chosen = LogFilter(subject=subject, coder=coder, action=action, since=since, until=until)
    with Ledger.open(ledger) as opened:
        written = Counted(islice(opened.log(chosen), limit))
        if html is not None:
            to_file(html, [_page(opened, written)], overwrite=overwrite)
            say(f"{counted(written.count, 'decision')} written to {html}")
        else:
            to_standard_output(map(_json if form == "jsonl" else _line, written))
    if not written.count:
        say("no decision fulfils these conditions")
    sys.exit(DONE if written.count else PARTLY)


def _page(ledger: "Ledger", found: "Counted[Logged]") -> str:
    from onrecord.cli.log_entries import Entries  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.publishing.logbook import render  # noqa: PLC0415 - as above
    from onrecord.version import __version__  # noqa: PLC0415 - as above

    made = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    entries = Entries(ledger)
    return render(map(entries.entry, found), title=ledger.path.name, made=made, version=__version__)


def _line(logged: "Logged") -> str:
    decision = logged.decision
    details = json.loads(_details(logged))
    said = " ".join(
        f"{name}={_short(value)}" for name, value in details.items() if value not in (None, "", [])
    )
    settles = "  (settles)" if decision.settles else ""
    taken_back = "  (taken back)" if logged.undone else ""
    model = " (a model)" if decision.coder.kind == "model" else ""
    words = f"{decision.coder.name}{model}  {logged.word} {decision.subject}  {said}"
    return unbroken(f"{decision.at[:19]}  {decision.id}  {words}".rstrip() + settles + taken_back) + "\n"


def _short(value: object) -> str:
    if isinstance(value, dict) and "name" in value:
        return str(value["name"])
    if isinstance(value, dict) and "variable" in value:
        return f"{value['variable']}:{_short(value['value'])}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return ", ".join(map(_short, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _details(logged: "Logged") -> str:
    from onrecord.ledger.deciding.encoding import encode  # noqa: PLC0415 - keeps `--help` quick

    return encode(logged.decision.change)


def _json(logged: "Logged") -> str:
    from onrecord.publishing.carrying import decisions  # noqa: PLC0415 - as above
    from onrecord.publishing.jsonl import line  # noqa: PLC0415 - as above

    (value,) = decisions([logged])
    return line(value)
