"""`onrecord add`: articles into a ledger."""

import sys
from pathlib import Path

import click

from onrecord.cli.reading_options import hint_options, model_options, stages
from onrecord.cli.running import Tally, refuse_nothing, say


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--ledger", "ledger_path", required=True, metavar="LEDGER", type=click.Path(dir_okay=False, path_type=Path),
    help="The ledger to extend; it is made where there is none.",
)  # fmt: skip
@hint_options
@model_options
def add(
    paths: tuple[str, ...],
    ledger_path: Path,
    published: str | None,
    outlet: str | None,
    force: bool,
    model: Path | None,
    workers: int | None,
) -> None:
    """Read articles into a ledger, with their statements.

    Safe to repeat and to break off: what the ledger holds is recognised by its bytes and not read again, and every
    file is stored whole or not at all.

    \b
      onrecord add clippings/ --ledger debate.db
      onrecord add tribune.txt --ledger debate.db --outlet "The Tribune" --published 2031-03-07

    A PATH that is itself a ledger is joined: its articles, what was found in them, and every decision with its coder
    and time come in.  Nothing is overwritten, and where two coders differ is listed.

    What is in the ledger stays as it was read: --outlet and --published apply to files that are new to it.

    Exit status: 0 done; 1 done, with some sources refused; 2 nothing could be read; 130 broken off.
    """
    from onrecord.cli.joining import join_all  # noqa: PLC0415
    from onrecord.cli.storing import broken_off_told, say_stored, store  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.ledger import Ledger, is_ledger  # noqa: PLC0415

    refuse_nothing(paths)
    ledgers = [path for path in paths if is_ledger(Path(path))]
    paths = tuple(path for path in paths if path not in ledgers)
    if ledgers:
        joined = join_all(ledger_path, ledgers)
        if not paths:
            sys.exit(joined)
    tally, chosen = Tally(), stages(model, published, outlet, force)
    chosen.load_model()  # before a ledger is made, so that a wrong --model leaves none behind
    with Ledger.open(ledger_path, create=True) as ledger, broken_off_told(ledger_path, tally):
        for _ in store(ledger, chosen, paths, workers, tally):
            pass
    say_stored(ledger_path, tally)
    if tally.known and (published or outlet):
        say("what the ledger held already keeps its outlet and date; a new ledger takes the ones given")
    sys.exit(tally.status)
