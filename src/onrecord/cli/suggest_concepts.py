"""`onrecord suggest-concepts`: a first codebook from what was said."""

import sys
from pathlib import Path
from typing import Unpack

import click

from onrecord.cli.filters import Conditions, filter_options, ledger_argument, selection
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import unbroken
from onrecord.cli.writing import to_file, to_standard_output


@click.command()
@ledger_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write there, not to standard output.",
)
@click.option("--overwrite", is_flag=True, help="Replace FILE if it is there.")
@click.option(
    "--concepts",
    type=click.IntRange(2, 100),
    metavar="N",
    help="Look for so many groups (if not given: one for twelve statements).",
)
@click.option(
    "--model",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="A model of concepts, as `python -m training.stance` makes it (else the one that ships).",
)
@filter_options
def suggest_concepts(
    ledger: Path,
    out: Path | None,
    overwrite: bool,
    concepts: int | None,
    model: Path | None,
    **conditions: Unpack[Conditions],
) -> None:
    """Draft a codebook from the statements of LEDGER: groups of like ones, named by their most telling words.

    \b
      onrecord suggest-concepts debate.db --out draft.toml
      (edit it: one claim a concept, that one can agree or disagree with)
      onrecord codebook import debate.db draft.toml

    It finds matters, not claims: each group's most typical statements stand as examples, for you to say what is claimed
    in them and to sort them into examples for and against.  Nothing in LEDGER is changed.
    """
    from onrecord.coding.study import draft_codebook  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.encoder.bearing import Bearing  # noqa: PLC0415 - as above
    from onrecord.ledger import Ledger  # noqa: PLC0415 - as above
    from onrecord.publishing.codebook import lines  # noqa: PLC0415 - as above
    from onrecord.suggesting import units_of  # noqa: PLC0415 - as above

    with Ledger.open(ledger) as opened:
        units = units_of(opened.records(selection(conditions)))
        drafted = draft_codebook(
            f"A draft for {opened.path.stem}", units, concepts=concepts, bearing=Bearing.load(model)
        )
    if out is None:
        to_standard_output(lines(drafted))
    else:
        to_file(out, lines(drafted), overwrite=overwrite)
    found = f"{counted(len(drafted.concepts), 'group')} in {counted(len(units), 'statement')}"
    say(unbroken(f"{found}{f', written to {out}' if out else ''}: a draft, for you to edit"))
    if not drafted.concepts:
        say("a group is three statements or more that are alike: read more articles in first")
    sys.exit(DONE if drafted.concepts else PARTLY)
