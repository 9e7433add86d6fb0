"""The table for spreadsheets and data frames."""

import csv
import io
from dataclasses import replace

import pytest
from building import protest, vote
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import ActorId, Speaker
from onrecord.publishing import csv_table


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_holds_the_statement_and_its_article() -> None:
    (first, second) = table("".join(csv_table.lines(vote().records())))
    words = '"a leap in the dark"'
    start = vote().article.text.index(words)
    assert list(first) == list(csv_table.COLUMNS)
    assert second["text"] == f"the plan … {words}"
    assert second["source"] == "The engineer Tomas Wieck"
    assert second["content_spans"] == f"{start - 9}-{start - 1};{start}-{start + len(words)}"
    assert (second["start"], second["end"]) == (str(start - 9), str(start + len(words)))
    assert (second["confidence"], second["published"]) == ("0.625", "2023-06-04")


def test_what_is_not_known_is_an_empty_cell() -> None:
    (row, _) = table("".join(csv_table.lines(protest(title=None).records())))
    assert row["published"] == row["title"] == ""


def test_without_statements_there_is_the_header_alone() -> None:
    assert list(csv_table.lines([])) == [",".join(csv_table.COLUMNS) + "\r\n"]


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5%", "@here", "\tx", "\rx", "'=1+1", "''-"])
def test_what_a_spreadsheet_would_take_for_a_formula_is_guarded(text: str) -> None:
    assert csv_table.guarded(text) == f"'{text}"
    assert csv_table.freed(f"'{text}") == text


@pytest.mark.parametrize("text", ["'twas", "2023-06-04", "a=b", '"quoted"', "", "’=", " =1"])
def test_other_text_is_untouched(text: str) -> None:
    assert csv_table.guarded(text) == text == csv_table.freed(text)


@given(text=st.text(st.sampled_from("'=+-@\t\r\n\"ab, é\u2028") | st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_a_table(text: str) -> None:
    (row, _) = table("".join(csv_table.lines(vote(title=text, outlet=text).records())))
    assert row["title"][:1] not in {"=", "+", "-", "@", "\t", "\r"}
    assert csv_table.freed(row["title"]) == csv_table.freed(row["outlet"]) == text


def test_a_name_that_is_not_utf8_is_spelled_out() -> None:
    (_, line, _) = csv_table.lines(vote(doc="caf\udce9.txt").records())
    assert "caf\\udce9.txt" in line


def test_the_speakers_actor_has_a_column() -> None:
    reading = vote()
    first, *others = reading.statements
    speaker = Speaker(name="Tomas Wieck", type="person", actor=ActorId("p-aaaa"))
    changed = replace(reading, statements=(replace(first, speaker=speaker), *others))
    one, other = table("".join(csv_table.lines(changed.records())))
    assert (one["speaker"], one["speaker_id"]) == ("Tomas Wieck", "p-aaaa")
    assert other["speaker_id"] == ""
