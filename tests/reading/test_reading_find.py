"""From arguments to sources and their bytes."""

import io
import os
import sys
from pathlib import Path

import pytest

from onrecord.model import Skipped
from onrecord.reading import CAP_BYTES, Source, find, load


def docs(*paths: str) -> list[str]:
    return [source.doc for source in find(paths)]


def test_a_folder_gives_its_files_in_sorted_order_under_the_name_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b.txt", "a.txt", "sub/c.html", "README.md", ".hidden", ".git/config", "sub/.d.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    expected = ["README.md", "a.txt", "b.txt", "sub/c.html"]
    assert docs("in") == [f"in/{name}" for name in expected]
    assert docs("./in/") == [f"./in/{name}" for name in expected]
    assert docs(str(tmp_path / "in")) == [f"{tmp_path / 'in'}/{name}" for name in expected]


def test_a_file_keeps_the_name_that_was_given_and_a_dash_is_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("x", encoding="utf-8")
    assert list(find([str(file), "-"])) == [Source(doc=str(file), path=file), Source(doc="-", path=None)]


def test_a_path_that_is_not_there_is_said_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    found = list(find([str(tmp_path / "gone"), str(tmp_path)]))
    assert isinstance(found[0], Skipped)
    assert (found[0].code, found[0].doc) == ("not-found", str(tmp_path / "gone"))
    assert [source.doc for source in found[1:]] == [f"{tmp_path}/a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_back_to_a_folder_above_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert docs(str(tmp_path)) == [f"{tmp_path}/a.txt", f"{tmp_path}/broken"]
    assert isinstance(load(list(find([str(tmp_path)]))[1]), Skipped)


@pytest.mark.parametrize("name", ["onrecord.db", "onrecord.db-wal", "page.css", "photo.JPG", "old.pdf"])
def test_what_is_plainly_no_article_is_said_and_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("words that look like a text", encoding="utf-8")
    (source,) = find([str(tmp_path)])
    assert isinstance(source, Source)
    skipped = load(source)
    assert isinstance(skipped, Skipped)
    assert (skipped.doc, skipped.code) == (f"{tmp_path}/{name}", "not-text")


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    file = tmp_path / "notes.log"
    file.write_bytes(b"The talks failed.")
    assert load(Source(doc="notes.log", path=file)) == b"The talks failed."


def test_an_empty_file_and_one_past_the_cap_are_refused_without_reading_them(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(CAP_BYTES + 1)
    codes = [
        getattr(load(source), "code", None) for source in find([str(tmp_path)]) if isinstance(source, Source)
    ]
    assert codes == ["empty", "too-large"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("x", encoding="utf-8")
    file.chmod(0)
    skipped = load(Source(doc="secret.txt", path=file))
    assert isinstance(skipped, Skipped)
    assert skipped.code == "unreadable"


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff words")))
    assert load(Source(doc="-", path=None)) == b"\xff words"
