"""Suggested codes as a table for a terminal, and the learning curve as lines."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.statement_table import WIDE, one_line
from onrecord.coding.curve import Curve, Quality, too_rare
from onrecord.model.coding import Suggestion
from onrecord.suggesting import Suggested

_GAP = 2
_LEAST = 12
"""The least width of a statement's words."""


def print_suggestions(console: Console, found: Sequence[Suggested]) -> None:
    """One row a suggestion; the statement stands beside the first of its own.

    On a narrow screen the speaker stands before the words, and ids are cut to what is long enough to be asked for.
    """
    wide = console.width >= WIDE
    names = [one_line(each.concept) for one in found for each in one.suggestions]
    columns = {"sure": 4, "concept": min(24 if wide else 14, max(map(len, ["concept", *names]))), "stance": 9}
    columns |= {"speaker": 20, "statement": 0, "id": 15} if wide else {"statement": 0, "id": 10}
    words = max(console.width - sum(columns.values()) - _GAP * (len(columns) - 1), _LEAST)
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold")
    for name, width in columns.items():
        table.add_column(
            name, width=width or words, no_wrap=bool(width), overflow="ellipsis" if width else "fold"
        )
    for one in found:
        for place, each in enumerate(one.suggestions):
            about = _about(one, wide=wide, width=columns["id"]) if place == 0 else ()
            table.add_row(*_suggested(each), *about)
    console.print(table)


def _suggested(each: Suggestion) -> Iterator[Text]:
    yield Text(f"{each.confidence:.2f}", style="" if each.shown else "dim")
    yield Text(one_line(each.concept), style="bold" if each.shown else "dim")
    yield Text(each.stance if each.shown else f"{each.stance}?", style="magenta" if each.shown else "dim")


def _about(one: Suggested, *, wide: bool, width: int) -> Iterator[Text]:
    statement = one.record.statement
    speaker = one_line(statement.speaker.name if statement.speaker else one.record.source_words)
    words = Text(one_line(one.record.words))
    if wide:
        yield Text(speaker)
        yield words
    else:
        yield Text.assemble((speaker, "bold"), ": ", words) if speaker else words
    yield Text(statement.id[:width], style="dim")


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
        named = f"stance, where a concept is coded (macro F1{too_rare(curve.rare)})"
        yield f"{curve.stance.count:>5}  {_quality(curve.stance):<20}  {named}"


def _quality(one: Quality) -> str:
    return f"{one.value:.2f} [{one.low:.2f}, {one.high:.2f}]"
