"""Statements as a table for a terminal, printed as they come."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from textwrap import wrap

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal import plain
from onrecord.model import Record

WIDE = 120
"""From so many columns on, a statement is one line with all its parts; on a narrower screen it is two."""

_AT_ONCE = 50  # rows laid out together: memory stays flat, and the first ones are seen at once

# Columns and their widths; 0 takes what is left.
_WIDE = {"published": 10, "outlet": 18, "source": 28, "cue": 12, "words": 0, "kind": 8, "id": 15}
_NARROW = {"published": 10, "source": 20, "words": 0, "id": 10}
_GAP = 2


def print_table(console: Console, records: Iterable[Record]) -> int:
    """Print one row a record; how many there were."""
    wide = console.width >= WIDE
    columns = _WIDE if wide else _NARROW
    words = max(console.width - sum(columns.values()) - _GAP * (len(columns) - 1), 10)
    rows = iter(records)
    count = 0
    for first in rows:
        table = _table(columns, words, header=count == 0)
        for record in chain([first], islice(rows, _AT_ONCE - 1)):
            table.add_row(*(_wide_row(record) if wide else _narrow_row(record, words)))
            count += 1
        console.print(table)
    return count


def one_line(text: str | None) -> str:
    """A text for one line of a terminal: blanks for line breaks, signs for control characters."""
    return re.sub(r"\s+", " ", plain(text or "")).strip()


def _table(columns: dict[str, int], words: int, *, header: bool) -> Table:
    table = Table(box=None, show_header=header, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold")
    for name, width in columns.items():
        table.add_column(name, width=width or words, no_wrap=True, overflow="ellipsis")
    return table


def _wide_row(record: Record) -> Iterator[Text]:
    yield Text(one_line(record.article.published), style="cyan")
    yield Text(one_line(record.article.outlet))
    yield Text(_who(record), style="bold")
    yield Text(one_line(record.cue_words), style="magenta")
    yield Text(one_line(record.words))
    yield Text(record.statement.kind, style="dim")
    yield Text(record.statement.id, style="dim")


def _narrow_row(record: Record, width: int) -> Iterator[Text]:
    """Two lines: outlet under source, kind under date, the words over both."""
    said, cue = one_line(record.words), one_line(record.cue_words)
    # "declined · to comment": without its cue a denial would read like a promise
    words = wrap(f"{cue} · {said}" if cue else said, width, max_lines=2, placeholder=" …")
    yield _two(
        Text(one_line(record.article.published) or "–", style="cyan"),
        Text(record.statement.kind, style="dim"),
    )
    yield _two(Text(_who(record) or "–", style="bold"), Text(one_line(record.article.outlet)))
    yield Text("\n".join(words))
    yield Text(record.statement.id[: _NARROW["id"]], style="dim")


def _who(record: Record) -> str:
    """The speaker's name, with a question mark while it is doubtful; the words of the source where nobody found out."""
    speaker = record.statement.speaker
    if speaker is None:
        return one_line(record.source_words)
    return f"{one_line(speaker.name)} ?" if speaker.doubtful else one_line(speaker.name)


def _two(above: Text, below: Text) -> Text:
    return Text("\n").join([above, below])
