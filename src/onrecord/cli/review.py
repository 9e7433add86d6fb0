"""`onrecord review`: statements one after another, one keystroke a decision."""

import sys
from pathlib import Path
from typing import Literal, Unpack

import click

from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import Conditions, filter_options, ledger_argument, limit_option, selection
from onrecord.cli.nothing_found import say_nothing_fulfils
from onrecord.cli.reviewing.deciding import Decided
from onrecord.cli.reviewing.keys import keys_of_input
from onrecord.cli.reviewing.screen import of_output
from onrecord.cli.reviewing.session import Session
from onrecord.cli.reviewing.trail import Trail
from onrecord.cli.running import counted, say
from onrecord.cli.status import BROKEN_OFF, DONE, PARTLY
from onrecord.ledger import Filter, Ledger
from onrecord.review import QUEUES, SEED, QueueName, queue, size

_COUNTED = 1_000  # no further: a review is shorter, and the first statement must not wait

Queue = QueueName | Literal["suggest"]
_QUEUES: tuple[Queue, ...] = (*QUEUES, "suggest")

_EMPTY: dict[Queue, str] = {
    "uncertain": "no statement is left unreviewed",
    "sample": "no statement is left unreviewed",
    "disagreements": "no two coders differ",
    "needs-look": "nothing needs another look",
    "all": "there is no statement",
    "suggest": "no statement is left to code",
}


@click.command()
@ledger_argument
@click.option(
    "--queue",
    "name",
    type=click.Choice(_QUEUES),
    default="uncertain",
    help="What to look at: see above (uncertain).",
)
@click.option("--seed", type=int, default=SEED, metavar="N", help=f"Another draw of the sample ({SEED}).")
@coder_option
@filter_options
@limit_option(None)
def review(
    ledger: Path,
    name: Queue,
    seed: int,
    coder: str,
    limit: int | None,
    **conditions: Unpack[Conditions],
) -> None:
    """Look at the statements of LEDGER one after another, and decide with one keystroke each.

    \b
      uncertain      nobody reviewed them, the least sure first
      sample         nobody reviewed them, in random order: what `onrecord evaluate` counts
      disagreements  two coders differ (contested); what you decide here settles it
      needs-look     somebody decided on them, and a newer reading no longer finds them
      all            every statement, in the order of `onrecord statements`
      suggest        nobody coded them; in the order in which `onrecord suggest` asks: what teaches most comes first

    \b
      a accept   r reject    f fix where content and source begin and end
      s speaker  o role      v via     t to whom  c code  d date  n note
      m add a statement that was missed
      u undo     z redo      ? why     space next    left back    q quit

    Each decision is on disk before the next statement shows.  Where standard input is no terminal, its characters are
    the keys: `echo aar | onrecord review debate.db` accepts two and rejects one.
    """
    chosen, who = selection(conditions), person(coder)
    with Ledger.open(ledger) as opened:
        trail = _trail(opened, name, chosen, seed, limit)
        if not trail.total:
            narrowed = " that fulfils the conditions" if _narrowed(conditions) else ""
            say_nothing_fulfils(opened, chosen, f"{_EMPTY[name]} (queue {name}){narrowed}")
            sys.exit(PARTLY)
        decided = Decided(opened, who, settles=name == "disagreements")
        status = _run(opened, trail, decided)
    if decided.count():
        say(
            f"{counted(decided.count(), 'decision')} stored; `onrecord log {ledger} --coder {who.name}` shows them"
        )
    sys.exit(status)


def _trail(ledger: Ledger, name: Queue, chosen: Filter, seed: int, limit: int | None) -> Trail:
    """The way through a queue."""
    if name == "suggest":
        from onrecord.cli.studying import codebook_of, study_of  # noqa: PLC0415 - it loads a network

        asked = study_of(ledger, codebook_of(ledger), chosen).suggested("ask", limit)
        ids = [each.record.statement.id for each in asked]
        return Trail(iter(ids), len(ids), more=False, limit=limit)
    total = size(ledger, name, chosen, _COUNTED)
    return Trail(queue(ledger, name, chosen, seed), total, more=total == _COUNTED, limit=limit)


def _run(ledger: Ledger, trail: Trail, decided: Decided) -> int:
    """The exit status."""
    screen = of_output()
    try:
        with keys_of_input() as keys, screen.opened():
            Session(ledger, keys, screen, trail, decided).run()
    except KeyboardInterrupt:
        return BROKEN_OFF
    return DONE


def _narrowed(conditions: Conditions) -> bool:
    return any(value not in (None, "standing") for value in conditions.values())
