"""Names as a person types them: near ones where nobody has that one, and who is meant by them."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import group

REPORT = """---
title: Ferry will stay, says Lady Varrick
outlet: The Alder Guardian
published: 2031-03-04
author: Oona Pell, political correspondent
---
"The ferry will stay," Lady Hedda Varrick, the minister for islands, said on Tuesday.

"Nobody has asked for a bridge," Varrick said. She told the Quay Examiner that the crews would be paid until June.

The captain, Tomas Brill, said that he did not believe a word of it.
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("named")
    (folder / "ferry.md").write_text(REPORT)
    made = run("add", folder / "ferry.md", "--ledger", folder / "named.db")
    assert made.exit_code == 0, made.stderr
    return folder / "named.db"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(each) for each in arguments])


@pytest.mark.parametrize(
    ("option", "given", "near"),
    [
        ("speaker", "Varrick", "Hedda Varrick"),
        ("speaker", "Tomas Bril", "Tomas Brill"),
        ("outlet", "Guardian", "The Alder Guardian"),
        ("via", "Examiner", "Quay Examiner"),
    ],
)
def test_a_name_that_nobody_has_is_answered_with_near_ones(
    path: Path, option: str, given: str, near: str
) -> None:
    found = run("statements", path, f"--{option}", given)
    assert (found.exit_code, found.stdout) == (1, "")
    assert f"is called {given!r}" in found.stderr
    assert near in found.stderr


def test_where_none_is_near_the_lists_are_named(path: Path) -> None:
    assert "none is near: `onrecord actors list" in run("statements", path, "--speaker", "Xqz").stderr
    assert "has the id p-nobody" in run("statements", path, "--speaker", "p-nobody").stderr


def test_a_name_that_somebody_has_is_not_the_reason(path: Path) -> None:
    found = run("statements", path, "--speaker", "Tomas Brill", "--since", "2040")
    assert found.stderr.splitlines() == ["onrecord: no statement fulfils these conditions"]


def test_show_takes_the_name_of_an_actor(path: Path) -> None:
    shown = run("show", path, "tomas brill")
    assert shown.exit_code == 0
    assert "did not believe a word" in shown.stdout
    nobody = run("show", path, "Hanno Fisk")
    assert (nobody.exit_code, "no actor is called 'Hanno Fisk'" in nobody.stderr) == (1, True)


def test_actors_are_listed_as_objects_and_rows(path: Path) -> None:
    listed = [json.loads(row) for row in run("actors", "list", path, "--format", "jsonl").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(run("actors", "list", path, "--format", "csv").stdout)))
    assert {"Hedda Varrick", "Tomas Brill"} <= {one["name"].removeprefix("Lady ") for one in listed}
    assert [one["id"] for one in listed] == [row["id"] for row in table]
    assert [str(one["statements"]) for one in listed] == [row["statements"] for row in table]
    assert len(run("actors", "list", path, "--format", "jsonl", "--limit", "1").stdout.splitlines()) == 1


def test_an_actor_is_shown_with_the_words_that_articles_use(path: Path) -> None:
    shown = run("actors", "show", path, "Hedda Varrick").stdout
    assert "in articles Varrick (1 statement)" in shown
    assert "in articles She (1 statement)" in shown


def test_boilerplate_is_neither_found_nor_shown(path: Path) -> None:
    assert "correspondent" not in run("search", path, "correspondent").stdout
    assert "ferry" in run("search", path, "ferry").stdout.casefold()
    shown = run("show", path, json.loads(run("articles", path, "--format", "jsonl").stdout)["id"]).stdout
    assert "author:" not in shown
    assert "boilerplate left out" in shown


def test_a_correction_says_what_holds_now_and_how_it_is_undone(path: Path) -> None:
    article = json.loads(run("articles", path, "--format", "jsonl").stdout)["id"]
    made = run("correct", path, article, "--outlet", "Alder Post", "--coder", "Ann")
    assert made.exit_code == 0
    (decision,) = made.stdout.split()
    assert f"outlet of {article} is Alder Post now, by Ann; `onrecord undo {path} {decision}`" in made.stderr
    assert run("undo", path, decision, "--coder", "Ann").exit_code == 0
