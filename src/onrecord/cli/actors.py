"""`onrecord actors`: who speaks in a ledger; which of them are one; how each is called."""

import sys
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from onrecord.cli import actor_table
from onrecord.cli.actor_lines import (
    affiliation_line,
    entry_line,
    form_lines,
    role_line,
    suggestion_line,
    told,
)
from onrecord.cli.actor_naming import actor_named
from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.counting import Counted
from onrecord.cli.filters import ledger_argument, limit_option
from onrecord.cli.following import say_undo
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import unbroken
from onrecord.cli.writing import to_standard_output
from onrecord.errors import UsageError
from onrecord.model import ACTOR_TYPES, ActorType, Apart, Coder, Merge, Rename, SetOrganisation, SetSpeaker

if TYPE_CHECKING:
    from onrecord.ledger import Ledger

_NAMED = 12  # entries of a reference that nobody was linked to: most of a large one are of no concern here


def _open(ledger: Path) -> "Ledger":
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    opened = Ledger.open(ledger)
    opened.link()  # nothing to do, unless a run was broken off or an older OnRecord made it
    return opened


@click.group()
def actors() -> None:
    """Look at, merge, split and rename the actors of a ledger.  Every change can be undone (`onrecord undo`)."""


@actors.command("list")
@ledger_argument
@click.argument("name", required=False, metavar="[NAME]")
@limit_option(None)
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", help="What to print."
)
def list_actors(ledger: Path, name: str | None, limit: int | None, form: str) -> None:
    """List the actors of LEDGER, those who said most first; NAME is a part of a name, in any case.

    Beside what somebody said stands what of others' words came through them: an outlet that was told, or quotes.
    jsonl has an object an actor, csv a row: id, name, type, note, other names and roles (in csv parted by ; ), how many
    statements in how many articles, and how many were passed on.
    """
    with _open(ledger) as opened:
        found = Counted(islice(opened.actors(name), limit))
        to_standard_output(actor_table.FORMATS[form](found))
    if not found.count:
        say("no actor of that name" if name else "nobody has been named in this ledger yet")
    sys.exit(DONE if found.count else PARTLY)


@actors.command("show")
@ledger_argument
@click.argument("actor", metavar="ID")
def show_actor(ledger: Path, actor: str) -> None:
    """Show one actor (p-..., or a name that one alone has): names, roles with their time, and who else it may be.

    "in articles" stands before the words by which it is called where it speaks, the commonest first, with how many
    statements have them: words that mean somebody else show that two were taken for one.  `actors split` gives the
    statements of that one away; `onrecord statements LEDGER --speaker ID --source WORDS` finds them.
    """
    with _open(ledger) as opened:
        found = opened.actor(actor_named(opened, actor))
        forms = list(form_lines(opened.forms_of(found.id)))
        counts = [one for one in opened.actors(found.name) if one.actor.id == found.id]
        parts, roles = opened.parts_of(found.id), opened.roles_of(found.id)
        entries = opened.entries_of(found.id)
        affiliations = opened.affiliations([found.id]).get(found.id, [])
        waiting = [one for one in opened.suggestions() if found.id in (one.one.id, one.other.id)]
    click.echo(unbroken(f"{found.name}" + (f" ({found.note})" if found.note else "")))
    click.echo(f"{found.id} · {found.type}")
    for name in found.names:
        click.echo(unbroken(f"also called {name}"))
    for form in forms:
        click.echo(unbroken(form))
    for role in roles:
        click.echo(unbroken(f"speaks as {role_line(role)}"))
    for affiliation in affiliations:
        click.echo(unbroken(f"speaks for {affiliation_line(affiliation)}"))
    for part in parts:
        if part.id != found.id:
            note = f" ({part.note})" if part.note else ""
            click.echo(unbroken(f"one with {part.id}  {part.name}{note}"))
    for entry in entries:
        click.echo(unbroken(f"known as {entry_line(entry)}"))
    for each in waiting:
        click.echo(unbroken(f"perhaps {suggestion_line(each)}"))
    for one in counts:
        click.echo(told(one))
    click.echo(f"onrecord show {ledger} {found.id}")


@actors.command("import")
@ledger_argument
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_reference(ledger: Path, file: Path) -> None:
    """Link the actors of LEDGER to the ids of a reference: FILE is a .json, .jsonl or .csv, plain, .gz or .bz2.

    JSON is an extract of a Wikidata dump, one entity a line.  CSV has the columns id and name, and may have type,
    aliases (with | between), office, organisation (or party: for whom somebody speaks), since, until and note; a person
    with several offices or organisations has a line for each.

    Nobody is made by it: actors that articles name are told from their namesakes and joined by it.  What was imported
    under the same id before is replaced.  Works offline.
    """
    from onrecord.reading.reference import entries_of  # noqa: PLC0415 - keeps `--help` quick

    entries = entries_of(file)
    with _open(ledger) as opened:
        taken = opened.take_reference(entries)
        known = sum(bool(opened.entries_of(one.actor.id)) for one in opened.actors())
        say(f"{ledger}: {taken} of the reference taken in; {counted(known, 'actor')} linked to an id")
        _say_unlinked(opened, [entry.id for entry in entries])
    sys.exit(DONE)


