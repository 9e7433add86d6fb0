"""`onrecord suggest`: the concepts that statements may bear on, and the sides their speakers may take."""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from onrecord.cli.filters import Conditions, filter_options, ledger_argument, limit_option, selection
from onrecord.cli.following import say_undo
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.studying import codebook_of, study_of
from onrecord.cli.terminal import unbroken
from onrecord.cli.writing import to_standard_output
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.suggesting import LedgerStudy, Suggested


@click.command()
@ledger_argument
@click.option(
    "--codebook",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The concepts of that file, not those of LEDGER.",
)
@click.option(
    "--order",
    type=click.Choice(["ask", "sure"]),
    default="ask",
    help="ask (if not given): what teaches most when you code it; sure: the surest suggestions.",
)
@filter_options
@limit_option(None)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    help="Without it: a table on a terminal, else jsonl.",
)
@click.option(
    "--model",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="A model of concepts, as `python -m training.stance` makes it (else the one that ships).",
)
@click.option("--curve", is_flag=True, help="Say how good the suggestions are by now, by concept.")
@click.option("--store", is_flag=True, help="Store the suggestions that count, as decisions of the model.")
def suggest(
    ledger: Path,
    codebook: Path | None,
    order: str,
    limit: int | None,
    form: str | None,
    model: Path | None,
    curve: bool,
    store: bool,
    **conditions: Unpack[Conditions],
) -> None:
    """Suggest codes for the statements of LEDGER that nobody coded, at most --limit of them.

    \b
      onrecord suggest debate.db --limit 20             what to code next, with what may be right
      onrecord suggest debate.db --order sure           the surest first
      onrecord suggest debate.db --curve                is it good enough to stop?
      onrecord suggest debate.db --order sure --store   keep them, under the model's name

    It learns from what people coded in LEDGER: the more, the better, from the first.  A statement that was accepted
    and has no code counts as bearing on no concept, in an article of which something else is coded.  Confidence is
    the probability that concept and stance are right together; a suggestion with a question mark is the likeliest one
    of a statement on which none is likely enough to count.

    --store makes decisions of a coder named like the model and its version, in place of those of an earlier version;
    `onrecord undo` takes one back, and all of them with --command.  A code by a person goes before that of a model in
    networks.  A statement and a concept take about a hundredth of a second.  `onrecord review --queue suggest` shows
    the statements in the order in which they are asked here.

    Exit status: 0 done; 1 nothing to suggest, or with --curve too little coded to tell; 2 nothing could be done.
    """
    if curve and (store or form or limit is not None):
        raise UsageError(
            "--curve says how good suggestions are and makes none: leave --store, --format and --limit away with it",
            code="usage",
        )
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    with Ledger.open(ledger) as opened:
        study = study_of(opened, codebook_of(opened, codebook), selection(conditions), model)
        if curve:
            sys.exit(_say_curve(study))
        found = study.suggested("sure" if order == "sure" else "ask", limit)
        _print(study, found, form or ("table" if sys.stdout.isatty() else "jsonl"))
        _say_state(study, found)
        if store:
            _store(opened, study, found)
    sys.exit(DONE if found else PARTLY)


def _print(study: "LedgerStudy", found: "Sequence[Suggested]", form: str) -> None:
    from onrecord.suggesting import rows  # noqa: PLC0415 - keeps `--help` quick

    if form == "table":
        from rich.console import Console  # noqa: PLC0415 - only here, where a person looks

        from onrecord.cli.suggestion_table import print_suggestions  # noqa: PLC0415 - as above

        print_suggestions(Console(highlight=False), found)
    elif form == "csv":
        from onrecord.publishing.csv_table import of_rows  # noqa: PLC0415 - as above

        to_standard_output(of_rows(rows(found, study.coder)))
    else:
        to_standard_output(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows(found, study.coder))


def _say_state(study: "LedgerStudy", found: "Sequence[Suggested]") -> None:
    taught = counted(len(study.reviewed), "coded statement")
    say(f"{counted(len(found), 'statement')} of {len(study.open)} that nobody coded; learned from {taught}")
    if not study.open:
        say("no statement that fulfils these conditions is left to code")


def _store(ledger: "Ledger", study: "LedgerStudy", found: "Sequence[Suggested]") -> None:
    from onrecord.suggesting import store  # noqa: PLC0415 - keeps `--help` quick

    now = datetime.now(UTC)
    kept = store(ledger, study.coder, found, now=now)
    more = f", {counted(kept.taken_back, 'code')} of an earlier version taken back" if kept.taken_back else ""
    said = f"{counted(kept.stored, 'code')} stored by {study.coder.name}{more}"
    say(
        f"{said}; nobody has checked them"
        if kept.stored
        else f"{said}: what counts was stored already, if anything"
    )
    if kept.stored:
        say_undo(ledger, now)


def _say_curve(study: "LedgerStudy") -> int:
    from onrecord.cli.suggestion_table import curve_lines  # noqa: PLC0415 - keeps `--help` quick

    found = study.curve()
    to_standard_output(f"{unbroken(line)}\n" for line in curve_lines(found))
    return DONE if found.points else PARTLY
