"""Suggested codes as a table for a terminal, and the learning curve as lines."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.statement_table import one_line
from onrecord.coding.curve import Curve, Quality
from onrecord.model.coding import Suggestion
from onrecord.suggesting import Suggested

_WORDS = 30
"""The least width of a statement's words."""


def print_suggestions(console: Console, found: Iterable[Suggested]) -> None:
    """One row a suggestion; the statement stands beside the first of its own."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("sure", justify="right", no_wrap=True)
    table.add_column("concept", no_wrap=True, max_width=24, overflow="ellipsis")
    table.add_column("stance", no_wrap=True)
    table.add_column("speaker", no_wrap=True, max_width=20, overflow="ellipsis")
    table.add_column("statement", min_width=_WORDS, ratio=1)
    table.add_column("id", no_wrap=True, style="dim", max_width=12, overflow="ellipsis")
    for one in found:
        for place, each in enumerate(one.suggestions):
            table.add_row(*_row(one, each, first=place == 0))
    console.print(table)


def _row(one: Suggested, each: Suggestion, *, first: bool) -> Iterator[Text]:
    statement = one.record.statement
    speaker = statement.speaker.name if statement.speaker else one.record.source_words
    yield Text(f"{each.confidence:.2f}", style="" if each.shown else "dim")
    yield Text(one_line(each.concept), style="bold" if each.shown else "dim")
    yield Text(each.stance if each.shown else f"{each.stance}?", style="magenta" if each.shown else "dim")
    yield Text(one_line(speaker) if first else "")
    yield Text(one_line(one.record.words) if first else "")
    yield Text(statement.id if first else "")


def curve_lines(curve: Curve) -> Iterator[str]:
    """The verdict, F1 by number of coded statements, then by concept and of the sides."""
    yield curve.verdict
    if not curve.points:
        return
    yield ""
    yield f"{'coded':>5}  {'F1 of concepts':<20}  F1 of concept and stance together"
    for point in curve.points:
        yield f"{point.reviewed:>5}  {_quality(point.concepts):<20}  {_quality(point.codes)}"
    yield ""
    yield f"{'codes':>5}  {'F1':<20}  concept"
    for name, quality in curve.by_concept.items():
        yield f"{quality.count:>5}  {_quality(quality):<20}  {name}"
    if curve.stance is not None:
        yield f"{curve.stance.count:>5}  {_quality(curve.stance):<20}  stance, where a concept is coded (macro F1)"


def _quality(one: Quality) -> str:
    return f"{one.value:.2f} [{one.low:.2f}, {one.high:.2f}]"
