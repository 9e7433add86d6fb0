"""What a person sees: tables that fit, parts in colours."""

import io

import pytest
from building import article, protest, statement, vote
from rich.console import Console

from onrecord.cli.passage import is_coloured, legend, passage
from onrecord.cli.statement_table import print_table
from onrecord.model import Record, Span

RECORDS = [*vote().records(), *protest().records()]


def terminal(width: int = 80, *, no_color: bool = False) -> Console:
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="standard",
        no_color=no_color,
        legacy_windows=False,
    )


def printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def lines(width: int, records: list[Record]) -> list[str]:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    print_table(console, records)
    return printed(console).splitlines()


@pytest.mark.parametrize("width", [40, 80, 100, 120, 160])
def test_a_table_fits_the_screen(width: int) -> None:
    long = article("Word " * 200 + "\n")
    whole = statement(long, long.text.strip(), source="Word Word Word Word Word Word Word Word")
    assert all(len(line) <= width for line in lines(width, [*RECORDS, Record(article=long, statement=whole)]))


def test_a_wide_table_has_a_line_a_statement_with_all_its_parts() -> None:
    head, first, *others = lines(160, RECORDS)
    assert head.split() == ["published", "outlet", "source", "cue", "words", "kind", "id"]
    assert first.split("  ")[0] == "2023-06-04"
    for part in (
        "Halvern Courier",
        "Mayor Ines Orlo",
        "said",
        '"before the first snow"',
        "mixed",
        RECORDS[0].statement.id,
    ):
        assert part in first
    assert len(others) == 3


def test_a_narrow_table_has_two_lines_a_statement_and_the_beginning_of_its_id() -> None:
    _, first, second, *others = lines(80, RECORDS)
    assert "Mayor Ines Orlo" in first
    assert RECORDS[0].statement.id[:10] in first
    assert second.split("  ")[0] == "mixed"
    assert "Halvern Courier" in second
    assert len(others) == 6


def test_words_that_do_not_fit_end_with_an_ellipsis() -> None:
    long = article("Word " * 200 + "\n")
    record = Record(article=long, statement=statement(long, long.text.strip()))
    assert "…" in lines(160, [record])[1]
    assert "…" in lines(80, [record])[2]


def test_a_table_counts_its_rows_and_has_one_head() -> None:
    console = terminal(160)
    assert print_table(console, RECORDS * 40) == 160
    assert printed(console).count("published") == 1


def test_without_rows_there_is_nothing() -> None:
    assert lines(80, []) == []


def test_parts_have_colours_on_a_terminal_and_the_legend_has_the_same() -> None:
    report, (outer, inner) = protest().article, protest().statements
    shown = passage(report, Span(0, len(report.text)), [outer, inner], coloured=True)
    assert shown.plain == report.text.replace("\n", " ")
    styles = {shown.plain[span.start : span.end]: span.style for span in shown.spans}
    assert styles["Orlo"] == styles["Ferry captain Dana Rusk"] == "bold cyan"
    assert styles["told"] == "bold magenta"
    assert styles["the crews would keep their jobs"] == "bold green"
    named = legend(coloured=True)
    assert [(named.plain[span.start : span.end], span.style) for span in named.spans] == [
        ("content", "bold green"),
        ("cue", "bold magenta"),
        ("source", "bold cyan"),
    ]


def test_colours_are_used_where_they_are_seen() -> None:
    assert is_coloured(terminal())
    assert not is_coloured(terminal(no_color=True))
    assert not is_coloured(Console(file=io.StringIO()))


def test_a_statement_that_goes_on_in_another_block_is_marked_in_each() -> None:
    report = article("Orlo said: we will\n\nopen the bridge.")
    found = statement(report, "we will\n\nopen the bridge.")
    first, second = report.blocks
    assert passage(report, first.span, [found], coloured=False).plain == "Orlo said: [[we will]]"
    assert passage(report, second.span, [found], coloured=False).plain == "[[open the bridge.]]"
