"""Parquet, read back by pyarrow."""

import importlib
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from building import protest, vote

from onrecord.errors import UsageError
from onrecord.model import CodeValues, Valued
from onrecord.publishing import parquet


def test_without_pyarrow_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'onrecord\[parquet\]'"):
        parquet.require()


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    records = [*vote().records(), *protest().records()]
    parquet.write(iter(records), tmp_path / "out.parquet")
    table = importlib.import_module("pyarrow.parquet").read_table(tmp_path / "out.parquet")
    assert table.column_names == list(parquet.COLUMNS)
    rows = table.to_pylist()
    assert [row["text"] for row in rows] == [record.words for record in records]
    assert [(each["start"], each["end"]) for each in rows[1]["content"]] == [
        (span.start, span.end) for span in records[1].statement.content
    ]
    assert (rows[0]["published_day"], rows[2]["published_day"]) == (date(2023, 6, 4), None)
    assert (rows[0]["speaker"], rows[0]["via"], rows[0]["corrected"]) == (None, [], False)


def test_the_variables_of_codes_are_a_list(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    first, _ = vote().records()
    values = (Valued(variable="certainty", value=4), Valued(variable="urgent", value=True))
    coded = replace(first, values=(CodeValues(concept="bridge", coder="Ann", values=values),))
    parquet.write(iter([coded]), tmp_path / "out.parquet")
    table = importlib.import_module("pyarrow.parquet").read_table(tmp_path / "out.parquet")
    (row,) = table.to_pylist()
    assert [(each["concept"], each["entry"], each["variable"], each["value"]) for each in row["values"]] == [
        ("bridge", 1, "certainty", "4"),
        ("bridge", 1, "urgent", "yes"),
    ]


def test_without_statements_there_are_columns_alone(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    parquet.write(iter([]), tmp_path / "out.parquet")
    table = importlib.import_module("pyarrow.parquet").read_table(tmp_path / "out.parquet")
    assert (table.num_rows, table.column_names) == (0, list(parquet.COLUMNS))


def test_it_is_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    monkeypatch.setattr(parquet, "_GROUP", 3)
    parquet.write(iter(vote().records() * 4), tmp_path / "out.parquet")
    file = importlib.import_module("pyarrow.parquet").ParquetFile(tmp_path / "out.parquet")
    assert (file.metadata.num_rows, file.num_row_groups) == (8, 3)
