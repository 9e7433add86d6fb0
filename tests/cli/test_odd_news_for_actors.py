"""Articles that tell little of who and when, or too much, through the commands a person calls on them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import group

SAID = "Harbour master Ilse Dorn said on Monday that the quay would close.\n"
ODD = ("Robert'); DROP TABLE actors;--", "<script>alert(1)</script>", "<b>Ines</b> Orlo")


def call(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


def add(folder: Path, text: str, *options: str) -> Path:
    """A ledger of one article, added as a person would."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    ledger = folder / "debate.db"
    added = call("add", folder / "a.txt", "--ledger", ledger, *options)
    assert added.exception is None or isinstance(added.exception, SystemExit)
    assert added.exit_code in (0, 1)  # 1: nothing was found
    return ledger


def said_on(ledger: Path) -> list[dict[str, object] | None]:
    lines = call("export", ledger, "--format", "jsonl").stdout.splitlines()
    return [json.loads(line)["said_on"] for line in lines]


def test_without_a_day_of_publication_no_weekday_gets_a_date(tmp_path: Path) -> None:
    ledger = add(tmp_path, SAID)
    assert said_on(ledger) == [None]
    assert "Ilse Dorn" in call("actors", "list", ledger).stdout
    assert call("check", ledger).exit_code == 0


def test_a_day_of_publication_to_come_counts_like_any_other(tmp_path: Path) -> None:
    ledger = add(tmp_path, SAID, "--published", "2931-03-04")
    (day,) = said_on(ledger)
    assert day is not None
    assert str(day["value"]).startswith("2931-0")
    assert "Ilse Dorn" in call("actors", "list", ledger).stdout


def test_an_article_without_names_has_no_actors(tmp_path: Path) -> None:
    ledger = add(tmp_path, "The rain fell all day, and the streets were full of water.\n")
    listed = call("actors", "list", ledger)
    assert (listed.exit_code, listed.stdout) == (1, "")
    assert call("check", ledger).exit_code == 0


def test_five_thousand_names_in_one_article_are_read(tmp_path: Path) -> None:
    signs = "abcdefghijklmnopqrst"
    names = [
        f"Ines {signs[at % 20].upper()}{signs[at // 20 % 20]}{signs[at // 400]}sen" for at in range(5_000)
    ]
    # So many words of no language do not look like English: it is read all the same.
    ledger = add(tmp_path, f"{SAID}\nThe letter was signed by {', '.join(names)}.\n", "--force")
    assert "Ilse Dorn" in call("actors", "list", ledger).stdout
    assert call("check", ledger).exit_code == 0


@pytest.mark.parametrize("name", ODD)
def test_a_name_that_is_code_is_only_a_name(tmp_path: Path, name: str) -> None:
    ledger = add(tmp_path, SAID)
    (row,) = (json.loads(line) for line in call("export", ledger, "--format", "jsonl").stdout.splitlines())
    assert call("decide", ledger, row["id"], "speaker", name, "person", "--coder", "Ann").exit_code == 0
    assert call("decide", ledger, row["id"], "to", f"{name}=person", "--coder", "Ann").exit_code == 0
    listed = call("actors", "list", ledger)
    assert name in listed.stdout
    (actor,) = {line.split()[0] for line in listed.stdout.splitlines() if name in line}
    assert name in call("actors", "show", ledger, actor).stdout
    assert call("statements", ledger, "--to", name).stdout
    assert call("check", ledger).exit_code == 0
    page = tmp_path / "page.html"
    assert call("report", ledger, "--out", page).exit_code == 0
    assert name not in page.read_text(encoding="utf-8") or "<" not in name
