"""Reading sources into a ledger: what `add` and `report` share."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.running import Tally, outcomes, say
from onrecord.cli.status import BROKEN_OFF
from onrecord.errors import InputError
from onrecord.ledger import Ledger, RunId
from onrecord.model import ArticleId, Skipped
from onrecord.pipeline import Batch, Stages

if TYPE_CHECKING:
    from onrecord.pipeline import Outcome


def store(
    ledger: Ledger, stages: Stages, paths: Sequence[str], workers: int | None, tally: Tally
) -> Iterator[ArticleId]:
    """Read the sources into the ledger, each in a transaction of its own; the ids of their articles, as they come.

    Sources whose bytes the ledger holds are passed over (counted in `tally.known`), so that a run which was broken
    off goes on where it stopped.
    """
    run = ledger.start_run(model_hash=stages.load_model(), options=_options(stages), at=datetime.now(UTC))
    known = partial(
        ledger.holds_source, unskipped=stages.hints.force
    )  # --force reads what was left unread before
    batch = Batch(stages=stages, workers=workers, known=known)
    for outcome in outcomes(batch, paths, tally):
        yield from _store_one(ledger, run, outcome, tally)
    ledger.link()  # broken off before, the next run does it


def say_stored(path: Path, tally: Tally) -> None:
    """Say what a run came to, and what is not known of the articles that it read."""
    say(f"{path}: {tally.summary()}")
    if lacking := tally.lacking():
        say(
            f"{lacking}: `onrecord articles {path} --missing day --missing outlet` lists them, `onrecord correct` mends"
        )


@contextmanager
def broken_off_told(path: Path, tally: Tally) -> Iterator[None]:
    """Ctrl-C inside ends the command with a sentence: what was stored stays, and the next run goes on from there."""
    try:
        yield
    except KeyboardInterrupt:
        say(f"broken off; {path}: {tally.summary()}; the same command goes on from there")
        sys.exit(BROKEN_OFF)


def _options(stages: Stages) -> dict[str, str]:
    hints = stages.hints
    given = {"published": hints.published, "outlet": hints.outlet, "force": "yes" if hints.force else None}
    return {name: value for name, value in given.items() if value is not None}


def _store_one(ledger: Ledger, run: RunId, outcome: "Outcome", tally: Tally) -> list[ArticleId]:
    if outcome.known and outcome.source_hash is not None:
        return ledger.article_ids(outcome.source_hash)
    if outcome.source_hash is None or not outcome.readings:
        ledger.store_skipped(run, outcome.doc, outcome.skipped, source_hash=outcome.source_hash)
        return []
    try:
        stored = ledger.store_source(run, outcome.doc, outcome.source_hash, outcome.readings, outcome.skipped)
    except InputError as error:
        refused = Skipped(doc=outcome.doc, code=error.code, detail=str(error))
        ledger.store_skipped(run, outcome.doc, [refused], source_hash=outcome.source_hash)
        tally.refuse(refused)
        return []
    if not stored.new and not outcome.skipped:
        tally.count_as_known(outcome)
    return [reading.article.id for reading in outcome.readings]
