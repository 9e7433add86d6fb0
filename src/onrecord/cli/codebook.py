"""`onrecord codebook`: the concepts that statements are coded by, as a file and in a ledger."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import ledger_argument
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import unbroken
from onrecord.cli.writing import to_file, to_standard_output
from onrecord.errors import UsageError
from onrecord.model import (
    CODEBOOK,
    Change,
    Codebook,
    Concept,
    MergeConcept,
    Moved,
    RenameConcept,
    SplitConcept,
)

if TYPE_CHECKING:
    from onrecord.ledger import Ledger

_FILE = click.Path(path_type=Path, dir_okay=False)


def _open(ledger: Path, *, create: bool = False) -> "Ledger":
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    return Ledger.open(ledger, create=create)


def _read(file: Path) -> Codebook:
    from onrecord.reading.codebook import read_codebook  # noqa: PLC0415 - as above

    return read_codebook(file)


@click.group()
def codebook() -> None:
    """The concepts and variables of a study: a TOML file that you write, and the same in a ledger.

    \b
      title = "The harbour toll"
      [[concept]]
      name = "toll"
      label = "Ships should pay a toll"
      definition = "Whether every ship that enters the harbour pays."
      examples_for = ["No ship should come in free."]
      examples_against = ["The toll house is a fine building."]
      [[variable]]
      name = "certainty"
      type = "integer"

    A ledger without a codebook lets any concept be coded; with one, only its own.  What is changed in a ledger is
    decided by a coder like all else: `onrecord log LEDGER c-codebook` shows it, and `onrecord undo` takes it back.
    """


@codebook.command()
@click.argument("file", type=_FILE)
def check(file: Path) -> None:
    """Say whether FILE is a codebook, or in which line it is none."""
    found = _read(file)
    say(unbroken(f"{file} is a codebook: {_summary(found)}"))
    for concept in found.concepts:
        if not concept.definition:
            say(unbroken(f"{concept.name} has no definition: coders will read it differently"))


@codebook.command("import")
@ledger_argument
@click.argument("file", type=_FILE)
@coder_option
def import_codebook(ledger: Path, file: Path, coder: str) -> None:
    """Make FILE the codebook of LEDGER, by a decision for each thing that differs.

    A concept that FILE lacks is dropped from the codebook; codes that name it stay.  To keep such codes under another
    name use `rename`, `merge` or `split`.  LEDGER is made where there is none.
    """
    wanted, who = _read(file), person(coder)
    with _open(ledger, create=True) as opened:
        made = opened.take_codebook(who, wanted, now=datetime.now(UTC))
        _say_strays(opened, wanted)
    changed = f"{counted(len(made), 'decision')}, by {who.name}" if made else "nothing had to be changed"
    say(unbroken(f"{ledger} has the codebook {wanted.title!r}, {_summary(wanted)}: {changed}"))


@codebook.command()
@ledger_argument
@click.option("--out", type=_FILE, metavar="FILE", help="Write there, not to standard output.")
@click.option("--overwrite", is_flag=True, help="Replace FILE if it is there.")
def export(ledger: Path, out: Path | None, overwrite: bool) -> None:
    """Write the codebook of LEDGER as a TOML file.

    Where it has none, the concepts that are coded in it make a draft, to be given definitions and imported.
    """
    from onrecord.publishing.codebook import lines  # noqa: PLC0415 - keeps `--help` quick

    with _open(ledger) as opened:
        found = opened.codebook()
        if found is None:
            found = _draft(opened)
            say(
                f"{ledger} has no codebook: this is a draft of {counted(len(found.concepts), 'concept')} coded in it"
            )
    if out is None:
        to_standard_output(lines(found))
    else:
        to_file(out, lines(found), overwrite=overwrite)
        say(f"{counted(len(found.concepts), 'concept')} written to {out}")
    sys.exit(DONE if found.concepts else PARTLY)


@codebook.command()
@click.argument("old", type=_FILE, metavar="LEDGER|FILE")
@click.argument("new", type=_FILE, metavar="LEDGER|FILE")
def diff(old: Path, new: Path) -> None:
    """Show what differs from the first codebook to the second; each is a file or that of a ledger.

    Exit status: 0 they are the same; 1 they differ.
    """
    from onrecord.cli.codebooks.differing import differences  # noqa: PLC0415 - keeps `--help` quick

    found = list(differences(_either(old), _either(new)))
    to_standard_output(f"{unbroken(line)}\n" for line in found)
    if not found:
        say("the same")
    sys.exit(PARTLY if found else DONE)


@codebook.command()
@ledger_argument
@click.argument("concept")
@click.argument("name")
@coder_option
def rename(ledger: Path, concept: str, name: str, coder: str) -> None:
    """Call CONCEPT of LEDGER NAME from now on: every code on it bears the new name, by the coder who made it."""
    _decide(
        ledger, coder, RenameConcept(concept=concept, name=name.strip()), f"{concept} is {name.strip()} now"
    )


@codebook.command()
@ledger_argument
@click.argument("concept")
@click.argument("into")
@coder_option
def merge(ledger: Path, concept: str, into: str, coder: str) -> None:
    """Make CONCEPT of LEDGER the same as INTO: every code on it is one on INTO.

    Where a coder coded a statement by both, the later stance holds.
    """
    _decide(ledger, coder, MergeConcept(concept=concept, into=into), f"{concept} is {into} now")


@codebook.command()
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
    with _open(ledger) as opened:
        moved = tuple(_moved(opened, each) for each in move)
        held = opened.codebook()
    before = held.concept(concept) if held else None
    parent = before.parent if before else None
    definition = before.definition if before else ""
    into = tuple(_part(name.strip(), concept, before, definition, parent) for name in names)
    change = SplitConcept(concept=concept, into=into, moved=moved, rest=rest)
    _decide(ledger, coder, change, f"{concept} is {', '.join(each.name for each in into)} now")
    with _open(ledger) as opened:
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
    with _open(ledger) as opened:
        made = opened.decide(who, CODEBOOK, change, now=datetime.now(UTC))
    click.echo(made.id)
    say(unbroken(f"{said}, by {who.name}; `onrecord undo {ledger} {made.id}` takes it back"))


def _either(path: Path) -> Codebook:
    from onrecord.ledger import is_ledger  # noqa: PLC0415 - keeps `--help` quick

    if not is_ledger(path):
        return _read(path)
    with _open(path) as opened:
        found = opened.codebook()
    if found is None:
        raise UsageError(
            f"{path} has no codebook: `onrecord codebook import {path} FILE` brings one in",
            code="no-codebook",
        )
    return found


def _draft(ledger: "Ledger") -> Codebook:
    concepts = tuple(Concept(name=each, label=each) for each in ledger.concepts_coded())
    return Codebook(title=ledger.path.stem, concepts=concepts)


def _say_strays(ledger: "Ledger", wanted: Codebook) -> None:
    strays = {name: codes for name, codes in ledger.concepts_coded().items() if wanted.concept(name) is None}
    for name, codes in strays.items():
        say(
            unbroken(
                f"{counted(codes, 'code')} on {name!r}, which the codebook does not have: add it there, or `merge` "
                "it before it is dropped"
            )
        )


def _summary(found: Codebook) -> str:
    parts = [counted(len(found.concepts), "concept")]
    if found.variables:
        parts.append(counted(len(found.variables), "variable"))
    return " and ".join(parts)