def _say_unlinked(ledger: "Ledger", ids: list[str]) -> None:
    """Say of the entries that nobody here was linked to why that is, those first whose name somebody has."""
    left = sorted(ledger.unlinked_entries(ids), key=lambda one: not one[1])
    for entry, namesakes in left[:_NAMED]:
        why = (
            f"may be {', '.join(namesakes)}, but nothing shows it"
            if namesakes
            else "nobody here has that name"
        )
        say(unbroken(f"not linked: {entry.id} {entry.name}: {why}"))
    if len(left) > _NAMED:
        say(f"not linked: {len(left) - _NAMED} more")


@actors.command()
@ledger_argument
@limit_option(None)
def suggestions(ledger: Path, limit: int | None) -> None:
    """List the pairs that may be one, the likeliest first, with what speaks for and against it.

    `actors merge` says that they are one, `actors split` that they are two; neither is asked again.
    """
    shown = 0
    with _open(ledger) as opened:
        for one in opened.suggestions():
            if limit is not None and shown >= limit:
                break
            shown += 1
            click.echo(unbroken(suggestion_line(one)))
    if not shown:
        say("no suggestion waits")
    sys.exit(DONE if shown else PARTLY)


@actors.command()
@ledger_argument
@click.argument("actor", metavar="ID")
@click.argument("into", metavar="INTO")
@coder_option
def merge(ledger: Path, actor: str, into: str, coder: str) -> None:
    """Say that the actor ID is the same as INTO: all that it said is that one's, under that one's name.

    Both are ids (p-..., `actors list` has them), or names that one actor alone has.
    """
    with _open(ledger) as opened:
        target = opened.actor(actor_named(opened, into))
        made = opened.decide(
            person(coder), actor_named(opened, actor), Merge(into=target.id), now=datetime.now(UTC)
        )
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
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--since", metavar="DATE", help="From then on: 2023, 2023-06 or 2023-06-07.")
@click.option("--until", metavar="DATE", help="Until then.")
@click.option("--none", "nobody", is_flag=True, help="It speaks for no organisation.")
@coder_option
def organisation(
    ledger: Path, actor: str, name: str | None, since: str | None, until: str | None, nobody: bool, coder: str
) -> None:
    """Say for which organisation or party NAME the actor ID speaks: `onrecord network --rows organisation` goes by it.

    It goes before the roles that articles give, and before what was imported; of several that hold on one day the
    latest decision counts.

    \b
      onrecord actors organisation debate.db p-k3f4 "Reform League" --since 2031-05
    """
    if (name is None) != nobody:
        raise UsageError("for whom does it speak? give a NAME, or --none", code="usage")
    change = SetOrganisation(organisation=name and name.strip(), since=since, until=until)
    with _open(ledger) as opened:
        made = opened.decide(person(coder), actor_named(opened, actor), change, now=datetime.now(UTC))
    click.echo(made.id)


@actors.command()
@ledger_argument
@click.argument("actor", metavar="ID")
@click.argument("parts", nargs=-1, required=True, metavar="STATEMENT...|OTHER...")
@click.option("--name", metavar="NAME", help="The name of the one who is given statements (s-...).")
@click.option("--type", "kind", type=click.Choice(ACTOR_TYPES), help="Its type (default: that of ID).")
@click.option("--note", default="", metavar="WORDS", help="Tells two of one name apart: `the father`.")
@click.option("--role", metavar="WORDS", help="The role in which that one spoke.")
@coder_option
def split(
    ledger: Path,
    actor: str,
    parts: tuple[str, ...],
    name: str | None,
    kind: str | None,
    note: str,
    role: str | None,
    coder: str,
) -> None:
    """Say that the actor ID is not OTHER (p-...); or give some of its statements (s-...) to another one.

    \b
      onrecord actors split debate.db p-k3f4 p-wq2z
      onrecord actors split debate.db p-k3f4 s-77qd s-9abc --name "Tomas Wieck" --note "the skipper"

    OTHER is one that linking has joined with ID (`actors show` lists them), or that waits as a suggestion.  The roles
    of ID stay with ID: who is given statements speaks in the one that --role says, or in none.
    """
    if all(part.startswith("p-") for part in parts):
        _tell_apart(ledger, actor, parts, person(coder))
    elif name is None:
        raise UsageError("who said them? give --name NAME", code="usage")
    else:
        _give_away(ledger, actor, parts, (name, kind, note), role, person(coder))


def _tell_apart(ledger: Path, actor: str, others: tuple[str, ...], who: Coder) -> None:
    with _open(ledger) as opened:
        one = opened.actor_id(actor)
        for other in others:
            two = opened.actor_id(other)
            made = opened.decide(who, two, Apart(other=one), now=datetime.now(UTC))
            click.echo(made.id)
            say(f"{two} is not {one} now; `onrecord undo {ledger} {made.id}` takes that back")


def _give_away(
    ledger: Path,
    actor: str,
    statements: tuple[str, ...],
    to: tuple[str, str | None, str],
    role: str | None,
    who: Coder,
) -> None:
    (name, kind, note), now = to, datetime.now(UTC)
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
            opened.decide(who, record.statement.id, SetSpeaker(actor=other, role=role or None), now=now)
        click.echo(other)
        say(f"{counted(len(records), 'statement')} of {given.id} given to {other}")
        say_undo(opened, now)
