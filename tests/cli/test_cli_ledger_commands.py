"""The commands that look into a ledger: what they print, where, and with which exit status."""

import csv
import io
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import article, protest, statement, vote
from click.testing import CliRunner, Result

from onrecord.cli.check import check
from onrecord.cli.export import export
from onrecord.cli.search import search
from onrecord.cli.show import show
from onrecord.cli.statements import statements
from onrecord.cli.status import DONE, PARTLY
from onrecord.errors import LedgerError, UsageError
from onrecord.ledger import Ledger
from onrecord.model import Reading, Skipped

ORLO, WIECK = vote().statements
RUSK, WITHIN = protest().statements


def store(path: Path, *readings: Reading) -> Path:
    with Ledger.open(path, create=True) as ledger:
        run = ledger.start_run(model_hash="m0", options={}, at=datetime(2024, 3, 1, tzinfo=UTC))
        for reading in readings:
            ledger.store_source(run, reading.article.doc, reading.article.source_hash, [reading], [])
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with two reports of two statements each."""
    return store(tmp_path / "debate.db", vote(), protest())


def run(command, *arguments: object) -> Result:
    result = CliRunner().invoke(command, [str(each) for each in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def ids(result: Result) -> list[str]:
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


def test_statements_are_json_lines_where_no_terminal_is(path: Path) -> None:
    result = run(statements, path)
    assert ids(result) == [ORLO.id, WIECK.id, RUSK.id, WITHIN.id]
    assert (result.exit_code, result.stderr) == (DONE, "")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--source", "orlo"], [ORLO.id, WITHIN.id]),
        (["--outlet", "the quay"], [RUSK.id, WITHIN.id]),
        (["--kind", "mixed"], [ORLO.id, WIECK.id]),
        (["--act", "attitude"], [WIECK.id]),
        (["--speech-only", "--kind", "mixed"], [ORLO.id]),
        (["--since", "2023-06", "--until", "2023-06"], [ORLO.id, WIECK.id]),
        (["--words", '"a leap"'], [WIECK.id]),
        (["--article", protest().article.id[:8]], [RUSK.id, WITHIN.id]),
        (["--min-confidence", "0.95"], [ORLO.id]),
        (["--limit", "1"], [ORLO.id]),
    ],
)
def test_statements_and_exports_are_filtered(path: Path, options: list[str], found: list[str]) -> None:
    assert ids(run(statements, path, *options)) == found
    if "--limit" not in options:
        assert ids(run(export, path, "--format", "jsonl", *options)) == found


def test_statements_can_be_a_table_of_cells(path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(statements, path, "--format", "csv").stdout, newline="")))
    assert [row["id"] for row in rows] == [ORLO.id, WIECK.id, RUSK.id, WITHIN.id]


def test_nothing_found_is_said_and_is_exit_status_1(path: Path) -> None:
    for command in ([statements, path], [export, path, "--format", "jsonl"]):
        result = run(*command, "--source", "zebra")
        assert (result.exit_code, result.stdout) == (PARTLY, "")
        assert "no statement" in result.stderr


def test_a_date_that_is_none_and_a_missing_ledger_are_errors_of_ours(path: Path) -> None:
    with pytest.raises(UsageError, match="no date"):
        run(statements, path, "--since", "June")
    with pytest.raises(LedgerError, match="onrecord add"):
        run(statements, path.with_name("typo.db"))


def test_a_statement_is_shown_in_its_place_with_its_parts_marked(path: Path) -> None:
    result = run(show, path, WIECK.id[:6])
    assert result.exit_code == DONE
    head, gap, before, itself, legend = result.stdout.strip().split("\n\n")
    assert (
        head
        == f"{vote().article.title}\nHalvern Courier · 2023-06-04\n{vote().article.id} · reports/vote.txt"
    )
    assert gap == "[…]"
    assert before.startswith("HALVERN, 4 June.")
    assert itself == (
        "Critics are not convinced. {{The engineer Tomas Wieck}} ((called)) [[the plan]] "
        '[["a leap in the dark"]].'
    )
    assert legend.splitlines()[0] == "[[content]]  ((cue))  {{source}}"
    assert WIECK.id in legend


def test_an_article_is_shown_whole_with_statements_inside_each_other(path: Path) -> None:
    result = run(show, path, protest().article.id)
    shown = result.stdout.split("\n\n")
    assert shown[2] == (
        "{{Ferry captain Dana Rusk}} ((told)) reporters "
        "[[that {{Orlo}} had ((said)) [[the crews would keep their jobs]]]]."
    )
    assert shown[3] == "A spokesman declined to comment."
    assert f"{WITHIN.id}  Orlo: the crews would keep their jobs" in result.stdout


def test_an_article_without_statements_is_shown_too(tmp_path: Path) -> None:
    path = store(tmp_path / "bare.db", Reading(article=article(), statements=()))
    assert "No statements were found" in run(show, path, article().id).stdout


def test_an_article_that_was_left_unread_is_shown_with_the_reason(tmp_path: Path) -> None:
    report = article(language="nl")
    with Ledger.open(tmp_path / "bare.db", create=True) as ledger:
        run_id = ledger.start_run(model_hash="m0", options={}, at=datetime(2024, 3, 1, tzinfo=UTC))
        reason = Skipped(doc=report.doc, code="language", detail="it is in Dutch; give --force to read it")
        unread = Reading(article=report, statements=())
        ledger.store_source(run_id, report.doc, report.source_hash, [unread], [reason])
    assert "it is in Dutch" in run(show, tmp_path / "bare.db", report.id).stdout


@pytest.mark.parametrize("given", ["s-zzzzzz", "a-zzzzzz", "x", "s-1"])
def test_an_id_that_nothing_has_is_exit_status_1(path: Path, given: str) -> None:
    result = run(show, path, given)
    assert (result.exit_code, result.stdout) == (PARTLY, "")
    assert given in result.stderr


def test_search_shows_ids_and_the_words_in_their_sentence(path: Path) -> None:
    result = run(search, path, "leap", "dark")
    assert result.exit_code == DONE
    assert WIECK.id in result.stdout
    assert vote().article.id in result.stdout
    assert 'the plan "a [[leap]] in the [[dark]]"' in result.stdout


def test_search_finds_nothing_with_exit_status_1(path: Path) -> None:
    result = run(search, path, "zebra")
    assert (result.exit_code, result.stdout) == (PARTLY, "")
    assert "nothing holds" in result.stderr


def test_an_export_has_the_article_of_each_statement(path: Path) -> None:
    rows = [json.loads(line) for line in run(export, path, "--format", "jsonl").stdout.splitlines()]
    assert [row["article"]["id"] for row in rows] == [vote().article.id] * 2 + [protest().article.id] * 2


def test_an_export_into_a_file_is_the_one_to_standard_output(path: Path, tmp_path: Path) -> None:
    for form in ("csv", "jsonl"):
        out = tmp_path / f"out.{form}"
        result = run(export, path, "--format", form, "--out", out)
        assert (result.exit_code, result.stdout) == (DONE, "")
        assert out.read_bytes() == run(export, path, "--format", form).stdout_bytes
    assert sorted(each.name for each in tmp_path.glob("*out*")) == ["out.csv", "out.jsonl"]


def test_an_export_replaces_a_file_only_when_told_to(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("mine")
    with pytest.raises(UsageError, match="--overwrite"):
        run(export, path, "--format", "csv", "--out", out)
    assert out.read_text() == "mine"
    run(export, path, "--format", "csv", "--out", out, "--overwrite")
    assert out.read_text().startswith("id,article,")


def test_an_export_never_replaces_a_ledger(path: Path) -> None:
    with pytest.raises(UsageError, match="is a ledger"):
        run(export, path, "--format", "csv", "--out", path, "--overwrite")
    assert run(check, path).exit_code == DONE


def test_an_export_that_fails_leaves_no_file(path: Path, tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        run(export, path, "--format", "csv", "--out", tmp_path / "out.csv", "--article", "a-zzzz")
    with pytest.raises(UsageError, match="cannot be written"):
        run(export, path, "--format", "csv", "--out", tmp_path / "nowhere" / "out.csv")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_check_says_what_was_checked_and_that_it_is_whole(path: Path) -> None:
    result = run(check, path)
    assert result.exit_code == DONE
    assert "checked: search indexes" in result.stdout
    assert result.stdout.endswith("is whole: 2 articles, 4 statements\n")


def test_check_names_each_problem_with_exit_status_1(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(b"before the first snow", b"before the first rain"))
    result = run(check, path)
    assert result.exit_code == PARTLY
    assert f"text-hash: the text of article {vote().article.id}" in result.stdout
    assert "is not whole" in result.stdout


def test_no_control_character_of_an_article_reaches_the_terminal(tmp_path: Path) -> None:
    report = article('Mayor \x1b[2JOrlo said "no\x1b]0;title\x07 way".', title="\x1b[31mred", outlet="\x9b1m")
    found = statement(report, '"no\x1b]0;title\x07 way"', source="Mayor \x1b[2JOrlo", cue="said")
    path = store(tmp_path / "odd.db", Reading(article=report, statements=[found]))
    for command in (
        [show, path, report.id],
        [show, path, found.id],
        [search, path, "way"],
        [statements, path],
        [statements, path, "--format", "table"],
    ):
        shown = run(*command).stdout
        assert shown.strip()
        assert not any((ord(each) < 32 and each != "\n") or 0x7F <= ord(each) < 0xA0 for each in shown)


def test_markup_of_an_article_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    report = article(
        'Mayor Orlo said "[bold]no[/] :smile: way".', title="[link=https://evil.example]x[/link]"
    )
    found = statement(report, '"[bold]no[/] :smile: way"', source="Mayor Orlo")
    path = store(tmp_path / "odd.db", Reading(article=report, statements=[found]))
    for command in ([show, path, found.id], [show, path, report.id], [search, path, "way"]):
        shown = run(*command).stdout
        assert "[bold]no[/] :smile:" in shown
        assert "[link=https://evil.example]x[/link]" in shown
    assert "[bold]no[/] :smile:" in run(statements, path, "--format", "table").stdout


def test_a_reader_that_leaves_early_sees_no_traceback(tmp_path: Path) -> None:
    many = [vote(outlet=f"Outlet {n}", source_hash=str(n)) for n in range(400)]
    path = store(tmp_path / "many.db", *many)
    for command in (
        ["statements", path],
        ["export", path, "--format", "csv"],
        ["statements", path, "--format", "table"],
    ):
        process = subprocess.Popen(
            [sys.executable, "-m", "onrecord", *map(str, command)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        process.stderr.close()
        process.wait(timeout=30)
        assert said == b""
