"""`export` and `import`, as a person calls them."""

import json
import os
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import protest, vote
from click.testing import CliRunner, Result
from interchanging import made

from onrecord.cli.export import export
from onrecord.cli.import_ import import_
from onrecord.errors import UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.ledger.taking import Refused
from onrecord.model import Accept, Coder, Reject

ANN = Coder(name="Ann")
FORMATS: dict[str, str] = {"csv": "out.csv", "jsonl": "out.jsonl", "w3c": "out.jsonld", "schema": "out.jsonl"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with made(tmp_path / "a.db", vote(), protest()) as ledger:
        ledger.decide(ANN, vote().statements[0].id, Accept(), now=datetime(2024, 1, 1, tzinfo=UTC))
        ledger.decide(ANN, vote().statements[1].id, Reject(), now=datetime(2024, 6, 1, tzinfo=UTC))
    return tmp_path / "a.db"


def call(command: object, *arguments: object) -> Result:
    result = CliRunner().invoke(command, [str(each) for each in arguments])  # type: ignore[arg-type]
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_has_what_standard_output_gets(path: Path, form: str, tmp_path: Path) -> None:
    out = tmp_path / FORMATS[form]
    shown = call(export, path, "--format", form)
    assert call(export, path, "--format", form, "--out", out).exit_code == shown.exit_code == 0
    assert out.read_bytes() == shown.stdout_bytes
    with pytest.raises(UsageError, match="there already"):
        call(export, path, "--format", form, "--out", out)


def test_out_and_in_again(path: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "a.jsonl", tmp_path / "b.db"
    call(export, path, "--format", "jsonl", "--texts", "--review", "all", "--out", out)
    taken = call(import_, other, out)
    assert (taken.exit_code, taken.stdout) == (0, "")
    assert "2 new articles, 4 new statements, 2 new decisions" in taken.stderr
    shown = call(export, other, "--format", "jsonl", "--texts", "--review", "all")
    assert shown.stdout_bytes == out.read_bytes()
    again = call(import_, other, out)
    assert (again.exit_code, "4 rows held already" in again.stderr) == (0, True)


def test_a_table_that_was_exported_is_told_from_one_of_codes(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    call(export, path, "--format", "csv", "--out", out)
    refused = call(import_, path, out)
    assert refused.exit_code == 2
    assert "does not come in again: `export --format jsonl` does" in refused.stderr
    (tmp_path / "b.csv").write_text("statement,stance\n", encoding="utf-8")
    assert "no column is called concept" in call(import_, path, tmp_path / "b.csv").stderr


def test_refused_rows_are_named_and_the_rest_comes_in(path: Path, tmp_path: Path) -> None:
    lines = call(export, path, "--format", "jsonl", "--texts").stdout.splitlines()
    wrong = json.dumps(json.loads(lines[1]) | {"text": "something else"})
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join([lines[0], "{", wrong, "[1]", "", *lines[2:]]) + "\n", encoding="utf-8")
    result = call(import_, tmp_path / "b.db", file)
    assert result.exit_code == 1
    for place in ("line 2: this is no line of JSON", "line 3: its text is", "line 4: this is no object"):
        assert f"rows.jsonl, {place}" in result.stderr
    with Ledger.open(tmp_path / "b.db") as ledger:
        assert len(list(ledger.records())) == 2


def test_rows_that_are_none_leave_an_empty_ledger(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("{}\n")
    assert call(import_, tmp_path / "b.db", tmp_path / "rows.jsonl").exit_code == 2
    with Ledger.open(tmp_path / "b.db") as ledger:
        assert not list(ledger.records(Filter(review="all")))


def test_what_another_fills_meanwhile_is_never_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(name: str, _: object) -> Iterator[Refused]:
        with made(tmp_path / "b.db", vote(), protest()):
            yield Refused(place=name, reason="no line")

    monkeypatch.setattr("onrecord.cli.importing.json_rows", late)
    assert call(import_, tmp_path / "b.db", "-").exit_code == 2
    with Ledger.open(tmp_path / "b.db") as ledger:
        assert len(list(ledger.records(Filter(review="all")))) == 4


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_comes_through_a_named_pipe_is_taken_in_whole(path: Path, tmp_path: Path) -> None:
    good, pipe = tmp_path / "good.jsonl", tmp_path / "pipe"
    call(export, path, "--format", "jsonl", "--texts", "--review", "all", "--out", good)
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(good.read_bytes()), daemon=True)
    writer.start()
    taken = call(import_, tmp_path / "b.db", pipe)
    assert (taken.exit_code, "2 new articles, 4 new statements, 2 new decisions" in taken.stderr) == (0, True)


def test_brat_goes_out_and_comes_in(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    assert call(export, path, "--format", "brat", "--out", folder).exit_code == 0
    names = sorted(each.suffix for each in folder.iterdir())
    assert names == [".ann", ".ann", ".conf", ".conf", ".txt", ".txt"]
    assert "3 rows held already" in call(import_, path, folder, "--coder", "Eve").stderr
    assert "3 new statements" in call(import_, tmp_path / "b.db", folder, "--coder", "Eve").stderr
    with pytest.raises(UsageError, match="there already"):
        call(export, path, "--format", "brat", "--out", folder)
    (folder / "mine.note").write_text("kept")
    assert call(export, path, "--format", "brat", "--out", folder, "--overwrite").exit_code == 0
    assert (folder / "mine.note").exists()


def test_parquet_is_written_whole(path: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    out = tmp_path / "out.parquet"
    assert call(export, path, "--format", "parquet", "--out", out).exit_code == 0
    assert out.read_bytes().startswith(b"PAR1")
    assert [each.name for each in tmp_path.glob(".*")] == []


def test_an_export_as_the_ledger_was(path: Path) -> None:
    def states(*options: str) -> list[str]:
        shown = call(export, path, "--format", "jsonl", "--review", "all", *options).stdout
        return sorted(json.loads(line)["review"]["state"] for line in shown.splitlines())

    assert states() == ["accepted", "rejected", "unreviewed", "unreviewed"]
    # The articles were read on 2 March 2024.
    assert states("--as-of", "2024-03-05") == ["accepted", "unreviewed", "unreviewed", "unreviewed"]
    assert call(export, path, "--format", "csv", "--as-of", "2020-01-01").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (lambda path: [export, path, "--format", "brat"], "--out FOLDER"),
        (lambda path: [export, path, "--format", "csv", "--texts"], "belongs to"),
        (lambda path: [export, path, "--format", "csv", "--out", path, "--overwrite"], "is a ledger"),
        (lambda path: [export, path, "--format", "csv", "--out", path.parent], "is a folder"),
        (lambda path: [export, path, "--format", "csv", "--as-of", "noon"], "is no time"),
        (lambda path: [import_, path, path.parent / "none.jsonl"], "no file or folder"),
        (lambda path: [import_, path, path], "joins it"),
        (lambda path: [import_, path, path.parent], "no .ann file"),
    ],
)
def test_what_cannot_be_done_is_said(
    path: Path, arguments: Callable[[Path], list[object]], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        call(*arguments(path))
