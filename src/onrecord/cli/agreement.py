"""`onrecord agreement`: how far coders agree, variable by variable."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from onrecord.cli.filters import Conditions, filter_options, ledger_argument, selection
from onrecord.cli.running import say
from onrecord.cli.status import DONE, PARTLY
from onrecord.cli.terminal import plain
from onrecord.cli.writing import to_standard_output

if TYPE_CHECKING:
    from rich.table import Table

    from onrecord.review.agreement import Agreement, Estimate, Row

_NONE = "–"
_FEW = 10

_RULE = (
    "A rule of thumb (Krippendorff), and no law: rely on a variable from alpha 0.800 on; from 0.667 on draw tentative "
    "conclusions; below that draw none. Go by the lower end of the interval, and by what a wrong value would cost."
)


@click.command()
@ledger_argument
@click.option(
    "--coder",
    "coders",
    multiple=True,
    metavar="NAME",
    help="Compare this one; give it twice or more (if not given: every person who decided something).",
)
@filter_options
@click.option(
    "--seed", type=click.IntRange(0), default=1, metavar="N", help="Which bootstrap samples are drawn (1)."
)
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", help="What to print."
)
def agreement(ledger: Path, coders: tuple[str, ...], seed: int, form: str, **conditions: Any) -> None:
    """Show how far the coders of LEDGER agree, on each variable that two of them gave values to.

    Percent, Krippendorff's alpha with its 95% interval (for content and source in the text: alpha for unitising), and
    Cohen's kappa for two coders or Fleiss' for more.  Decisions that settled a disagreement do not count: they were
    made in sight of the others'.  Rejected statements do.

    \b
      onrecord agreement debate.db
      onrecord agreement debate.db --coder Ann --coder Ben --outlet "The Quay"
    """
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.review.agreement import agreement as measure  # noqa: PLC0415 - as above

    chosen = selection(cast("Conditions", {**conditions, "review": "all"}))
    with Ledger.open(ledger) as opened:
        found = measure(opened, coders, chosen, seed=seed)
    if not found.rows:
        say(f"{', '.join(found.coders)} have no statement in common that fulfils these conditions")
        sys.exit(PARTLY)
    if form == "jsonl":
        to_standard_output(_json(found))
    else:
        _print(found, ledger)
    sys.exit(DONE)


# To leave out statements by what people made of them would be to leave out what coders differ on.
agreement.params = [option for option in agreement.params if option.name != "review"]


def _json(found: "Agreement") -> Iterator[str]:
    from onrecord.publishing.jsonl import line  # noqa: PLC0415 - keeps `--help` quick

    shared = {"names": found.coders, "draws": found.draws, "seed": found.seed}
    for row in found.rows:
        yield line(asdict(row) | shared)


def _print(found: "Agreement", ledger: Path) -> None:
    from rich.console import Console  # noqa: PLC0415 - only here, where a person looks

    console = Console(highlight=False)
    console.print(plain(", ".join(found.coders)), markup=False)
    console.print()
    console.print(_table(found))
    console.print()
    for note in (*_legend(found), "", _RULE, ""):
        console.print(plain(note), markup=False)
    # Lines to be copied are left whole.
    for line in (
        f"where they differ      onrecord statements {ledger} --review contested",
        f"to settle it           onrecord review {ledger} --queue disagreements",
    ):
        console.print(plain(line), markup=False, soft_wrap=True)


def _table(found: "Agreement") -> "Table":
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("variable", overflow="fold", min_width=12)
    for name in ("units", "coders", "percent", "alpha [95%]", "kappa"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in found.rows:
        table.add_row(*(Text(plain(cell)) for cell in _cells(row)))
    return table


def _cells(row: "Row") -> Iterator[str]:
    yield row.variable
    yield f"{row.units:,}" if row.unit == "statement" else f"{row.units:,} art."
    yield str(row.coders)
    yield _NONE if row.percent.value is None else f"{row.percent.value:.1%}"
    yield _with_interval(row.alpha)
    yield _figure(row.kappa.value)


def _with_interval(estimate: "Estimate") -> str:
    if estimate.low is None or estimate.high is None:
        return _figure(estimate.value)
    return f"{_figure(estimate.value)} [{_figure(estimate.low)}, {_figure(estimate.high)}]"


def _figure(value: float | None) -> str:
    return _NONE if value is None else f"{value:.3f}"


def _legend(found: "Agreement") -> Iterator[str]:
    samples = f"{found.draws:,} bootstrap samples of articles (seed {found.seed})"
    yield f"alpha: Krippendorff's; in brackets the middle 95% of {samples}."
    if any(row.articles < _FEW for row in found.rows):
        yield f"An interval that rests on fewer than {_FEW} articles says little."
    if any(row.unit == "article" for row in found.rows):
        yield "in the text: alpha for unitising, percent of characters; articles that two coders went through."
    names = {row.kappa_name for row in found.rows}
    if "cohen" in names:
        yield "kappa: Cohen's, where two coders gave values."
    if "fleiss" in names:
        yield "kappa: Fleiss', of the statements that every one of the coders gave a value to."
    if any(_is_blank(row) for row in found.rows):
        yield f"{_NONE}: not to be said, mostly since all values are the same: chance would give that too."


def _is_blank(row: "Row") -> bool:
    return row.alpha.value is None or (row.kappa_name is not None and row.kappa.value is None)
