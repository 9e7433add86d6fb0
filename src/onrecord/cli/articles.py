"""`onrecord articles`: which articles a ledger holds, and what is not known of them."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.filters import ledger_argument, limit_option
from onrecord.cli.running import counted, say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import unbroken
from onrecord.cli.writing import to_standard_output
from onrecord.ledger.listing_articles import LACKING, Lacking

if TYPE_CHECKING:
    from onrecord.ledger.listing_articles import ArticleCount


@click.command()
@ledger_argument
@click.argument("words", required=False, metavar="[WORDS]")
@click.option(
    "--missing",
    type=click.Choice(LACKING),
    multiple=True,
    help="Only those of which that is not known; may be given again (then one of them is enough).",
)
@limit_option(None)
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", help="What to print."
)
def articles(
    ledger: Path, words: str | None, missing: tuple[Lacking, ...], limit: int | None, form: str
) -> None:
    """List the articles of LEDGER by date, undated last: id, day, outlet, byline, statements, file, what is missing.

    WORDS stand in its file, title, outlet or byline, in any case.

    \b
      onrecord articles debate.db --missing day --missing outlet
      onrecord correct debate.db a-77qd --published 2031-03-04

    Wherever an article's id is asked for, the file that it was read from does too, if no other has that name: the
    whole path or its end (gazette/05.txt, 05.txt).

    Exit status: 0 done; 1 no article fulfils the conditions.
    """
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    with Ledger.open(ledger) as opened:
        found = [
            each
            for each in opened.listed_articles(words)
            if not missing or not set(missing).isdisjoint(each.missing)
        ][:limit]
    to_standard_output(map(_json if form == "jsonl" else _line, found))
    if not found:
        say("no article fulfils these conditions" if words or missing else "no article is in this ledger yet")
    sys.exit(DONE if found else PARTLY)


def _line(one: "ArticleCount") -> str:
    said = one.unread or counted(one.statements, "statement")
    lacks = f"  (no {', no '.join(one.missing)})" if one.missing else ""
    facts = (one.published or "undated", one.id, one.outlet or "–", one.byline or "–", said, one.doc)
    return unbroken("  ".join(facts) + lacks) + "\n"


def _json(one: "ArticleCount") -> str:
    names = ("id", "doc", "title", "outlet", "published", "byline", "language", "statements", "unread")
    row = {name: getattr(one, name) for name in names} | {"missing": list(one.missing)}
    return json.dumps(row, ensure_ascii=False) + "\n"
