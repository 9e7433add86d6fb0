"""`onrecord import`: statements with their decisions from elsewhere, into a ledger."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import ledger_argument
from onrecord.cli.following import say_undo
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, NOT_DONE, PARTLY

if TYPE_CHECKING:
    from onrecord.ledger.taking import Refused, Taken

_NAMED = 10  # of the documents that share an article: a long list would hide what came in


@click.command("import")
@ledger_argument
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@coder_option
def import_(ledger: Path, files: tuple[str, ...], coder: str) -> None:
    """Take statements and decisions from elsewhere into LEDGER, which is made where there is none.

    FILE is JSON Lines (what `export --format jsonl` and `read --format jsonl` print; `-` is standard input), codes as
    CSV or JSON Lines, a .dna file of the Discourse Network Analyzer 3, an .ann file of brat's with its .txt beside it,
    or a folder of those.

    \b
      onrecord export a.db --format jsonl --texts --review all | onrecord import b.db -
      onrecord import debate.db colleague.jsonl
      onrecord import debate.db annotated/ --coder "Mara Quell"
      onrecord import debate.db study.dna
      onrecord import debate.db codes.csv --coder "Mara Quell"

    Each row is checked: its places must lie in the text of its article and hold exactly its words.  What does not fit
    is refused, with the reason, and the rest comes in.  Decisions keep their ids, coders and times; a row without
    decisions and without a confidence is a statement that --coder adds.  Importing twice is importing once.

    Exit status: 0 done; 1 done, with some rows refused or nothing in the files; 2 nothing could be taken in.
    """
    from onrecord.cli.importing import refuse_unfit, take_files  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.ledger import Ledger  # noqa: PLC0415

    who, now = person(coder), datetime.now(UTC)
    refuse_unfit(files)
    with Ledger.open(
        ledger, create=True
    ) as opened:  # never taken away again: others may have filled it meanwhile
        taken = take_files(opened, files, who, _say_refused, now=now)
        opened.link()
    _say_same(taken)
    say(f"{ledger}: {_summary(taken)}")
    if taken.decisions:
        with Ledger.open(ledger) as opened:
            say_undo(opened, now)
    sys.exit(_status(taken))


def _say_refused(refused: "Refused") -> None:
    say(f"{refused.place}: {refused.reason}")


def _say_same(taken: "Taken") -> None:
    """Which documents share an article: the first of them by name, all of them by number."""
    for each in taken.same[:_NAMED]:
        differs = f", though {', '.join(each.differs)} differ" if each.differs else ""
        say(f"{each.place}: the same text and outlet as {each.other}, so one article with it{differs}")
    if taken.same:
        more = f" (the first {_NAMED} are named above)" if len(taken.same) > _NAMED else ""
        say(
            f"{counted(len(taken.same), 'document')} joined so{more}: the article has the facts of the first, every "
            "statement is in, and a .dna file that is written from this ledger has the documents apart again"
        )


def _summary(taken: "Taken") -> str:
    parts = [
        f"{counted(taken.articles, 'new article')}",
        f"{counted(taken.statements, 'new statement')}",
        f"{counted(taken.decisions, 'new decision')}",
    ]
    if taken.known:
        parts.append(f"{counted(taken.known, 'row')} held already")
    if taken.refused:
        parts.append(f"{counted(taken.refused, 'row')} refused")
    return ", ".join(parts)


def _status(taken: "Taken") -> int:
    came = taken.articles or taken.statements or taken.decisions or taken.known
    if taken.refused:
        return PARTLY if came else NOT_DONE
    return DONE if came else PARTLY
