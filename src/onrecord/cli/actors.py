"""`onrecord actors`: who speaks in a ledger; which of them are one; how each is called."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import ledger_argument, limit_option
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import unbroken
from onrecord.errors import UsageError
from onrecord.model import ACTOR_TYPES, ActorType, Merge, Rename, SetSpeaker

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


def _open(ledger: Path) -> "Ledger":
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    return Ledger.open(ledger)


@click.group()
def actors() -> None:
    """Look at, merge, split and rename the actors of a ledger.  Every change can be undone (`onrecord undo`)."""


@actors.command("list")
@ledger_argument
@click.argument("name", required=False, metavar="[NAME]")
@limit_option(None)
def list_actors(ledger: Path, name: str | None, limit: int | None) -> None:
    """List the actors of LEDGER, those who said most first; NAME is a part of a name, in any case."""
    shown = 0
    with _open(ledger) as opened:
        for one in opened.actors(name):
            if limit is not None and shown >= limit:
                break
            shown += 1
            also = f"  (also {', '.join(one.actor.names)})" if one.actor.names else ""
            note = f", {one.actor.note}" if one.actor.note else ""
            said = f"{counted(one.statements, 'statement')} in {counted(one.articles, 'article')}"
            click.echo(unbroken(f"{one.actor.id}  {one.actor.name}{note}  {one.actor.type}  {said}{also}"))
    if not shown:
        say("no actor of that name" if name else "nobody has been named in this ledger yet")
    sys.exit(DONE if shown else PARTLY)


@actors.command("show")
@ledger_argument
@click.argument("actor", metavar="ID")
def show_actor(ledger: Path, actor: str) -> None:
    """Show one actor (p-...): names, roles, and how to see what was said."""
    with _open(ledger) as opened:
        found = opened.actor(actor)
        counts = [one for one in opened.actors(found.name) if one.actor.id == found.id]
    click.echo(unbroken(f"{found.name}" + (f" ({found.note})" if found.note else "")))
    click.echo(f"{found.id} · {found.type}")
    for name in found.names:
        click.echo(unbroken(f"also called {name}"))
    for one in counts:
        for role in one.roles:
            click.echo(unbroken(f"speaks as {role}"))
        click.echo(f"{counted(one.statements, 'statement')} in {counted(one.articles, 'article')}")
    click.echo(f"onrecord statements {ledger} --speaker {found.id}")


@actors.command()
@ledger_argument
@click.argument("actor", metavar="ID")
@click.argument("into", metavar="INTO")
@coder_option
def merge(ledger: Path, actor: str, into: str, coder: str) -> None:
    """Say that the actor ID is the same as INTO: all that it said is that one's, under that one's name."""
    with _open(ledger) as opened:
        target = opened.actor(into)
        made = opened.decide(person(coder), actor, Merge(into=target.id), now=datetime.now(UTC))
    click.echo(made.id)
    say(unbroken(f"{made.subject} is {target.name} now; `onrecord undo {ledger} {made.id}` parts them again"))


@actors.command()
@ledger_argument
@click.argument("actor", metavar="ID")
@click.argument("name", metavar="NAME")
@coder_option
def rename(ledger: Path, actor: str, name: str, coder: str) -> None:
    """Show the actor ID under NAME; the earlier name stays among its names."""
    if not name.strip():
        raise UsageError("an actor needs a name", code="usage")
    with _open(ledger) as opened:
        made = opened.decide(person(coder), actor, Rename(name=name.strip()), now=datetime.now(UTC))
    click.echo(made.id)


@actors.command()
@ledger_argument
@click.argument("actor", metavar="ID")
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT...")
@click.option("--name", required=True, metavar="NAME", help="The name of the one who is split off.")
@click.option("--type", "kind", type=click.Choice(ACTOR_TYPES), help="Its type (default: that of ID).")
@click.option("--note", default="", metavar="WORDS", help="Tells two of one name apart: `the father`.")
@coder_option
def split(
    ledger: Path, actor: str, statements: tuple[str, ...], name: str, kind: str | None, note: str, coder: str
) -> None:
    """Give the statements (s-...) of the actor ID to another one, who is made if need be.

    \b
      onrecord actors split debate.db p-k3f4 s-77qd s-9abc --name "Tomas Wieck" --note "the skipper"
    """
    who, now = person(coder), datetime.now(UTC)
    with _open(ledger) as opened:
        given = opened.actor(actor)
        records = [opened.record(one) for one in statements]
        for record in records:
            speaker = record.statement.speaker
            if speaker is None or speaker.actor != given.id:
                raise UsageError(f"{record.statement.id} was not said by {given.id}", code="usage")
        other = opened.new_actor(who, name, cast("ActorType", kind or given.type), note=note, now=now)
        if opened.actor(other).id == given.id:
            raise UsageError(f"{name} is the name of {given.id}: tell them apart with --note", code="usage")
        for record in records:
            role = record.statement.speaker.role if record.statement.speaker else None
            opened.decide(who, record.statement.id, SetSpeaker(actor=other, role=role), now=now)
    click.echo(other)
    say(f"{counted(len(records), 'statement')} of {given.id} given to {other}")
