"""`onrecord report`: one HTML page, of articles read now or of a ledger."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.reading_options import hint_options, model_options, stages
from onrecord.cli.running import Tally, counted, refuse_nothing, say
from onrecord.errors import UsageError
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.model import Reading, Skipped
    from onrecord.pipeline import Stages

LEDGER, PAGE = Path("onrecord.db"), Path("report.html")
_SHOWN = 12
_HEAD = 4_000  # characters of a page that say who made it


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|LEDGER")
@click.option(
    "--ledger", "ledger_path", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help=f"Where to keep articles and statements (default: {LEDGER}).",
)  # fmt: skip
@click.option(
    "--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), default=PAGE, show_default=True,
    help="The page; a file that OnRecord did not make is never overwritten.",
)  # fmt: skip
@click.option("--title", metavar="TEXT", help="What stands at the head of the page.")
@hint_options
@model_options
def report(
    paths: tuple[str, ...],
    ledger_path: Path | None,
    out: Path,
    title: str | None,
    published: str | None,
    outlet: str | None,
    force: bool,
    model: Path | None,
    workers: int | None,
) -> None:
    """Make one HTML page of articles, their statements and who made them.

    Give articles (files and folders): they are read into a ledger, and the page shows them.  Or give a ledger: the
    page shows all that is in it; where statements are coded, who stands with whom and how good the codes are too.
    The page needs nothing from elsewhere; open it in any browser, print it, mail it.

    \b
      onrecord report clippings/
      onrecord report debate.db --out debate.html

    Exit status: 0 done; 1 done, with some sources refused or no statements; 2 nothing done; 130 broken off.
    """
    from onrecord.ledger import Ledger, is_ledger  # noqa: PLC0415 - keeps `--help` quick

    _refuse_foreign(out)
    if out.absolute() == (ledger_path or LEDGER).absolute():
        raise UsageError(
            f"{out} cannot be both the ledger and the page: give --out another name", code="exists"
        )
    given = Path(paths[0])
    if len(paths) == 1 and given.is_file() and is_ledger(given):
        with Ledger.open(given) as ledger:
            found = _publish(ledger, None, list(ledger.skipped()), out, title)
            sys.exit(0 if found else 1)
    refuse_nothing(paths)
    chosen = stages(model, published, outlet, force)
    chosen.load_model()  # before a ledger is made, so that a wrong --model leaves none behind
    with Ledger.open(ledger_path or LEDGER, create=True) as ledger:
        sys.exit(_read_and_publish(ledger, chosen, paths, workers, out, title))


def _read_and_publish(
    ledger: "Ledger",
    chosen: "Stages",
    paths: Sequence[str],
    workers: int | None,
    out: Path,
    title: str | None,
) -> int:
    from onrecord.cli.storing import broken_off_told, say_stored, store  # noqa: PLC0415 - keeps `--help` quick

    tally = Tally()
    with broken_off_told(ledger.path, tally):
        ids = list(store(ledger, chosen, paths, workers, tally))
    say_stored(ledger.path, tally)
    if ids:
        _publish(ledger, list(dict.fromkeys(ids)), tally.reasons, out, title)
    return tally.status


def _publish(
    ledger: "Ledger", ids: Sequence[str] | None, skipped: "Sequence[Skipped]", out: Path, title: str | None
) -> bool:
    """Write the page and print the table; whether there was a statement."""
    from onrecord.cli.coded_debate import shown_of_codes  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.cli.writing import to_file  # noqa: PLC0415
    from onrecord.publishing.report import render  # noqa: PLC0415
    from onrecord.tabulating import outlets_compared  # noqa: PLC0415

    # A network is of all that is coded, so that it stands on a page of the whole ledger alone.
    debate, quality = shown_of_codes(ledger) if ids is None else (None, None)
    readings = list(ledger.readings(ids))
    said = (record for reading in readings for record in reading.records())
    page = render(
        readings,
        title=title,
        made=date.today().isoformat(),
        version=__version__,
        skipped=skipped,
        debate=debate,
        quality=quality,
        outlets=outlets_compared(ledger, said),
    )
    to_file(out, [page], overwrite=True)
    found = _print_table(readings)
    say(f"{out}: the page; open it in a browser")
    return found


def _print_table(readings: "Iterable[Reading]") -> bool:
    """The surest statement of each of the first articles by date, and how many there are; whether there was one."""
    from heapq import nsmallest  # noqa: PLC0415 - keeps `--help` quick

    from rich.console import Console  # noqa: PLC0415

    from onrecord.cli.statement_table import print_table  # noqa: PLC0415

    total, surest = 0, []
    for reading in readings:
        total += len(reading.statements)
        if reading.statements:
            surest.append(max(reading.records(), key=lambda record: record.statement.confidence))
            surest = nsmallest(_SHOWN, surest, key=lambda record: record.article.published or "9")
    sys.stderr.flush()
    print_table(Console(), surest)
    sys.stdout.flush()
    shown = f"{counted(total, 'statement')} in all; the table shows the surest of each article"
    say(shown if total else "no statements found")
    return total > 0


def _refuse_foreign(out: Path) -> None:
    """Raise UsageError where `out` is a file that no report of ours made."""
    from onrecord.publishing.report import is_report  # noqa: PLC0415 - keeps `--help` quick

    if not out.parent.is_dir():
        raise UsageError(f"{out} cannot be made: there is no folder {out.parent}", code="no-folder")
    if not out.exists():
        return
    try:
        with out.open(encoding="utf-8", errors="replace") as page:
            ours = is_report(page.read(_HEAD))
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}", code="cannot-write") from error
    if not ours:
        raise UsageError(
            f"{out} is there already and OnRecord did not make it: give another --out", code="exists"
        )
