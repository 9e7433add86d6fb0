"""`onrecord log`: who decided what when."""

import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.filters import ledger_argument, limit_option
from onrecord.cli.running import say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import plain
from onrecord.cli.writing import to_standard_output
from onrecord.model import ACTIONS, action_of

if TYPE_CHECKING:
    from onrecord.ledger import Logged


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
def log(
    ledger: Path,
    subject: str | None,
    coder: str | None,
    action: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    form: str,
) -> None:
    """Show who decided what when in LEDGER, the latest first.

    ID narrows it to a statement (s-...), an article with its statements (a-...), an actor (p-...) or a decision
    (d-...).  What was taken back is shown as such; nothing is ever gone from here, but for what `forget` removed.
    """
    from onrecord.ledger import Ledger, LogFilter  # noqa: PLC0415 - keeps `--help` quick

    chosen = LogFilter(subject=subject, coder=coder, action=action, since=since, until=until)
    with Ledger.open(ledger) as opened:
        written = _Counted(islice(opened.log(chosen), limit))
        to_standard_output(map(_json if form == "jsonl" else _line, written))
    if not written.count:
        say("no decision fulfils these conditions")
    sys.exit(DONE if written.count else PARTLY)


class _Counted:
    def __init__(self, logged: "Iterator[Logged]") -> None:
        self._logged = logged
        self.count = 0

    def __iter__(self) -> "Iterator[Logged]":
        for each in self._logged:
            self.count += 1
            yield each


def _line(logged: "Logged") -> str:
    decision = logged.decision
    details = json.loads(_details(logged))
    said = " ".join(
        f"{name}={_short(value)}" for name, value in details.items() if value not in (None, "", [])
    )
    taken_back = "  (taken back)" if logged.undone else ""
    words = f"{decision.coder.name}  {action_of(decision.change)} {decision.subject}  {said}"
    return plain(f"{decision.at[:19]}  {decision.id}  {words}".rstrip() + taken_back) + "\n"


def _short(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _details(logged: "Logged") -> str:
    from onrecord.ledger.deciding.encoding import encode  # noqa: PLC0415 - keeps `--help` quick

    return encode(logged.decision.change)


def _json(logged: "Logged") -> str:
    decision = logged.decision
    value = {
        "id": decision.id,
        "at": decision.at,
        "coder": decision.coder.name,
        "coder_kind": decision.coder.kind,
        "action": action_of(decision.change),
        "subject": decision.subject,
        "details": json.loads(_details(logged)),
        "settles": decision.settles,
        "undone": logged.undone,
    }
    from onrecord.publishing.jsonl import line  # noqa: PLC0415 - as above

    return line(value)
