"""`onrecord codebook`, `decide ... values` and codes in tables, as a person calls them."""

import json
from pathlib import Path

import pytest
from building import Keep, vote
from click.testing import CliRunner, Result

from onrecord.cli import group
from onrecord.ledger import Ledger

BRIDGE, LEAP = vote().statements
BOOK = """title = "Halvern"
[[concept]]
name = "bridge"
definition = "Whether the bridge opens by winter."
[[concept]]
name = "cost"
[[variable]]
name = "certainty"
type = "integer"
"""


def call(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(group, [str(argument) for argument in arguments])
    assert result.exit_code == code, (result.output, result.exception)
    return result


def refused(*arguments: object) -> str:
    return str(CliRunner().invoke(group, [str(argument) for argument in arguments]).exception)


@pytest.fixture
def debate(ledger: Ledger, keep: Keep) -> Path:
    keep(vote())
    ledger.close()
    book = ledger.path.with_name("book.toml")
    book.write_text(BOOK, encoding="utf-8")
    call("codebook", "import", ledger.path, book, "--coder", "Ann")
    return ledger.path


def row(debate: Path, of: str) -> dict[str, object]:
    lines = call("export", debate, "--format", "jsonl").stdout.splitlines()
    return next(each for each in map(json.loads, lines) if each["id"] == of)


def test_a_codebook_is_checked_taken_in_compared_and_written(debate: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.toml"
    assert "2 concepts and 1 variable" in call("codebook", "check", book).stderr
    assert "nothing had to be changed" in call("codebook", "import", debate, book).stderr
    call("codebook", "diff", book, debate)
    out = tmp_path / "out.toml"
    call("codebook", "export", debate, "--out", out)
    call("codebook", "diff", out, debate)
    out.write_text(out.read_text(encoding="utf-8").replace('"cost"', '"price"'), encoding="utf-8")
    assert call("codebook", "diff", debate, out, code=1).stdout.splitlines() == [
        "- concept cost",
        "+ concept price: price",
    ]
    assert book.read_text(encoding="utf-8") == BOOK


def test_concepts_are_renamed_merged_split_and_all_of_it_undone(debate: Path) -> None:
    call("decide", debate, BRIDGE.id, "code", "bridge", "agree", "--coder", "Ann")
    made = call("codebook", "rename", debate, "bridge", "crossing", "--coder", "Ben").stdout.strip()
    assert row(debate, BRIDGE.id)["codes"] == [{"concept": "crossing", "stance": "agree", "coder": "Ann"}]
    log = call("log", debate, "c-codebook").stdout
    assert "rename-concept c-codebook  concept=bridge name=crossing" in log
    call("undo", debate, made, "--coder", "Ben")
    split = call(
        "codebook", "split", debate, "bridge", "open", "pay", "--move", f"{BRIDGE.id}=pay", "--coder", "Ben"
    )
    assert row(debate, BRIDGE.id)["codes"] == [{"concept": "pay", "stance": "agree", "coder": "Ann"}]
    call("undo", debate, split.stdout.strip(), "--coder", "Ben")
    left = call("codebook", "split", debate, "bridge", "open", "pay", "--coder", "Ben")
    assert "1 code left on bridge" in left.stderr
    assert "no concept 'bridge'" in refused("codebook", "merge", debate, "bridge", "cost")


def test_a_ledger_without_a_codebook_gives_a_draft_of_what_is_coded(ledger: Ledger, keep: Keep) -> None:
    keep(vote())
    ledger.close()
    call("decide", ledger.path, BRIDGE.id, "code", "snow", "agree")
    draft = call("codebook", "export", ledger.path)
    assert 'name = "snow"' in draft.stdout
    assert "has no codebook" in draft.stderr
    assert "has no codebook" in refused("codebook", "rename", ledger.path, "snow", "ice")


def test_variables_are_decided_with_the_code_or_later(debate: Path) -> None:
    call("decide", debate, BRIDGE.id, "code", "bridge", "agree", "certainty=4", "--coder", "Ann")
    assert row(debate, BRIDGE.id)["values"] == [
        {
            "concept": "bridge",
            "coder": "Ann",
            "entry": 1,
            "stance": None,
            "scheme": "",
            "values": {"certainty": 4},
        }
    ]
    call("decide", debate, BRIDGE.id, "values", "bridge", "certainty=5", "--coder", "Ann")
    table = call("export", debate, "--format", "csv").stdout
    assert "bridge (Ann): certainty=5" in table
    assert "whole number" in refused("decide", debate, BRIDGE.id, "values", "bridge", "certainty=high")
    assert "no concept 'brige': did you mean bridge?" in refused(
        "decide", debate, BRIDGE.id, "code", "brige", "agree"
    )


def test_rows_with_variables_come_into_another_ledger(debate: Path, tmp_path: Path) -> None:
    call("decide", debate, BRIDGE.id, "code", "bridge", "agree", "certainty=4", "--coder", "Ann")
    call("codebook", "rename", debate, "bridge", "crossing", "--coder", "Ann")
    rows = tmp_path / "rows.jsonl"
    call("export", debate, "--format", "jsonl", "--texts", "--out", rows)
    other = tmp_path / "other.db"
    call("import", other, rows)
    assert row(other, BRIDGE.id)["codes"] == row(debate, BRIDGE.id)["codes"]
    assert row(other, BRIDGE.id)["values"] == row(debate, BRIDGE.id)["values"]
    call("codebook", "diff", debate, other)
    call("check", other)


def test_codes_come_in_as_a_table_by_statement_or_by_place(debate: Path, tmp_path: Path) -> None:
    start, end = LEAP.content[0].start, LEAP.content[-1].end
    table = tmp_path / "codes.csv"
    table.write_text(
        "statement;doc;start;end;concept;stance;coder;certainty;remark\n"
        f"{BRIDGE.id};;;;bridge;agree;;4;what of it\n"
        f";reports/vote.txt;{start};{end};cost;Disagree;Ben;;\n"
        f";reports/vote.txt;0;7;cost;agree;;;\n"
        f"{BRIDGE.id};;;;brigde;agree;;;\n"
        f"{BRIDGE.id};;;;bridge;perhaps;;;\n"
        "s-aaaaaaaaaaaaa;;;;bridge;agree;;;\n",
        encoding="utf-8-sig",
    )
    result = call("import", debate, table, "--coder", "Ann", code=1)
    assert "3 new decisions" in result.stderr
    assert "codes.csv, line 4: no statement lies at 0 to 7" in result.stderr
    assert (
        "codes.csv, line 5: the codebook 'Halvern' has no concept 'brigde': did you mean bridge?"
        in result.stderr
    )
    assert "codes.csv, line 6: 'perhaps' is no stance: it is agree, disagree, neither" in result.stderr
    assert "codes.csv, line 7: " in result.stderr
    assert row(debate, BRIDGE.id)["codes"] == [{"concept": "bridge", "stance": "agree", "coder": "Ann"}]
    assert row(debate, LEAP.id)["codes"] == [{"concept": "cost", "stance": "disagree", "coder": "Ben"}]
    assert (
        "0 new decisions, 2 rows held already, 4 rows refused"
        in call("import", debate, table, "--coder", "Ann", code=1).stderr
    )


def test_codes_come_in_as_json_lines_beside_statements(debate: Path, tmp_path: Path) -> None:
    rows = tmp_path / "codes.jsonl"
    code = {"statement": BRIDGE.id, "concept": "bridge", "stance": "agree", "values": {"certainty": 2}}
    rows.write_text(
        json.dumps(code) + "\n" + json.dumps(code | {"text": "other words"}) + "\n", encoding="utf-8"
    )
    result = call("import", debate, rows, "--coder", "Ann", code=1)
    assert "codes.jsonl, line 2: its text is 'other words'" in result.stderr
    assert row(debate, BRIDGE.id)["codes"] == [{"concept": "bridge", "stance": "agree", "coder": "Ann"}]


def test_a_table_that_names_no_concept_or_statement_is_refused(debate: Path, tmp_path: Path) -> None:
    table = tmp_path / "codes.csv"
    table.write_text("statement,stance\ns-x,agree\n", encoding="utf-8")
    assert "no column is called concept" in call("import", debate, table, code=2).stderr
    table.write_text("concept,stance\na,agree\n", encoding="utf-8")
    assert "no column names statements" in call("import", debate, table, code=2).stderr
