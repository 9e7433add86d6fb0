"""`onrecord article`, run as users run it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import group
from onrecord.model import Article, Skipped
from onrecord.reading import Hints, read_bytes

TEXT = (
    "# Talks on Velmora fail\n\nAnn Lee\n14 September 2022\n\n"
    "The minister said that the talks had failed, and that nobody was to blame for it.\n\nShare on Facebook\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(group, ["article", *arguments], input=given)


def test_an_article_is_one_json_object_a_line_with_the_fields_of_the_contract(report: Path) -> None:
    result = run(str(report))
    assert result.exit_code == 0
    row = json.loads(result.stdout)
    assert row["doc"] == str(report)
    assert (row["title"], row["byline"], row["outlet"]) == ("Talks on Velmora fail", "Ann Lee", None)
    assert (row["published"], row["language"], row["text"]) == ("2022-09-14", "en", TEXT)
    roles = [
        (row["text"][block["start"] : block["end"]].strip("# "), block["role"]) for block in row["blocks"]
    ]
    assert roles[0] == ("Talks on Velmora fail", "heading")
    assert roles[-1] == ("Share on Facebook", "boilerplate")


def test_hints_override_what_the_source_shows(report: Path) -> None:
    row = json.loads(run(str(report), "--published", "2001-02-03", "--outlet", "Clippings").stdout)
    assert (row["published"], row["outlet"]) == ("2001-02-03", "Clippings")


@pytest.mark.parametrize("day", ["yesterday", "2023-02-30", "03/04/2023", "20230607"])
def test_a_published_that_is_no_day_is_wrong_usage(report: Path, day: str) -> None:
    result = run(str(report), "--published", day)
    assert result.exit_code == 2
    assert day in result.stderr


def test_the_others_are_shown_when_one_is_refused(report: Path, tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n")
    result = run(str(tmp_path))
    assert result.exit_code == 1
    assert [json.loads(line)["doc"] for line in result.stdout.splitlines()] == [str(report)]
    assert result.stderr.startswith(f"onrecord: {tmp_path}/photo.txt: not a text: a PNG image")


def test_a_fault_of_ours_costs_the_others_nothing(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(doc: str, data: bytes, *, hints: Hints) -> Iterator[Article | Skipped]:
        if "bad" in doc:
            raise ValueError("Invalid IPv6 URL")
        return read_bytes(doc, data, hints=hints)

    monkeypatch.setattr("onrecord.reading.read_bytes", faulty)
    (tmp_path / "bad.txt").write_text(TEXT, encoding="utf-8")
    result = run(str(tmp_path / "bad.txt"), str(report))
    assert result.exit_code == 1
    assert json.loads(result.stdout)["doc"] == str(report)
    assert "reading failed: ValueError: Invalid IPv6 URL" in result.stderr


def test_nothing_shown_is_exit_status_2(tmp_path: Path) -> None:
    result = run(str(tmp_path / "gone.txt"))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "gone.txt" in result.stderr


def test_a_dash_reads_standard_input() -> None:
    row = json.loads(run("-", given=TEXT.encode()).stdout)
    assert (row["doc"], row["text"]) == ("-", TEXT)


def test_the_table_shows_the_facts_and_each_block_with_its_role(report: Path) -> None:
    shown = run(str(report), "--format", "table").stdout
    assert "2022-09-14" in shown
    _, blocks = shown.split("\n\n", 1)
    assert [line.split()[0] for line in blocks.splitlines() if line.strip()][:3] == [
        "heading",
        "byline",
        "dateline",
    ]


def test_markdown_shows_the_blocks_and_never_renders_an_articles_markup(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(
        TEXT + "\nThe <script>alert(1)</script> was in the text & nobody said why it was.\n", encoding="utf-8"
    )
    shown = run(str(path), "--format", "markdown").stdout
    assert shown.startswith("# Talks on Velmora fail\n\n- doc: ")
    assert "~~Share on Facebook~~" in shown
    assert "&lt;script>alert(1)&lt;/script> was in the text &amp; nobody" in shown


@pytest.mark.parametrize("form", ["table", "markdown", "jsonl"])
def test_an_article_cannot_command_the_terminal(tmp_path: Path, form: str) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(
        f"The minister \x1b[2Jsaid\x9b31m that \x07 it was over and done with.\n\n{TEXT}", encoding="utf-8"
    )
    shown = run(str(path), "--format", form).stdout
    assert not {"\x1b", "\x9b", "\x07"} & set(shown)


def test_help_loads_no_stage() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from onrecord.cli import group\n"
        "CliRunner().invoke(group, ['article', '--help'])\n"
        "print(*(name for name in ('onrecord.reading', 'rich', 'lxml', 'numpy') if name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""
