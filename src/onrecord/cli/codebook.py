"""`onrecord codebook`: the concepts that statements are coded by, as a file and in a ledger."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.codebooks.folding import merge, rename, split
from onrecord.cli.codebooks.opening import either, open_ledger, read
from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import ledger_argument
from onrecord.cli.following import say_undo
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import unbroken
from onrecord.cli.writing import to_file, to_standard_output
from onrecord.model import (
    Codebook,
    Concept,
)

if TYPE_CHECKING:
    from onrecord.ledger import Ledger

_FILE = click.Path(path_type=Path, dir_okay=False)


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
    """Say whether FILE is a codebook, or in which lines it is none."""
    found = read(file)
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
    wanted, who, now = read(file), person(coder), datetime.now(UTC)
    with open_ledger(ledger, create=True) as opened:
        made = opened.take_codebook(who, wanted, now=now)
        _say_strays(opened, wanted)
        changed = f"{counted(len(made), 'decision')}, by {who.name}" if made else "nothing had to be changed"
        say(unbroken(f"{ledger} has the codebook {wanted.title!r}, {_summary(wanted)}: {changed}"))
        if made:
            say_undo(opened, now)


@codebook.command()
@ledger_argument
@click.option("--out", type=_FILE, metavar="FILE", help="Write there, not to standard output.")
@click.option("--overwrite", is_flag=True, help="Replace FILE if it is there.")
def export(ledger: Path, out: Path | None, overwrite: bool) -> None:
    """Write the codebook of LEDGER as a TOML file.

    Where it has none, the concepts that are coded in it make a draft, to be given definitions and imported.
    """
    from onrecord.publishing.codebook import lines  # noqa: PLC0415 - keeps `--help` quick

    with open_ledger(ledger) as opened:
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

    found = list(differences(either(old), either(new)))
    to_standard_output(f"{unbroken(line)}\n" for line in found)
    if not found:
        say("the same")
    sys.exit(PARTLY if found else DONE)


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


for _command in (rename, merge, split):
    codebook.add_command(_command)
