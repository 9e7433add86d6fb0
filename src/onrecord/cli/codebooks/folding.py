"""`onrecord codebook rename|merge|split`: concepts that become others, with the codes on them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.codebooks.opening import open_ledger
from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import ledger_argument
from onrecord.cli.running import counted, say
from onrecord.cli.terminal import unbroken
from onrecord.errors import UsageError
from onrecord.model import CODEBOOK, Change, Concept, MergeConcept, Moved, RenameConcept, SplitConcept

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


@click.command()
@ledger_argument
@click.argument("concept")
@click.argument("name")
@coder_option
def rename(ledger: Path, concept: str, name: str, coder: str) -> None:
    """Call CONCEPT of LEDGER NAME from now on: every code on it bears the new name, by the coder who made it."""
    _decide(
        ledger, coder, RenameConcept(concept=concept, name=name.strip()), f"{concept} is {name.strip()} now"
    )


@click.command()
@ledger_argument
@click.argument("concept")
@click.argument("into")
@coder_option
def merge(ledger: Path, concept: str, into: str, coder: str) -> None:
    """Make CONCEPT of LEDGER the same as INTO: every code on it is one on INTO.

    Where a coder coded a statement by both, the later stance holds.
    """
    _decide(ledger, coder, MergeConcept(concept=concept, into=into), f"{concept} is {into} now")


@click.command()
@ledger_argument
@click.argument("concept")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option(
    "--move",
    multiple=True,
    metavar="s-ID=NAME",
    help="Codes on that statement go to NAME; may be given again.",
)
@click.option(
    "--rest", metavar="NAME", help="All other codes on CONCEPT go to NAME (else they stay as they are)."
)
@coder_option
def split(
    ledger: Path, concept: str, names: tuple[str, ...], move: tuple[str, ...], rest: str | None, coder: str
) -> None:
    """Make several concepts of CONCEPT: the NAMEs, one of which may be its own.

    \b
      onrecord codebook split debate.db toll toll-ships toll-ferries --move s-77qd=toll-ferries --rest toll-ships

    The new ones take its definition and parent; write their own with `export`, your editor and `import`.
    """
    with open_ledger(ledger) as opened:
        moved = tuple(_moved(opened, each) for each in move)
        held = opened.codebook()
    before = held.concept(concept) if held else None
    parent = before.parent if before else None
    definition = before.definition if before else ""
    into = tuple(_part(name.strip(), concept, before, definition, parent) for name in names)
    change = SplitConcept(concept=concept, into=into, moved=moved, rest=rest)
    _decide(ledger, coder, change, f"{concept} is {', '.join(each.name for each in into)} now")
    with open_ledger(ledger) as opened:
        left = 0 if any(each.name == concept for each in into) else opened.concepts_coded().get(concept, 0)
    if left:
        say(
            f"{counted(left, 'code')} left on {concept}, which is no concept any more: code them anew, or undo this "
            f"and split with --rest; `onrecord statements {ledger} --concept {concept}` lists them"
        )


def _part(name: str, split: str, before: Concept | None, definition: str, parent: str | None) -> Concept:
    if name == split and before is not None:
        return before
    return Concept(name=name, label=name, definition=definition, parent=parent)


def _moved(ledger: "Ledger", given: str) -> Moved:
    statement, sign, name = given.partition("=")
    if not sign or not name.strip():
        raise UsageError(f"{given!r}: write s-ID=NAME", code="usage")
    return Moved(statement=ledger.record(statement).statement.id, concept=name.strip())


def _decide(ledger: Path, coder: str, change: Change, said: str) -> None:
    who = person(coder)
    with open_ledger(ledger) as opened:
        made = opened.decide(who, CODEBOOK, change, now=datetime.now(UTC))
    click.echo(made.id)
    say(unbroken(f"{said}, by {who.name}; `onrecord undo {ledger} {made.id}` takes it back"))
