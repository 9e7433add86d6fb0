"""`onrecord network`, as a person calls it."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result
from studies import DATES, QUARREL, dna_file

from onrecord.cli.network import network
from onrecord.errors import InputError, UsageError


def call(*arguments: object) -> Result:
    return CliRunner().invoke(network, [str(argument) for argument in arguments])


def done(*arguments: object) -> str:
    found = call(*arguments)
    assert found.exit_code == 0, (found.output, found.exception)
    return found.stdout


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_json_has_rows_columns_matrix_and_what_it_was_made_by(tmp_path: Path) -> None:
    found = json.loads(done(dna_file(tmp_path), "--aggregation", "congruence", "--rules", "dna"))
    assert found["rows"] == found["columns"] == ["Anglers", "Farmers", "Ministry"]
    assert found["matrix"] == [[0, 1, 0], [1, 0, 2], [0, 2, 0]]
    settings = found["settings"]
    assert settings["rules"] == "dna"
    assert (settings["rows"], settings["columns"], settings["qualifier"]) == (
        "organization",
        "concept",
        "agreement",
    )
    assert settings["source"]["statement_type"] == "DNA Statement"


def test_a_matrix_as_csv_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    rows = [*QUARREL, (1, "=2+3", "build", 1, 1, "calm")]
    head, *body = table(done(dna_file(tmp_path, rows), "--mode", "two", "--format", "csv"))
    assert "rules=onrecord" in head[0]
    assert head[1:] == ["build", "pay", "salmon"]
    assert body[0] == ["'=2+3", "1", "0", "0"]
    assert body[3] == ["Ministry", "2", "1", "0"]


def test_ties_as_csv_have_each_pair_once(tmp_path: Path) -> None:
    text = done(dna_file(tmp_path), "--aggregation", "subtract", "--format", "edges")
    assert table(text) == [
        ["row", "column", "weight", "rules"],
        ["Anglers", "Ministry", "-3", "onrecord"],
        ["Farmers", "Ministry", "1", "onrecord"],
    ]


def test_events_are_the_statements_with_their_words(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    head, *rows = table(
        done(path, "--mode", "events", "--format", "csv", "--exclude", "organization=Anglers")
    )
    assert head[:7] == ["statement_id", "time", "organization", "concept", "agreement", "strength", "tone"]
    assert len(rows) == 5
    assert rows[0][:7] == ["1", "2024-01-08T09:30:00", "Ministry", "build", "1", "2", "calm"]
    assert dict(zip(head, rows[0], strict=True))["text"] == "dam"
    events = json.loads(done(path, "--mode", "events"))["events"]
    assert [event["statement"] for event in events] == [str(number) for number in range(1, 9)]
    assert events[0]["values"]["concept"] == "build"


def test_a_series_is_one_json_or_one_list_or_a_file_each(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    windows = ("--window", "months", "--size", 1)
    found = json.loads(done(path, *windows))
    assert [each["period"]["middle"][:7] for each in found["networks"]][:2] == ["2024-01", "2024-02"]
    assert found["networks"][0]["rows"] == ["Anglers", "Ministry"]
    assert found["settings"]["window"] == "months"
    assert table(done(path, *windows, "--format", "edges"))[0][:4] == ["start", "middle", "stop", "row"]
    done(path, *windows, "--format", "gexf", "--out", tmp_path / "dam.gexf")
    assert len(list(tmp_path.glob("dam-0??-20*.gexf"))) == len(found["networks"])
    assert (tmp_path / "dam-001-2024-01-08.gexf").exists()
    assert isinstance(call(path, *windows, "--format", "gexf").exception, UsageError)


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    done(dna_file(tmp_path), "--out", out)
    assert isinstance(call(tmp_path / "dam.dna", "--out", out).exception, UsageError)
    done(tmp_path / "dam.dna", "--out", out, "--overwrite")


def test_what_ucinet_has_no_place_for_lies_beside(tmp_path: Path) -> None:
    done(dna_file(tmp_path), "--format", "dl", "--out", tmp_path / "dam.dl")
    assert json.loads((tmp_path / "dam.dl.settings.json").read_text())["rules"] == "onrecord"


def test_dates_reach_to_the_end_of_what_they_name(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    assert json.loads(done(path, "--to", "2024"))["statements"] == 5
    assert json.loads(done(path, "--from", "2024-01-09", "--to", "2025-01"))["statements"] == 5
    assert json.loads(done(path, "--from", "2024-01-08T10:00"))["statements"] == 5
    for spelling in ("soon", "20240607", "2024-W23"):
        assert isinstance(call(path, "--to", spelling).exception, UsageError)
    assert isinstance(call(path, "--from", "2025", "--to", "2024").exception, UsageError)


def test_one_row_alone_is_told_and_none_at_all_is_status_one(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    alone = call(path, "--include", "organization=Farmers")
    assert alone.exit_code == 0
    assert json.loads(alone.stdout)["matrix"] == [[0]]
    assert "nobody to tie" in alone.stderr
    nobody = call(path, "--include", "organization=Nobody")
    assert nobody.exit_code == 1
    assert json.loads(nobody.stdout)["matrix"] == []
    assert "no statement" in nobody.stderr


def test_names_that_are_not_there_are_told_with_those_that_are(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    assert "organization, concept, agreement" in str(call(path, "--rows", "actor").exception)
    assert "DNA Statement, Annotation" in str(call(path, "--statement-type", "Claim").exception)
    assert "Admin, Vera" in str(call(path, "--coder", "Otto").exception)
    assert "no statement of the type Annotation" in str(
        call(path, "--statement-type", "Annotation").exception
    )
    assert "VARIABLE=VALUE" in str(call(path, "--exclude", "Anglers").exception)


def test_a_coder_alone(tmp_path: Path) -> None:
    path = dna_file(tmp_path, change="UPDATE STATEMENTS SET Coder = 1 WHERE ID = 1")
    assert json.loads(done(path, "--coder", "Vera"))["statements"] == 7
    assert json.loads(done(path, "--mode", "two", "--exclude", "coder=Vera"))["statements"] == 1


def test_what_is_neither_ledger_nor_dna_is_refused_and_stays(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("nothing coded")
    found = call(text)
    assert isinstance(found.exception, InputError)
    assert "neither a ledger" in str(found.exception)
    assert text.read_text() == "nothing coded"


@pytest.mark.parametrize("form", ["json", "csv", "edges", "graphml", "visone", "gexf", "dl", "net"])
@pytest.mark.parametrize("mode", ["one", "two"])
def test_odd_names_come_through_every_format(tmp_path: Path, form: str, mode: str) -> None:
    odd = '🌊 "R&D" <b>\x00\x07é\u2028'
    rows: list[Any] = [(1, name, "say -- \n& do", 1, 1, "calm") for name in (odd[:17], "L" * 300, "Plain")]
    path = dna_file(tmp_path, rows, dates=DATES)
    out = tmp_path / f"out.{form}"
    done(path, "--mode", mode, "--format", form, "--out", out)
    text = out.read_bytes().decode()
    assert "L" * 300 in text
    assert "🌊" in text
    if form in ("graphml", "visone", "gexf"):
        nodes = [each for each in ET.fromstring(text).iter() if each.tag.endswith("}node")]  # noqa: S314 - our own
        assert len(nodes) == (3 if mode == "one" else 4)


def test_a_dna_file_has_no_day_on_which_something_was_said(tmp_path: Path) -> None:
    found = call(dna_file(tmp_path), "--day", "said")
    assert isinstance(found.exception, UsageError)
    assert found.exception.code == "no-day"
