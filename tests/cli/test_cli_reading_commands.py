"""The commands that read articles, as a person runs them, with the model that ships."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = '"We are going home," envoy Mara Lind told reporters on Monday. She said the talks had failed.\n'
FIELDS = "doc id kind act content cue source text speaker via to said_on parent confidence".split()


def onrecord(*arguments: str | Path, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, timeout=120)


def rows(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text(TEXT.replace("Lind", "Oller"), encoding="utf-8")
    return folder


def test_read_prints_the_fields_of_the_contract_in_order(clippings: Path) -> None:
    done = onrecord("read", "clippings", cwd=clippings.parent)
    assert done.returncode == 0
    assert [list(row) for row in rows(done)] == [FIELDS] * len(rows(done))
    assert {row["doc"] for row in rows(done)} == {"clippings/a.txt", "clippings/b.txt"}


def test_the_words_are_the_file_s_words(clippings: Path) -> None:
    for row in rows(onrecord("read", "clippings/a.txt", cwd=clippings.parent)):
        assert row["text"] == " … ".join(TEXT[start:end] for start, end in row["content"])  # type: ignore[attr-defined]


def test_an_empty_folder_is_named_and_nothing_is_made_for_it(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / ".hidden").write_text(TEXT, encoding="utf-8")
    for command in (["read", "none"], ["add", "none", "--ledger", "e.db"], ["report", "none"]):
        done = onrecord(*command, cwd=tmp_path)
        assert done.returncode == 2
        assert b"none: there is no file in this folder" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["none"]


def test_read_takes_standard_input(tmp_path: Path) -> None:
    done = onrecord("read", "-", cwd=tmp_path, stdin=TEXT.encode())
    assert {row["doc"] for row in rows(done)} == {"-"}


def test_offsets_count_a_byte_order_mark_and_windows_newlines(tmp_path: Path) -> None:
    raw = "\ufeff" + TEXT.replace("\n", "\r\n") * 2
    done = onrecord("read", "-", cwd=tmp_path, stdin=raw.encode("utf-8"))
    assert rows(done)
    for row in rows(done):
        assert row["text"] == " … ".join(raw[start:end] for start, end in row["content"])  # type: ignore[attr-defined]


def test_read_leaves_out_what_is_less_sure_than_asked(clippings: Path) -> None:
    every = rows(onrecord("read", "clippings", cwd=clippings.parent))
    least = sorted(float(str(row["confidence"])) for row in every)[len(every) // 2]
    surer = rows(onrecord("read", "clippings", "--min-confidence", str(least), cwd=clippings.parent))
    assert 0 < len(surer) < len(every)
    assert surer == [row for row in every if float(str(row["confidence"])) >= least]


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_read_prints_for_people_too(clippings: Path, form: str) -> None:
    done = onrecord("read", "clippings", "--format", form, cwd=clippings.parent)
    assert "We are going home" in done.stdout.decode("utf-8")


def test_one_bad_file_gives_status_1_and_its_reason(clippings: Path) -> None:
    (clippings / "bad.txt").write_bytes(b"\x00\x00\x00")
    done = onrecord("read", "clippings", cwd=clippings.parent)
    assert done.returncode == 1
    assert rows(done)
    assert b"clippings/bad.txt" in done.stderr


def test_nothing_to_read_gives_status_2(tmp_path: Path) -> None:
    done = onrecord("read", "none.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"none.txt" in done.stderr


def test_no_statements_give_status_1(tmp_path: Path) -> None:
    done = onrecord(
        "read", "-", cwd=tmp_path, stdin=b"The lake is cold in the winter and the harbour is closed.\n"
    )
    assert (done.returncode, done.stdout) == (1, b"")


def test_a_wrong_date_is_wrong_usage(clippings: Path) -> None:
    done = onrecord("read", "clippings", "--published", "7 June", cwd=clippings.parent)
    assert done.returncode == 2
    assert b"2023-06-07" in done.stderr


def test_adding_twice_changes_nothing(clippings: Path) -> None:
    first = onrecord("add", "clippings", "--ledger", "l.db", cwd=clippings.parent)
    before = onrecord("export", "l.db", "--format", "jsonl", cwd=clippings.parent).stdout
    second = onrecord("add", "clippings", "--ledger", "l.db", cwd=clippings.parent)
    after = onrecord("export", "l.db", "--format", "jsonl", cwd=clippings.parent).stdout
    assert (first.returncode, second.returncode) == (0, 0)
    assert before == after
    assert before
    assert b"2 files held already" in second.stderr


def test_a_ledger_gives_what_read_gives(clippings: Path) -> None:
    onrecord("add", "clippings", "--ledger", "l.db", cwd=clippings.parent)
    exported = rows(onrecord("export", "l.db", "--format", "jsonl", cwd=clippings.parent))
    for row in exported:
        for one in (row["speaker"] or {}, *row["via"], *row["to"]):
            one.pop("actor", None)  # who is who is known in a ledger alone
    assert [{name: row[name] for name in FIELDS} for row in exported] == rows(
        onrecord("read", "clippings", cwd=clippings.parent)
    )


def test_a_wrong_model_leaves_no_ledger_behind(clippings: Path) -> None:
    (clippings.parent / "model").mkdir()
    done = onrecord("add", "clippings", "--ledger", "l.db", "--model", "model", cwd=clippings.parent)
    assert done.returncode == 2
    assert b"encoder.onnx" in done.stderr
    assert not (clippings.parent / "l.db").exists()


def test_report_makes_a_ledger_and_a_page(clippings: Path) -> None:
    done = onrecord("report", "clippings", cwd=clippings.parent)
    page = (clippings.parent / "report.html").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert "We are going home" in page
    assert onrecord("check", "onrecord.db", cwd=clippings.parent).returncode == 0


def test_report_shows_the_articles_it_was_given_though_the_ledger_knows_them(clippings: Path) -> None:
    onrecord("report", "clippings", cwd=clippings.parent)
    done = onrecord("report", "clippings/a.txt", cwd=clippings.parent)
    page = (clippings.parent / "report.html").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert "Lind" in page
    assert "Oller" not in page


def test_report_of_a_ledger_shows_all_of_it(clippings: Path) -> None:
    onrecord("add", "clippings", "--ledger", "l.db", cwd=clippings.parent)
    done = onrecord("report", "l.db", "--out", "all.html", cwd=clippings.parent)
    page = (clippings.parent / "all.html").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert "Lind" in page
    assert "Oller" in page


@pytest.mark.parametrize("name", ["report.html", "onrecord.db"])
def test_report_never_overwrites_a_file_it_did_not_make(clippings: Path, name: str) -> None:
    (clippings.parent / name).write_text("my own notes", encoding="utf-8")
    done = onrecord("report", "clippings", cwd=clippings.parent)
    assert done.returncode == 2
    assert name.encode() in done.stderr
    assert (clippings.parent / name).read_text(encoding="utf-8") == "my own notes"


def test_the_examples_give_a_page_and_a_table(tmp_path: Path) -> None:
    done = onrecord("report", EXAMPLES, cwd=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout.decode("utf-8").splitlines()) >= 12
    assert re.search(r"\d+ articles with \d+ statements", done.stderr.decode("utf-8"))


def test_help_names_every_command_and_imports_no_stage(tmp_path: Path) -> None:
    code = (
        "import sys, onrecord.cli\n"
        "try: onrecord.cli.group(['--help'], prog_name='onrecord')\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'rich', 'onnxruntime', 'trafilatura', 'sqlite3', 'jinja2'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, done.stderr
    for name in ("read", "article", "add", "statements", "show", "search", "check", "report", "export"):
        assert f"  {name} ".encode() in done.stdout


def test_copies_of_one_file_are_one_article(tmp_path: Path) -> None:
    (tmp_path / "same").mkdir()
    for number in range(7):
        (tmp_path / "same" / f"{number}.txt").write_text(TEXT, encoding="utf-8")
    done = onrecord("add", "same", "--ledger", "l.db", cwd=tmp_path)
    assert b"1 article with 2 statements read, 6 files held already" in done.stderr


def test_an_article_in_another_language_is_not_counted_as_read(clippings: Path) -> None:
    german = (
        "Die Botschafterin sagte am Montag, die Verhandlungen seien gescheitert und man werde abreisen.\n"
    )
    (clippings / "c.txt").write_text(german * 3, encoding="utf-8")
    done = onrecord("add", "clippings", "--ledger", "l.db", cwd=clippings.parent)
    assert done.returncode == 1
    assert b"2 articles with" in done.stderr
    assert b"1 kept and not read" in done.stderr


@pytest.mark.parametrize("command", [("add", "nope", "--ledger", "l.db"), ("report", "nope")])
def test_a_path_that_is_not_there_makes_no_ledger(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = onrecord(*command, cwd=tmp_path)
    assert done.returncode == 2
    assert b"nope" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_outlet_given_too_late_is_said_not_to_count(clippings: Path) -> None:
    onrecord("add", "clippings", "--ledger", "l.db", cwd=clippings.parent)
    done = onrecord("add", "clippings", "--ledger", "l.db", "--outlet", "The Lamp", cwd=clippings.parent)
    assert b"keeps its outlet and date" in done.stderr


def test_the_page_never_replaces_the_ledger(clippings: Path) -> None:
    done = onrecord("report", "clippings", "--ledger", "same", "--out", "same", cwd=clippings.parent)
    assert done.returncode == 2
    assert not (clippings.parent / "same").exists()


def test_a_broken_model_is_said_in_a_line(clippings: Path) -> None:
    from onrecord.encoder.folder import FILES, SHIPPED

    folder = clippings.parent / "model"
    folder.mkdir()
    for name in FILES:
        (folder / name).write_bytes(
            (SHIPPED / name).read_bytes()[:2000] if name == "linker.npz" else (SHIPPED / name).read_bytes()
        )
    done = onrecord("read", "clippings", "--model", "model", cwd=clippings.parent)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"linker.npz" in done.stderr
    assert b"Traceback" not in done.stderr
