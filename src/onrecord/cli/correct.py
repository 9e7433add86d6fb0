"""`onrecord correct`: an article's day, outlet or byline as they are; what follows from them is resolved again."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.cli.coding_options import coder_option, person
from onrecord.cli.filters import ledger_argument
from onrecord.cli.following import read_again, say_undo
from onrecord.cli.reading_options import Day, model_options, stages
from onrecord.cli.running import say
from onrecord.cli.terminal import unbroken
from onrecord.errors import UsageError


@click.command()
@ledger_argument
@click.argument("article", metavar="ARTICLE")
@click.option("--published", type=Day(), metavar="DATE", help="The day it appeared (2023-06-07).")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--byline", metavar="NAME", help="Who signed it.")
@coder_option
@model_options
def correct(
    ledger: Path,
    article: str,
    published: str | None,
    outlet: str | None,
    byline: str | None,
    coder: str,
    model: Path | None,
    workers: int | None,
) -> None:
    """Put right what was read wrongly of ARTICLE (a-..., or its file) of LEDGER: its day, its outlet, its byline.

    Each is a decision of its own, whose id (d-...) is printed: `onrecord undo` takes back the last of them, with
    --command all of them.  The article is read again with what holds: the days on which its statements were said, the
    chains by which they came and the speakers follow.  What people decided stays.
    """
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.model import SetFact  # noqa: PLC0415

    facts = {"published": published, "outlet": outlet, "byline": byline}
    changes = [SetFact(fact=fact, value=value) for fact, value in facts.items() if value is not None]  # type: ignore[arg-type]
    if not changes:
        raise UsageError(
            "say what is wrong: --published 2023-06-07, --outlet NAME or --byline NAME", code="usage"
        )
    who, now = person(coder), datetime.now(UTC)
    with Ledger.open(ledger) as opened:
        wanted = opened.article(article).id
        for change in changes:
            made = opened.decide(who, wanted, change, now=now, settles=False)
            click.echo(made.id)
            said = f"{change.fact} of {wanted} is {change.value} now, by {who.name}"
            say(unbroken(f"{said}; `onrecord undo {ledger} {made.id}` takes it back"))
        if len(changes) > 1:
            say_undo(opened, now)
        sys.exit(read_again(opened, wanted, stages(model, None, None, False), workers))
