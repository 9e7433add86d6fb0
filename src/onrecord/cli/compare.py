"""`onrecord compare`: outlets side by side."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from onrecord.cli.filters import Conditions, filter_options, ledger_argument, selection
from onrecord.cli.nothing_found import say_nothing_fulfils
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import unbroken

if TYPE_CHECKING:
    from onrecord.model.comparison import Comparison

_WORDS = 160
"""Letters of a statement that are shown for people."""


@click.command()
@ledger_argument
@filter_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "jsonl"]),
    default="text",
    help="text for people; csv: an outlet of a statement a row.",
)
def compare(ledger: Path, form: str, **conditions: Unpack[Conditions]) -> None:
    """Set the outlets of LEDGER side by side: what several of them carry, and who left it out.

    A statement is carried by several where the speaker is the same, the words are alike, and the articles lie at most a
    week apart.  An outlet left it out that had, in the days of those that carry it (and one before and after), words of
    the same speaker or others of these statements.  The report has the same as `Outlets side by side`.

    \b
      onrecord compare debate.db
      onrecord compare debate.db --speaker "Ines Orlo" --since 2031-06 --format csv > outlets.csv

    Exit status: 0 done; 1 there is nothing that several outlets carry; 2 the ledger cannot be used.
    """
    from onrecord.cli.writing import to_standard_output  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.ledger import Ledger  # noqa: PLC0415 - as above
    from onrecord.publishing import comparison  # noqa: PLC0415 - as above
    from onrecord.tabulating import outlets_compared  # noqa: PLC0415 - as above

    forms = {"text": _lines, "csv": comparison.csv_lines, "jsonl": comparison.json_lines}
    with Ledger.open(ledger) as opened:
        chosen = selection(conditions)
        found = outlets_compared(opened, opened.records(chosen))
        to_standard_output(forms[form](found))
        if found.unknown:
            say(f"left aside: {counted(found.unknown, 'statement')} whose speaker or outlet is not known")
        if not found.shared:
            say_nothing_fulfils(opened, chosen, "no two outlets carry the same words of the same speaker")
    sys.exit(DONE if found.shared else PARTLY)


def _lines(of: "Comparison") -> Iterator[str]:
    for one in of.shared:
        words = one.fullest.words
        shown = words if len(words) <= _WORDS else f"{words[: _WORDS - 1]}…"
        yield unbroken(f"{one.speaker}: {shown}") + "\n"
        for each in one.carried:
            record = each.fullest
            day = record.article.published or "undated"
            yield unbroken(f"  {day}  {each.outlet}  {record.statement.kind}  {record.statement.id}") + "\n"
        if one.left_out:
            yield unbroken(f"  not in: {', '.join(one.left_out)}") + "\n"
