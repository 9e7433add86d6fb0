"""`onrecord dates`, run as users run it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import group

TEXT = (
    "# Talks on Velmora fail\n\nAnn Lee\n14 September 2022\n\n"
    "The minister said on Monday that the talks had failed, and that they would resume in October.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(group, ["dates", *arguments], input=given)


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_date_is_one_json_object_a_line_with_the_fields_of_the_contract(report: Path) -> None:
    result = run(str(report), "--format", "jsonl")
    assert result.exit_code == 0
    monday = TEXT.index("Monday")
    assert rows(result)[1] == {
        "doc": str(report),
        "start": monday,
        "end": monday + 6,
        "text": "Monday",
        "type": "DATE",
        "value": "2022-09-12",
        "edtf": "2022-09-12",
    }
    assert [row["value"] for row in rows(result)] == ["2022-09-14", "2022-09-12", "2022-10"]


def test_published_overrides_what_the_article_shows(report: Path) -> None:
    assert rows(run(str(report), "--published", "2031-03-04"))[1]["value"] == "2031-03-03"


def test_an_article_without_a_day_leaves_dates_open() -> None:
    (row,) = rows(run("-", given=b"The minister said on Monday that the talks had failed for good.\n"))
    assert (row["doc"], row["value"], row["edtf"]) == ("-", "XXXX-WXX-1", None)


def test_an_article_without_dates_is_exit_status_1(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "The minister said that the talks had failed, and nobody was to blame.\n", encoding="utf-8"
    )
    result = run(str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no dates found" in result.stderr


def test_the_others_are_read_when_one_is_refused(report: Path, tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n")
    result = run(str(tmp_path))
    assert result.exit_code == 1
    assert {row["doc"] for row in rows(result)} == {str(report)}
    assert "photo.txt: not a text" in result.stderr


def test_nothing_read_is_exit_status_2(tmp_path: Path) -> None:
    result = run(str(tmp_path / "gone.txt"))
    assert (result.exit_code, result.stdout) == (2, "")


def test_the_table_shows_words_and_values(report: Path) -> None:
    shown = run(str(report), "--format", "table").stdout
    assert "published 2022-09-14" in shown
    assert ["Monday", "DATE", "2022-09-12"] in [line.split() for line in shown.splitlines()]


def test_help_loads_no_stage() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from onrecord.cli import group\n"
        "CliRunner().invoke(group, ['dates', '--help'])\n"
        "print(*(name for name in ('onrecord.reading', 'onrecord.resolution', 'rich', 'numpy') if name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""
