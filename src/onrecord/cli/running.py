"""Running a batch from the command line: progress on a terminal, reasons as they come, the exit status at the end."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from onrecord.cli.status import DONE, NOT_DONE, PARTLY
from onrecord.cli.terminal import plain

if TYPE_CHECKING:
    from onrecord.model import Skipped
    from onrecord.pipeline import Batch, Outcome


@dataclass(slots=True)
class Tally:
    """What a run came to: articles read and their statements, files known before, and what was not read and why.

    `undated` articles have no day of publication, `unnamed` ones no outlet.
    """

    articles: int = 0
    statements: int = 0
    known: int = 0
    unread: int = 0
    reasons: "list[Skipped]" = field(default_factory=list)
    undated: int = 0
    unnamed: int = 0

    def count(self, outcome: "Outcome") -> None:
        """Add one outcome.  An article in another language is kept, and counts as unread."""
        unread = sum(skipped.code == "language" for skipped in outcome.skipped)
        self.articles += len(outcome.readings) - unread
        self._count_lacking(outcome, 1)
        self.statements += sum(len(reading.statements) for reading in outcome.readings)
        self.known += outcome.known
        self.unread += unread
        self.reasons += outcome.skipped

    def count_as_known(self, outcome: "Outcome") -> None:
        """Take back an outcome that turned out to be another copy of what the ledger holds."""
        self.articles -= len(outcome.readings)
        self.statements -= sum(len(reading.statements) for reading in outcome.readings)
        self.known += 1
        self._count_lacking(outcome, -1)

    def _count_lacking(self, outcome: "Outcome", by: int) -> None:
        self.undated += by * sum(not reading.article.published for reading in outcome.readings)
        self.unnamed += by * sum(not reading.article.outlet for reading in outcome.readings)

    def refuse(self, skipped: "Skipped") -> None:
        """Add one refusal, and say why."""
        self.reasons.append(skipped)
        say_skipped(skipped)

    def summary(self) -> str:
        """What a run came to, in a line."""
        parts = [f"{counted(self.articles, 'article')} with {counted(self.statements, 'statement')} read"]
        if self.known:
            parts.append(f"{counted(self.known, 'file')} held already")
        if self.unread:
            parts.append(f"{self.unread} kept and not read")
        if refused := len(self.reasons) - self.unread:
            parts.append(f"{refused} refused")
        return ", ".join(parts)

    def lacking(self) -> str | None:
        """What is not known of the articles that were read, and what follows from it; None where nothing is missing."""
        parts = [
            *([f"{self.undated} without a day (words such as *Monday* stay open)"] if self.undated else []),
            *([f"{self.unnamed} without an outlet"] if self.unnamed else []),
        ]
        return f"of these articles {', '.join(parts)}" if parts else None

    @property
    def status(self) -> int:
        """0 all done, 1 with refusals or nothing found, 2 when nothing could be done at all."""
        if not self.articles and not self.known and not self.unread:
            return NOT_DONE
        found = self.statements or self.known
        return PARTLY if self.reasons or not found else DONE


def counted(number: int, what: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def say(message: str) -> None:
    """A line for people, on standard error, safe for a terminal."""
    click.echo(f"onrecord: {plain(message)}", err=True)


def refuse_nothing(paths: Sequence[str]) -> None:
    """Say of each folder that it is empty; end, where no path has anything to read: nothing is made for nothing."""
    from pathlib import Path  # noqa: PLC0415 - keeps `--help` quick

    from onrecord.reading import find  # noqa: PLC0415 - as above

    missing = [path for path in paths if path != "-" and not Path(path).exists()]
    empty = [path for path in paths if Path(path).is_dir() and next(find([path]), None) is None]
    for path in empty:
        say(f"{path}: there is no file in this folder (hidden ones are passed over)")
    if len(missing) + len(empty) == len(paths):
        for path in missing:
            say(f"{path}: there is no file or folder of that name")
        sys.exit(NOT_DONE)


def say_skipped(skipped: "Skipped") -> None:
    """Why a source gave nothing."""
    say(f"{skipped.doc}: {skipped.detail}")


def outcomes(batch: "Batch", paths: Sequence[str], tally: Tally) -> Iterator["Outcome"]:
    """The outcomes of the sources that the arguments name; reasons are said, and all is counted, as they come."""
    from onrecord.reading import find  # noqa: PLC0415 - keeps `--help` quick

    with _progress(paths) as advance:
        for outcome in batch.outcomes(find(paths)):
            tally.count(outcome)
            for skipped in outcome.skipped:
                say_skipped(skipped)
            yield outcome
            advance()


@contextmanager
def _progress(paths: Sequence[str]) -> Iterator["Callable[[], None]"]:
    """A bar for the files that the arguments name."""
    from onrecord.reading import find  # noqa: PLC0415 - keeps `--help` quick

    total = sum(1 for _ in find(paths)) if sys.stderr.isatty() else 0
    with progress("reading", total) as advance:
        yield advance


@contextmanager
def progress(what: str, total: int) -> Iterator["Callable[[], None]"]:
    """A bar on standard error where a person is looking and there is something to wait for; call what it gives once an
    item.
    """
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - keeps `--help` quick
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
