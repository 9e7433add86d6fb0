"""`onrecord reread`: the articles of a ledger, read by this model; every decision is kept."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.filters import ledger_argument
from onrecord.cli.reading_options import model_options, stages
from onrecord.cli.running import counted, progress, say, say_skipped
from onrecord.cli.status import BROKEN_OFF, DONE, PARTLY
from onrecord.model import Article, ArticleId, Skipped

if TYPE_CHECKING:
    from onrecord.ledger import Ledger

_PARTS = {
    "same": "found again",
    "new": "new",
    "gone": "no longer found",
    "moved": "with almost the same words",
    "needs_look": "no longer found and decided on: they need another look",
}


@click.command()
@ledger_argument
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--all", "everything", is_flag=True, help="Those too that this model has read already.")
@click.option("--force", is_flag=True, help="Read other languages too.")
@model_options
def reread(
    ledger: Path, ids: tuple[str, ...], everything: bool, force: bool, model: Path | None, workers: int | None
) -> None:
    """Read the articles of LEDGER again: all that another model read last, or those with the ids (a-...).

    Every decision is kept.  It holds for the statement with the same content, or almost the same; what people decided
    on and the newer reading no longer finds stays, and `onrecord statements LEDGER --review needs-look` lists it.
    Safe to break off: the same command goes on from there.
    """
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    chosen = stages(model, None, None, force)
    digest = chosen.load_model()
    with Ledger.open(ledger) as opened:
        wanted = _wanted(opened, ids, digest, everything)
        if not wanted:
            say(f"every article of {ledger} was read by this model already (--all reads them all the same)")
            sys.exit(DONE)
        run = opened.start_run(model_hash=digest, options={}, at=datetime.now(UTC), stage="rereading")
        totals = dict.fromkeys(_PARTS, 0)
        refused = done = 0
        try:
            with progress("reading", len(wanted)) as advance:
                for result in chosen.again(_articles(opened, wanted), workers):
                    advance()
                    if isinstance(result, Skipped):
                        say_skipped(result)
                        refused += 1
                        continue
                    change = opened.reread(run, result)
                    done += 1
                    totals = {part: totals[part] + getattr(change, part) for part in totals}
        except KeyboardInterrupt:
            say(f"broken off after {counted(done, 'article')}; the same command goes on from there")
            sys.exit(BROKEN_OFF)
        opened.link()
    said = "; ".join(f"{totals[part]} {words}" for part, words in _PARTS.items() if totals[part])
    say(f"{counted(done, 'article')} read again; statements: {said or 'none'}")
    sys.exit(PARTLY if refused else DONE)


def _wanted(ledger: "Ledger", ids: tuple[str, ...], digest: str, everything: bool) -> list[ArticleId]:
    if ids:
        return [ledger.article(one).id for one in ids]
    return [article.id for article in ledger.articles()] if everything else ledger.read_by_others(digest)


def _articles(ledger: "Ledger", wanted: list[ArticleId]) -> Iterator[Article]:
    for one in wanted:
        yield ledger.article(one)
